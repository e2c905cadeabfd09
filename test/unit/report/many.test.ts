/** A report over very many captures: the answer and the gravest first, the rest folded, and nothing lost. */
import assert from 'node:assert/strict'
import { Writable } from 'node:stream'
import { test } from 'node:test'
import type { Report, ReportFinding } from '../../../src/model.js'
import { toPlaced } from '../../../src/report/places.js'
import { toPage } from '../../../src/report/html/page.js'
import { printSummary } from '../../../src/report/terminal.js'
import { toSentences } from '../../../src/report/summary.js'
import { LANGUAGES, wordsOf } from '../../../src/report/words/languages.js'
import { makeAnalysed, reportOf } from '../../golden/fixture.js'

/** So many sites with a capture each; of the last third nothing is reported, and the very last are broken. */
function manySites(count: number): Report {
  const report = reportOf([makeAnalysed({ consent: 'accept' })])
  const [capture] = report.captures
  assert.ok(capture)
  const captures = Array.from({ length: count }, (_, at) => {
    const isBroken = at >= count - 2
    return {
      ...capture, captureId: `c${at}`, site: `site-${at}.example`, scenario: `walk-${at}`,
      coverage: isBroken ? 'broken' as const : capture.coverage,
      analysis: { ...capture.analysis, verdict: isBroken ? 'inconclusive' as const : at < leaking(count) ? 'leaks' as const : 'none-observed' as const },
    }
  })
  const findings = captures.slice(0, leaking(count)).flatMap(({ captureId, site }, at): ReportFinding[] => report.findings.map((finding) => ({
    ...finding, site, findingId: `${at}-${finding.findingId}`, recipientDomain: `to-${at}.example`,
    leaks: finding.leaks.map((leak) => ({ ...leak, captureId, recipientDomain: `to-${at}.example` })),
  })))
  return { ...report, captures, findings, coverage: 'broken' }
}

const leaking = (count: number): number => Math.floor(count * 2 / 3)

/** What a page shows before anybody opens anything: all but what closed `details` hold behind their summaries. */
function seenIn(page: string): string {
  let hidden = 0
  const open: boolean[] = []
  return page.replace(/<(\/?)(details|summary)\b([^>]*)>|[^<]+|<[^>]*>/g, (piece, end: string | undefined, name: string | undefined, attributes: string | undefined) => {
    if (name === 'details' && end === '') {
      open.push(/ open/.test(attributes ?? ''))
      if (open.at(-1) === false) hidden++
    } else if (name === 'details') {
      if (open.pop() === false) hidden--
    } else if (name === 'summary' && open.at(-1) === false) hidden += end === '' ? -1 : 1
    return hidden > 0 ? '' : piece
  })
}

test('of many sites the first sentence counts, the next ones name the gravest', () => {
  for (const language of LANGUAGES) {
    const { verdict } = toSentences(manySites(60), wordsOf(language))
    assert.equal(verdict.length, 6)
    assert.match(verdict[0] ?? '', /40 .*60 .*40 /)
    assert.match(verdict[1] ?? '', /site-0\.example/)
  }
  assert.match(toSentences(manySites(8), wordsOf('en')).verdict.join('\n'), /site-7\.example/, 'of few, each is named')
})

test('a scenario of the same name on another site is no repetition', () => {
  const report = manySites(6)
  const captures = report.captures.map((capture) => ({ ...capture, scenario: 'booking.de' }))
  const placed = toPlaced({ ...report, captures })
  assert.ok(placed.length > 0)
  assert.ok(placed.every(({ seenIn, seenOf }) => seenIn === 1 && seenOf === 1))
})

test('a terminal shows the worst captures and counts the others', () => {
  const text = ((): string => {
    let all = ''
    printSummary(manySites(90), new Writable({ write(chunk: Buffer, _, done) { all += chunk.toString(); done() } }))
    return all
  })()
  assert.ok(text.split('\n').length < 200, String(text.split('\n').length))
  assert.match(text, /^site-0\.example, walk-0/m)
  assert.match(text, /^65 more are in the database\.$/m)
})

test('each section shows a screen or two and folds the rest; the worst are what is seen; nothing is lost', () => {
  const report = manySites(90)
  const page = [...toPage(report)].join('')
  const seen = seenIn(page)
  for (const language of LANGUAGES) {
    for (const name of ['glance', 'matrix', 'coverage', 'findings', 'recipients', 'journey', 'method']) {
      const sectionOf = (text: string): string => text.split(`<section id="${language}-${name}">`)[1]?.split('</section>')[0] ?? ''
      const sites = (text: string): number => new Set(sectionOf(text).match(/\b(?:site|to|walk)-(\d+)\b/g)?.map((one) => one.replace(/\D/g, ''))).size
      assert.ok(sites(seen) >= 1 && sites(seen) <= 20, `${language} ${name} shows ${sites(seen)}`)
      const all = name === 'matrix' || name === 'findings' || name === 'recipients' ? leaking(90) : 90
      assert.equal(sites(page), all, `${language} ${name} holds ${sites(page)}`)
    }
    const glance = seen.split(`<section id="${language}-coverage">`)[1]?.split('</section>')[0] ?? ''
    assert.match(glance, /site-89\.example[^]*site-0\.example/, 'what is broken is seen first')
  }
})

test('of few captures nothing is folded that was not', () => {
  assert.doesNotMatch([...toPage(manySites(4))].join(''), /class="rest"/)
})
