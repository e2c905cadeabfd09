/** Which choice stood where and when, and who is named at each step. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LeakRecord, Report } from '../../../src/model.js'
import { toPage } from '../../../src/report/html/page.js'
import { makeAnalysed, makeHonest, reportOf } from '../../golden/fixture.js'

const reject = reportOf([makeAnalysed({ consent: 'reject' })])

function withLeaks(report: Report, change: (leak: LeakRecord) => Partial<LeakRecord>): Report {
  return { ...report, findings: report.findings.map((finding) => ({ ...finding, leaks: finding.leaks.map((leak) => ({ ...leak, ...change(leak) })) })) }
}

/** The English part of the page, as text. */
function textOf(report: Report): string {
  const page = [...toPage(report, { language: 'en' })].join('')
  const english = /<main[^>]*lang="en"[\s\S]*?<\/main>/.exec(page)?.[0] ?? page
  return english.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
}

test('a choice that was made on one of several sites names it; what stood from the beginning stood from that of the capture', () => {
  const [capture] = reject.captures
  assert.ok(capture)
  const withTimeline = (timeline: readonly object[]): string =>
    textOf({ ...reject, captures: [{ ...capture, conditions: { consent: { detail: 'x', timeline } } }] })
  const [beginning, later] = ['1970-01-01T00:00:00.000Z', '2026-03-01T09:00:15.000Z']
  const own = withTimeline([{ at: beginning, state: 'before-choice' }, { at: later, state: 'rejected', site: 'klinik.example' }])
  assert.match(own, /2026-03-01 09:00:05\.000 before any choice 2026-03-01 09:00:15\.000 rejected (?!\()/)
  assert.doesNotMatch(own, /1970/)
  const others = withTimeline([{ at: beginning, state: 'before-choice' }, { at: later, state: 'accepted', site: 'portal.example' }, { at: later, state: 'rejected', site: 'klinik.example' }])
  assert.match(others, /accepted \(portal\.example\) 2026-03-01 09:00:15\.000 rejected \(klinik\.example\)/)
})

test('a choice that was asked for and not made is told at the first glance', () => {
  const honest = reportOf([makeHonest({ consent: 'reject' })])
  const glanceOf = (consentOutcome: 'reached' | 'no-banner' | 'not-offered'): string => {
    const text = textOf({ ...honest, captures: honest.captures.map((one) => ({ ...one, consentOutcome })) })
    return /At a glance Site reject (.*?) On paper/.exec(text)?.[1] ?? text
  }
  assert.equal(glanceOf('reached'), 'klinik.example booking.de None observed Coverage: full')
  assert.equal(glanceOf('no-banner'), 'klinik.example booking.de None observed Consent: no banner seen Coverage: full')
  assert.match(glanceOf('not-offered'), /Consent: not found on the banner Coverage: full$/)
})

test('of a state that is not known no recipient is "not covered"', () => {
  const text = textOf(withLeaks(reject, (leak) => leak.recipientDomain === 'facebook.com' ? { consentAt: null } : {}))
  assert.match(text, /widgets\.example other third party low client address [^.]*?none observed none observed/)
})

test('at a step the host of the site is named with whose format it received', () => {
  const text = textOf(withLeaks(reject, (leak) => leak.recipientDomain === 'facebook.com'
    ? { recipientDomain: 'klinik.example', recipientVia: 'first-party', recipientEntity: leak.field === 'fbp' ? 'B Ltd' : 'A Inc' } : {}))
  const journey = text.slice(text.lastIndexOf('What happened when'))
  assert.match(journey, /critical klinik\.example \(in the format of A Inc\) speciality/)
  assert.match(journey, /critical klinik\.example \(in the format of B Ltd\) cookie id/)
})
