import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { CONSENT_STATES, type ConsentAt, type Report, type ReportCapture } from '../../../src/model.js'
import { signatures } from '../../../src/recipient/signatures.generated.js'
import { methodOf } from '../../../src/report/html/conditions.js'
import { article, findingSentence } from '../../../src/report/html/findings.js'
import { toPage } from '../../../src/report/html/page.js'
import { withEntity } from '../../../src/report/html/parts.js'
import { html, toMarkup } from '../../../src/report/html/template.js'
import { NO_ILLUSTRATION, type Evidence, type Sent } from '../../../src/report/illustration.js'
import { toActionText } from '../../../src/report/places.js'
import markdown from '../../../src/report/reporters/markdown.js'
import { toSentences } from '../../../src/report/summary.js'
import { LANGUAGES, wordsOf, type Language } from '../../../src/report/words/languages.js'
import type { Words } from '../../../src/report/words.js'
import { makeAnalysed, makeHonest, reportOf } from '../../golden/fixture.js'

/** Every word of a language that is a text, by its path. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => texts(inner, `${path}.${name}`))
}

/** Two sites: the first leaks, of the second nothing is reported, or it is broken. */
function twoSites(coverage: 'full' | 'broken' = 'full'): Report {
  const report = reportOf([makeAnalysed({ consent: 'accept' }), makeHonest({ consent: 'reject', coverage })])
  return {
    ...report,
    captures: report.captures.map((capture) => capture.consentAsked === 'reject' ? { ...capture, site: 'honest.example' } : capture),
  }
}

test('no language leaves a word empty, and each has the same words', () => {
  const names = texts(wordsOf('en')).map(([path]) => path).sort()
  for (const language of LANGUAGES) {
    const words = texts(wordsOf(language))
    assert.deepEqual(words.map(([path]) => path).sort(), names)
    for (const [path, text] of words) assert.notEqual(text.trim(), '', `${language}${path}`)
  }
})

test('German and French are not English: whole sentences differ', () => {
  const english = new Map(texts(wordsOf('en')))
  for (const language of ['de', 'fr'] as const) {
    const same = texts(wordsOf(language)).filter(([path, text]) => text.split(' ').length > 2 && english.get(path) === text)
    assert.deepEqual(same, [])
  }
})

test('French sets a space that does not break before double signs', () => {
  const sentences = [...texts(wordsOf('fr')).map(([, text]) => text), ...everySentence(wordsOf('fr'))]
  for (const text of sentences) assert.doesNotMatch(text.replace(/https?:/g, ''), /[^\u00A0\d][:;?!»](?:\s|$)|«[^\u00A0]/, text)
})

test('one of them is one of them, in every language', () => {
  for (const language of LANGUAGES) {
    const { phrase, sentence } = wordsOf(language)
    const one = [
      phrase.requestsTo(['a 1'], 1), phrase.sources(1, 1, 1), phrase.moreSent(1), phrase.moreHeaders(1), phrase.furtherFields(1),
      phrase.captures(1), phrase.requests(1, 1), phrase.findingCount(1), phrase.recipients(1), phrase.clock(1, 1, 1), phrase.layerBytes(1),
      sentence.control(1, 1, 1, 1), sentence.contacted(1, true), sentence.contacted(1, false), sentence.contacted(1, true, 1), sentence.contacted(0, true, 1), sentence.more(1), sentence.brokenToo(1, 1), sentence.inconclusive(1, 1),
      sentence.siteInconclusive('s.example', 1, 1),
    ]
    const several = { en: /captures|differences|headers|findings|recipients|parties|coincidences|times/, de: /Aufzeichnungen|Unterschiede|Abflüsse|Befunden|Zufälle|Dritte wurden/,
      fr: /1 autres|écarts|constats|enregistrements|des 1|tiers ont|coïncidences|lacunaires/ }[language]

    for (const text of one) assert.doesNotMatch(text.replace('third parties', ''), several, `${language}: ${text}`)
  }
})

