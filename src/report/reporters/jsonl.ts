/**
 * One JSON object a line, for pipelines: `type` says which: report, run, capture, finding, leak, diagnostic. A leak
 * stands on a line of its own, after its finding.
 */
import type { Report } from '../../model.js'
import type { Reporter } from '../reporter.js'
import { toJson } from '../text.js'
import { writeAll } from '../write.js'

function* pieces(report: Report): Generator<string> {
  const { runs, captures, findings, diagnostics, ...head } = report
  yield line('report', head)
  for (const run of runs) yield line('run', run)
  for (const capture of captures) yield line('capture', capture)
  for (const { leaks, ...finding } of findings) {
    yield line('finding', finding)
    for (const leak of leaks) yield line('leak', leak)
  }
  for (const diagnostic of diagnostics) yield line('diagnostic', diagnostic)
}

function line(type: string, value: object): string {
  return `${toJson({ type, ...value })}\n`
}

const jsonl: Reporter = {
  extension: '.jsonl',
  write: (report, out) => writeAll(out, pieces(report)),
}
export default jsonl
