/** What a page keeps is recorded within bounds, however much it keeps and however often it is looked at. */
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { after, before, test } from 'node:test'
import { chromium, type Browser, type Page } from 'playwright/test'
import { findBrowser } from '../../../src/capture/browser.js'
import { sandboxPossible } from '../../../src/capture/environment.js'
import { createStorageLog } from '../../../src/capture/storage.js'
import { watchContext } from '../../../src/capture/watch.js'
import { whileTesting } from '../../loopback.js'

/** What readers take of `storage.json`. */
const MOST_BYTES = 16 * 1024 * 1024

const { port } = await whileTesting(createServer((_request, response) => {
  response.setHeader('content-type', 'text/html')
  response.end('<!doctype html><link rel="icon" href="data:,"><title>Praxis</title>')
}))
let browser: Browser
before(async () => { browser = await chromium.launch({ executablePath: findBrowser().path, chromiumSandbox: sandboxPossible() }) })
after(() => browser.close())

test('megabytes in localStorage, written anew at each of forty steps: the record stays one that can be read', { timeout: 120_000 }, async () => {
  const context = await browser.newContext()
  const watch = watchContext(context)
  const log = createStorageLog(context, watch)
  const page = await context.newPage()
  await page.goto(`http://127.0.0.1:${port}/`)
  await page.waitForTimeout(300)
  for (let step = 0; step < 40; step++) {
    await page.evaluate(`for (let item = 0; item < 400; item++) localStorage.setItem('item' + item, '${step}-'.padEnd(4_000, 'x'))`)
    await log.take(`step ${step}`)
  }
  await page.waitForTimeout(300)
  const { snapshots, writes } = log.record([])
  await context.close()
  assert.equal(snapshots[0]?.origins[0]?.local.length, 400)
  assert.ok(snapshots.length >= 2 && snapshots.length < 40, `${snapshots.length} snapshots`)
  assert.ok(writes.length > 400)
  assert.ok(Buffer.byteLength(JSON.stringify({ snapshots, writes })) < MOST_BYTES)
})

for (const [how, come] of [
  ['has crashed', (page: Page) => page.goto('chrome://crash').then(() => undefined, () => undefined)],
  ['runs without end', (page: Page) => page.evaluate('setTimeout(() => { for (;;); }, 0)').then(() => page.waitForTimeout(300))],
] as const) {
  test(`a page that ${how} is not waited for, and the others are told`, { timeout: 60_000 }, async () => {
    const context = await browser.newContext()
    const watch = watchContext(context)
    const page = await context.newPage()
    await page.goto(`http://127.0.0.1:${port}/`)
    const other = await context.newPage()
    await other.goto(`http://localhost:${port}/`)
    await other.evaluate("localStorage.setItem('visit', '7')")
    await other.waitForTimeout(300)
    await come(page)
    const stored = await watch.stored()
    assert.deepEqual(stored.map(({ origin, local }) => [origin, local]), [[`http://localhost:${port}`, [['visit', '7']]]])
    await context.close()
  })
}
