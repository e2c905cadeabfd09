/** Banners of every make, in a real browser: what is clicked, what the outcome is, and that nothing else is touched. */
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { after, before, test } from 'node:test'
import { chromium, type Browser, type Page } from 'playwright/test'
import { findBrowser } from '../../../src/capture/browser.js'
import { sandboxPossible } from '../../../src/capture/environment.js'
import type { CaptureManifest } from '../../../src/capture/manifest.js'
import type { ConsentState } from '../../../src/model.js'
import { createConsent, type ConsentSelectors } from '../../../src/playwright/consent.js'
import { createQuiet } from '../../../src/playwright/quiet.js'
import { wordsOf } from '../../../src/report/words/languages.js'
import { whenWhole, whileTesting } from '../../loopback.js'

let browser: Browser
before(async () => {
  browser = await chromium.launch({ executablePath: findBrowser().path, chromiumSandbox: sandboxPossible() })
})
after(() => browser.close())

interface Outcome { readonly record: CaptureManifest['consent']; readonly clicked: unknown; readonly blindSpots: readonly string[] }

async function choose(asked: ConsentState, html: string, selectors: ConsentSelectors = {}): Promise<Outcome> {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    await page.setContent(`<script>window.clicked = []</script>${html}`)
    const consent = createConsent({
      asked, selectors, bannerMs: 1_200, step: (_title, action) => action(), picture: () => Promise.resolve(null),
    })
    await consent.choose(page, createQuiet(context))
    return { record: consent.record(), clicked: await clicksOf(page), blindSpots: consent.blindSpots() }
  } finally {
    await context.close()
  }
}

function clicksOf(page: Page): Promise<unknown> {
  return page.evaluate('window.clicked')
}

const button = (name: string, then = "document.getElementById('b').remove()"): string =>
  `<button onclick="window.top.clicked.push('${name}');${then}">${name}</button>`
const banner = (controls: string): string => `<div id="b" style="position:fixed"><p>Diese Seite verwendet Cookies.</p>${controls}</div>`
const page = `<main><p>Praxis</p>${button('Zustimmen', '')}</main>`

test('a plain banner, both ways; a button of the same name outside of it is left alone', async () => {
  const html = page + banner(button('Alle akzeptieren') + button('Ablehnen'))
  const accept = await choose('accept', html)
  assert.deepEqual([accept.record.outcome, accept.clicked], ['reached', ['Alle akzeptieren']])
  assert.deepEqual(accept.record.timeline.map(({ state }) => state), ['before-choice', 'accepted'])
  const reject = await choose('reject', html)
  assert.deepEqual([reject.record.outcome, reject.clicked], ['reached', ['Ablehnen']])
  assert.deepEqual(reject.record.timeline.map(({ state }) => state), ['before-choice', 'rejected'])
})

test('in an open shadow root, in a frame, and where it comes late', async () => {
  const content = `<p>We value your privacy.</p>${button('Accept all', "this.parentNode.textContent = ''")}`
  const shadow = `<div id="host"></div><script>
    document.getElementById('host').attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(`<div>${content}</div>`)}</script>`
  assert.deepEqual((await choose('accept', shadow)).clicked, ['Accept all'])
  const frame = `<iframe srcdoc="${content.replaceAll('"', '&quot;')}"></iframe>`
  assert.deepEqual((await choose('accept', frame)).clicked, ['Accept all'])
  const late = `<div id="late"></div><script>
    setTimeout(() => { document.getElementById('late').innerHTML = ${JSON.stringify(banner(button('Tout accepter')))} }, 600)</script>`
  assert.deepEqual((await choose('accept', late)).clicked, ['Tout accepter'])
})

const closed = (content: string, style = ''): string => `<div id="host" style="${style}"></div><script>
  document.getElementById('host').attachShadow({ mode: 'closed' }).innerHTML = ${JSON.stringify(content)}</script>`
const content = `<p>Wir verwenden Cookies.</p>${button('Akzeptieren')}<div role="button">Ablehnen</div>`

