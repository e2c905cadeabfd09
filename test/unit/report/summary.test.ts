import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LeakRecord, Report } from '../../../src/model.js'
import { byRecipient } from '../../../src/report/html/findings.js'
import { toPage } from '../../../src/report/html/page.js'
import { summarise, toFlows, toSentences } from '../../../src/report/summary.js'
import { LANGUAGES, wordsOf } from '../../../src/report/words/languages.js'
import { makeAnalysed, makeHonest, reportOf } from '../../golden/fixture.js'

/** The report of the reject capture with its leaks changed. */
function reportWith(change: (leak: LeakRecord) => Partial<LeakRecord>): Report {
  const report = reportOf([makeAnalysed({ consent: 'reject' })])
  return { ...report, findings: report.findings.map((finding) => ({ ...finding, leaks: finding.leaks.map((leak) => ({ ...leak, ...change(leak) })) })) }
}

test('leaks: who received what while which choice stood, worst first, target first', () => {
  const summary = summarise(reportOf([makeAnalysed({ consent: 'reject' })]))
  assert.match(summary, /^Stand-in, not a live site: klinik\.example\. While “reject” was chosen, facebook\.com received the speciality, the reason for the visit, the insurance status and an id that ties health information to one visitor\. Before any choice was made, widgets\.example received the client address in a field\. Coverage: full/)
  assert.match(summarise(reportOf([makeAnalysed({ consent: 'accept', target: 'live' })])), /^Live site: klinik\.example\. While “accept” was chosen, facebook\.com received .*the e-mail address \(hashed\) and an id/)
})

test('recipients of the same under the same choice share a sentence', () => {
  const report = reportWith((leak) => leak.kind === 'network.ip' ? {} : { recipientDomain: leak.field === 'fbp' ? 'b.example' : 'a.example', kind: 'health.search' })
  assert.match(summarise(report), /While “reject” was chosen, a\.example and b\.example each received the search term\./)
})

