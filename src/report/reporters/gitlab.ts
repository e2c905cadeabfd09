/**
 * GitLab's Code Quality: a list of findings at their lines, with which a merge request shows what it adds and mends. An empty
 * list is green there, so that what was not captured and what the policy asks for stand in it, too.
 */
import { createHash } from 'node:crypto'
import { lostIn } from '../../lost.js'
import type { Report, Severity } from '../../model.js'
import { custodyLine } from '../custody.js'
import { sentenceOf, toPlaced } from '../places.js'
import type { Reporter } from '../reporter.js'
import { clip, toPlain } from '../text.js'
import { writeAll } from '../write.js'

const GRADE: Readonly<Record<Severity, string>> =
  { critical: 'blocker', high: 'critical', medium: 'major', low: 'minor', info: 'info' }

function* pieces(report: Report): Generator<string> {
  const shown = toPlaced(report).filter(({ state }) => state !== 'allowed' && state !== 'dismissed')
  const custody = custodyLine(report).replace(/^, /, '')
  const issueOf = (what: string, { file, line }: Place, issue: { description: string; fingerprint: string; severity: string }): string =>
    JSON.stringify({
      description: issue.description, check_name: `tattle ${what}`, fingerprint: issue.fingerprint, severity: issue.severity,
      ...(custody === '' ? {} : { content: { body: custody } }),
      location: { path: inRepository(file), lines: { begin: line ?? 1 } },
    })
  let isFirst = true
  function* listed(issue: string): Generator<string> {
    yield `${isFirst ? '' : ','}\n${issue}`
    isFirst = false
  }
  yield '['
  for (const placed of shown) {
    const { finding, severity, place, id } = placed
    yield* listed(issueOf(finding.kind, place ?? NOWHERE, { description: sentenceOf(placed), fingerprint: id, severity: GRADE[severity] }))
  }
  for (const [what, description] of unproved(report)) {
    yield* listed(issueOf(what, NOWHERE, { description, fingerprint: digestOf(`${what} ${description}`), severity: GRADE.critical }))
  }
  yield isFirst ? ']\n' : '\n]\n'
}

interface Place { readonly file: string; readonly line: number | null }

/** A merge request shows no issue without a file. */
const NOWHERE: Place = { file: 'imported', line: null }

/** What a check does not pass for beside findings, each once. */
function unproved(report: Report): [what: string, description: string][] {
  const broken = report.captures.filter(({ coverage }) => coverage === 'broken')
    .map(({ scenario, consentAsked, coverageReasons }) => `The capture of ${clip(scenario, 100)} (${consentAsked ?? 'imported'}) is broken: ${clip(coverageReasons.join(' '), 300)}`)
  const issues = { policy: report.check?.failures ?? [], coverage: [...lostIn(report), ...broken] }
  return Object.entries(issues).flatMap(([what, texts]) => [...new Set(texts)].map((text): [string, string] => [what, clip(text, 500)]))
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
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
