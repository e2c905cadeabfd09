/**
 * The findings database: the only writer and reader of it. Rows are added, never changed. Each call of a `write…` is
 * one transaction: all of it is there afterwards, or nothing. What the tables and views mean is said in schema.sql.
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import type BetterSqlite3 from 'better-sqlite3'
import { newId } from '../new-id.js'
import { TattleError } from '../errors.js'
import type {
  AnalysedRows, AnalysisRecord, CaptureRecord, DiagnosticRecord, FileDigest, FindingRecord, Report, ReportFinding, RunRecord,
  StepRecord, Target,
} from '../model.js'
import {
  BEFORE_REQUESTS, BEHIND_LEAKS, checkChain, contentOf, createChain, headOf, linesOfRows, linksOf, type ChainCheck, type Head, type Link,
} from './chain.js'
import { createAnalysisContent } from './content.js'
import { readCustody, type Custody } from './custody.js'
import { closeDatabase, guard, openDatabase, startWriting, type OpenOptions } from './database.js'
import { readFacts, targetOfDatabase, toRun, type Leaks, type ReportFacts } from './facts.js'
import { isOlder, migrate } from './migrations.js'
import { prune, type Pruned } from './prune.js'
import { columns, fromRow, toInsert, type Columns, type Taken } from './rows.js'
import { openToRead } from './older.js'
import { select, type Selection } from './selection.js'

export type { ChainCheck, Custody, Head, Pruned, ReportFacts, Selection }

/** What somebody said of a finding. */
export interface AssessmentRecord {
  readonly fingerprint: string
  readonly status: ReportFinding['status']
  readonly reason: string
  readonly assessedBy: string
  readonly assessedAt: string
}

/** A time-stamp of a link of the chain. */
export interface AnchorRecord {
  readonly link: number
  readonly digest: string
  readonly authority: string
  readonly stampedAt: string
  /** The response (DER), in base64. */
  readonly token: string
}

/** One line of `tattle runs`. */
export interface RunListing extends RunRecord {
  readonly captures: readonly ListedCapture[]
}

export interface ListedCapture extends Pick<
  CaptureRecord, 'captureId' | 'scenario' | 'target' | 'site' | 'consentAsked' | 'consentOutcome' | 'coverage' | 'path'
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
    return createStore(database, file, isCopy)
  }
  const isNew = !existsSync(file)
  const database = openDatabase(file, options)
  try {
    return guard(file, () => {
      migrate(database, file)
      startWriting(database, !(isNew && options.once === true))
      return createStore(database, file, false)
    })
  } catch (error) {
    database.close()
    throw error
  }
}

/** Migrates the database at `file` where it is older, and says whether it was. Throws as `openStore` does. */
export function bringUpToDate(file: string): boolean {
  const database = openDatabase(file, { readonly: true })
  try {
    if (!guard(file, () => isOlder(database, file))) return false
  } finally {
    database.close()
  }
  openStore(file).close()
  return true
}

