/**
 * Reads what a report is made from: selected analyses, with their captures, findings and leaks.
 */
import type BetterSqlite3 from 'better-sqlite3'
import {
  SEVERITIES,
  type AnalysisRecord, type CaptureRecord, type Contact, type Coverage, type DiagnosticRecord, type FileDigest, type FindingRecord,
  type LeakRecord, type Report, type ReportCapture, type ReportFinding, type RunRecord, type StepRecord, type StoredRecord,
  type Target,
  type Verdict,
} from '../model.js'
import { isLost } from '../lost.js'
import { toFrequency } from '../repeats.js'
import { version as tattleVersion } from '../version.generated.js'
import { locate } from './locate.js'
import { columns, fromRow, toReader, type Columns, type Taken } from './rows.js'
import type { Selected } from './selection.js'

/** A report before it is put into words. */
export type ReportFacts = Omit<Report, 'summary'>

/** Rows of a capture: a site may contact any number of hosts, in any number of steps. */
const MOST_TRAFFIC = 5_000

const runViewColumns: Columns<RunRecord> = { ...columns.run, endedAt: 'plain', exitCode: 'plain' }

/** `all`: every leak; `some`: of the leaks of a finding that are alike in all that a summary tells, the first. */
export type Leaks = 'all' | 'some'

export function readFacts(
  database: BetterSqlite3.Database, { analysisIds, runIds, ofRuns }: Selected, which: Leaks = 'all', findingId?: string,
): ReportFacts {
  const captures = analysisIds.flatMap((analysisId) => readCapture(database, analysisId))
  const diagnostics = readDiagnostics(database, analysisIds, runIds).filter((one) => ofRuns || !isLost(one))
  return {
    schema: 1,
    generatedAt: new Date().toISOString(),
    tattleVersion,
    verdict: verdictOf(captures, diagnostics),
    coverage: coverageOf(captures, diagnostics),
    target: targetOf(captures, database),
    runs: readRuns(database, runIds),
    captures,
    findings: readFindings(database, analysisIds, captures, which, findingId),
    diagnostics,
  }
}

/** Of one run in several databases, each with captures of its own. */
export function joined(parts: readonly ReportFacts[]): ReportFacts {
  const captures = parts.flatMap((part) => part.captures)
  const once = <Value extends object>(values: readonly Value[]): Value[] => [...new Map(values.map((value) => [JSON.stringify(value), value])).values()]
  const diagnostics = once(parts.flatMap((part) => part.diagnostics))
  return {
    schema: 1, generatedAt: new Date().toISOString(), tattleVersion,
    verdict: verdictOf(captures, diagnostics), coverage: coverageOf(captures, diagnostics),
    target: new Set(parts.map(({ target }) => target)).size === 1 ? parts[0]?.target ?? 'live' : 'mixed',
    runs: [...new Map(parts.flatMap(({ runs }) => runs).map((run) => [run.runId, run])).values()],
    captures, findings: parts.flatMap(({ findings }) => findings), diagnostics,
  }
}

/** A broken or lost capture is never "none observed"; nor is a report without any capture. */
function verdictOf(captures: readonly ReportCapture[], diagnostics: readonly DiagnosticRecord[]): Verdict {
  if (captures.some(({ analysis }) => analysis.verdict === 'leaks')) return 'leaks'
  const proved = captures.every(({ analysis, coverage }) =>
    analysis.verdict === 'none-observed' && coverage !== 'broken')
  return captures.length > 0 && proved && !diagnostics.some(isLost) ? 'none-observed' : 'inconclusive'
}

/** The least of the captures, of which one that was lost is broken. */
function coverageOf(captures: readonly ReportCapture[], diagnostics: readonly DiagnosticRecord[]): Coverage {
  if (captures.length === 0 || captures.some(({ coverage }) => coverage === 'broken') || diagnostics.some(isLost)) return 'broken'
  return captures.some(({ coverage }) => coverage === 'limited') ? 'limited' : 'full'
}

function targetOf(captures: readonly ReportCapture[], database: BetterSqlite3.Database): Target | 'mixed' {
  const targets = new Set(captures.map(({ target }) => target))
  if (targets.size > 1) return 'mixed'
  return [...targets][0] ?? targetOfDatabase(database) ?? 'live'
}

/** What the captures of a whole database are of; null where it has none. */
export function targetOfDatabase(database: BetterSqlite3.Database): Target | 'mixed' | null {
  const targets = database.prepare(`
    SELECT target FROM captures UNION SELECT target FROM analyses WHERE target IS NOT NULL`).pluck().all() as Target[]
  return targets.length > 1 ? 'mixed' : targets[0] ?? null
}