function everySentence({ sentence, phrase }: Words): string[] {
  const states: readonly (ConsentAt | 'unknown')[] = ['before-choice', 'accepted', 'rejected', 'withdrawn', 'no-banner', 'unknown']
  return [
    ...states.flatMap((state) => [sentence.received(null, state, ['a.example'], ['x']), sentence.received('s.example', state, ['a.example', 'b.example'], ['x', 'y'])]),
    sentence.siteNoneObserved('s.example', ['x'], 'c'), sentence.siteInconclusive('s.example', 1, 2), sentence.more(3),
    sentence.acrossSites(2, 3, 4), phrase.further(5), sentence.noneObserved(2, ['x'], 7), sentence.coverageIs('c', 'm'), sentence.blindSpots(['a', 'b']), sentence.contacted(1, true), sentence.contacted(2, false), sentence.contacted(0, true, 2), sentence.contacted(2, true, 2),
    sentence.inconclusive(1, 2), sentence.brokenToo(2, 3), sentence.reason('c', 'r'), phrase.requestsTo(['a 1'], 2), phrase.sources(1, 2, 3), phrase.moreSent(1), phrase.moreSent(2),
    phrase.kept('n', 'w', 'p', 's', 'b'), phrase.variesWith('health.search'), phrase.seenOf(1, 2), phrase.furtherFields(2), phrase.listLine('l', 3),
  ]
}

for (const language of LANGUAGES) {
  test(`${language}: of several sites each sentence names the site, and the honest one is told apart`, () => {
    const words = wordsOf(language)
    const [first = '', ...rest] = toSentences(twoSites(), words).verdict
    assert.match(first, /klinik\.example/)
    assert.match(first, /facebook\.com/)
    const honest = rest.find((sentence) => sentence.includes('honest.example')) ?? ''
    assert.equal(honest, words.sentence.siteNoneObserved('honest.example', [words.consentAsked.reject], words.coverage.full))
    const broken = toSentences(twoSites('broken'), words).verdict.find((sentence) => sentence.includes('honest.example'))
    assert.equal(broken, words.sentence.siteInconclusive('honest.example', 1, 1))
  })

  test(`${language}: one site needs no name, and one state of consent is said as a sentence`, () => {
    for (const consent of CONSENT_STATES) {
      const [first = ''] = toSentences(reportOf([makeAnalysed({ consent })]), wordsOf(language)).verdict
      assert.doesNotMatch(first, /klinik\.example/)
      assert.match(first, /^\p{Lu}.*\.$/u)
    }
  })
}

for (const language of LANGUAGES) {
  test(`${language}: the method says that values were typed in only where they were`, () => {
    const words = wordsOf(language)
    const { method } = words
    const [base] = reportOf([makeHonest({ consent: 'reject' })]).captures
    assert.ok(base !== undefined)
    const [step] = base.steps
    assert.ok(step !== undefined)
    const none = { ...base.analysis, termCounts: { 'health.search': 0 } }
    const fill = { ...step, category: 'pw:api', title: 'Fill "x" getByLabel(\'y\')' }
    const typed = { ...base, steps: [...base.steps, fill] }
    const imported = { ...base, netlogCount: null, consentAsked: null, analysis: none }
    const table: [string, readonly ReportCapture[], readonly string[]][] = [
      ['a scenario that types', [typed], [method.recorded, method.typed, method.searchedValues]],
      ['a visit that types nothing', [base], [method.recorded, method.searchedValues]],
      ['typed by a suite, without a persona', [{ ...typed, persona: null, analysis: none }], [method.recorded, method.searched]],
      ['an imported HAR', [imported], [method.imported, method.searched]],
      ['an imported HAR of somebody\'s own test', [{ ...typed, netlogCount: null }], [method.imported, method.searchedValues]],
      ['both', [typed, imported], [method.recorded, method.typed, method.imported, method.searchedValues]],
    ]
    for (const [what, captures, expected] of table) assert.equal(methodOf(captures, words)[0], expected.join(' '), what)
  })

  test(`${language}: an action of our own is told in the language, the scenario's call as it is`, () => {
    const words = wordsOf(language)
    const own = toActionText({ action: 'Withdraw the consent', actionLocation: null }, words)
    assert.equal(own, { en: 'Withdraw the consent', de: 'Die Einwilligung widerrufen', fr: 'Retirer le consentement' }[language])
    assert.equal(toActionText({ action: "click getByRole('button')", actionLocation: 'a/b.spec.ts:42:5' }, words), "click getByRole('button') · b.spec.ts:42")
  })
}

