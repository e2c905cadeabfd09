/** The whole report as one JSON document, schema 1: the columns of the stable views in camelCase. */
import type { Report } from '../../model.js'
import type { Reporter } from '../reporter.js'
import { writeAll } from '../write.js'

function* pieces(report: Report): Generator<string> {
  // Member by member and element by element: one string of it all may be longer than a string can be.
  let first = true
  for (const [name, value] of Object.entries(report)) {
    yield `${first ? '{' : ','}\n  ${JSON.stringify(name)}: `
    first = false
    if (!Array.isArray(value)) {
      yield JSON.stringify(value)
      continue
    }
    for (const [index, element] of (value as readonly unknown[]).entries()) {
      yield `${index === 0 ? '[' : ','}\n    ${indented(element)}`
    }
    yield value.length === 0 ? '[]' : '\n  ]'
  }
  yield '\n}\n'
}

function indented(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', '\n    ')
}

const json: Reporter = {
  extension: '.json',
  write: (report, out) => writeAll(out, pieces(report)),
}
export default json