function readRuns(database: BetterSqlite3.Database, runIds: readonly string[]): RunRecord[] {
  const statement = database.prepare('SELECT * FROM run WHERE run_id = ?')
  return runIds.flatMap((runId) => {
    const row = statement.get(runId)
    return row === undefined ? [] : [toRun(row)]
  })
}

/** A run that was never written at its end stands at its beginning. */
export function toRun(row: unknown): RunRecord {
  const run = fromRow<RunRecord>(runViewColumns, row)
  return { ...run, endedAt: run.endedAt ?? run.startedAt }
}

function readCapture(database: BetterSqlite3.Database, analysisId: string): ReportCapture[] {
  const analysisRow = database.prepare('SELECT * FROM analyses WHERE analysis_id = ?').get(analysisId)
  if (analysisRow === undefined) return []
  const analysis = fromRow<AnalysisRecord>(columns.analysis, analysisRow)
  const taken = fromRow<Taken>(
    columns.taken, database.prepare('SELECT * FROM analysed_capture WHERE analysis_id = ?').get(analysisId))
  const captureRow = database.prepare('SELECT * FROM capture WHERE capture_id = ?').get(analysis.captureId)
  const captureColumns: Columns<CaptureRecord> = { ...columns.capture, files: 'json' }
  const capture = fromRow<CaptureRecord & { readonly files: readonly FileDigest[] }>(captureColumns, captureRow)
  const counts = database.prepare(
    `SELECT count(*) AS requests, count(*) FILTER (WHERE party = 'third') AS third FROM requests
    WHERE analysis_id = ? AND delivery <> 'attempted'`,
  ).get(analysisId) as { requests: number; third: number }
  const contacted = database.prepare(`
    SELECT domain, max(recipient_entity) AS entity, coalesce(max(recipient_category), 'other') AS category,
      count(*) AS requests, max(delivery = 'sent') AS isSent
    FROM requests WHERE analysis_id = ? AND party = 'third' AND delivery <> 'attempted'
    GROUP BY domain ORDER BY requests DESC, domain`).all(analysisId) as (Contact & { readonly isSent: 0 | 1 })[]
  const traffic = database.prepare(`
    SELECT step, consent_at AS consentAt, domain, max(recipient_entity) AS entity,
      coalesce(max(recipient_category), 'other') AS category, count(*) AS requests
    FROM requests WHERE analysis_id = ? AND party = 'third' AND delivery <> 'attempted'
    GROUP BY step, consent_at, domain ORDER BY min(started_at), requests DESC, domain LIMIT ${MOST_TRAFFIC}`,
  ).all(analysisId) as ReportCapture['traffic']
  const steps = database.prepare('SELECT * FROM step WHERE capture_id = ? ORDER BY ordinal').all(analysis.captureId)
  const stored = database.prepare('SELECT * FROM stored_values WHERE analysis_id = ? ORDER BY ordinal').all(analysisId)
  return [{
    ...capture,
    ...taken,
    path: taken.path === null ? null : locate(taken.path, database.name),
    analysis,
    steps: steps.map(toReader<StepRecord>(columns.step)),
    stored: stored.map(toReader<StoredRecord>(columns.stored)),
    requestCount: counts.requests,
    thirdPartyRequestCount: counts.third,
    contacted: contacted.map(({ isSent, ...one }): Contact => (isSent ? one : { ...one, unconfirmed: true })),
    traffic,
  }]
}

/** What a finding of a report has beside its record, in this order. */
const OF_LEAKS = [
  'severity', 'severityRule', 'certainty', 'label', 'recipientEntity', 'recipientCountry', 'recipientCategory', 'firstSeen',
  'lastSeen', 'seenIn', 'seenOf', 'status', 'control', 'leaks',
] as const satisfies readonly (keyof ReportFinding)[]