test('of a finding that was sent often, a page shows two further places and counts the rest; its own page shows all', () => {
  const report = reportOf([makeAnalysed({ consent: 'accept' })])
  const [finding] = report.findings
  const [leak] = finding?.leaks ?? []
  assert.ok(finding !== undefined && leak !== undefined)
  const often = { ...finding, leaks: Array.from({ length: 8 }, (_, at) => ({ ...leak, leakId: `leak ${at}`, startedAt: `2026-03-01T09:00:0${at}.000Z` })) }
  for (const language of LANGUAGES) {
    const words = wordsOf(language)
    const page = { report, words, illustration: NO_ILLUSTRATION, id: (name: string) => name }
    const times = (extent: 'full' | 'brief' | 'alone'): [string[], boolean] => {
      const text = toMarkup(article(often, page, extent)).replace(/^.*class="further">/s, '')
      return [[...text.matchAll(/09:00:0(\d)/g)].map(([, second = '']) => second), text.includes(words.phrase.moreSent(5))]
    }
    assert.deepEqual(times('full'), [['1', '2'], true])
    assert.deepEqual(times('brief'), [['1', '2'], true])
    assert.deepEqual(times('alone'), [['1', '2', '3', '4', '5', '6', '7'], false])
  }
})

test('a request in brief names its host and keeps what carried the datum; the other headers are counted', () => {
  const report = reportOf([makeAnalysed({ consent: 'accept' })])
  const [finding] = report.findings
  const [leak] = finding?.leaks ?? []
  assert.ok(finding !== undefined && leak !== undefined)
  const header = (name: string, marked = ''): Sent => ({ part: 'header', name, before: `value of ${name}`, marked, after: '' })
  const evidence: Evidence = {
    request: [
      { part: 'url', name: 'GET', before: `…${'x'.repeat(400)}`, marked: 'Urologie', after: '' },
      header('accept'), header('Cookie'), header('x-search', 'Urologie'), header('priority'),
    ],
    layers: [], meaning: null, recipientRule: '', cnames: [], initiator: null, cookies: [], cookiesSet: [],
  }
  const words = wordsOf('en')
  const page = { report, words, illustration: { ...NO_ILLUSTRATION, evidence: new Map([[leak.leakId, evidence]]) }, id: (name: string) => name }
  const linesOf = (extent: 'full' | 'brief'): string[] =>
    [...toMarkup(article(finding, page, extent)).matchAll(/<span class="line[^"]*">(.*?)<\/span>/gs)].map(([, line = '']) => line.replace(/<\/?b>/g, ''))
  const [url = '', ...brief] = linesOf('brief')
  assert.ok(url.startsWith(`GET https://${new URL(leak.url).host}/`), url)
  assert.deepEqual(brief, ['Cookie: value of Cookie', 'x-search: value of x-search<mark>Urologie</mark>', '… 2 further headers'])
  const full = linesOf('full')
  assert.deepEqual(full.slice(1).map((line) => line.replace(/:.*/s, '')), ['accept', 'Cookie', 'x-search', 'priority'])
  assert.ok(url.length < (full[0] ?? '').length)
})

test('a page that asked is told as the page, whose script it may have been; who is not named is left out', () => {
  const report = reportOf([makeAnalysed({ consent: 'accept' })])
  const [finding] = report.findings
  const [leak] = finding?.leaks ?? []
  assert.ok(finding !== undefined && leak !== undefined && leak.pageUrl !== null)
  for (const language of LANGUAGES) {
    const words = wordsOf(language)
    const shownFor = (initiator: string): string => {
      const evidence: Evidence = { request: [], layers: [], meaning: null, recipientRule: '', cnames: [], initiator, cookies: [], cookiesSet: [] }
      const illustration = { ...NO_ILLUSTRATION, evidence: new Map([[leak.leakId, evidence]]) }
      return toMarkup(article(finding, { report, words, illustration, id: (name: string) => name }, 'full'))
    }
    for (const page of [leak.pageUrl, new URL(leak.pageUrl).origin]) assert.ok(shownFor(page).includes(words.phrase.byPage), page)
    const script = shownFor('https://cdn.example/t.js')
    assert.ok(script.includes(words.label.initiator) && !script.includes(words.phrase.byPage))
    assert.ok(!shownFor('other').includes(words.label.initiator))
  }
})

test('of a recipient whose software anybody can run, reports say so in their language; names of companies stay as they are', async () => {
  const entities = [...new Set([...Object.values(signatures).map(({ entity }) => entity), 'Meta', 'Adobe', 'private company'])]
  for (const language of ['de', 'fr'] as const) {
    const words = wordsOf(language)
    for (const entity of entities) {
      const shown = toMarkup(withEntity('a.example', entity, words))
      assert.equal(shown.includes(toMarkup(html`>${entity}<`)), !/ of its host$/.test(entity), `${language}: ${shown}`)
    }
  }
  assert.match(toMarkup(withEntity('a.example', 'Matomo, run by the operator of its host', wordsOf('de'))), />Matomo, vom Betreiber des Hosts selbst betrieben</)
  const report = reportOf([makeAnalysed({ consent: 'accept' })])
  const own = { recipientVia: 'first-party', recipientEntity: 'Matomo, run by the operator of its host' } as const
  const proxied = { ...report, findings: report.findings.map((finding) => ({ ...finding, ...own, leaks: finding.leaks.map((leak) => ({ ...leak, ...own })) })) }
  assert.match(toSentences(proxied, wordsOf('fr')).verdict.join(' '), /facebook\.com \(au format de Matomo, exploité par l’opérateur de l’hôte\)/)
  assert.ok(entities.filter((entity) => / of its host$/.test(entity)).length >= 3)
  // The site's own host is nobody who was told: whoever is behind it was.
  for (const finding of proxied.findings) {
    assert.match(findingSentence(finding, wordsOf('de')), /erfuhr [\w.-]+ \(im Format von Matomo, vom Betreiber des Hosts selbst betrieben\) /)
    assert.equal(findingSentence(finding, wordsOf('en')).endsWith(' (hashed).'), finding.transformFamily === 'hashed')
  }
  for (const language of ['de', 'fr'] as const) {
    const page = [...toPage(proxied, { language })].join('')
    for (const [name, whole] of [['markdown', await markdownOf(proxied, language)], ['the page', page.slice(page.indexOf(`"language ${language}"`))]] as const) {
      const [said = ''] = whole.split('<div class="language en"')
      assert.doesNotMatch(said, /run by the operator/, `${name} in ${language}`)
      assert.match(said, language === 'de' ? /vom Betreiber des Hosts/ : /exploité par l’opérateur/, `${name} in ${language}`)
    }
  }
})

async function markdownOf(report: Report, language: Language): Promise<string> {
  const out = new PassThrough()
  const [said] = await Promise.all([text(out), markdown.write(report, out, { language }).then(() => out.end())])
  return said
}

test('a hash that is sent without an encoding is not called plain text', () => {
  const report = reportOf([makeAnalysed({ consent: 'accept' })])
  const bare = (transform: string): string => [...toPage({
    ...report, findings: report.findings.map((finding) => ({ ...finding, leaks: finding.leaks.map((leak) => ({ ...leak, layers: '', transform })) })),
  }, { language: 'de' })].join('')
  assert.match(bare(''), /Klartext/)
  assert.match(bare('sha256'), /sha256/)
  assert.doesNotMatch(bare('sha256'), /Klartext|plain text|texte clair/)
})
