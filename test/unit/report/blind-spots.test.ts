// A regulator has a hundred HARs with the same blind spots: the page says them once, and names every capture.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toPage } from '../../../src/report/html/page.js'
import { makeHonest, reportOf } from '../../golden/fixture.js'

const SPOT = 'No CORS preflights are shown; their URLs went out as well.'

test('captures of which the same is to be said stand together, others apart, and none is left out', () => {
  const report = reportOf([makeHonest({ consent: 'reject', coverage: 'limited' })])
  const [capture] = report.captures
  assert.ok(capture)
  const captures = Array.from({ length: 60 }, (_, at) => ({
    ...capture, captureId: `c${at}`, site: at === 7 ? '' : `s${at}.example`, scenario: `har-${at}`, startedAt: at === 7 ? null : capture.startedAt,
    blindSpots: at === 59 ? ['Another.'] : [SPOT],
  }))
  const page = [...toPage({ ...report, captures }, { language: 'en' })].join('')
  const section = /<section id="[^"]*blind">/g
  const starts = [...page.matchAll(section)].map(({ index }) => index)
  assert.equal(starts.length, 3)
  for (const start of starts) {
    const text = page.slice(start, page.indexOf('</section>', start))
    assert.equal(text.match(/<dt>/g)?.length, 2)
    for (const { scenario } of captures) assert.ok(text.includes(`${scenario},`), scenario)
    assert.doesNotMatch(text, /<br>\s*:/)
  }
  assert.ok(page.split(SPOT).length - 1 <= 6, `${page.split(SPOT).length - 1} times`)
  assert.doesNotMatch(page, /<small class="dim">, |, <\/small>/)
})
