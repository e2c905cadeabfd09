import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Database } from '../../sqlite.js'
import { isTattleError } from '../../../src/errors.js'
import { openStore, type Selection, type Store } from '../../../src/store/store.js'
import { toColumnName } from '../../../src/store/rows.js'
import { summarise } from '../../../src/report/summary.js'
import { enlarge, makeAnalysed, makeHonest, run, RUN_ID, storeOf } from '../../golden/fixture.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-store-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const reject = makeAnalysed({ consent: 'reject' })
const accept = makeAnalysed({ consent: 'accept' })
const report = (store: Store, selection: Selection = {}): ReturnType<Store['report']> => store.report(selection, summarise)
const secondRun = { ...run, runId: '01KC0000000000000000000000', startedAt: '2026-03-02T09:00:00.000Z', endedAt: '2026-03-02T09:00:09.000Z' }

test('what was written is read back, field by field', () => {
  const store = storeOf([reject, accept])
  const { captures, findings, runs, diagnostics, target, verdict } = report(store)
  store.close()
  assert.deepEqual(runs, [run])
  assert.equal(target, 'stand-in')
  assert.equal(verdict, 'leaks')
  for (const [index, analysed] of [reject, accept].entries()) {
    const read = captures[index]
    assert.ok(read)
    const { analysis, steps, requestCount, thirdPartyRequestCount, contacted, traffic, stored, ...capture } = read
    const byName = [...analysed.capture.files].sort((a, b) => a.name < b.name ? -1 : 1)
    assert.deepEqual({ ...capture }, { ...analysed.capture, files: byName })
    assert.deepEqual(analysis, analysed.analysis)
    assert.deepEqual(steps, analysed.steps)
    assert.deepEqual(stored, analysed.stored)
    assert.equal(requestCount, analysed.requests.length)
    assert.equal(thirdPartyRequestCount, analysed.requests.length - 1)
    assert.equal(contacted.reduce((sum, { requests }) => sum + requests, 0), thirdPartyRequestCount)
    assert.equal(traffic.reduce((sum, { requests }) => sum + requests, 0), thirdPartyRequestCount)
  }
  const written = [...reject.leaks, ...accept.leaks].sort((a, b) => a.leakId < b.leakId ? -1 : 1)
  const leaks = findings.flatMap((finding) => finding.leaks).sort((a, b) => a.leakId < b.leakId ? -1 : 1)
  assert.deepEqual(leaks, written)
  assert.deepEqual(new Set(diagnostics), new Set([...reject.diagnostics, ...accept.diagnostics]))
})

test('the views have the columns that the interface names', () => {
  const file = join(folder, 'views.sqlite')
  storeOf([accept], file).close()
  const database = new Database(file, { readonly: true })
  const columnsOf = (view: string): string[] => (database.prepare(`SELECT * FROM ${view} LIMIT 1`).columns()).map(({ name }) => name)
  const named = (record: object): string[] => Object.keys(record).map(toColumnName)
  const [leak, request] = [accept.leaks[0], accept.requests[0]]
  assert.ok(leak && request)
  assert.deepEqual(columnsOf('leak'), named(leak))
  assert.deepEqual(columnsOf('request').sort(), named(request).sort())
  assert.deepEqual(columnsOf('capture').sort(), named(accept.capture).sort())
  assert.deepEqual(columnsOf('analysis').sort(), [...named(accept.analysis), 'is_latest'].sort())
  assert.deepEqual(columnsOf('run').sort(), named(run).sort())
  for (const column of ['first_seen', 'last_seen', 'seen_in', 'seen_of', 'status', 'fingerprint']) {
    assert.ok(columnsOf('finding').includes(column), column)
  }
  assert.ok(columnsOf('step').length > 0 && columnsOf('diagnostic').length > 0 && columnsOf('assessment').length > 0)
  assert.equal(database.prepare('SELECT count(*) FROM leak').pluck().get(), accept.leaks.length)
  database.close()
})

