// A clock that jumps: what is latest is what was written last, and what is old is not what a wrong clock says.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Database } from '../../sqlite.js'
import { summarise } from '../../../src/report/summary.js'
import type { Store } from '../../../src/store/store.js'
import { makeAnalysed, run, storeOf } from '../../golden/fixture.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-clock-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const first = makeAnalysed({ consent: 'accept' })

/** Writes the same capture, analysed again by a machine whose clock says `at`. */
function again(store: Store, at: string): void {
  const analysed = makeAnalysed({ consent: 'accept', runId: 'second', analysisId: 'second-analysis' })
  const rows = { ...analysed, leaks: analysed.leaks.slice(0, 1) }
  store.writeWhole({ ...run, runId: 'second', startedAt: at, endedAt: at }, [{ ...rows, analysis: { ...rows.analysis, startedAt: at, endedAt: at } }], [])
}

for (const [what, at] of [['back', '2001-01-01T00:00:00.000Z'], ['ahead', '2090-01-01T00:00:00.000Z']] as const) {
  test(`a clock that jumped ${what}: the analysis that was written last is the latest, and so is its run`, () => {
    const file = join(folder, `${what}.sqlite`)
    const store = storeOf([first], file)
    again(store, at)
    for (const selection of [{}, { runIds: ['latest'] }, { runIds: 'all' as const }]) {
      const { captures, findings } = store.report(selection, summarise)
      assert.equal(captures[0]?.analysis.analysisId, 'second-analysis')
      assert.equal(captures[0]?.analysis.parentAnalysisId, first.analysis.analysisId)
      assert.equal(findings.flatMap(({ leaks }) => leaks).length, 1)
    }
    assert.deepEqual(store.checkChain().faults, [])
    store.close()
    const database = new Database(file, { readonly: true })
    assert.deepEqual(database.prepare('SELECT analysis_id FROM analysis WHERE is_latest').pluck().all(), ['second-analysis'])
    database.close()
  })
}

test('a capture whose clock had no battery is not pruned as an old one', () => {
  const store = storeOf([first], join(folder, 'battery.sqlite'))
  const old = makeAnalysed({ consent: 'reject', captureId: 'without-battery', analysisId: 'analysis-without-battery' })
  const at = '1970-01-01T00:00:10.000Z'
  const now = Date.prototype.toISOString
  Date.prototype.toISOString = () => at
  try {
    store.writeAnalysed({ ...old, capture: { ...old.capture, startedAt: at, endedAt: at }, analysis: { ...old.analysis, startedAt: at, endedAt: at } })
  } finally {
    Date.prototype.toISOString = now
  }
  // A day that lies before the first capture was filed, and long after what the clock said then.
  const before = '2026-01-01T00:00:00.000Z'
  const pruned = store.prune(before, 'retention')
  assert.deepEqual([pruned.captures, pruned.kept], [0, 1])
  assert.match(store.checkChain().remarks.join(), /The clock went back/)
  assert.deepEqual(store.checkChain().faults, [])
  store.close()
})
