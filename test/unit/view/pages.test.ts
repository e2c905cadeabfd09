// What the viewer leaves out of a long list, it counts; and what it leaves out is never worse than what it shows.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Verdict } from '../../../src/model.js'
import { LANGUAGES, wordsOf } from '../../../src/report/words/languages.js'
import type { BrowsedRun, ComparedFlow } from '../../../src/store/browse.js'
import { comparePage, runsPage, type Frame } from '../../../src/view/pages.js'
import { run } from '../../golden/fixture.js'

const frames = LANGUAGES.map((language): Frame => ({ words: wordsOf(language), language, here: '/', target: 'live', formToken: '' }))

function runOf(verdicts: readonly Verdict[]): BrowsedRun {
  return { ...run, lost: 0, captures: verdicts.map((verdict, at) => ({
    captureId: `c${at}`, site: at === 1 ? '' : `s${at}.example`, scenario: `har-${at}`, consentAsked: null, consentOutcome: null, isOwnChoice: 0, coverage: 'limited', verdict,
  })) }
}

test('a run of many captures shows the worst, and how many there are of each', () => {
  const many = runOf(Array.from({ length: 98 }, (_, at) => at === 90 || at === 97 ? 'leaks' : at === 50 ? 'inconclusive' : 'none-observed'))
  for (const frame of frames) {
    const page = runsPage({ rows: [many], total: 1 }, 1, frame)
    const { verdict, phrase, label } = frame.words
    const cell = page.slice(page.indexOf('<ul class="plain">'))
    assert.match(cell, /^<ul class="plain"><li><span class="pill leaks">[^<]*<\/span> har-90 .*har-97 .*har-50 .*har-0 /)
    for (const [name, count] of [['leaks', 2], ['inconclusive', 1], ['none-observed', 95]] as const) {
      assert.ok(page.includes(`<span class="pill ${name}">${verdict[name]}</span> ${count} `), `${name} ${frame.language}`)
    }
    assert.ok(cell.includes(phrase.moreInReport(86)))
    assert.ok(page.includes(phrase.andMore(92)))
    assert.equal(page.includes(`har-90, ${label.captures}`), false)
    assert.doesNotMatch(page, /<td[^>]*><br>|<br><br>/)
  }
})

test('a run that lost a test, or has no capture, is inconclusive, whatever its captures show', () => {
  for (const { words, ...frame } of frames) {
    const cellOf = (one: BrowsedRun): string => runsPage({ rows: [one], total: 1 }, 1, { words, ...frame })
    const pill = `<li><span class="pill inconclusive">${words.verdict.inconclusive}</span> `
    assert.ok(cellOf({ ...runOf(['none-observed']), lost: 2 }).includes(pill + words.phrase.lost(2)))
    assert.ok(cellOf(runOf([])).includes(pill + words.phrase.captures(0)))
    assert.ok(!cellOf(runOf(['none-observed'])).includes(pill))
  }
})

test('a choice that was asked for and not made is told of its capture', () => {
  const [capture] = runOf(['none-observed']).captures
  for (const frame of frames) {
    const itemOf = (consentOutcome: 'reached' | 'no-banner'): string =>
      /<ul class="plain">(.*?)<\/ul>/.exec(runsPage({ rows: [{ ...run, lost: 0, captures: [{ ...capture!, consentAsked: 'reject', consentOutcome }] }], total: 1 }, 1, frame))?.[1] ?? ''
    const { consentAsked, consentOutcome } = frame.words
    assert.ok(itemOf('no-banner').includes(`har-0, ${consentAsked.reject} (${consentOutcome['no-banner']}) <`))
    assert.ok(itemOf('reached').includes(`har-0, ${consentAsked.reject} <`))
  }
})

test('what was hashed, a word alone or perhaps not received is told so where runs are compared', () => {
  const flow = (qualities: Partial<ComparedFlow['qualities']>): ComparedFlow => ({
    kind: 'identity.email', recipientDomain: 'a.example', part: 'query', field: 'q', transformFamily: 'plain', inA: 1, inB: 1,
    qualities: { isHashed: false, isWord: false, isUnconfirmed: false, ...qualities },
  })
  const page = comparePage({ a: 'x', b: 'y' }, [], {
    onlyA: { total: 1, rows: [flow({ isHashed: true })] }, onlyB: { total: 1, rows: [flow({ isUnconfirmed: true })] },
    both: { total: 1, rows: [flow({ isWord: true })] }, coverage: { a: 'full', b: 'full' },
  }, frames.find(({ language }) => language === 'en')!)
  for (const said of ['hashed', 'arrival unconfirmed', 'word']) assert.ok(page.includes(`>e-mail address (${said})<`), said)
})

test('a run of few captures shows each, and counts nothing', () => {
  const page = runsPage({ rows: [runOf(['none-observed', 'leaks'])], total: 1 }, 1, frames[0]!)
  assert.equal(page.match(/class="pill /g)?.length, 2)
})

test('a comparison says how many there are, and how many it leaves out', () => {
  const flow: ComparedFlow = { kind: 'health.search', recipientDomain: 'a.example', part: 'query', field: 'q', transformFamily: 'plain', qualities: { isHashed: false, isWord: false, isUnconfirmed: false }, inA: 1, inB: 1 }
  for (const frame of frames) {
    const none = { total: 0, rows: [] }
    const both = { total: 469, rows: Array.from({ length: 300 }, () => flow) }
    const page = comparePage({ a: 'x', b: 'y' }, [], { onlyA: none, onlyB: none, both, coverage: { a: 'full', b: 'broken' } }, frame)
    assert.ok(page.includes(`<h2>${frame.words.label.inBoth} (469)</h2>`))
    assert.ok(page.includes(frame.words.phrase.moreInDatabase(169)))
    const { words } = frame
    for (const [side, coverage] of [['A', 'full'], ['B', 'broken']] as const) {
      assert.ok(page.includes(`${side}${words.colon}${words.sentence.coverageIs(words.coverage[coverage], words.coverageMeans[coverage])}`), words.locale)
    }
  }
})
