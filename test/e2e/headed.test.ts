/** With windows, on a display that nobody sees, where the machine has one to give (Xvfb): audit, and record by hand. */
import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { BrowserContext } from 'playwright/test'
import { record } from '../../src/commands/record.js'
import { makeWorkplace } from './fixture/command.js'
import { startSite } from './fixture/site.js'

const XVFB = '/usr/bin/Xvfb'
const site = await startSite()
const here = makeWorkplace()

describe('headed', { skip: existsSync(XVFB) ? false : 'needs Xvfb, which the project does not', timeout: 180_000 }, () => {
  let display: ChildProcess
  const outer = process.env['DISPLAY']
  before(async () => {
    display = spawn(XVFB, ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'pipe', 'ignore'] })
    process.env['DISPLAY'] = await new Promise<string>((done) => { display.stdout?.once('data', (chunk: Buffer) => { done(`:${chunk.toString().trim()}`) }) })
  })
  after(() => {
    display.kill()
    if (outer === undefined) delete process.env['DISPLAY']
    else process.env['DISPLAY'] = outer
  })

  test('audit --headed: full, and the browser says that it has a window', async () => {
    const { status, err } = await here.tattle('audit', resolve('test/e2e/fixture/search.spec.ts'), '--base-url', 'http://www.clinic.example',
      '--consent', 'accept', '--headed', '--host-map', `*.example=127.0.0.1:${site.port}`)
    assert.equal(status, 0, err)
    const [capture] = await here.manifests()
    assert.deepEqual([capture?.coverage, capture?.coverageReasons], ['full', []])
    assert.equal(capture?.conditions['headless'], false)
    assert.doesNotMatch(capture?.browser.userAgent ?? '', /Headless/)
    assert.ok(capture?.browser.commandLine.every((flag) => !flag.startsWith('--headless')))
  })

  for (const [how, coverage, spots, close] of [
    ['the window is closed', 'full', /^$/, (context: BrowserContext) => context.pages()[0]?.close()],
    ['the window is closed when it is known that there is no window manager', 'full', /^$/, async (context: BrowserContext) => {
      await context.pages()[0]?.waitForTimeout(4_000)
      await context.pages()[0]?.close()
    }],
    ['the browser is quit', 'limited', /wrote no HAR/, async (context: BrowserContext) => {
      const [page] = context.pages()
      if (page !== undefined) await (await context.newCDPSession(page)).send('Browser.close').catch(() => undefined)
    }],
  ] as const) {
    test(`record: ${how}`, async () => {
      const known = new Set(here.captures())
      const back = process.cwd()
      let acted: Promise<unknown> = Promise.resolve()
      let exit = -1
      process.chdir(here.folder)
      try {
        const status = await record('http://www.clinic.example/', {
          hostMap: [`*.example=127.0.0.1:${site.port}`], thirdPartyCookies: 'allow', quiet: true, value: [], failOn: 'never',
        }, (context) => {
          acted = (async () => {
            await context.pages()[0]?.getByRole('button', { name: 'Alle akzeptieren' }).click()
            await context.pages()[0]?.waitForLoadState('networkidle')
            await context.pages()[0]?.waitForTimeout(500)
            await close(context)
          })()
        })
        await acted
        exit = status
      } finally {
        process.chdir(back)
      }
      const at = here.captures().findIndex((path) => !known.has(path))
      const capture = (await here.manifests())[at]
      assert.deepEqual([exit, capture?.coverage, capture?.coverageReasons, capture?.conditions['headless']], [0, coverage, [], false])
      assert.match(capture?.blindSpots.join(' ') ?? '', spots)
      assert.deepEqual(capture?.consent.timeline.map(({ state }) => state), ['before-choice', 'accepted'])
    })
  }
})