test('in a closed shadow root a banner is seen and cannot be answered: the choice has failed; what else stands there is no banner', async () => {
  for (const asked of ['accept', 'reject'] as const) {
    for (const html of [closed(content), `<iframe srcdoc="${closed(content).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`]) {
      const { record, clicked } = await choose(asked, html)
      assert.deepEqual([record.outcome, clicked, record.timeline.map(({ state }) => state)], ['failed', [], ['before-choice']])
      for (const language of ['de', 'fr'] as const) assert.match(wordsOf(language).said(record.detail) ?? '', /shadow root/i)
    }
  }
  for (const html of [closed(content, 'display:none'), closed(`<p>Praxis</p>${button('Zustimmen')}`), closed('<p>Cookies backen</p><button>Suchen</button>')]) {
    assert.equal((await choose('reject', html)).record.outcome, 'no-banner', html)
  }
})

test('so it is in frames of other sites, which have a process of their own, however deep', async () => {
  const { port } = await whileTesting(createServer(whenWhole((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(request.url === '/frame' ? `<iframe src="http://127.0.0.1:${port}/banner"></iframe>` : closed(content))
  })))
  for (const address of [`localhost:${port}/banner`, `localhost:${port}/frame`]) {
    const { record, blindSpots } = await choose('reject', `<iframe src="http://${address}"></iframe>`)
    assert.deepEqual([record.outcome, record.timeline.map(({ state }) => state), blindSpots], ['failed', ['before-choice'], []], address)
  }
})

test('where there is too much to look through, it is not known whether a banner stands there, and that is said', async () => {
  const many = `${'<p></p>'.repeat(101)}<script>for (const each of document.querySelectorAll('p')) each.attachShadow({ mode: 'closed' })</script>`
  for (const html of [closed(content) + '<i></i>'.repeat(50_000), many]) {
    const { record, blindSpots } = await choose('reject', html)
    assert.deepEqual([record.outcome, record.timeline.map(({ state }) => state)], ['no-banner', ['before-choice', 'unknown']])
    assert.match(blindSpots.join(' '), /^The page about:blank is too large to be looked through/)
    for (const language of ['de', 'fr'] as const) assert.match(wordsOf(language).said(blindSpots[0] ?? '') ?? '', /shadow root/i)
  }
})

test('a refusal that is hidden behind the settings is found there', async () => {
  const layer = `document.getElementById('b').innerHTML = '<p>Cookies</p>' + ${JSON.stringify(button('Alle ablehnen'))}`
  const html = banner(button('Accept all') + `<button onclick='clicked.push("Manage");${layer.replaceAll("'", '&#39;')}'>Manage preferences</button>`)
  const { record, clicked } = await choose('reject', html)
  assert.deepEqual([record.outcome, clicked], ['reached', ['Manage', 'Alle ablehnen']])
  assert.match(record.detail, /Manage preferences/)
})

test('no way to refuse that is recognised is an outcome of its own, which names what there is; nothing is clicked instead', async () => {
  const { record, clicked } = await choose('reject', banner(button('Akzeptieren') + button('So wenig wie möglich')) + page)
  assert.deepEqual([record.outcome, clicked], ['not-offered', []])
  // What the words do not know may be offered all the same: a report must not say that it is not.
  assert.equal(record.detail, 'Of the banner\'s controls ("Akzeptieren", "So wenig wie möglich") none was recognised as one to reject or to its settings; a scenario can name it (consent.reject).')
  for (const language of ['de', 'fr'] as const) assert.match(wordsOf(language).said(record.detail) ?? '', /So wenig wie möglich.*consent\.reject/)
  assert.deepEqual(record.timeline.map(({ state }) => state), ['before-choice'])
})

test('a banner without a word of consent, and one that stands in the body: its controls say enough', async () => {
  const controls = button('Alle akzeptieren', '') + button('Alle ablehnen', 'this.remove()')
  for (const html of [`<div><p>Willkommen</p>${controls}</div>`, controls]) {
    const { record, clicked } = await choose('reject', html)
    assert.deepEqual([record.outcome, clicked], ['reached', ['Alle ablehnen']])
  }
  const { record } = await choose('reject', button('Alle akzeptieren'))
  assert.equal(record.outcome, 'not-offered')
  assert.match(record.detail, /"Alle akzeptieren"/)
})

test('no banner', async () => {
  const { record, clicked } = await choose('accept', page)
  assert.deepEqual([record.outcome, clicked], ['no-banner', []])
  assert.equal(record.timeline.at(-1)?.state, 'no-banner')
})

