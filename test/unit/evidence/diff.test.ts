import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareReports, type Difference } from '../../../src/evidence/diff.js'
import type { Report, ReportCapture, ReportFinding } from '../../../src/model.js'
import { makeAnalysed, reportOf } from '../../golden/fixture.js'

const whole = reportOf([makeAnalysed({ consent: 'accept' })])
const [kept, changing] = whole.findings
assert.ok(kept !== undefined && changing !== undefined)

/** The report with these findings, and each capture as `change` makes it, its leaks with it. */
function reportWith(findings: readonly ReportFinding[], change: (capture: ReportCapture) => Partial<ReportCapture> = () => ({})): Report {
  const captures = whole.captures.map((capture) => ({ ...capture, ...change(capture) }))
  const ids = new Map(whole.captures.map(({ captureId }, at) => [captureId, captures[at]?.captureId ?? '']))
  const moved = findings.map((finding) => ({ ...finding, leaks: finding.leaks.map((leak) => ({ ...leak, captureId: ids.get(leak.captureId) ?? '' })) }))
  return { ...whole, captures, findings: moved }
}

const otherRules = ({ analysis }: ReportCapture): Partial<ReportCapture> => ({ analysis: { ...analysis, rulesDigest: 'f'.repeat(64) } })
const otherTraffic = ({ captureId }: ReportCapture): Partial<ReportCapture> => ({ captureId: `again-${captureId}` })

/** What differs between the two sides, and what that says of a finding that only one of them has. */
const CASES: readonly (readonly [what: string, other: Report, because: string, detail: RegExp])[] = [
  ['the same captures, other rules: a rule did it', reportWith([kept], otherRules), 'rules', /the same traffic, other rules: seen by the rules? \S/],
  ['the same captures, the same rules: other values did it', reportWith([kept]), 'rules', /the same traffic, other values looked for/],
  ['another capture, the same rules: the site did it', reportWith([kept], otherTraffic), 'site', /^seen by the rules? \S+/],
  ['another capture and other rules: the site, or the rules', reportWith([kept], (capture) => ({ ...otherTraffic(capture), ...otherRules(capture) })),
    'site', /the rules differ as well, so analyse both again/],
  ['a broken capture proves nothing', reportWith([], (capture) => ({ ...otherTraffic(capture), coverage: 'broken' })), 'unproved', /broken/],
  ['another scenario proves nothing', reportWith([], (capture) => ({ ...otherTraffic(capture), scenario: 'another' })), 'unproved', /no capture of that scenario/],
  ['another site proves nothing', reportWith([], (capture) => ({ ...otherTraffic(capture), site: 'other.example' })), 'unproved', /no capture of that scenario/],
  ['the stand-in proves nothing of the site', reportWith([], (capture) => ({ ...otherTraffic(capture), target: capture.target === 'live' ? 'stand-in' : 'live' })),
    'unproved', /no capture of that scenario/],
]

for (const [what, other, because, detail] of CASES) {
  test(`a finding that only one side has: ${what}`, () => {
    const forth = compareReports(other, whole)
    const back = compareReports(whole, other)
    assert.deepEqual([forth.went, back.came], [[], []])
    for (const differences of [forth.came, back.went]) {
      assert.equal(differences.length + forth.stayed.length, whole.findings.length)
      const found: Difference | undefined = differences.find((one) => one.fingerprint === changing.fingerprint)
      assert.equal(found?.because, because)
      assert.match(found?.detail ?? '', detail)
    }
  })
}

test('what both sides have stays, whoever saw it', () => {
  const { came, went, stayed } = compareReports(whole, reportWith(whole.findings, (capture) => ({ ...otherTraffic(capture), ...otherRules(capture) })))
  assert.deepEqual([came, went], [[], []])
  assert.equal(stayed.length, whole.findings.length)
})

test('what may have been hidden from the other captures has not gone, and may have been there before', () => {
  const UNREACHED = `Requests to ${changing.recipientDomain} (blocked) never left.`
  for (const [coverage, blindSpots, isHidden] of [
    ['limited', ['Requests of service workers are not in this HAR.'], true],
    ['limited', [UNREACHED], true],
    ['limited', ['Requests to other.example (blocked) never left.'], false],
    ['limited', whole.captures.flatMap((capture) => capture.blindSpots), false],
    ['full', [], false],
  ] as const) {
    const other = reportWith([kept], (capture) => ({ ...otherTraffic(capture), coverage, blindSpots }))
    const [went] = compareReports(whole, other).went
    const [came] = compareReports(other, whole).came
    assert.equal(went?.because, isHidden ? 'unproved' : 'site')
    assert.equal(went?.detail.startsWith('it may be sent still, and not have been seen: Requests'), isHidden)
    assert.equal(came?.because, 'site', 'a leak that was seen decides')
    assert.equal(/; it may have been sent before, and not have been seen: Requests/.test(came?.detail ?? ''), isHidden)
  }
})

test('a blind spot of both sides hides nothing, on whichever line of the test it stands now', () => {
  const at = (line: number) => ({ coverage: 'limited', blindSpots: [`What page.route answers is not what a server would (a.spec.ts:${line}).`] } as const)
  const before = { ...whole, captures: whole.captures.map((capture) => ({ ...capture, ...at(12) })) }
  const after = reportWith([kept], (capture) => ({ ...otherTraffic(capture), ...at(14) }))
  assert.equal(compareReports(before, after).went[0]?.because, 'site')
})
