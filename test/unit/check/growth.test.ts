// A check of many findings takes steps in proportion to their number, and so does accepting them.
import { workOf } from '../../work.js'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from '../../../src/check/check.js'
import { NO_POLICY } from '../../../src/check/policy.js'
import { toUpdates } from '../../../src/check/update.js'
import type { Report } from '../../../src/model.js'
import { makeAnalysed, reportOf } from '../../golden/fixture.js'

const SMALL = 50
const FACTOR = 8
const TODAY = '2026-03-02'
const RULES = { digest: 'r1', now: {}, known: new Map() }

function reportWith(count: number): Report {
  const report = reportOf([makeAnalysed({ consent: 'accept' })])
  const findings = report.findings.flatMap((finding) =>
    Array.from({ length: count }, (_, at) => ({ ...finding, fingerprint: `${at}-${finding.fingerprint}` })))
  return { ...report, findings }
}

function stepsOf(count: number): number {
  const report = reportWith(count)
  return workOf(() => {
    const options = { today: TODAY, expireDays: 180, rules: 'r1', stateOf: () => undefined }
    const [first] = toUpdates(report, new Map(), options)
    assert.ok(first)
    const baselines = new Map([[first.baseline.scenario, first.baseline]])
    assert.equal(toUpdates(report, baselines, options).length, 1)
    const { findings, gone } = check({
      report, baselines, policy: NO_POLICY, failOn: 'medium', today: TODAY, rules: RULES, seenBefore: new Map(),
    })
    assert.deepEqual([findings.length, gone.length], [report.findings.length, 0])
  })
}

test('the steps of a check grow with the findings', () => {
  const small = stepsOf(SMALL)
  const large = stepsOf(SMALL * FACTOR)
  assert.ok(large < small * FACTOR * 1.5, `${small} became ${large}`)
})
