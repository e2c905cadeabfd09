/** What a check says on a terminal: what fails first, each thing once, at its line. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from '../../../src/check/check.js'
import { NO_POLICY, type Threshold } from '../../../src/check/policy.js'
import { checkLines } from '../../../src/check/print.js'
import { SEVERITIES, type Report } from '../../../src/model.js'
import { makeAnalysed, reportOf } from '../../golden/fixture.js'

/** A report in which tests of these names show the same. */
function reportIn(scenarios: readonly string[]): Report {
  const { captures: [capture], findings, ...rest } = reportOf([makeAnalysed({ consent: 'accept' })])
  assert.ok(capture)
  return {
    ...rest,
    captures: scenarios.map((scenario) => ({ ...capture, scenario, captureId: scenario })),
    findings: findings.map((finding) => ({
      ...finding,
      leaks: scenarios.flatMap((scenario) => finding.leaks.map((leak) =>
        ({ ...leak, scenario, captureId: scenario, actionLocation: 'tests/a.spec.ts:7:3' }))),
    })),
  }
}

function withoutSteps(report: Report): Report {
  return {
    ...report,
    findings: report.findings.map((finding) => ({
      ...finding, leaks: finding.leaks.map((leak) => ({ ...leak, step: null, action: "click getByRole('button')" })),
    })),
  }
}

function linesOf(report: Report, failOn: Threshold): string[] {
  const record = check({
    report, baselines: new Map(), policy: NO_POLICY, failOn, today: '2026-03-02',
    rules: { digest: 'r1', now: {}, known: new Map() }, seenBefore: new Map(),
  })
  return checkLines(report, record).filter((line) => line.includes(' → '))
}

test('what fails comes first, the gravest before the others; what does not fail says so', () => {
  const lines = linesOf(reportIn(['a']), 'high')
  const milder = lines.map((line) => / Below the threshold, so it does not fail\.$/.test(line))
  const ranks = lines.map((line) => SEVERITIES.findIndex((severity) => line.includes(`: ${severity} `)))
  assert.deepEqual(milder, ranks.map((rank) => rank > SEVERITIES.indexOf('high')))
  assert.deepEqual(ranks, [...ranks].sort((a, b) => a - b))
  assert.ok(new Set(milder).size === 2, lines.join('\n'))
})

test('what several tests show alike is one line, which names three of them, and where it came from', () => {
  const one = linesOf(reportIn(['a']), 'medium')
  const five = linesOf(reportIn(['a', 'b', 'c', 'd', 'e']), 'medium')
  assert.equal(five.length, one.length)
  assert.ok(one.length > 3)
  for (const line of five) assert.match(line, /^ {2}a, accept; b, accept; c, accept and 2 more: \w+ /)
  assert.ok(five.some((line) => /, at "[^"]+" \(tests\/a\.spec\.ts:7\)\. It is not/.test(line)), five.join('\n'))
})

test('what a fixture of the worker did is no step, and is named by its call', () => {
  for (const line of linesOf(withoutSteps(reportIn(['a'])), 'medium')) {
    assert.match(line, /, at "click getByRole\('button'\)" \(tests\/a\.spec\.ts:7\)\. It is not/)
  }
})

test('which run it was is told, and how long ago: nobody takes it for one that left nothing', () => {
  const verdictAfter = (hours: number): string | undefined => {
    const report = reportOf([makeAnalysed({ consent: 'accept' })])
    const begun = Date.parse(report.runs[0]?.startedAt ?? '')
    const later = { ...report, generatedAt: new Date(begun + hours * 3_600_000).toISOString() }
    const record = check({
      report: later, baselines: new Map(), policy: NO_POLICY, failOn: 'never', today: '2026-03-02',
      rules: { digest: 'r1', now: {}, known: new Map() }, seenBefore: new Map(),
    })
    return checkLines(later, record)[0]
  }
  assert.match(verdictAfter(0.5) ?? '', /; run of 2026-\d\d-\d\d \d\d:\d\d UTC\.$/)
  assert.match(verdictAfter(1.5) ?? '', / UTC, 1 hour ago\.$/)
  assert.match(verdictAfter(47) ?? '', / UTC, 47 hours ago\.$/)
  assert.match(verdictAfter(50) ?? '', / UTC, 2 days ago\.$/)
})
