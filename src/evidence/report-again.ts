/** Whether the report of a bundle says of its captures what their analysis says again, beside the places. */
import type { Analysed, DiagnosticRecord, Report, ReportCapture, ReportFinding } from '../model.js'
import { fits, hiddenAs } from './hidden.js'
import { apart, createTally, noteOf, shown } from './report-rows.js'

/** A report of what was analysed again. `ofRun`: what the run said of itself, which no capture shows. */
export type ReportOf = (analysed: readonly Analysed[], ofRun: readonly DiagnosticRecord[]) => Report

/**
 * One sentence for each difference. `open`: captures whose comparison with others cannot be had again, so that of them
 * only what each shows by itself is compared.
 */
export function differencesOf(told: Partial<Report>, again: Report, open: ReadonlySet<string>): string[] {
  const { captures = [], findings = [], diagnostics = [] } = told
  const known = new Map(captures.map((capture) => [capture.captureId, capture]))
  const faults: string[] = []
  for (const found of again.captures) {
    const { captureId } = found
    const capture = known.get(captureId)
    known.delete(captureId)
    if (capture === undefined) faults.push(`it lacks the capture ${captureId}`)
    else faults.push(...apart(captureId, byItself(capture), byItself(found), AGAIN, fits))
    if (capture === undefined || open.has(captureId)) continue
    faults.push(...apart(captureId, settled(capture), settled(found), AGAIN))
    const stated = notesOf(diagnostics, captureId)
    const notes = createTally(stated.map(noteOf))
    hiddenAs(stated, notesOf(again.diagnostics, captureId), ({ code, entry }) => JSON.stringify([code, entry]), []).map(noteOf).forEach(notes.take)
    if (notes.lacking() > 0) faults.push(`it lacks ${notes.lacking()} notes of ${captureId}`)
    if (notes.left() > 0) faults.push(`${notes.left()} of its notes of ${captureId} are none ${AGAIN}`)
  }
  for (const captureId of known.keys()) faults.push(`${captureId} is none of the captures in the bundle`)
  if (open.size > 0) return faults
  const all = createTally(findings.map(ofFinding))
  hiddenAs(findings, again.findings, ({ fingerprint }) => fingerprint, ['firstSeen', 'lastSeen', 'status', 'leaks']).map(ofFinding).forEach(all.take)
  if (all.lacking() + all.left() > 0) faults.push(`${Math.max(all.lacking(), all.left())} findings are others ${AGAIN}`)
  for (const name of ['verdict', 'coverage', 'target', 'summary'] as const) {
    if (!fits(told[name], again[name])) faults.push(`its ${name} is ${shown(told[name])} and ${shown(again[name])} ${AGAIN}`)
  }
  return faults
}

const AGAIN = 'by the captures'

/** Without what is another each time, or lies elsewhere, and without the files, which have a check of their own. */
function byItself(capture: ReportCapture): object {
  const { runId: _run, path: _path, files, analysis: { lists }, scenario, steps, stored, ...rest } = capture
  const isOurs = files.some(({ name }) => name !== 'har')
  // The name of somebody else's HAR, which is its scenario, is another in a bundle.
  return plain({ ...rest, lists, steps, ...isOurs ? { scenario } : {}, stored: stored.map(({ analysisId: _, ...one }) => one) })
}

/** What rests on the captures together; the comparison itself is looked at with the places. */
function settled({ analysis: { verdict } }: ReportCapture): object {
  return { verdict }
}

function notesOf(diagnostics: readonly DiagnosticRecord[], captureId: string): DiagnosticRecord[] {
  return diagnostics.filter((one) => one.captureId === captureId && one.analysisId !== null && !NOT_OF_CAPTURE.has(one.code))
    .map((one) => ({ ...one, analysisId: '', runId: '' }))
}

/** Notes that come of how, or after what, an analysis was made. */
const NOT_OF_CAPTURE: ReadonlySet<string> = new Set([
  'not-har-1.2', 'cnames-resolved-later', 'cname-resolved-later', 'capture-changed', 'secret-withheld',
  'originals-not-kept', 'manifest-without-digest',
])

/** First and last seen are of the whole database, what somebody said of it as well. */
function ofFinding(finding: ReportFinding): string {
  const { firstSeen: _first, lastSeen: _last, status: _status, leaks, ...rest } = finding
  return JSON.stringify([Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)), leaks.length])
}

/** As a file holds it. */
function plain(value: object): object {
  return JSON.parse(JSON.stringify(value)) as object
}