function readFindings(
  database: BetterSqlite3.Database, analysisIds: readonly string[], captures: readonly ReportCapture[], which: Leaks,
  findingId?: string,
): ReportFinding[] {
  const leaksOf = new Map<string, LeakRecord[]>()
  const toLeak = toReader<LeakRecord>(columns.leak)
  // A bare column beside min() is of the row that has the least (https://www.sqlite.org/lang_select.html#bareagg).
  const only = findingId === undefined ? '' : 'AND finding_id = ?'
  const statement = database.prepare(which === 'all'
    ? `SELECT * FROM leak WHERE analysis_id = ? ${only} ORDER BY finding_id, entry, leak_id`
    : `SELECT * FROM leak WHERE leak_id IN (
        SELECT leak_id FROM (
          SELECT leak_id, min(entry) FROM leaks WHERE analysis_id = ? ${only}
          GROUP BY finding_id, severity, certainty, consent_at, step, control))`)
  for (const analysisId of analysisIds) {
    for (const row of statement.iterate(...[analysisId, findingId].filter((id) => id !== undefined))) {
      const leak = toLeak(row)
      const leaks = leaksOf.get(leak.findingId)
      if (leaks === undefined) leaksOf.set(leak.findingId, [leak])
      else leaks.push(leak)
    }
  }
  const frequencyOf = toFrequency(captures)
  const toFinding = toReader<FindingRecord>(columns.finding, OF_LEAKS)
  const find = database.prepare('SELECT * FROM findings WHERE finding_id = ?')
  const history = database.prepare(`
    SELECT min(coalesce(l.started_at, c.started_at)) AS first_seen,
      max(coalesce(l.started_at, c.started_at)) AS last_seen
    FROM leaks l JOIN captures c ON c.capture_id = l.capture_id WHERE l.finding_id = ?`)
  const status = database.prepare('SELECT status FROM assessment WHERE fingerprint = ? AND is_latest').pluck()
  const findings = [...leaksOf].map(([findingId, leaks]): ReportFinding => {
    const finding = toFinding(find.get(findingId))
    const { seenIn, seenOf } = frequencyOf(leaks.map(({ captureId }) => captureId))
    const seen = history.get(findingId) as { first_seen: string | null; last_seen: string | null }
    leaks.sort(byWeight)
    // A finding is read here because it has a leak.
    const worst = leaks[0] as LeakRecord
    return Object.assign(finding, {
      severity: worst.severity,
      severityRule: worst.severityRule,
      certainty: worst.certainty,
      label: worst.label,
      recipientEntity: worst.recipientEntity,
      recipientCountry: worst.recipientCountry,
      recipientCategory: worst.recipientCategory,
      firstSeen: seen.first_seen,
      lastSeen: seen.last_seen,
      seenIn,
      seenOf,
      status: (status.get(finding.fingerprint) as ReportFinding['status'] | undefined) ?? 'pending',
      control: (['confirmed', 'unconfirmed', 'unvaried'] as const).find((one) => leaks.some(({ control }) => control === one)) ?? null,
      leaks,
    } satisfies Omit<ReportFinding, keyof FindingRecord>)
  })
  return findings.sort((a, b) => rankOf(a) - rankOf(b) || compare(a.recipientDomain, b.recipientDomain) ||
    compare(a.kind, b.kind) || compare(a.field, b.field) || compare(a.findingId, b.findingId))
}

/** Worst first, of equals those that were sent against the choice; then in the order of the requests. */
function byWeight(a: LeakRecord, b: LeakRecord): number {
  return rankOf(a) - rankOf(b) || Number(isAgainstChoice(b)) - Number(isAgainstChoice(a)) ||
    compare(a.startedAt ?? '', b.startedAt ?? '') || a.entry - b.entry || compare(a.leakId, b.leakId)
}

function isAgainstChoice({ consentAt }: LeakRecord): boolean {
  return consentAt === 'rejected' || consentAt === 'withdrawn'
}

function rankOf({ severity }: Pick<LeakRecord, 'severity'>): number {
  return SEVERITIES.indexOf(severity)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** How many tests or inputs of a run left no analysis. */
export function lostInRun(database: BetterSqlite3.Database, runId: string): number {
  return readDiagnostics(database, [], [runId]).filter(isLost).length
}

/** Those of the analyses, and those that a run said of itself: inputs that it refused. */
function readDiagnostics(
  database: BetterSqlite3.Database, analysisIds: readonly string[], runIds: readonly string[],
): DiagnosticRecord[] {
  const ofAnalysis = database.prepare('SELECT * FROM diagnostic WHERE analysis_id = ? ORDER BY entry, code, message')
  const ofRun = database.prepare(
    'SELECT * FROM diagnostic WHERE run_id = ? AND analysis_id IS NULL ORDER BY code, message',
  )
  return [...runIds.flatMap((id) => ofRun.all(id)), ...analysisIds.flatMap((id) => ofAnalysis.all(id))]
    .map(toReader<DiagnosticRecord>(columns.diagnostic))
}
