/**
 * The findings database: the only writer and reader of it. Rows are added, never changed. Each call of a `write…` is
 * one transaction: all of it is there afterwards, or nothing. What the tables and views mean is said in schema.sql.
 */
import { existsSync } from 'node:fs'
import type BetterSqlite3 from 'better-sqlite3'
import { TattleError } from '../errors.js'
import type {
  AnalysedRows, AnalysisRecord, CaptureRecord, DiagnosticRecord, Report, RunRecord, Severity, StepRecord, Target,
} from '../model.js'
import { checkChain, headOf, linksOf, type ChainCheck, type Head, type Link } from './chain.js'
import { readCustody, type Custody } from './custody.js'
import { closeDatabase, guard, openDatabase, startWriting, type OpenOptions } from './database.js'
import { lostInRun, readFacts, targetOfDatabase, toRun, type Leaks, type ReportFacts } from './facts.js'
import { isOlder, migrate, schemaFaults, triggerFaults, versionOf } from './migrations.js'
import { prune, type Pruned } from './prune.js'
import { fromRow, type Columns } from './rows.js'
import { openToRead } from './older.js'
import { select, type Selection } from './selection.js'
import { anchorColumns, createWriters, type AnchorRecord, type AssessmentRecord } from './writers.js'

export type { AnchorRecord, AssessmentRecord, ChainCheck, Custody, Head, Pruned, ReportFacts, Selection }

/** One line of `tattle runs`. */
export interface RunListing extends RunRecord {
  /** Tests or inputs that left no analysis. */
  readonly lost: number
  readonly captures: readonly ListedCapture[]
}

export interface ListedCapture extends Pick<
  CaptureRecord, 'captureId' | 'scenario' | 'target' | 'site' | 'consentAsked' | 'consentOutcome' | 'netlogCount' | 'coverage' | 'path'
>, Pick<AnalysisRecord, 'analysisId' | 'parentAnalysisId' | 'verdict' | 'startedAt'> {
  readonly findings: number
  readonly leaks: number
}

export interface Store {
  readonly file: string
  /** Opened to be read, and of an earlier version: what is read is a copy of it that was brought up to date. */
  readonly isCopy: boolean
  /** What its captures are of; null where there is none yet. */
  target(): Target | 'mixed' | null
  /**
   * Before anything that belongs to the run, and again at its end. Command, label, start and versions stay as they were
   * first written; end and exit code are added.
   */
  writeRun(run: RunRecord): void
  /** Capture (unless it is known), steps, analysis, requests, findings, leaks, diagnostics. An analysis that is already
   *  there is left as it is. */
  writeAnalysed(analysed: AnalysedRows): void
  /** A capture that is kept as proof and not reported on: of a control walk. Nothing where it is known. */
  writeCapture(capture: CaptureRecord, steps: readonly StepRecord[]): void
  /** A run with all that came of it, in one transaction: afterwards it is there whole, or not at all. */
  writeWhole(run: RunRecord, analysed: readonly AnalysedRows[], diagnostics: readonly DiagnosticRecord[]): void
  /** All that `work` writes is one transaction. */
  atOnce<Result>(work: () => Result): Result
  /** Of a run: inputs that it refused, things that it met outside of any analysis. */
  writeDiagnostics(diagnostics: readonly DiagnosticRecord[]): void
  writeAssessment(assessment: AssessmentRecord): void
  /** The whole fingerprint that begins so (eight digits are enough). Throws `nothing-selected`. */
  fingerprint(start: string): string
  /**
   * `summarise` puts the facts into a sentence. `some` leaks are enough for a summary, and few however many there are.
   * Throws `nothing-selected`.
   */
  report(selection: Selection, summarise: (facts: ReportFacts) => string, leaks?: Leaks): Report
  /** Whether a run has a finding of one of these severities that nobody has dismissed. */
  hasFinding(runId: string, severities: readonly Severity[]): boolean
  /** The last link of the chain of custody; null where nothing was written yet. */
  head(): Head | null
  links(): readonly Link[]
  /** Recomputes the chain and every row behind it. */
  checkChain(): ChainCheck
  /** The chain, and what it says of one run, of its captures and analyses. Throws `nothing-selected`. */
  custody(runId: string): Custody
  /** What an authority attested of a link's digest. */
  writeAnchor(anchor: AnchorRecord): void
  anchors(): readonly AnchorRecord[]
  /** Removes what was captured before a time (ISO 8601) and leaves tombstones; one transaction. */
  prune(before: string, reason: string): Pruned
  /** Newest first. */
  runs(): readonly RunListing[]
  /** Afterwards the file alone is whole. */
  close(): void
}