test('two companies behind the site\'s own host are two recipients, each with what it received', () => {
  const report = reportWith((leak) => ({
    recipientDomain: 'klinik.example', recipientVia: 'first-party', recipientEntity: leak.kind === 'network.ip' ? 'B Ltd' : 'A Inc',
  }))
  const flows = toFlows(report).map(({ recipient, entity, kinds }) => [recipient, entity, kinds.some(({ kind }) => kind === 'network.ip')])
  assert.deepEqual(flows, [['klinik.example', 'A Inc', false], ['klinik.example', 'B Ltd', true]])
  // The browser shows what the site's host received, and in whose format; not what that host passes on.
  assert.match(summarise(report), /klinik\.example \(in the format of A Inc\) received [^.]*\. .*klinik\.example \(in the format of B Ltd\) received the client address/)
  for (const language of LANGUAGES) assert.doesNotMatch(summarise(report, wordsOf(language)), /(?:A Inc|B Ltd) \(/)
  assert.deepEqual(byRecipient(report).map(([first, findings]) => [first.entity, findings.length]),
    [['A Inc', report.findings.length - 1], ['B Ltd', 1]])
  // Both in one field are one finding, of which each is shown its own.
  const [finding, other] = report.findings
  const [one, two] = [finding?.leaks[0], other?.leaks[0]]
  assert.ok(finding && one && two)
  const leaks: LeakRecord[] = [{ ...one, severity: 'critical' }, { ...two, recipientEntity: 'B Ltd', severity: 'low' }, { ...one, leakId: 'x', severity: 'high' }]
  const shared: Report = { ...report, findings: [{ ...finding, leaks }] }
  assert.deepEqual(byRecipient(shared).map(([{ entity }, [part]]) => [entity, part?.recipientEntity, part?.severity, part?.leaks.length]),
    [['A Inc', 'A Inc', 'critical', 2], ['B Ltd', 'B Ltd', 'low', 1]])
})

test('an id ties health information to a visitor only where both stood in one request, or where the severity says that they are linked', () => {
  const apart = reportWith((leak) => leak.field === 'fbp' ? { kind: 'identifier.cookie', severityRule: 'identifier-alone', entry: 900 } : { entry: 1 })
  assert.match(summarise(apart), /the insurance status and a cookie id\./)
  const together = reportWith((leak) => leak.field === 'fbp' ? { kind: 'identifier.cookie', severityRule: 'identifier-alone', entry: 1 } : { entry: 1 })
  assert.match(summarise(together), /the insurance status and an id that ties health information to one visitor\./)
  const linked = reportWith((leak) => leak.field === 'fbp' ? { kind: 'identifier.cookie', severityRule: 'health-with-person+inferred', entry: 900 } : { entry: 1 })
  assert.match(summarise(linked), /ties health information to one visitor/)
  const elsewhere = reportWith((leak) => leak.field === 'fbp' ? { kind: 'identifier.cookie', severityRule: 'identifier-alone', entry: 1, captureId: 'other' } : { entry: 1 })
  assert.doesNotMatch(summarise(elsewhere), /ties health information/)
})

test('a word of a vocabulary is a word, not the condition of the visitor', () => {
  const report = (severityRule: string): Report => reportWith((leak) => leak.kind === 'network.ip' ? {} :
    leak.field === 'fbp' ? { kind: 'identifier.cookie', severityRule: 'identifier-alone', severity: 'low', entry: 1 }
      : { kind: 'health.condition', matchSource: 'vocabulary', severityRule, severity: 'low', entry: 1 })
  assert.match(summarise(report('health')), /facebook\.com received words about health \(condition\) and an id that ties/)
  assert.match(summarise(report('ambiguous-word')), /facebook\.com received words that may be about health \(condition\) and a cookie id\./)
  for (const language of LANGUAGES) {
    const words = wordsOf(language)
    assert.ok(!summarise(report('health'), words).includes(words.received['health.condition']))
    const page = [...toPage(report('health'), { language })].join('').split(`<div class="language ${language}"`)[1]?.split('<div class="language')[0] ?? ''
    assert.ok(page.includes(`</b> ${words.word(words.kind['health.condition'])}`), 'no "critical condition" in the table')
  }
})

test('what looks hashed in a known field is not called plain; what was not answered has not arrived for certain', () => {
  const hashed = reportWith(() => ({ kind: 'identity.email', certainty: 'hashed', transform: '', layers: '', matchSource: 'signature', delivery: 'unknown' }))
  const report = { ...hashed, findings: hashed.findings.map((finding) => ({ ...finding, kind: 'identity.email' as const })) }
  for (const language of LANGUAGES) {
    const words = wordsOf(language)
    const page = [...toPage(report, { language })].join('').split(`<div class="language ${language}"`)[1]?.split('<div class="language')[0] ?? ''
    assert.ok(page.includes(words.unconfirmed(words.hashed(words.received['identity.email']))))
    assert.doesNotMatch(page, new RegExp(`<dd>${words.label.noLayers}</dd>`), 'a hash is no plain text')
  }
})

test('who saw the client address is said with the proxy that may stand in between', () => {
  const report = reportOf([makeHonest({ consent: 'reject' })])
  const made = (change: Partial<Report['captures'][number]>): Report => ({ ...report, captures: report.captures.map((one) => ({ ...one, ...change })) })
  assert.match(summarise(report), /saw the client address by the connection\./)
  for (const change of [{ conditions: { proxies: ['HTTPS proxy.example:3128'] } }, { conditions: { proxies: [], proxy: 'http://proxy.example' } }, { conditions: {} }]) {
    assert.match(summarise(made({ ...change, contacted: [] })), /No request to a third party was seen to leave\./)
    assert.match(summarise(made(change)), /saw the client address, or that of a proxy before it, by the connection\./)
  }
})

test('an id alone is an id; a choice that is not known is said so', () => {
  const report = reportWith(() => ({ kind: 'identifier.cookie', consentAt: null }))
  assert.match(summarise(report), /In an unknown consent state, facebook\.com and widgets\.example each received a cookie id\./)
})

test('of a test that makes its own choice nobody says that there was none, or that nothing was sent before', () => {
  const own = (timeline: readonly object[]): Report => {
    const { captures, ...report } = reportOf([makeHonest({ consent: 'no-choice' })])
    return { ...report, captures: captures.map((one) => ({ ...one, conditions: { consent: { detail: 'x', timeline } } })) }
  }
  const at = '2026-03-01T09:00:00.000Z'
  const before = { at, state: 'before-choice' }
  for (const language of LANGUAGES) {
    const words = wordsOf(language)
    const said = (report: Report): string =>
      [...toPage(report, { language })].join('').split(`<div class="language ${language}"`)[1]?.split('<div class="language')[0] + summarise(report, words)
    const none = words.consentAsked['no-choice']
    assert.ok(said(own([before])).includes(none), 'an audit without a choice')
    assert.ok(said(own([before])).includes(words.label.beforeChoice))
    for (const text of [none, words.label.beforeChoice]) assert.ok(!said(own([])).includes(text), `${language}: ${text}`)
    const noted = said(own([before, { at, state: 'accepted' }]))
    assert.ok(!noted.includes(none))
    assert.ok(noted.includes(words.consentAt.accepted))
  }
})

test('none observed names its coverage, its blind spots, and who was contacted', () => {
  const summary = summarise(reportOf([makeHonest({ consent: 'reject' }), makeHonest({ consent: 'accept', coverage: 'limited' })]))
  assert.match(summary, /None observed: in 2 captures \(reject and accept\) none of the 7 values looked for/)
  assert.match(summary, /Coverage: limited \(complete but for the blind spots named\)\. Not seen: Requests of service workers are not in this HAR\./)
  assert.match(summary, /1 third party was contacted/)
  assert.doesNotMatch(summary, /clean|safe|compliant/i)
})

test('none observed under a choice that was asked for and not made says so; who may not have been reached is counted apart', () => {
  const report = reportOf([makeHonest({ consent: 'reject' }), makeHonest({ consent: 'accept' })])
  const [reject, accept] = report.captures
  assert.ok(reject !== undefined && accept !== undefined)
  const unmade = { ...report, captures: [{ ...reject, consentOutcome: 'no-banner' as const }, accept] }
  assert.match(summarise(unmade), /in 2 captures \(reject: no banner seen and accept\)/)
  const unconfirmed = { ...report, captures: report.captures.map((capture) => ({ ...capture, contacted: capture.contacted.map((one) => ({ ...one, unconfirmed: true })) })) }
  assert.match(summarise(unconfirmed), /Whether requests to 1 third party arrived is not known/)
  assert.doesNotMatch(summarise(unconfirmed), /contacted/)
})

test('inconclusive names the reasons', () => {
  const summary = summarise(reportOf([makeHonest({ consent: 'reject' }), makeHonest({ consent: 'accept', coverage: 'broken' })]))
  assert.match(summary, /Inconclusive: nothing was observed, but 1 of 2 captures is broken\. booking\.de, accept: The browser crashed/)
  const { captures: _captures, ...rest } = reportOf([makeHonest({ consent: 'reject' })])
  assert.match(summarise({ ...rest, captures: [], verdict: 'inconclusive', coverage: 'broken' }), /no capture could be read/)
})

test('where no value was given none is counted; where there is no capture there is no target', () => {
  const report = reportOf([makeHonest({ consent: 'reject' })])
  const looked = (termCounts: Readonly<Record<string, number>>): Report =>
    ({ ...report, captures: report.captures.map((capture) => ({ ...capture, analysis: { ...capture.analysis, termCounts } })) })
  const said: Readonly<Record<string, readonly [RegExp, RegExp, RegExp]>> = {
    de: [/wurde kein bekanntes Wort .*eigene Werte wurden nicht angegeben\./, /wurde der gesuchte Wert nicht, kein/, /^Kein Ziel/],
    fr: [/, aucun mot connu .*aucune valeur n’avait été indiquée\./, /la valeur recherchée n’a pas été vue/, /^Pas de cible/],
    en: [/no known word .*no values had been given\./, /the value looked for was not seen/, /^No target: there is no capture\. Inconclusive/],
  }
  for (const language of LANGUAGES) {
    const [none, one, absent] = said[language] ?? []
    const words = wordsOf(language)
    assert.match(summarise(looked({}), words), none ?? /^$/)
    assert.doesNotMatch(summarise(looked({}), words), /\b0\b/)
    assert.match(summarise(looked({ 'health.search': 1 }), words), one ?? /^$/)
    assert.match(summarise({ ...report, captures: [], verdict: 'inconclusive', coverage: 'broken' }, words), absent ?? /^$/)
  }
})

test('leaks with a broken capture: there may be more', () => {
  const summary = summarise(reportOf([makeAnalysed({ consent: 'reject' }), makeHonest({ consent: 'accept', coverage: 'broken' })]))
  assert.match(summary, /1 of 2 captures is broken, so there may be more\./)
})

test('flows: one for each recipient and consent state; a kind is hashed where all of it was', () => {
  const flows = toFlows(reportOf([makeAnalysed({ consent: 'reject' }), makeAnalysed({ consent: 'accept' })]))
  const keys = flows.map(({ recipient, consentAt }) => `${recipient} ${consentAt}`)
  assert.equal(new Set(keys).size, keys.length)
  assert.deepEqual(keys.slice(0, 2), ['facebook.com rejected', 'facebook.com accepted'])
  const email = flows[1]?.kinds.find(({ kind }) => kind === 'identity.email')
  assert.equal(email?.hashed, true)
  assert.deepEqual(flows[0]?.steps, ['search for a specialist', 'choose the reason for the visit'])
  assert.equal(flows[0]?.kinds.find(({ kind }) => kind === 'identifier.cookie')?.leaks, 7)
})

test('of many sites the first are named and the rest counted', () => {
  const [capture] = reportOf([makeAnalysed({ consent: 'reject' })]).captures
  assert.ok(capture)
  const of = (count: number): Report => ({
    ...reportOf([makeAnalysed({ consent: 'reject' })]), captures: Array.from({ length: count }, (_, at) => ({ ...capture, site: `s${at}.example` })),
  })
  const told = (count: number, language: 'de' | 'fr' | 'en'): string => toSentences(of(count), wordsOf(language)).target
  assert.match(told(9, 'en'), /: s0\.example, .*, s8\.example\.$/)
  for (const [language, end] of [['en', 's7.example and 62 more.'], ['de', 's7.example und 62 weitere.'], ['fr', 's7.example et 62 autres.']] as const) {
    assert.ok(told(70, language).endsWith(end), told(70, language))
  }
})

test('of many recipients in one sentence, and of many blind spots, the first are named and the rest counted', () => {
  const report = reportOf([makeAnalysed({ consent: 'reject' })])
  const [finding] = report.findings
  const leak = finding?.leaks[0]
  assert.ok(finding && leak)
  const leaks = Array.from({ length: 60 }, (_, at) => ({ ...leak, leakId: `l${at}`, kind: 'identity.email' as const, recipientDomain: `t${at}.example`, recipientEntity: null }))
  const captures = report.captures.map((capture) => ({ ...capture, blindSpots: Array.from({ length: 7 }, (_, at) => `Blind spot ${at}.`) }))
  for (const [language, recipients, spots] of [
    ['en', / and 52 more each received /, /; 2 more\./], ['de', / und 52 weitere jeweils /, /; 2 weitere\./], ['fr', / et 52 autres ont chacun /, /; 2 autres\./],
  ] as const) {
    const { verdict, basis } = toSentences({ ...report, captures, findings: [{ ...finding, leaks }] }, wordsOf(language))
    assert.match(verdict[0] ?? '', recipients)
    assert.ok(verdict.some((sentence) => sentence.includes('60')), 'how many there are in all is said')
    assert.ok(basis.some((sentence) => spots.test(sentence)), basis.join('\n'))
  }
})