function createStore(database: BetterSqlite3.Database, file: string, isCopy: boolean): Store {
  const write = createWriters(database)
  const inTransaction = (work: () => void): void => guard(file, () => database.transaction(work).immediate())
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
    writeDiagnostics: (diagnostics) => inTransaction(() => diagnostics.forEach(write.diagnostic)),
    writeAssessment: (assessment) => inTransaction(() => write.assessment(assessment)),
    fingerprint: (start) => guard(file, () => resolveFingerprint(database, start, file)),
    report: (selection, summarise, leaks) => guard(file, () => {
      // One transaction, so that a report is of one moment while another process writes.
      const facts = database.transaction(() => readFacts(database, select(database, selection, file), leaks))()
      return { ...facts, summary: summarise(facts) }
    }),
    head: () => guard(file, () => headOf(database)),
    links: () => guard(file, () => [...linksOf(database)]),
    checkChain: () => guard(file, () => database.transaction(() => checkChain(database))()),
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

const anchorColumns: Columns<AnchorRecord> = {
  link: 'plain', digest: 'plain', authority: 'plain', stampedAt: 'plain', token: 'plain',
}

interface Writers {
  readonly run: (run: RunRecord) => void
  readonly analysed: (analysed: AnalysedRows) => void
  readonly capture: (capture: CaptureRecord, steps: readonly StepRecord[], runId: string) => void
  readonly diagnostic: (diagnostic: DiagnosticRecord) => void
  readonly assessment: (assessment: AssessmentRecord) => void
  readonly anchor: (anchor: AnchorRecord) => void
}

function createWriters(database: BetterSqlite3.Database): Writers {
  const insertRun = toInsert<Omit<RunRecord, 'endedAt' | 'exitCode'>>(database, 'runs', columns.run, 'run_id')
  const insertEnd = toInsert<Pick<RunRecord, 'runId' | 'endedAt' | 'exitCode'>>(
    database, 'run_ends', { runId: 'plain', endedAt: 'plain', exitCode: 'plain' },
  )
  const insertCapture = toInsert<Omit<CaptureRecord, 'files'>>(database, 'captures', columns.capture, 'capture_id')
  const fileColumns: Columns<{ captureId: string; name: string; bytes: number; sha256: string }> = {
    captureId: 'plain', name: 'plain', bytes: 'plain', sha256: 'plain',
  }
  const insertFile = toInsert(database, 'capture_files', fileColumns, 'capture_id, name')
  const insertStep = toInsert(database, 'steps', columns.step, 'capture_id, ordinal')
  const insertAnalysis = toInsert<AnalysisRecord & Taken>(
    database, 'analyses', { ...columns.analysis, ...columns.taken }, 'analysis_id',
  )
  const insertRequest = toInsert(database, 'requests', columns.request)
  const insertFinding = toInsert(database, 'findings', columns.finding, 'finding_id')
  const insertLeak = toInsert(database, 'leaks', columns.leak)
  const insertStored = toInsert(database, 'stored_values', columns.stored)
  const insertDiagnostic = toInsert<DiagnosticRecord & { readonly diagnosticId: string }>(
    database, 'diagnostics', { ...columns.diagnostic, diagnosticId: 'plain' }, 'diagnostic_id',
  )
  const insertAssessment = toInsert<AssessmentRecord & { readonly assessmentId: string }>(database, 'assessments', {
    assessmentId: 'plain', fingerprint: 'plain', status: 'plain', reason: 'plain', assessedBy: 'plain',
    assessedAt: 'plain',
  })
  const insertAnchor = toInsert<AnchorRecord & { readonly anchorId: string }>(
    database, 'anchors', { ...anchorColumns, anchorId: 'plain' },
  )
  const link = createChain(database)
  const endsOf = database.prepare('SELECT count(*) FROM run_ends WHERE run_id = ?').pluck()
  const hasSteps = database.prepare('SELECT 1 FROM steps WHERE capture_id = ?').pluck()
  const latestAnalysis = database.prepare(
    'SELECT analysis_id FROM analyses WHERE capture_id = ? ORDER BY rowid DESC LIMIT 1',
  ).pluck()
  const isKnownAnalysis = database.prepare('SELECT 1 FROM analyses WHERE analysis_id = ?').pluck()
  const harOf = database.prepare('SELECT har_sha256 FROM captures WHERE capture_id = ?').pluck()
  const filesOf = database.prepare('SELECT name, bytes, sha256 FROM capture_files WHERE capture_id = ?')
  const storedFinding = database.prepare('SELECT * FROM findings WHERE finding_id = @id')
  const runIsKnown = database.prepare('SELECT 1 FROM runs WHERE run_id = ?').pluck()

  /** As they are stored, which may have been done by an earlier analysis. */
  function* linesOfFindings(records: readonly FindingRecord[]): Generator<string> {
    for (const id of records.map(({ findingId }) => findingId).sort()) yield* linesOfRows('findings', storedFinding, { id })
  }
  const addDiagnostic = (record: DiagnosticRecord): string | null => {
    const { analysisId, captureId, runId, code, entry, message } = record
    const identity = JSON.stringify([runId, captureId, analysisId, code, entry, message])
    const diagnosticId = createHash('sha256').update(identity).digest('hex').slice(0, 32)
    return insertDiagnostic({ ...record, diagnosticId }) ? diagnosticId : null
  }
  const addCapture: Writers['capture'] = (capture, steps, runId) => {
    // What was recorded is derived from the originals' hashes: the same id is the same capture.
    // A capture that was made elsewhere was brought here by the run that analyses it.
    const known = runIsKnown.get(capture.runId) === undefined ? runId : capture.runId
    if (insertCapture({ ...capture, runId: known })) {
      for (const file of capture.files) insertFile({ captureId: capture.captureId, ...file })
      link('capture', capture.captureId)
    }
    if (steps.length > 0 && hasSteps.get(capture.captureId) === undefined) {
      steps.forEach(insertStep)
      link('steps', capture.captureId)
    }
  }
  return {
    capture: addCapture,
    diagnostic(record) {
      const added = addDiagnostic(record)
      // Those of an analysis belong to its link.
      if (added !== null && record.analysisId === null) link('diagnostic', added)
    },
    run(run) {
      if (insertRun(run)) link('run', run.runId)
      insertEnd(run)
      link('run-end', `${run.runId}#${String(endsOf.get(run.runId))}`)
    },
    analysed({ capture, analysis, steps, requests, findings, leaks, stored, diagnostics }) {
      if (runIsKnown.get(analysis.runId) === undefined) {
        throw new TattleError(
          'usage', `The run ${analysis.runId} must be written before its analyses; call writeRun first.`,
        )
      }
      addCapture(capture, steps, analysis.runId)
      const changed = changesOf(capture, String(harOf.get(capture.captureId)), filesOf.all(capture.captureId) as FileDigest[])
      if (isKnownAnalysis.get(analysis.analysisId) !== undefined) return
      const parent = latestAnalysis.get(capture.captureId) as string | undefined
      const { path, scenario, target, site, firstParty, persona, coverage, coverageReasons, blindSpots } = capture
      const taken: Taken = { path, scenario, target, site, firstParty, persona, coverage, coverageReasons, blindSpots }
      insertAnalysis({ ...taken, ...analysis, parentAnalysisId: analysis.parentAnalysisId ?? parent ?? null })
      const { analysisId } = analysis
      const content = createAnalysisContent()
      content.add(contentOf(database, 'analysis', analysisId, BEFORE_REQUESTS))
      for (const request of requests) {
        insertRequest(request)
        content.request(request)
      }
      findings.forEach(insertFinding)
      content.findings(findings, linesOfFindings(findings))
      for (const leak of leaks) {
        insertLeak(leak)
        content.leak(leak)
      }
      stored.forEach(insertStored)
      diagnostics.forEach(addDiagnostic)
      if (changed.length > 0) {
        const { captureId, runId: run } = analysis
        const message = `The capture is not the one that was analysed first: ${changed.slice(0, 10).join(', ')} ` +
          `${changed.length === 1 ? 'was' : 'were'} changed since, or made anew from the originals.`
        addDiagnostic({ analysisId, captureId, runId: run, code: 'capture-changed', entry: null, message })
      }
      content.add(contentOf(database, 'analysis', analysisId, BEHIND_LEAKS))
      link('analysis', analysisId, content.digest())
    },
    assessment(assessment) {
      const assessmentId = newId()
      insertAssessment({ ...assessment, assessmentId })
      link('assessment', assessmentId)
    },
    anchor(anchor) {
      const anchorId = newId()
      insertAnchor({ ...anchor, anchorId })
      link('anchor', anchorId)
    },
  }
}

/** Names of what is not as it was recorded, gone, or new. Older records are of the originals alone. */
function changesOf(capture: CaptureRecord, harSha256: string, recorded: readonly FileDigest[]): string[] {
  const now = new Map(capture.files.map(({ name, sha256 }) => [name, sha256]))
  const names = new Set([...recorded.map(({ name }) => name), ...now.keys()])
  const areWhole = [recorded, capture.files].every((files) => files.some(({ name }) => name === 'capture.json'))
  const changed = [...names].filter((name) => {
    const before = recorded.find((file) => file.name === name)?.sha256
    return before === undefined || !now.has(name) ? areWhole : before !== now.get(name)
  })
  return changed.length === 0 && capture.harSha256 !== harSha256 ? ['its HAR'] : changed
}

function readRuns(database: BetterSqlite3.Database): RunListing[] {
  const captures = database.prepare(`
    SELECT c.capture_id, t.scenario, t.target, t.site, c.consent_asked, c.consent_outcome, t.coverage, t.path,
      a.analysis_id, a.parent_analysis_id, a.verdict, a.started_at,
      (SELECT count(DISTINCT finding_id) FROM leaks l WHERE l.analysis_id = a.analysis_id) AS findings,
      (SELECT count(*) FROM leaks l WHERE l.analysis_id = a.analysis_id) AS leaks
    FROM analyses a JOIN captures c ON c.capture_id = a.capture_id JOIN analysed_capture t ON t.analysis_id = a.analysis_id
    WHERE a.run_id = ? ORDER BY a.started_at, a.rowid`)
  const listed: Columns<ListedCapture> = {
    captureId: 'plain', scenario: 'plain', target: 'plain', site: 'plain', consentAsked: 'plain',
    consentOutcome: 'plain',
    coverage: 'plain', path: 'plain', analysisId: 'plain', parentAnalysisId: 'plain', verdict: 'plain',
    startedAt: 'plain',
    findings: 'plain', leaks: 'plain',
  }
  return database.prepare('SELECT * FROM run ORDER BY started_at DESC, run_id DESC').all().map((row) => {
    const run = toRun(row)
    return { ...run, captures: captures.all(run.runId).map((captureRow) => fromRow(listed, captureRow)) }
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