/**
 * Opens the database at `file` (`:memory:` for none), makes it where it is missing, migrates it where it is older; opened
 * read-only, it stays as it is (older.ts). Throws `database-unreadable`, `database-newer`, `database-busy`; the file is
 * then as it was.
 */
export function openStore(file: string, options: OpenOptions = {}): Store {
  if (options.readonly === true) {
    const { database, isCopy } = openToRead(file, options)
    return createStore(database, file, { isCopy, isMade: true })
  }
  // Made with its first rows, it is put on the disk once.
  const isMadeLater = options.once === true && !existsSync(file)
  const database = openDatabase(file, options)
  try {
    return guard(file, () => {
      if (!isMadeLater) {
        migrate(database, file)
        refuseTriggers(database, file)
      }
      startWriting(database, !isMadeLater)
      return createStore(database, file, { isCopy: false, isMade: !isMadeLater })
    })
  } catch (error) {
    database.close()
    throw error
  }
}

function refuseTriggers(database: BetterSqlite3.Database, file: string): void {
  const [fault] = triggerFaults(database)
  if (fault !== undefined) throw new TattleError('database-unreadable', `${fault} Somebody put it into ${file}; give --db another path.`)
}

/** Migrates the database at `file` where it is older or empty, and says whether it was older. Throws as `openStore` does. */
export function bringUpToDate(file: string): boolean {
  const database = openDatabase(file, { readonly: true })
  let version: number | undefined
  try {
    version = guard(file, () => (isOlder(database, file) ? versionOf(database, file) : undefined))
  } finally {
    database.close()
  }
  if (version !== undefined) openStore(file).close()
  return version !== undefined && version > 0
}

