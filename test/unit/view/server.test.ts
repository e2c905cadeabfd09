// What the viewer's server does with requests that no page of its own makes.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { illustrate } from '../../../src/commands/illustrate.js'
import { openBrowser, type Browser } from '../../../src/store/browse.js'
import { startView, type View } from '../../../src/view/server.js'
import { makeCaptureZip, makeDatabase } from '../evidence/fixture.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-view-'))
const failures: Error[] = []
let browser: Browser
let view: View
let run = ''
/** How many reports are being illustrated, and the most that were at once. */
let illustrating = 0
let most = 0

before(async () => {
  const database = join(folder, 'findings.sqlite')
  run = await makeDatabase(database, [await makeCaptureZip(folder)])
  browser = openBrowser(database)
  await browser.prepare()
  view = await startView({
    browser, port: 0, language: 'en', assess: () => {}, failed: (error) => { failures.push(error) },
    illustrate: async (report, mostPerRecipient) => {
      most = Math.max(most, illustrating += 1)
      return illustrate(report, { mostPerRecipient }).finally(() => { illustrating -= 1 })
    },
  })
})
after(async () => {
  await view.close()
  browser.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Answer { readonly status: number | undefined; readonly location: string | undefined; readonly body: string }

/** The path goes out as it stands here. */
function ask(path: string, method = 'GET', headers: Readonly<Record<string, string>> = {}, body = ''): Promise<Answer> {
  const { hostname, port, searchParams } = new URL(view.url)
  const cookie = `tattle-view=${searchParams.get('token') ?? ''}`
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers: { cookie, ...headers } }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (piece: string) => { text += piece }).on('error', reject)
        .on('end', () => { resolve({ status: answer.statusCode, location: answer.headers.location, body: text }) })
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

test('reports are made one after the other, and each is whole', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => ask(`/run/${run}`)))
  assert.equal(most, 1)
  for (const { status, body } of answers) {
    assert.equal(status, 200)
    assert.match(body, /<\/html>\s*$/)
  }
})

test('a report that fails does not hold up the next', async () => {
  assert.equal((await ask('/run/none')).status, 404)
  assert.equal((await ask(`/run/${run}`)).status, 200)
})

test('a form that cannot be read is refused, and is no failure of the viewer', async () => {
  const id = /\/finding\/[^"?]+/.exec((await ask('/findings')).body)?.[0] ?? ''
  assert.notEqual(id, '')
  assert.equal((await ask(id, 'POST', { 'content-type': 'multipart/form-data; boundary=x' }, '--x\r\njunk')).status, 403)
  assert.deepEqual(failures, [])
})

test('the way in leads to this machine only', async () => {
  const token = new URL(view.url).searchParams.get('token') ?? ''
  assert.deepEqual([(await ask(`//elsewhere.example/?token=${token}`)).location, (await ask(`/findings?token=${token}&kind=x`)).location],
    ['/elsewhere.example/', '/findings?kind=x'])
})
