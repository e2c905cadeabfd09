/**
 * What other stages say is told in German and French. The sentences come from the stages themselves: from their functions
 * where these are to be had alone, and for all of them from the texts in their source.
 */
import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { coverageOf, type CoverageFacts } from '../../../src/capture/completeness.js'
import { contradictionsOf } from '../../../src/capture/consent-strings.js'
import { deviationsOf } from '../../../src/capture/environment.js'
import { peel } from '../../../src/decode/peel.js'
import { createResidue } from '../../../src/detect/residue.js'
import { createExchangeReader } from '../../../src/exchange/exchange.js'
import { faultsOf } from '../../../src/evidence/originals.js'
import { blindSpotsOf, createSeen } from '../../../src/har/blind-spots.js'
import { createSplitter } from '../../../src/har/split.js'
import type { HarEntry } from '../../../src/har/types.js'
import { explainEntry } from '../../../src/har/validate.js'
import { createSites } from '../../../src/learn/sites.js'
import { CONSENT_STATES, type Exchange } from '../../../src/model.js'
import { createRunNotes } from '../../../src/playwright/run-notes.js'
import { blindSpotOf, blindSpotsOfOptions } from '../../../src/playwright/suite/blind-spots.js'
import type { ApiCall } from '../../../src/playwright/suite/calls.js'
import { signatures } from '../../../src/recipient/signatures.generated.js'
import { SAYINGS } from '../../../src/report/said/catalogue.js'
import { createSaid, spaced, toTemplate, type Saying } from '../../../src/report/said/said.js'
import { wordsOf } from '../../../src/report/words/languages.js'
import { literalsOf } from './literals.js'

const languages = ['de', 'fr'] as const

/** Each is known in both languages, and no word of a template is left as it was. */
function areTold(sentences: readonly string[], what: string): void {
  assert.ok(sentences.length > 0, what)
  for (const language of languages) {
    const unknown = sentences.filter((sentence) => wordsOf(language).said(sentence) === null)
    assert.deepEqual([...new Set(unknown)], [], `${what}, ${language}`)
  }
}

test('every template says the same slots in each language, and stands once', () => {
  const seen = new Set<string>()
  for (const [english, ...others] of SAYINGS) {
    assert.ok(!seen.has(english), english)
    seen.add(english)
    const slots = new Set(toTemplate(english).slots)
    for (const other of others) {
      assert.deepEqual(new Set(toTemplate(other).slots), slots, other)
      if (english.split(' ').length > 3) assert.notEqual(other, english)
    }
  }
})