function createStore(database: BetterSqlite3.Database, file: string, { isCopy, isMade }: { isCopy: boolean; isMade: boolean }): Store {
  const write = createWriters(database)
  const inTransaction = <Result>(work: () => Result): Result => guard(file, () => {
    if (database.inTransaction) return work()
    const result = database.transaction(() => {
      if (!isMade) migrate(database, file)
      return work()
    }).immediate()
    isMade = true
    return result
  })
  return {
    file,
    isCopy,
    target: () => guard(file, () => targetOfDatabase(database)),
    writeRun: (run) => inTransaction(() => write.run(run)),
    writeAnalysed: (analysed) => inTransaction(() => write.analysed(analysed)),
    writeCapture: (capture, steps) => inTransaction(() => write.capture(capture, steps, capture.runId)),
    writeWhole: (run, analysed, diagnostics) => inTransaction(() => {
      write.run(run)
      analysed.forEach(write.analysed)
      diagnostics.forEach(write.diagnostic)
    }),
    atOnce: inTransaction,
    writeDiagnostics: (diagnostics) => inTransaction(() => diagnostics.forEach(write.diagnostic)),
    writeAssessment: (assessment) => inTransaction(() => write.assessment(assessment)),
    fingerprint: (start) => guard(file, () => resolveFingerprint(database, start, file)),
    report: (selection, summarise, leaks) => guard(file, () => {
      // One transaction, so that a report is of one moment while another process writes.
      const facts = database.transaction(() => readFacts(database, select(database, selection, file), leaks))()
      return { ...facts, summary: summarise(facts) }
    }),
    hasFinding: (runId, severities) => guard(file, () => database.prepare(`
      SELECT 1 FROM analyses a JOIN leaks l ON l.analysis_id = a.analysis_id JOIN findings f ON f.finding_id = l.finding_id
      WHERE a.run_id = ? AND l.severity IN (SELECT value FROM json_each(?)) AND NOT EXISTS (
        SELECT 1 FROM assessment s WHERE s.fingerprint = f.fingerprint AND s.is_latest AND s.status = 'dismissed')
      LIMIT 1`).get(runId, JSON.stringify(severities)) !== undefined),
    head: () => guard(file, () => headOf(database)),
    links: () => guard(file, () => [...linksOf(database)]),
    checkChain: () => guard(file, () => database.transaction(() => {
      const check = checkChain(database)
      return { ...check, faults: [...check.faults, ...schemaFaults(database)] }
    })()),
    custody: (runId) => guard(file, () => database.transaction(() =>
      readCustody(database, select(database, { runIds: [runId] }, file), file))()),
    writeAnchor: (anchor) => inTransaction(() => write.anchor(anchor)),
    anchors: () => guard(file, () => database.prepare('SELECT * FROM anchors ORDER BY link, rowid').all()
      .map((row) => fromRow<AnchorRecord>(anchorColumns, row))),
    prune: (before, reason) => guard(file, () => prune(database, before, reason)),
    runs: () => guard(file, () => readRuns(database)),
    close: () => guard(file, () => closeDatabase(database)),
  }
}

function readRuns(database: BetterSqlite3.Database): RunListing[] {
  const captures = database.prepare(`
    SELECT c.capture_id, t.scenario, t.target, t.site, c.consent_asked, c.consent_outcome, c.netlog_count, t.coverage, t.path,
      a.analysis_id, a.parent_analysis_id, a.verdict, a.started_at,
      (SELECT count(DISTINCT finding_id) FROM leaks l WHERE l.analysis_id = a.analysis_id) AS findings,
      (SELECT count(*) FROM leaks l WHERE l.analysis_id = a.analysis_id) AS leaks
    FROM analyses a JOIN captures c ON c.capture_id = a.capture_id JOIN analysed_capture t ON t.analysis_id = a.analysis_id
    WHERE a.run_id = ? ORDER BY a.started_at, a.rowid`)
  const listed: Columns<ListedCapture> = {
    captureId: 'plain', scenario: 'plain', target: 'plain', site: 'plain', consentAsked: 'plain',
    consentOutcome: 'plain', netlogCount: 'plain',
    coverage: 'plain', path: 'plain', analysisId: 'plain', parentAnalysisId: 'plain', verdict: 'plain',
    startedAt: 'plain',
    findings: 'plain', leaks: 'plain',
  }
  return database.prepare('SELECT * FROM run ORDER BY started_at DESC, run_id DESC').all().map((row) => {
    const run = toRun(row)
    return { ...run, lost: lostInRun(database, run.runId), captures: captures.all(run.runId).map((captureRow) => fromRow(listed, captureRow)) }
  })
}

function resolveFingerprint(database: BetterSqlite3.Database, start: string, file: string): string {
  const found = start.length < 8 ? [] : database.prepare(
    'SELECT DISTINCT fingerprint FROM findings WHERE substr(fingerprint, 1, length(@start)) = @start LIMIT 2',
  ).pluck().all({ start: start.toLowerCase() }) as string[]
  const [one, other] = found
  if (one !== undefined && other === undefined) return one
  throw new TattleError('nothing-selected', one === undefined
    ? `No finding in ${file} has a fingerprint that begins with "${start}" (at least eight digits); reports show them.`
    : `Several findings in ${file} have fingerprints that begin with "${start}"; give more of it.`)
}