test('a control that stays where it was has failed', async () => {
  const { record } = await choose('accept', banner(button('Accept', '')))
  assert.equal(record.outcome, 'failed')
  assert.deepEqual(record.timeline.map(({ state }) => state), ['before-choice', 'unknown'])
})

test("the scenario's own selector comes before the words", async () => {
  const html = banner(button('Alle akzeptieren') + button('Los geht’s'))
  const { record, clicked } = await choose('accept', html, { accept: 'text=Los geht’s' })
  assert.deepEqual([record.outcome, clicked], ['reached', ['Los geht’s']])
})

test('without a choice nothing is touched', async () => {
  const { record, clicked } = await choose('no-choice', banner(button('Alle akzeptieren')))
  assert.deepEqual([record.outcome, record.detail, clicked], ['reached', 'Nothing was clicked.', []])
})

test('a banner that appears after it was waited for: a later page answers it, and where none does the choice has failed', async () => {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    const create = () => createConsent({
      asked: 'reject', selectors: {}, bannerMs: 300, step: (_title, action) => action(), picture: () => Promise.resolve(null),
    })
    const shown = `<script>window.clicked = []</script>${banner(button('Alle akzeptieren') + button('Alle ablehnen'))}`
    const quiet = createQuiet(context)
    const states = (record: CaptureManifest['consent']) => record.timeline.map(({ state }) => state)
    for (const isAnswered of [true, false]) {
      const consent = create()
      await page.setContent('<p>Praxis</p>')
      await consent.choose(page, quiet)
      assert.equal(consent.record().outcome, 'no-banner')
      await consent.chooseLate(page, quiet)
      await page.setContent(shown)
      if (isAnswered) await consent.chooseLate(page, quiet)
      await consent.lookBack(page)
      const record = consent.record()
      assert.deepEqual([record.outcome, states(record)], isAnswered
        ? ['reached', ['before-choice', 'rejected']] : ['failed', ['before-choice']])
      if (isAnswered) continue
      for (const language of ['de', 'fr'] as const) assert.match(wordsOf(language).said(record.detail) ?? '', /0\.3 s.*consent\.reject/)
    }
    const none = create()
    await page.setContent('<p>Mit „Zustimmen“ akzeptieren Sie unsere Hinweise zum Datenschutz.</p><button>Zustimmen</button>')
    await none.choose(page, quiet)
    await page.setContent('<form><p>Datenschutz</p><button>Zustimmen</button></form>')
    await none.lookBack(page)
    assert.notEqual(none.record().outcome, 'failed')
  } finally {
    await context.close()
  }
})

test('a banner on another site is none that came late; answered, it takes nothing back of what was seen on the first', async () => {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    const shown = `<script>window.clicked = []</script>${banner(button('Alle akzeptieren') + button('Alle ablehnen'))}`
    await page.route('**', (route) => route.fulfill({ contentType: 'text/html', body: route.request().url().includes('b.example') ? shown : '<p>Praxis</p>' }))
    const quiet = createQuiet(context)
    for (const isAnswered of [false, true]) {
      const consent = createConsent({
        asked: 'reject', selectors: {}, bannerMs: 300, step: (_title, action) => action(), picture: () => Promise.resolve(null),
      })
      await page.goto('http://www.a.example/')
      await consent.choose(page, quiet)
      await page.goto('http://www.b.example/')
      if (isAnswered) await consent.chooseLate(page, quiet)
      await consent.lookBack(page)
      const { outcome, timeline } = consent.record()
      assert.deepEqual([outcome, timeline.map(({ state, site = '' }) => `${state} ${site}`)], isAnswered
        ? ['reached', ['before-choice ', 'no-banner a.example', 'rejected b.example']] : ['no-banner', ['before-choice ', 'no-banner a.example']])
    }
  } finally {
    await context.close()
  }
})

test('a browser that brought cookies or storage may have chosen before: which choice stands is not known', async () => {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    await page.setContent('<p>Praxis</p>')
    const consent = createConsent({
      asked: 'reject', selectors: {}, broughtState: true, bannerMs: 300, step: (_title, action) => action(), picture: () => Promise.resolve(null),
    })
    await consent.choose(page, createQuiet(context))
    assert.deepEqual(consent.record().timeline.map(({ state }) => state), ['unknown'])
  } finally {
    await context.close()
  }
})
