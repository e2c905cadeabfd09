/**
 * The whole report as one JSON document, schema 1: the columns of the stable views in camelCase. Written element by
 * element, one a line: one string of it all may be longer than a string can be.
 */
import type { Report } from '../../model.js'
import type { Reporter } from '../reporter.js'
import { toJson } from '../text.js'
import { writeAll } from '../write.js'

function* pieces(report: Report): Generator<string> {
  const { runs, captures, findings, diagnostics, ...head } = report
  yield '{\n'
  for (const [name, value] of Object.entries(head)) yield `  ${toJson(name)}: ${toJson(value)},\n`
  yield* list('  "runs": ', mapped(runs), '  ')
  yield* list(',\n  "captures": ', mapped(captures), '  ')
  yield ',\n  "findings": ['
  for (const [index, { leaks, ...finding }] of findings.entries()) {
    // Without its last brace, for the leaks to come.
    yield `${index === 0 ? '' : ','}\n    ${toJson(finding).slice(0, -1)},`
    yield* list('"leaks":', mapped(leaks), '    ')
    yield '}'
  }
  yield findings.length === 0 ? ']' : '\n  ]'
  yield* list(',\n  "diagnostics": ', mapped(diagnostics), '  ')
  yield '\n}\n'
}

/** One element a line. */
function* list(name: string, elements: Iterable<string>, indent: string): Generator<string> {
  yield `${name}[`
  let first = true
  for (const element of elements) {
    yield `${first ? '' : ','}\n${indent}  ${element}`
    first = false
  }
  yield first ? ']' : `\n${indent}]`
}

function* mapped(values: readonly object[]): Generator<string> {
  for (const value of values) yield toJson(value)
}

const json: Reporter = {
  extension: '.json',
  write: (report, out) => writeAll(out, pieces(report)),
}
export default json
