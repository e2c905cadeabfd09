import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CONSENT_STATES, type ConsentAt, type Report } from '../../../src/model.js'
import { toSentences } from '../../../src/report/summary.js'
import { LANGUAGES, wordsOf } from '../../../src/report/words/languages.js'
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

function everySentence({ sentence, phrase }: Words): string[] {
  const states: readonly (ConsentAt | 'unknown')[] = ['before-choice', 'accepted', 'rejected', 'withdrawn', 'no-banner', 'unknown']
  return [
    ...states.flatMap((state) => [sentence.received(null, state, ['a.example'], ['x']), sentence.received('s.example', state, ['a.example', 'b.example'], ['x', 'y'])]),
    sentence.siteNoneObserved('s.example', ['x'], 'c'), sentence.siteInconclusive('s.example', 1, 2), sentence.more(3),
    sentence.noneObserved(2, ['x'], 7), sentence.coverageIs('c', 'm'), sentence.blindSpots(['a', 'b']), sentence.contacted(1),
    sentence.inconclusive(1, 2), sentence.brokenToo(2, 3), sentence.reason('c', 'r'), phrase.requestsTo(['a 1'], 2), phrase.sources(1, 2, 3),
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