test('rows are only ever added, not even replaced', () => {
  const file = join(folder, 'append.sqlite')
  storeOf([accept], file).close()
  const database = new Database(file)
  database.pragma('recursive_triggers = 1')
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'meta'").pluck().all() as string[]
  assert.equal(tables.length, 15)
  const store = openStore(file)
  store.writeAssessment({ fingerprint: 'f', status: 'confirmed', reason: 'seen', assessedBy: 'A', assessedAt: run.startedAt })
  store.writeAnchor({ link: 1, digest: 'd', authority: 'http://tsa.example', stampedAt: run.startedAt, token: 'AA==' })
  store.close()
  database.exec("INSERT INTO tombstones VALUES ('t', 'capture', 'c', 'd', NULL, 'old', '2026')")
  for (const table of tables) {
    const column = (database.pragma(`table_info(${table})`) as { name: string; type: string }[])
      .find(({ type }) => type === 'TEXT')?.name ?? ''
    assert.throws(() => database.exec(`UPDATE ${table} SET ${column} = 'x'`), /append-only/, `update ${table}`)
    assert.throws(() => database.exec(`DELETE FROM ${table}`), /append-only/, `delete ${table}`)
  }
  assert.throws(() => database.exec('INSERT OR REPLACE INTO runs SELECT * FROM runs'), /append-only/)
  database.close()
})

test('an analysis that is already there is left as it is; a new one of the same capture is added', () => {
  const store = storeOf([reject])
  store.writeAnalysed({ ...reject, leaks: [], analysis: { ...reject.analysis, verdict: 'none-observed' } })
  assert.equal(report(store).findings.flatMap(({ leaks }) => leaks).length, reject.leaks.length)

  store.writeRun(secondRun)
  store.writeAnalysed({
    ...reject,
    analysis: { ...reject.analysis, analysisId: 'again', runId: secondRun.runId, parentAnalysisId: reject.analysis.analysisId, startedAt: secondRun.startedAt },
    requests: reject.requests.map((request) => ({ ...request, analysisId: 'again' })),
    stored: [],
    leaks: reject.leaks.slice(0, 1).map((leak) => ({ ...leak, leakId: 'again', analysisId: 'again', runId: secondRun.runId })),
    diagnostics: [],
  })
  assert.equal(report(store).findings.flatMap(({ leaks }) => leaks).length, 1, 'the latest run')
  assert.equal(report(store, { captureIds: [reject.capture.captureId] }).captures[0]?.analysis.analysisId, 'again')
  const old = report(store, { runIds: [RUN_ID] })
  assert.equal(old.captures[0]?.analysis.analysisId, reject.analysis.analysisId, 'the run that is named')
  assert.equal(old.findings.flatMap(({ leaks }) => leaks).length, reject.leaks.length)
  assert.deepEqual(store.runs().map(({ runId }) => runId), [secondRun.runId, RUN_ID])
  assert.equal(store.runs()[0]?.captures[0]?.parentAnalysisId, reject.analysis.analysisId)
  store.close()
})

