/**
 * How each thing is written: its rows, then its link in the chain. All of it within the transaction of whoever calls.
 */
import { createHash } from 'node:crypto'
import type BetterSqlite3 from 'better-sqlite3'
import { TattleError } from '../errors.js'
import type {
  AnalysedRows, AnalysisRecord, CaptureRecord, DiagnosticRecord, FileDigest, FindingRecord, ReportFinding, RunRecord, StepRecord,
} from '../model.js'
import { lazily } from '../lazily.js'
import { newId } from '../new-id.js'
import { BEFORE_REQUESTS, BEHIND_LEAKS, contentOf, createChain, linesOfRows } from './chain.js'
import { createAnalysisContent, type AnalysisContent } from './content.js'
import { columns, toInsert, type Columns, type Taken } from './rows.js'
import { createCopying, HandedRows } from './takeover.js'

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

export const anchorColumns: Columns<AnchorRecord> = {
  link: 'plain', digest: 'plain', authority: 'plain', stampedAt: 'plain', token: 'plain',
}

export interface Writers {
  readonly run: (run: RunRecord) => void
  readonly analysed: (analysed: AnalysedRows) => void
  readonly capture: (capture: CaptureRecord, steps: readonly StepRecord[], runId: string) => void
  readonly diagnostic: (diagnostic: DiagnosticRecord) => void
  readonly assessment: (assessment: AssessmentRecord) => void
  readonly anchor: (anchor: AnchorRecord) => void
}

export function createWriters(database: BetterSqlite3.Database): Writers {
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
  const prepared = (sql: string): () => BetterSqlite3.Statement => lazily(() => database.prepare(sql))
  const plucked = (sql: string): () => BetterSqlite3.Statement => lazily(() => database.prepare(sql).pluck())
  const endsOf = plucked('SELECT count(*) FROM run_ends WHERE run_id = ?')
  const hasSteps = plucked('SELECT 1 FROM steps WHERE capture_id = ?')
  const latestAnalysis = plucked('SELECT analysis_id FROM analyses WHERE capture_id = ? ORDER BY rowid DESC LIMIT 1')
  const isKnownAnalysis = plucked('SELECT 1 FROM analyses WHERE analysis_id = ?')
  const harOf = plucked('SELECT har_sha256 FROM captures WHERE capture_id = ?')
  const filesOf = prepared('SELECT name, bytes, sha256 FROM capture_files WHERE capture_id = ?')
  const storedFinding = prepared('SELECT * FROM findings WHERE finding_id = @id')
  const runIsKnown = plucked('SELECT 1 FROM runs WHERE run_id = ?')

  /** As they are stored, which may have been done by an earlier analysis. */
  function* linesOfFindings(records: readonly FindingRecord[]): Generator<string> {
    for (const id of records.map(({ findingId }) => findingId).sort()) yield* linesOfRows('findings', storedFinding(), { id })
  }
  const copy = createCopying(database)
  function addRows<Row>(
    rows: Iterable<Row>, insert: (row: Row) => boolean, digest: (row: Row) => void, content: AnalysisContent,
  ): void {
    if (rows instanceof HandedRows && copy(rows)) return content.lines(rows.lines(), rows.part.known)
    for (const row of rows) {
      insert(row)
      digest(row)
    }
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
    const known = runIsKnown().get(capture.runId) === undefined ? runId : capture.runId
    if (insertCapture({ ...capture, runId: known })) {
      for (const file of capture.files) insertFile({ captureId: capture.captureId, ...file })
      link('capture', capture.captureId)
    }
    if (steps.length > 0 && hasSteps().get(capture.captureId) === undefined) {
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
      link('run-end', `${run.runId}#${String(endsOf().get(run.runId))}`)
    },
    analysed({ capture, analysis, steps, requests, findings, leaks, stored, diagnostics }) {
      if (runIsKnown().get(analysis.runId) === undefined) {
        throw new TattleError(
          'usage', `The run ${analysis.runId} must be written before its analyses; call writeRun first.`,
        )
      }
      addCapture(capture, steps, analysis.runId)
      const changed = changesOf(capture, String(harOf().get(capture.captureId)), filesOf().all(capture.captureId) as FileDigest[])
      if (isKnownAnalysis().get(analysis.analysisId) !== undefined) return
      const parent = latestAnalysis().get(capture.captureId) as string | undefined
      const { path, scenario, target, site, firstParty, persona, coverage, coverageReasons, blindSpots } = capture
      const taken: Taken = { path, scenario, target, site, firstParty, persona, coverage, coverageReasons, blindSpots }
      insertAnalysis({ ...taken, ...analysis, parentAnalysisId: analysis.parentAnalysisId ?? parent ?? null })
      const { analysisId } = analysis
      const content = createAnalysisContent()
      content.add(contentOf(database, 'analysis', analysisId, BEFORE_REQUESTS))
      addRows(requests, insertRequest, content.request, content)
      findings.forEach(insertFinding)
      content.findings(findings, linesOfFindings(findings))
      addRows(leaks, insertLeak, content.leak, content)
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
