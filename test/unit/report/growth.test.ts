// A regulator's archive has thousands of sites. Eight times as many must not take much more than eight times the steps to
// read out of the database, to summarise, to compare, and to write in any format; quadratic would be 64 times.
import { workDuring } from '../../work.js'
import assert from 'node:assert/strict'
import { Writable } from 'node:stream'
import { test } from 'node:test'
import { check } from '../../../src/check/check.js'
import { NO_POLICY } from '../../../src/check/policy.js'
import { checkLines } from '../../../src/check/print.js'
import { toUpdates } from '../../../src/check/update.js'
import { compareReports } from '../../../src/evidence/diff.js'
import type { Analysed, Report } from '../../../src/model.js'
import { reporters } from '../../../src/report/reporters.generated.js'
import { summarise } from '../../../src/report/summary.js'
import { printSummary } from '../../../src/report/terminal.js'
import { makeAnalysed, storeOf } from '../../golden/fixture.js'

const SITES = 40
const FACTOR = 8
const TODAY = '2026-03-01'
const RULES = { digest: 'rules', now: {}, known: new Map() }
/** Lists are sorted. */
const MAX_GROWTH = 2 * FACTOR

/** So many sites, each with a capture of its own, that tell the same to the same recipients. */
function archive(sites: number): Analysed[] {
  const one = makeAnalysed({ consent: 'accept' })
  return Array.from({ length: sites }, (_, at) => {
    const own = { captureId: `c${at}`, analysisId: `a${at}` }
    const [site, scenario] = [`praxis-${at}.example`, `praxis-${at}`]
    const idOf = (id: string): string => `${at}-${id}`
    return {
      ...one,
      capture: { ...one.capture, captureId: own.captureId, site, scenario },
      analysis: { ...one.analysis, ...own },
      steps: one.steps.map((step) => ({ ...step, captureId: own.captureId })),
      requests: one.requests.map((request) => ({ ...request, ...own })),
      findings: one.findings.map((finding) => ({ ...finding, site, findingId: idOf(finding.findingId), fingerprint: idOf(finding.fingerprint) })),
      leaks: one.leaks.map((leak) => ({
        ...leak, ...own, scenario, leakId: idOf(leak.leakId), findingId: idOf(leak.findingId), fingerprint: idOf(leak.fingerprint),
      })),
      stored: one.stored.map((stored) => ({ ...stored, ...own })),
      diagnostics: one.diagnostics.map((diagnostic) => ({ ...diagnostic, ...own })),
    }
  })
}

const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() })

/** Steps of each part, and the report that was read. */
async function workOfAll(sites: number): Promise<{ steps: Map<string, number>; report: Report }> {
  const store = storeOf(archive(sites))
  const steps = new Map<string, number>()
  let report: Report | undefined
  steps.set('read', await workDuring(async () => { report = store.report({}, () => '') }))
  store.close()
  assert.ok(report)
  const read = report
  steps.set('summary', await workDuring(async () => void summarise(read)))
  const against = { report: read, policy: NO_POLICY, failOn: 'medium', today: TODAY, rules: RULES, seenBefore: new Map() } as const
  steps.set('check', await workDuring(async () => void checkLines(read, check({ ...against, baselines: new Map() }))))
  const update = { today: TODAY, expireDays: 90, rules: RULES.digest, stateOf: () => undefined }
  steps.set('update', await workDuring(async () => void toUpdates(read, new Map(), update)))
  const captures = read.captures.map((capture) => ({ ...capture, captureId: `other ${capture.captureId}` }))
  steps.set('diff', await workDuring(async () => void compareReports({ ...read, captures, findings: [] }, read)))
  steps.set('terminal', await workDuring(async () => printSummary(read, nowhere())))
  for (const [name, reporter] of Object.entries(reporters)) {
    steps.set(name, await workDuring(async () => reporter.write(read, nowhere())))
  }
  return { steps, report }
}

test('a report of many sites takes steps in proportion to them, in every format', async () => {
  await workOfAll(2) // what is done once
  const few = await workOfAll(SITES)
  const many = await workOfAll(FACTOR * SITES)
  assert.equal(many.report.findings.length, FACTOR * few.report.findings.length)
  for (const [name, steps] of many.steps) {
    const growth = steps / (few.steps.get(name) ?? 0)
    assert.ok(growth <= MAX_GROWTH, `${name}: ${growth.toFixed(1)} times the steps`)
  }
})
