/** Banners that rules know, imitated with controls whose names say nothing, in a real browser. */
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { after, before, test } from 'node:test'
import { chromium, type Browser } from 'playwright/test'
import { findBrowser } from '../../../src/capture/browser.js'
import { sandboxPossible } from '../../../src/capture/environment.js'
import type { CaptureManifest } from '../../../src/capture/manifest.js'
import { choosing, startAutoconsent } from '../../../src/playwright/autoconsent.js'
import { createConsent } from '../../../src/playwright/consent.js'
import { createQuiet } from '../../../src/playwright/quiet.js'
import { wordsOf } from '../../../src/report/words/languages.js'
import { listen } from '../../loopback.js'

let browser: Browser
before(async () => {
  browser = await chromium.launch({ executablePath: findBrowser().path, chromiumSandbox: sandboxPossible() })
})
after(() => browser.close())

interface Outcome { readonly record: CaptureManifest['consent']; readonly clicked: unknown }

async function choose(asked: 'accept' | 'reject', html: string): Promise<Outcome> {
  const { port, close } = await listen(createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
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

const wix = `<div data-hook="ccsu-banner-wrapper" class="banner" style="height:60px"><p>This site uses cookies.</p>
  <button data-hook="ccsu-banner-accept" onclick="clicked.push('accept'); this.closest('.banner').remove()">→</button></div>`

test('a rule that would hide a banner that offers no refusal makes none', async () => {
  const { record, clicked } = await choose('reject', wix)
  assert.deepEqual(clicked, [])
  assert.notEqual(record.outcome, 'reached')
  assert.ok(record.timeline.every(({ state }) => state !== 'rejected'))
  assert.deepEqual((await choose('accept', wix)).clicked, ['accept'])
})

test('a rule without a step makes no choice, nor does one that only hides or waits', () => {
  const never = [{ exists: ':not(*)' }]
  const click = { click: 'button' }
  const [rule] = choosing({ autoconsent: [{ name: 'a', optIn: [], optOut: [{ if: { exists: 'b' }, then: [click], else: [{ wait: 5 }, { hide: 'div' }] }] }] }).autoconsent
  assert.deepEqual(rule, { name: 'a', optIn: never, optOut: [{ if: { exists: 'b' }, then: [click], else: never }] })
  const both = [{ hide: 'div' }, { eval: 'EVAL_1' }]
  assert.deepEqual(choosing({ autoconsent: [{ optIn: [click], optOut: both }] }).autoconsent, [{ optIn: [click], optOut: both }])
  assert.deepEqual(choosing({ autoconsent: [{ optIn: [click], optOut: [{ ...click }] }] }).autoconsent, [{ optIn: never, optOut: never }], 'the same for both')
  const styled = [{ setStyle: 'display: none', selector: 'div' }, { removeClass: 'open', selector: 'html', optional: true }]
  assert.deepEqual(choosing({ autoconsent: [{ optIn: [click], optOut: styled }] }).autoconsent, [{ optIn: [click], optOut: never }])
})

test('a refusal that only closes the banner, or agrees, is none: what stands then is not known', async () => {
  const pubtech = (label: string): string => `<div id="pubtech-cmp" class="banner" style="height:90px"><div id="pt-actions">
    <button id="pt-accept-all">→</button></div><button id="pt-close" onclick="clicked.push('close'); this.closest('.banner').remove()" ${label}</button></div>`
  const closing = ['>×', 'aria-label="Close">→', '>Schließen', 'class="btn-close"><svg></svg>', '>OK']
  for (const label of closing) {
    const { record, clicked } = await choose('reject', pubtech(label))
    assert.deepEqual([clicked, record.outcome], [['close'], 'not-offered'], label)
    assert.deepEqual(record.timeline.map(({ state }) => state), ['before-choice', 'unknown'], label)
    for (const language of ['de', 'fr'] as const) assert.match(wordsOf(language).said(record.detail) ?? '', /pubtech/)
  }
  for (const label of ['>Continuer sans accepter', '>→']) assert.equal((await choose('reject', pubtech(label))).record.outcome, 'reached', label)
})

test('where a refusal takes several clicks, it stands from the last on: what was sent before is not held against it', async () => {
  const layers = `<div id="onetrust-consent-sdk" class="banner"><div id="onetrust-banner-sdk" style="height:90px">
    <button id="onetrust-pc-btn-handler" onclick="clicked.push(Date.now()); document.getElementById('layer').hidden = false">→</button></div>
    <div id="layer" hidden><button class="save-preference-btn-handler" onclick="clicked.push(performance.timeOrigin + performance.now()); this.closest('.banner').remove()">→</button></div></div>`
  const { record, clicked } = await choose('reject', layers)
  const [settings, saved] = clicked as [number, number]
  const stood = Date.parse(record.timeline.at(-1)?.at ?? '')
  assert.ok(record.outcome === 'reached' && stood > settings && stood <= saved, `${settings} ${stood} ${saved}`)
})
