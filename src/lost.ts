/** What a run was to tell of and knows nothing about: as broken as a capture can be. */
import type { DiagnosticRecord, Report } from './model.js'

/** Tests whose pages were opened, or were to be; all those of a run that has left nothing. */
const TESTS: ReadonlySet<string> = new Set([
  'capture-failed', 'analysis-failed', 'capture-unfiled', 'test-failed', 'test-not-run', 'run-unfinished',
])
/** Of a run; of an analysis they tell of entries that were read all the same. */
const INPUTS: ReadonlySet<string> = new Set(['har-unreadable', 'har-truncated', 'capture-unreadable', 'capture-left-out'])

/** Whether a diagnostic tells of a test, or of an input, that left no analysis. */
export function isLost({ code, analysisId }: Pick<DiagnosticRecord, 'code' | 'analysisId'>): boolean {
  return TESTS.has(code) || (analysisId === null && INPUTS.has(code))
}

/** What a report was to tell of and cannot, in sentences. */
export function lostIn({ captures, diagnostics }: Pick<Report, 'captures' | 'diagnostics'>): string[] {
  const lost = diagnostics.filter(isLost).map(({ message }) => message)
  return captures.length > 0 || lost.length > 0 ? lost : ['Nothing was captured, so nothing is proved.']
}
