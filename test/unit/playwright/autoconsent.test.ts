/** Banners that rules know, imitated with controls whose names say nothing, in a real browser. */
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { after, before, test } from 'node:test'
import { chromium, type Browser } from 'playwright/test'
import { findBrowser } from '../../../src/capture/browser.js'
import { sandboxPossible } from '../../../src/capture/environment.js'
import type { CaptureManifest } from '../../../src/capture/manifest.js'
import { startAutoconsent } from '../../../src/playwright/autoconsent.js'
import { createConsent } from '../../../src/playwright/consent.js'
import { createQuiet } from '../../../src/playwright/quiet.js'
import { listen } from '../../loopback.js'

let browser: Browser
before(async () => {
  browser = await chromium.launch({ executablePath: findBrowser().path, chromiumSandbox: sandboxPossible() })
})
after(() => browser.close())

interface Outcome { readonly record: CaptureManifest['consent']; readonly clicked: unknown }

async function choose(asked: 'accept' | 'reject', html: string): Promise<Outcome> {
  const { port, close } = await listen(createServer((_request, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(`<!doctype html><script>window.clicked = []</script><body>${html}`)
  }))
  const context = await browser.newContext()
  try {
    const autoconsent = await startAutoconsent(context)
    const page = await context.newPage()
    await page.goto(`http://127.0.0.1:${port}/`)
    const consent = createConsent({
      asked, selectors: {}, bannerMs: 1_000, autoconsent,
      step: (_title, action) => action(), picture: () => Promise.resolve(null),
    })
    await consent.choose(page, createQuiet(context))
    return { record: consent.record(), clicked: await page.evaluate('window.clicked') }
  } finally {
    await context.close()
    await close()
  }
}

const button = (id: string): string =>
  `<button id="${id}" onclick="clicked.push('${id}'); this.closest('.banner').remove()">→</button>`
const onetrust = `<div id="onetrust-consent-sdk"><div id="onetrust-banner-sdk" class="banner" style="height:90px">
  ${button('onetrust-accept-btn-handler')}${button('onetrust-reject-all-handler')}</div></div>`
const axeptio = `<div class="axeptio_widget"><div class="axeptio-widget--open banner" style="height:90px">
  ${button('axeptio_btn_acceptAll')}${button('axeptio_btn_dismiss')}</div></div>`

test('a known banner is accepted and rejected, and what was tried is kept', async () => {
  const accept = await choose('accept', onetrust)
  assert.deepEqual([accept.record.outcome, accept.clicked], ['reached', ['onetrust-accept-btn-handler']])
  assert.deepEqual(accept.record.timeline.map(({ state }) => state), ['before-choice', 'accepted'])
  assert.match(accept.record.detail, /Onetrust was accepted/)
  const reject = await choose('reject', onetrust)
  assert.deepEqual([reject.record.outcome, reject.clicked], ['reached', ['onetrust-reject-all-handler']])
  const types = reject.record.messages?.map(({ type, cmp, result }) => [type, cmp, result])
  assert.deepEqual(types?.slice(0, 3),
    [['cmpDetected', 'Onetrust', undefined], ['popupFound', 'Onetrust', undefined], ['optOutResult', 'Onetrust', true]])
})

test('another make, both ways', async () => {
  assert.deepEqual((await choose('accept', axeptio)).clicked, ['axeptio_btn_acceptAll'])
  assert.deepEqual((await choose('reject', axeptio)).clicked, ['axeptio_btn_dismiss'])
})

test('a banner that no rule knows is left to its words', async () => {
  const unknown = `<div class="banner"><p>Wir verwenden Cookies.</p>
    <button onclick="clicked.push('own'); this.parentNode.remove()">Alle akzeptieren</button></div>`
  const { record, clicked } = await choose('accept', unknown)
  assert.deepEqual([record.outcome, clicked, record.messages], ['reached', ['own'], []])
})

test('messages that a page makes up are no choice', async () => {
  const forged = `<script>for (const type of ['popupFound', 'optInResult', 'nonsense', 7]) {
    autoconsentSendMessage({ type, cmp: { toString() { throw 1 } }, result: 'yes' }); autoconsentSendMessage(null) }</script>`
  const { record } = await choose('accept', forged)
  assert.equal(record.outcome, 'no-banner')
})
