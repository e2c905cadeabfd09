/**
 * The public API for programs: analyse, keep, report. Scenarios import `tattle/playwright` instead.
 */
import type { AnalyzeOptions } from './analysis.js'
import type { Analysed } from './model.js'
import { analyzeInput as analyzeUnchecked } from './pipeline.js'

export type { AnalyzeOptions } from './analysis.js'
export { readPersona, toPersona, type Persona } from './persona.js'
export { openStore, type ReportFacts, type Selection, type Store } from './store/store.js'
export { summarise } from './report/summary.js'
export { reporters } from './report/reporters.generated.js'
export type { Reporter } from './report/reporter.js'
export { defineConfig, type UserConfig } from './config/config.js'
export { isTattleError, TattleError, type ErrorCode } from './errors.js'
export { version } from './version.generated.js'
export type {
  AddressExposure, Analysed, AnalysisRecord, CaptureRecord, CheckedFinding, CheckRecord, CheckState, GoneFinding,
  Category, Certainty, ConsentAt, ConsentOutcome, ConsentState,
  Coverage, Delivery, Diagnostic, DiagnosticRecord, FileDigest, FindingRecord, Kind, LeakRecord, MatchSource, Part, Party,
  RecordedBy, Report, ReportCapture, ReportFinding, RequestRecord, RunRecord, Severity, StepRecord, Target, Verdict, Via,
} from './model.js'

/**
 * Analyses every HAR or capture behind a path (`-`: standard input), one `Analysed` each. A capture whose files are not those
 * that were recorded is broken. Throws `har-unreadable` where nothing can be read; anything odd inside is a diagnostic of
 * its result.
 */
export async function analyzeInput(input: string, options: AnalyzeOptions): Promise<readonly Analysed[]> {
  const analysed = await analyzeUnchecked(input, options)
  const { withMembersChecked } = await import('./evidence/originals.js')
  return withMembersChecked(input, analysed)
}