test('selections', () => {
  const store = storeOf([reject, accept])
  store.writeRun(secondRun)
  const honest = makeHonest({ consent: 'reject', runId: secondRun.runId })
  store.writeAnalysed(honest)
  const captureIds = (selection: Selection): string[] => report(store, selection).captures.map(({ captureId }) => captureId)
  assert.deepEqual(captureIds({}), [honest.capture.captureId])
  assert.deepEqual(captureIds({ runIds: ['latest'] }), [honest.capture.captureId])
  assert.equal(captureIds({ runIds: 'all' }).length, 3)
  assert.equal(captureIds({ runIds: [RUN_ID] }).length, 2)
  assert.equal(captureIds({ runIds: [RUN_ID.slice(0, 8)] }).length, 2)
  assert.deepEqual(captureIds({ consent: 'accept' }), [accept.capture.captureId], 'the latest run that has it')
  assert.deepEqual(captureIds({ runIds: 'all', consent: 'reject' }).length, 2)
  assert.deepEqual(captureIds({ captureIds: [accept.capture.captureId.slice(0, 12)] }), [accept.capture.captureId])
  const refused = (selection: Selection, pattern: RegExp): void => {
    assert.throws(() => report(store, selection), (error: unknown) => isTattleError(error) && error.code === 'nothing-selected' && pattern.test(error.message))
  }
  refused({ runIds: ['nowhere'] }, /--run nowhere/)
  refused({ target: 'live' }, /--target live/)
  refused({ scenario: "x' OR 1 --" }, /--scenario x' OR 1 --/)
  refused({ runIds: ['01K'] }, /--run 01K/)
  store.writeRun({ ...run, runId: '01KBZ' })
  refused({ runIds: ['01KB'] }, /Several runs/)
  store.close()
  const empty = openStore(':memory:')
  assert.throws(() => report(empty), (error: unknown) => isTattleError(error) && error.code === 'nothing-selected')
  assert.equal(empty.target(), null)
  empty.close()
})

test('a run whose inputs were all refused has a report that says so', () => {
  const store = openStore(':memory:')
  store.writeRun(run)
  const refusal = { analysisId: null, captureId: null, runId: RUN_ID, code: 'har-unreadable', entry: null, message: 'x.har is not JSON.' }
  store.writeDiagnostics([refusal, refusal])
  const { verdict, coverage, diagnostics, captures } = report(store, { runIds: [RUN_ID] })
  assert.deepEqual({ verdict, coverage, captures, diagnostics }, { verdict: 'inconclusive', coverage: 'broken', captures: [], diagnostics: [refusal] })
  assert.equal(report(store).verdict, 'inconclusive')
  store.close()
})

test('verdict and coverage: what a run lost is told as broken; of a capture that is named alone nothing was lost', () => {
  for (const code of ['capture-failed', 'analysis-failed', 'capture-unfiled', 'har-unreadable', 'capture-unreadable']) {
    const honest = makeHonest({ consent: 'reject' })
    const store = storeOf([honest])
    const message = 'The test "books" could not be recorded: the disk is full'
    store.writeDiagnostics([{ analysisId: null, captureId: null, runId: RUN_ID, code, entry: null, message }])
    const { verdict, coverage, summary } = report(store)
    assert.deepEqual({ verdict, coverage }, { verdict: 'inconclusive', coverage: 'broken' })
    assert.match(summary, /Inconclusive: nothing was observed, but 1 of 2 captures is broken\. The test "books" could not be recorded: the disk is full/)
    const alone = report(store, { captureIds: [honest.capture.captureId] })
    assert.deepEqual({ verdict: alone.verdict, coverage: alone.coverage }, { verdict: 'none-observed', coverage: honest.capture.coverage })
    store.close()
  }
})

test('verdict and coverage: a broken capture is never "none observed"', () => {
  const verdictOf = (...all: Parameters<typeof storeOf>[0][number][]): string => {
    const store = storeOf(all)
    const { verdict, coverage } = report(store)
    store.close()
    return `${verdict} ${coverage}`
  }
  assert.equal(verdictOf(makeHonest({ consent: 'reject' })), 'none-observed full')
  assert.equal(verdictOf(makeHonest({ consent: 'reject' }), makeHonest({ consent: 'accept', coverage: 'limited' })), 'none-observed limited')
  assert.equal(verdictOf(makeHonest({ consent: 'reject' }), makeHonest({ consent: 'accept', coverage: 'broken' })), 'inconclusive broken')
  const claims = makeHonest({ consent: 'accept', coverage: 'broken' })
  assert.equal(verdictOf({ ...claims, analysis: { ...claims.analysis, verdict: 'none-observed' } }), 'inconclusive broken')
  assert.equal(verdictOf(reject, makeHonest({ consent: 'accept', coverage: 'broken' })), 'leaks broken')
})

test('a finding over several captures: how often, when, and what was said of it', () => {
  const store = storeOf([reject, accept])
  const again = makeHonest({ consent: 'reject', captureId: 'repeat' })
  store.writeAnalysed(again)
  const [first] = report(store).findings
  assert.ok(first)
  const shownIn = new Set(first.leaks.map(({ captureId }) => captureId)).size
  assert.deepEqual([first.seenIn, first.seenOf], [shownIn, shownIn + 1])
  assert.equal(first.leaks[0]?.consentAt, 'rejected', 'of equally severe leaks, one against the choice stands for all')
  assert.equal(first.status, 'pending')
  const say = (status: 'confirmed' | 'dismissed', assessedAt: string): void =>
    store.writeAssessment({ fingerprint: first.fingerprint, status, reason: 'looked at', assessedBy: 'A. Uditor', assessedAt })
  say('dismissed', '2026-03-03T00:00:00.000Z')
  say('confirmed', '2026-03-02T00:00:00.000Z')
  assert.equal(report(store).findings[0]?.status, 'dismissed')
  store.close()
})

test('the finding view says the same as the report', () => {
  const file = join(folder, 'finding-view.sqlite')
  const store = storeOf([reject, accept, makeHonest({ consent: 'reject', captureId: 'repeat' })], file)
  const fromReport = report(store, { runIds: 'all' }).findings
    .map(({ findingId, severity, firstSeen, lastSeen, seenIn, seenOf, status, leaks }) =>
      ({ finding_id: findingId, severity, first_seen: firstSeen, last_seen: lastSeen, seen_in: seenIn, seen_of: seenOf, status, leaks: leaks.length }))
    .sort((a, b) => a.finding_id < b.finding_id ? -1 : 1)
  store.close()
  const database = new Database(file, { readonly: true })
  const fromView = database.prepare(`SELECT finding_id, severity, first_seen, last_seen, seen_in, seen_of, status, leaks
    FROM finding ORDER BY finding_id`).all()
  database.close()
  assert.deepEqual(fromView.map((row) => ({ ...row as object })), fromReport)
})

test('a write is all or nothing', () => {
  const store = storeOf([])
  const [first] = accept.leaks
  assert.ok(first)
  assert.throws(() => store.writeAnalysed({ ...accept, leaks: [...accept.leaks, first] }), /UNIQUE/)
  assert.deepEqual(store.runs()[0]?.captures, [])
  assert.equal(store.target(), null)
  store.writeAnalysed(accept)
  assert.equal(store.runs()[0]?.captures.length, 1)
  store.close()
})

test('a capture that another machine made belongs to the run that analyses it here', () => {
  const store = storeOf([{ ...accept, capture: { ...accept.capture, runId: 'elsewhere' } }])
  assert.equal(report(store).captures[0]?.runId, RUN_ID)
  store.close()
})

test('a run is written at its beginning and at its end', () => {
  const store = openStore(':memory:')
  assert.throws(() => store.writeAnalysed(accept), /writeRun/)
  store.writeRun({ ...run, endedAt: run.startedAt, exitCode: null })
  store.writeAnalysed(accept)
  assert.equal(store.runs()[0]?.exitCode, null)
  store.writeRun({ ...run, exitCode: 1 })
  assert.deepEqual({ ...store.runs()[0], lost: 0, captures: [] }, { ...run, exitCode: 1, lost: 0, captures: [] })
  store.close()
})

test('the file alone is whole after closing', () => {
  const file = join(folder, 'deep', 'er', 'whole.sqlite')
  storeOf([accept], file).close()
  assert.deepEqual(readdirSync(join(folder, 'deep', 'er')), ['whole.sqlite'])
  const database = new Database(file, { readonly: true })
  assert.equal(database.pragma('journal_mode', { simple: true }), 'delete')
  database.close()
})

test('two stores write to one file at the same time', () => {
  const file = join(folder, 'two.sqlite')
  const one = storeOf([reject], file)
  const two = openStore(file)
  two.writeRun(secondRun)
  two.writeAnalysed(makeHonest({ consent: 'accept', runId: secondRun.runId }))
  one.writeAnalysed(accept)
  one.close()
  assert.equal(report(two, { runIds: 'all' }).captures.length, 3)
  two.close()
  assert.deepEqual(readdirSync(folder).filter((name) => name.startsWith('two')), ['two.sqlite'])
})

test('tens of thousands of leaks are written and read', () => {
  const store = storeOf([], join(folder, 'many.sqlite'))
  store.writeAnalysed(enlarge(accept, 20_000))
  assert.equal(report(store).findings.flatMap(({ leaks }) => leaks).length, 20_000)
  store.close()
})