test('a template fits what it was made from: each is found again, and not by another before it', () => {
  const rest = /\{([+!#]?)\w+\}/g
  for (const [english, german] of SAYINGS) {
    const fill = (text: string, must: string): string => text.replace(rest, (_, sign: string) => sign === '!' ? must : 'x1')
    const [sentence, expected] = [fill(english, 'fresh profile'), fill(german, 'frisches Profil')]
    assert.equal(wordsOf('de').said(sentence), expected)
  }
})

test('French sets its spaces; a slot is copied as it is, patterns and templates in it included', () => {
  assert.equal(spaced('« a » : b ; c'), '«\u00A0a\u00A0»\u00A0: b\u00A0; c')
  for (const name of ['$&', '{name}', '{+detail}', '" was clicked', '<b>', 'No page was visited.', 'ä\u202e']) {
    assert.equal(wordsOf('de').said(`"${name}" was clicked.`), `„${name}“ wurde angeklickt.`)
  }
  assert.equal(wordsOf('en').said('anything'), 'anything')
  assert.equal(wordsOf('de').said('Something else was clicked, who knows.'), null)
})

test('sentences in a row, and sentences within sentences', () => {
  assert.equal(
    wordsOf('de').said('"Alle akzeptieren" was clicked. Behind "Einstellungen": "Ablehnen" was clicked and is still there.'),
    '„Alle akzeptieren“ wurde angeklickt. Hinter „Einstellungen“: „Ablehnen“ wurde angeklickt und ist noch da.')
  assert.equal(
    wordsOf('fr').said('The consent state reject was not reached: No banner appeared within 3 s.'),
    'L’état de consentement «\u00A0refuser\u00A0» n’a pas été atteint\u00A0: Aucun bandeau n’est apparu en 3 s.')
})

test('a sentence calls a consent state what the tables call it, and one of several is one', () => {
  for (const language of ['de', 'fr'] as const) {
    const { said, consentAsked } = wordsOf(language)
    for (const state of CONSENT_STATES) {
      const sentence = said(`The consent state ${state} was not reached: No banner appeared within 3 s.`) ?? ''
      assert.ok(sentence.includes(consentAsked[state]), `${language}: ${sentence}`)
    }
    for (const english of [
      '1 of 5 entries of the HAR could not be read.', '1 of 2 WebSocket connections have no frames here: what they carried is not known.',
      "Of the site's 9 host names, 1 had an alias when they were looked up (t); when the HAR was recorded, DNS may have said something else.",
    ]) assert.doesNotMatch(said(english) ?? 'nothing', /nothing|waren nicht|haben hier|hatten|n’ont|avaient/, `${language}: ${said(english) ?? ''}`)
  }
})

test('what is hostile costs no more than it is long', () => {
  let looks = 0
  const counting: Saying[] = SAYINGS.map(([english, german, french]) => [english, german, french])
  const said = createSaid(counting, 'de')
  const indexOf = String.prototype.indexOf
  // Counted, not timed: how often a text is searched.
  String.prototype.indexOf = function (this: string, ...all: [string, number?]) {
    looks++
    return indexOf.apply(this, all)
  }
  try {
    for (const text of [': ; . '.repeat(1_500), 'x: x; and x and 1 more. '.repeat(300), '"" was clicked. '.repeat(500), 'Behind "": '.repeat(800)]) said(text)
  } finally {
    String.prototype.indexOf = indexOf
  }
  assert.ok(looks < 4 * 500 * SAYINGS.length, String(looks))
  assert.equal(said('x'.repeat(100_000)), null)
})

test('blind spots of every creator, and all that a HAR can lack', () => {
  const source = readFileSync(join(process.cwd(), 'src/har/blind-spots.ts'), 'utf8')
  const creators = [...source.matchAll(/\bof: \/(.*)\/i,/g)].flatMap(([, pattern = '']) => pattern.split('|').map((one) => one.replace(/[\^()?:]|\\/g, '')))
  assert.ok(creators.length > 15, String(creators.length))
  const seen = createSeen()
  const bare = { request: { method: 'POST', url: 'wss://a.example/', bodySize: 5 }, response: {} } as unknown as HarEntry
  seen.add(bare)
  for (const creator of [...creators, 'nobody']) {
    const spots = blindSpotsOf({ creator, browser: '', pages: [] }, seen.counts())
    if (creator !== 'tattle') areTold(spots, creator)
  }
})

const whole: CoverageFacts = {
  harCount: 2, netlogCount: 2, explainedCount: 0, unexplained: [], bodiesLost: [], bodiesFilled: 0,
  peers: [], hostsWithoutAliases: [], contactedAhead: [], hostsRefused: [], hostsCutOff: [], hostsWithWorker: [], browserHosts: [], commandLine: [], browser: '', netlogComplete: true,
  problems: [], hasHar: true, hasNetlog: true, entries: 2, firstPageRequestAt: 2000, logStartedAt: 1000, pageTitles: [],
  clock: null, certificates: [], setting: { proxies: [], dnsOverHttps: [] }, setCookies: [], consentSignals: [], withInitiator: 0,
  localAddresses: [], topDocuments: [], completed: true, failures: [], blindSpots: [],
}

test('each reason why a capture is broken or limited', () => {
  const many = Array.from({ length: 9 }, (_, at) => `GET https://t${at}.example/?a=1;b=2`)
  const cases: readonly Partial<CoverageFacts>[] = [
    { hasNetlog: false, netlogComplete: false }, { hasNetlog: false, problems: ['The NetLog cannot be read: no end'] }, { netlogComplete: false },
    { problems: ['The HAR zip cannot be read: no end.'] }, { firstPageRequestAt: undefined }, { logStartedAt: 2001 },
    { unexplained: many.slice(0, 1) }, { unexplained: many }, { bodiesLost: many.slice(0, 1) }, { bodiesLost: many }, { completed: false },
    { topDocuments: [{ url: 'https://a.example/?x', status: 403, challenge: undefined }] },
    { isOfSuite: true, topDocuments: [{ url: 'https://a.example/?x', status: 404, challenge: undefined }] },
    { isOfSuite: true, firstPageRequestAt: undefined },
    { topDocuments: [{ url: 'https://a.example/', status: 200, challenge: 'cf-mitigated: challenge' }] },
    { topDocuments: [{ url: 'https://www.google.com/sorry/index', status: 200, challenge: undefined }] },
    { pageTitles: ['Just a moment...'] }, { hasHar: false }, { hostsWithoutAliases: many }, { contactedAhead: many },
    { hostsRefused: many, ignoreHttpsErrors: true },
    { hostsCutOff: many },
    { hostsWithWorker: many },
    { peers: ['udp 203.0.113.5:3478', 'webtransport https://t.example/'] },
  ]
  for (const facts of cases) {
    const { coverageReasons, blindSpots } = coverageOf({ ...whole, ...facts })
    areTold([...coverageReasons, ...blindSpots], JSON.stringify(facts))
  }
  const { coverageReasons } = coverageOf({ ...whole, unexplained: many })
  assert.match(wordsOf('de').said(coverageReasons[0] ?? '') ?? '', /^9 Anfragen fehlen .* ; und 4 weitere\.$/)
})

test('each way in which a browser differs, and its effect', () => {
  const flags = ['--headless', '--no-sandbox', '--disable-quic', '--short-reporting-delay', '--disable-back-forward-cache', '--disable-features=ThirdPartyStoragePartitioning,HttpsUpgrades',
    '--disable-popup-blocking', '--no-pings', '--disable-background-networking', '--disable-field-trial-config', '--disable-extensions',
    '--proxy-server=x', '--ignore-certificate-errors']
  const all = [true, false].flatMap((is) => deviationsOf({
    commandLine: flags, thirdPartyCookies: is ? 'allow' : 'block', hostMap: [{ pattern: '*', to: '127.0.0.1:1' }], ignoreHttpsErrors: true, broughtState: is,
    byHand: is, consentHelper: true, privacySignals: true,
  }))
  assert.ok(all.length > 40)
  areTold(all.flatMap(({ what, effect }) => [what, effect]), 'deviations')
})

test('each meaning of a field of every signature, and where it is documented without an address', () => {
  const fields = Object.values(signatures).flatMap(({ fields: all }) => Object.values(all ?? {}))
  const meanings = [...new Set(fields.map(({ meaning }) => meaning))]
  assert.ok(meanings.length > 200, String(meanings.length))
  areTold(meanings, 'meanings')
  areTold([...new Set(fields.map(({ source }) => source).filter((source) => !/^https?:/.test(source)))], 'sources')
})

test('what a test of somebody keeps from being seen', () => {
  const call = (type: string, method: string, params: ApiCall['params']): string =>
    blindSpotOf({ type, method, params, location: '/a/b.spec.ts:3:1', at: 0 } as unknown as ApiCall) ?? ''
  areTold([
    call('Page', 'setNetworkInterceptionPatterns', { patterns: [{ glob: '**/a' }, { regexSource: 'b' }] }),
    call('Page', 'setNetworkInterceptionPatterns', { patterns: [{}] }),
    call('Page', 'setWebSocketInterceptionPatterns', { patterns: [{ glob: '**' }] }), call('BrowserType', 'launch', {}),
    call('BrowserContext', 'addCookies', { cookies: [{ name: 'euconsent-v2' }] }), call('BrowserContext', 'setOffline', { offline: true }),
    call('CDPSession', 'send', { method: 'Emulation.setScriptExecutionDisabled', params: { value: true } }),
    ...blindSpotsOfOptions({
      storageState: { cookies: [{ name: 'OptanonConsent' }], origins: [] } as never, javaScriptEnabled: false, serviceWorkers: 'block', offline: true,
    }),
  ], 'suite')
})

test('tests of which nothing is known, one and several', () => {
  for (const names of [['a · b'], ['a · b', 'a · c', 'a · d', 'a · e']]) {
    const notes = createRunNotes('r')
    for (const name of names) {
      notes.without(name, 'it says so')
      notes.failed(name)
      notes.notRun(name)
    }
    notes.retried('a · b', new Map([['f', 'low identity.name → ads.example, path']]))
    notes.conclude()
    assert.equal(notes.messages().length, 4)
    areTold(notes.messages(), 'run')
  }
})

test('what is odd about a HAR and its entries', async () => {
  const said: string[] = []
  const split = (text: string): void => {
    const splitter = createSplitter({ entry: () => {}, head: () => {}, diagnostic: ({ message }) => { said.push(message) } })
    splitter.push(Buffer.from(text))
    splitter.end()
  }
  split('{"log":{"creator":{"name":1},"entries":[,{"a":1}{"b":2},],"entries":[{}]}} more')
  split('{"log":{"entries":[{"a":1}]}}{"log":{}}')
  split('{"log":{"entries":[{"a":1},{"b":')
  split('{"log":{"entries":[{"a":1}],"x":nonsense}}')
  const entry = (request: object, rest: object = {}): HarEntry => ({ request: { method: 'POST', ...request }, ...rest }) as unknown as HarEntry
  const read = createExchangeReader({
    pages: () => new Map(), body: () => undefined, diagnostic: ({ message }) => { said.push(message) },
  })
  read(entry({}), 1)
  read(entry({ url: 'nonsense:' }), 2)
  read(entry({ url: 'https:///x' }), 3)
  read(entry({ url: 'https://a.example/', postData: { _file: 'gone.bin' } }), 4)
  read(entry({ url: 'https://a.example/', postData: { text: 'a\ufffdb', mimeType: 'application/octet-stream' } }), 5)
  read(entry({ url: `https://a.example/?${Array.from({ length: 9_000 }, (_, at) => `a${at}=1`).join('&')}` }), 6)
  said.push(await explainEntry({ request: 1 } as unknown as HarEntry) ?? '')
  peel(gzipSync(Buffer.alloc(30_000_000)), () => {}, { diagnostic: ({ message }) => { said.push(message) } })
  peel(Buffer.from('a%2525252525252525252525252525252541'), () => {}, { maxDepth: 1, diagnostic: ({ message }) => { said.push(message) } })
  peel(Buffer.from('{"a":"%41","b":"%42"}'), () => {}, { maxLayers: 1, diagnostic: ({ message }) => { said.push(message) } })
  const codes = said.map((sentence) => sentence.replace(/[\d"].*/, ''))
  assert.ok(new Set(codes).size >= 10, codes.join('\n'))
  areTold(said, 'har')
})

test('what was not decoded, which site is meant, what a consent string contradicts, what was edited', () => {
  const dense = Buffer.from(Array.from({ length: 400 }, (_, at) => (at * 7919 + (at >> 3) * 104_729) & 0xff))
  const residue = createResidue()
  const exchange = { entry: 1, delivery: 'sent', fields: [{ part: 'body', name: '', value: dense }, { part: 'query', name: 'x', value: dense }] } as unknown as Exchange
  residue.see(exchange, { domain: 't.example', category: 'advertising' } as never)
  const sites = createSites()
  const asked = { host: 'a.example', domain: 'a.example', url: 'https://a.example/', resourceType: 'image', fields: [] } as unknown as Exchange
  sites.see(asked, { category: 'social', via: 'direct' } as never)
  const none = sites.site().reason
  sites.see(asked)
  areTold([
    ...residue.diagnostics().map(({ message }) => message), `First party: ${none} Name it with --first-party if that is wrong.`,
    `First party: ${sites.site().reason} Name it with --first-party if that is wrong.`,
    ...['documents of it were loaded', '1 request belongs to its pages', '2 requests belong to its pages', '1 request names it as where the visitor was']
      .map((reason) => `First party: a.example: documents of it were loaded, ${reason}. Name it with --first-party if that is wrong.`),
    ...contradictionsOf([
      { url: 'https://t.example/?x', at: 5, string: { kind: 'tcf', granted: ['2'] }, cookies: true },
      { url: 'https://t.example/?x', at: 15, string: { kind: 'gcs', granted: ['ad_storage'] }, cookies: false },
      { url: 'https://t.example/?x', at: 25, string: { kind: 'tcf', granted: ['1'] }, cookies: false },
    ] as never, [{ at: new Date(10).toISOString(), state: 'rejected' }, { at: new Date(20).toISOString(), state: 'before-choice' }]),
    `The capture is not what was recorded: ${faultsOf([{ name: 'x', bytes: 1, sha256: 'a' }, { name: 'originals/new', bytes: 1, sha256: 'b' }], {
      captureId: 'no', originals: [{ name: 'originals/har.zip', bytes: 1, sha256: 'c' }], enclosed: [{ name: 'x', bytes: 1, sha256: 'z' }],
    } as never).join('; ')}.`,
  ], 'others')
})

test('what a redacted copy lacks, and a run that has left nothing', () => {
  areTold([
    ...['something redacted would be left of it (identity.name, health.search)', 'the copy would no longer show all that the original shows of it']
      .map((why) => `The capture 0a1b is not in this copy, because ${why}.`),
    ...['it was stopped, goes on, or could not be written', 'it had no reporter of tattle (--reporter takes the place of those in the ' +
      'configuration), or wrote a blob report that has not been merged']
      .map((why) => `A run that began at 2026-03-01T09:00:00.000Z has left nothing here: ${why}. This is of the run before; run it again, or name this one with --run.`),
    'Something that the run was to tell of was not captured, or could not be read; the report of the original says what.',
  ], 'losses')
})

/** Sentences that are put together where they stand, from parts that the tests above see whole. */
const COMPOSED = [
  'First party: x1 Name it with --first-party if that is wrong.', 'x1 missing from the NetLog: x1.', 'The bodies of x1 were not recorded whole: x1.',
  'What x1 yields x1 was not searched: x1, and x1.', 'Entry x1 was left out: x1.',
  'x1 was sent x1 bytes in x1 (x1) that nothing decoded; they have x1 bits a byte.', 'The capture is not what was recorded: x1.',
  'x1: no document, page or Referer names a site; it received x1, known trackers aside none received more.',
  'x1 a consent choice already (x1), so what the site sends before a visitor has chosen, or after another choice, was not seen.',
  "The banner of x1 was x1 by autoconsent's rules.", 'x1 changed since, or made anew from the originals.',
  'x1: x1 requests are not in the masked HAR, because something of what they carried would have been left in it.', 'x1 has no masked HAR: x1',
  'x1 ran without a capture, so nothing is known of what was sent: x1 (x1).',
  'x1 failed without a capture, so nothing is known of what would have been sent: x1.',
  'x1 did not run, so nothing is known of what would have been sent: x1.', 'The findings of this run could not be kept.',
  // not filed in a database: of the terminal, of expectations and of errors
  'The scenario declares the consent states x1.', 'x1 is no severity; they are x1.', '"x1" must be a list that names something.',
  'The file x1, which --storage-state names, holds no state as Playwright writes it: JSON with "cookies" and "origins".',
  'A run that was killed left a recording; it is now the broken capture x1, which tattle analyze reads.',
  'A run that was killed left x1, which could not be finished: x1', 'The browser x1 (x1) did not start: x1. Name another with --browser, or in TATTLE_BROWSER.',
  // of a recording, told in other words
  'Playwright wrote no HAR.', 'The HAR zip cannot be read: x1.',
  'Several findings in x1 have fingerprints that begin with "x1"; give more of it.',
]

test('a sentence about a test or a context names it', () => {
  for (const subject of ['The test "books"', 'A context that a.spec.ts opened']) {
    areTold([
      'could not be recorded: no', 'was recorded as 1f and could not be analysed: no', 'has no masked HAR: no',
    ].map((rest) => `${subject} ${rest}`), subject)
    areTold([`${subject}: 3 requests are not in the masked HAR, because something of what they carried would have been left in it.`], subject)
  }
})

test('every sentence in the source of the stages', () => {
  const src = join(process.cwd(), 'src')
  const stages = /^(?:(?:har|capture|playwright|exchange|decode|detect|learn|observe|assess)\/|(?:store\/(?:store|writers)|evidence\/originals|aliases|analysis|pipeline|settle|subject|commands\/(?:check|illustrate))\.ts$)/
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => stages.test(file.replaceAll('\\', '/')) && file.endsWith('.ts'))
  const sentences = files.flatMap((file) => literalsOf(readFileSync(join(src, file), 'utf8'))
    .filter(({ text, before }) => /^(?:[A-Z"`]|x1 |x1:)[^]*(?:[^.]\.|: x1)$/.test(text) && text.split(' ').length > 3 && !/Error\(|\{ value: $/.test(before))
    .map(({ text }) => text))
  assert.ok(sentences.length > 90, String(sentences.length))
  assert.deepEqual(COMPOSED.filter((sentence) => !sentences.includes(sentence)), [], 'not said any more')
  areTold(sentences.filter((sentence) => !COMPOSED.includes(sentence)), 'source')
})
