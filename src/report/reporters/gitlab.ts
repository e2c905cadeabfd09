/** GitLab's Code Quality: a list of findings at their lines, with which a merge request shows what it adds and mends. */
import type { Report, Severity } from '../../model.js'
import { custodyLine } from '../custody.js'
import { sentenceOf, toPlaced } from '../places.js'
import type { Reporter } from '../reporter.js'
import { toPlain } from '../text.js'
import { writeAll } from '../write.js'

const GRADE: Readonly<Record<Severity, string>> =
  { critical: 'blocker', high: 'critical', medium: 'major', low: 'minor', info: 'info' }

function* pieces(report: Report): Generator<string> {
  const shown = toPlaced(report).filter(({ state }) => state !== 'allowed' && state !== 'dismissed')
  const custody = custodyLine(report).replace(/^, /, '')
  yield '['
  for (const [at, placed] of shown.entries()) {
    const { finding, severity, place, id } = placed
    yield `${at === 0 ? '' : ','}\n${JSON.stringify({
      description: sentenceOf(placed),
      check_name: `tattle ${finding.kind}`,
      fingerprint: id,
      severity: GRADE[severity],
      ...(custody === '' ? {} : { content: { body: custody } }),
      location: { path: inRepository(place?.file ?? 'imported'), lines: { begin: place?.line ?? 1 } },
    })}`
  }
  yield shown.length > 0 ? '\n]\n' : ']\n'
}

/** GitLab takes paths from the root of the repository; of another place the name must do. */
function inRepository(file: string): string {
  return toPlain(/^(?:[a-z]:)?\/|^\.\.\//i.test(file) ? file.replace(/^.*\//s, '') : file)
}

const gitlab: Reporter = {
  extension: '.json',
  write: (report, out) => writeAll(out, pieces(report)),
}
export default gitlab
