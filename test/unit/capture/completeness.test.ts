import assert from 'node:assert/strict'
import { test } from 'node:test'
import { coverageOf, type CoverageFacts } from '../../../src/capture/completeness.js'

const whole: CoverageFacts = {
  harCount: 2, netlogCount: 2, explainedCount: 0, unexplained: [], bodiesLost: [], bodiesFilled: 0,
  peers: [], hostsWithoutAliases: [], contactedAhead: [], hostsRefused: [], hostsCutOff: [], hostsWithWorker: [], browserHosts: [], commandLine: [], browser: 'Chromium 156', netlogComplete: true,
  problems: [], hasHar: true, hasNetlog: true, entries: 2,
  firstPageRequestAt: 2000, logStartedAt: 1000, pageTitles: ['Termin buchen'], clock: null, certificates: [], setting: { proxies: [], dnsOverHttps: [] }, setCookies: [], consentSignals: [], withInitiator: 0, localAddresses: [],
  topDocuments: [
    { url: 'https://site.test/?q=Urologie', status: 200, challenge: undefined },
    { url: 'https://site.test/go', status: 302, challenge: undefined },
  ],
  completed: true, failures: [], blindSpots: [],
}

test('nothing lost and nothing unseen is full', () => {
  assert.deepEqual(coverageOf(whole), { coverage: 'full', coverageReasons: [], blindSpots: [] })
})

test('each thing that was lost breaks a capture, with one sentence', () => {
  const page = (status: number, url = 'https://site.test/?q=Urologie', challenge?: string) =>
    [{ url, status, challenge }]
  const broken: readonly (readonly [Partial<CoverageFacts>, RegExp])[] = [
    [{ netlogComplete: false }, /breaks off/],
    [{ hasNetlog: false, netlogComplete: false, problems: ['The browser wrote no NetLog.'] }, /no NetLog/],
    [{ unexplained: ['GET https://t.test/'] }, /1 request is missing/],
    [{ bodiesLost: ['POST https://t.test/', 'POST https://u.test/'] }, /bodies of 2 requests/],
    [{ logStartedAt: 2001 }, /restarted/],
    [{ firstPageRequestAt: undefined }, /No page/],
    [{ completed: false }, /stopped before/],
    [{ topDocuments: page(403) }, /^The page https:\/\/site\.test\/ answered 403\.$/],
    [{ topDocuments: page(200, 'https://geo.captcha-delivery.com/captcha/?x=1') }, /check for robots/],
    [{ topDocuments: page(200, 'https://www.google.com/sorry/index?continue=x') }, /check for robots/],
    [{ topDocuments: page(403, 'https://site.test/', 'cf-mitigated: challenge') }, /check for robots \(cf-mitigated/],
    [{ pageTitles: ['Just a moment...'] }, /by its title/],
    [{ failures: ['The browser crashed.'] }, /crashed/],
    [{ problems: ['The HAR zip cannot be read: no end.'], hasHar: false }, /HAR/],
  ]
  for (const [facts, sentence] of broken) {
    const { coverage, coverageReasons } = coverageOf({ ...whole, ...facts })
    assert.equal(coverage, 'broken', String(sentence))
    assert.equal(coverageReasons.length, 1, coverageReasons.join(' | '))
    assert.match(coverageReasons[0] ?? '', sentence)
  }
})

test('of a suite, a test that passes has meant the page that it sees: named, and no proof of more', () => {
  const suite: CoverageFacts = { ...whole, isOfSuite: true }
  const page = (status: number, challenge?: string): Partial<CoverageFacts> =>
    ({ topDocuments: [{ url: 'https://site.test/gone?q=Urologie', status, challenge }] })
  const cases: readonly (readonly [Partial<CoverageFacts>, 'limited' | 'broken', RegExp])[] = [
    [{ firstPageRequestAt: undefined }, 'limited', /^No page was visited\.$/],
    [page(404), 'limited', /^The page https:\/\/site\.test\/gone answered 404, so what/],
    [page(403), 'limited', /answered 403/],
    [page(429), 'broken', /answered 429/],
    [page(500), 'broken', /answered 500/],
    [page(403, 'cf-mitigated: challenge'), 'broken', /check for robots/],
    [{ ...page(404), completed: false }, 'broken', /answered 404/],
    [{ firstPageRequestAt: undefined, completed: false }, 'broken', /No page was visited/],
  ]
  for (const [facts, expected, sentence] of cases) {
    const { coverage, coverageReasons, blindSpots } = coverageOf({ ...suite, ...facts })
    assert.equal(coverage, expected, JSON.stringify(facts))
    const said = expected === 'broken' ? coverageReasons : blindSpots
    assert.ok(said.some((one) => sentence.test(one)), said.join(' | '))
  }
})

test('what cannot be seen by nature is named only where it happened', () => {
  const peers = ['udp 203.0.113.5:3478', 'webtransport https://t.test/x?q=1']
  const { coverage, blindSpots } = coverageOf({ ...whole, peers })
  assert.equal(coverage, 'limited')
  assert.match(blindSpots.join('\n'), /203\.0\.113\.5:3478[^]*https:\/\/t\.test\/x\?q=1/)
  assert.equal(coverageOf({ ...whole, hasHar: false, problems: ['Playwright wrote no HAR.'] }).coverage, 'limited')
  assert.equal(coverageOf({ ...whole, hostsWithoutAliases: ['stats.site.test'] }).coverage, 'limited')
  assert.match(coverageOf({ ...whole, commandLine: ['--blink-settings=primaryHoverType=2,imagesEnabled=false'] }).blindSpots.join(), /ran without images/)
  assert.equal(coverageOf({ ...whole, commandLine: ['--blink-settings=primaryHoverType=2'] }).coverage, 'full')
  assert.equal(coverageOf({ ...whole, hostsRefused: ['px.third.test'] }).coverage, 'full', 'as every visitor\'s browser does')
  assert.match(coverageOf({ ...whole, hostsCutOff: ['px.third.test'] }).blindSpots.join(), /ended before all was sent .*; the hosts were px\.third\.test\./)
  assert.match(coverageOf({ ...whole, hostsWithWorker: ['www.site.test'] }).blindSpots.join(), /drops some that a visitor's sends.*; the hosts were www\.site\.test\./)
  assert.match(coverageOf({ ...whole, hostsRefused: ['px.third.test'], ignoreHttpsErrors: true }).blindSpots.join(), /still refused .*; the hosts were px\.third\.test\./)
  assert.match(coverageOf({ ...whole, contactedAhead: ['fonts.third.test'] }).blindSpots.join(), /ahead of requests that never came; the hosts were fonts\.third\.test\./)
  assert.equal(coverageOf({ ...whole, blindSpots: ['x'] }).coverage, 'limited')
})
