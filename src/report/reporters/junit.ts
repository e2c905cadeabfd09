/**
 * JUnit XML as CI systems read it: a suite for each scenario and consent state. Its test cases are whether the capture
 * is broken, and each finding; one that the baseline or the policy covers has passed. What was lost has a suite too.
 *
 * The format has no standard. What is written here is valid under both schemas that readers hold it against, that of
 * Jenkins' xUnit plugin and that of Ant's JUnitReport, so there are no totals at the root and no attribute for a line: the
 * place of a failure begins its text.
 */
import { grouped } from '../../grouped.js'
import { lostIn } from '../../lost.js'
import type { Report, ReportCapture } from '../../model.js'
import { custodyFields } from '../custody.js'
import { bareUrl, sentenceOf, toPlaced, type PlacedFinding } from '../places.js'
import type { Reporter } from '../reporter.js'
import { clip, toHtml } from '../text.js'
import { writeAll } from '../write.js'

interface Case {
  readonly name: string
  readonly place: PlacedFinding['place']
  /** `failure`, `error`, or null where it has passed. */
  readonly outcome: 'failure' | 'error' | null
  readonly message: string
  readonly type: string
  readonly text: string
}

interface Suite { readonly name: string; readonly captures: readonly ReportCapture[]; readonly cases: readonly Case[] }

function* pieces(report: Report): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n'
  for (const [id, { name, captures, cases }] of toSuites(report).entries()) {
    const started = new Date(captures[0]?.startedAt ?? report.generatedAt)
    const timestamp = (Number.isNaN(started.getTime()) ? new Date(0) : started).toISOString().slice(0, 19)
    const head = `id="${id}" package="tattle" name="${attribute(name)}" hostname="localhost" timestamp="${timestamp}"`
    yield `  <testsuite ${head} time="${seconds(captures)}" ${counts(cases)} skipped="0">\n${properties(report)}`
    for (const one of cases) yield* caseLines(one, name)
    yield `    <system-out>${lines(captures.flatMap(seenBy))}</system-out>\n    <system-err/>\n  </testsuite>\n`
  }
  yield '</testsuites>\n'
}

/** What vouches for the numbers; readers of JUnit show a suite's properties beside it. */
function properties(report: Report): string {
  const fields = Object.entries({ version: report.tattleVersion, ...custodyFields(report) })
    .map(([name, value]) => `      <property name="tattle.${name}" value="${attribute(value)}"/>\n`)
  return `    <properties>\n${fields.join('')}    </properties>\n`
}

/** What a suite that has passed could see. */
function seenBy({ captureId, coverage, blindSpots }: ReportCapture): string[] {
  return [`capture ${captureId.slice(0, 12)}: coverage ${coverage}`, ...blindSpots.map((spot) => clip(spot, 500))]
}

function* caseLines({ name, place, outcome, message, type, text }: Case, suite: string): Generator<string> {
  const head = `    <testcase name="${attribute(name)}" classname="${attribute(`tattle.${suite}`)}" time="0"`
  if (outcome === null) yield `${head}/>\n`
  else {
    const what = `message="${attribute(message)}" type="${attribute(type)}"`
    const where = place === null ? [] : [`${place.file}${place.line === null ? '' : `:${place.line}`}`]
    yield `${head}>\n      <${outcome} ${what}>${lines([...where, text])}</${outcome}>\n    </testcase>\n`
  }
}

function toSuites(report: Report): Suite[] {
  const placed = grouped(toPlaced(report), nameOf)
  const suites = [...grouped(report.captures, nameOf)].map(([name, captures]): Suite => ({
    name, captures, cases: [...captures.map(captureCase), ...(placed.get(name) ?? []).map(findingCase)],
  }))
  const failures = (report.check?.failures ?? []).map((text): Case =>
    ({ name: clip(text, 200), place: null, outcome: 'failure', message: clip(text, 300), type: 'policy', text: '' }))
  const lost = lostIn(report).map((text): Case =>
    ({ name: clip(text, 200), place: null, outcome: 'error', message: clip(text, 300), type: 'coverage', text: '' }))
  const others = [{ name: 'policy', captures: [], cases: failures }, { name: 'what was not captured', captures: [], cases: lost }]
  return [...suites, ...others.filter(({ cases }) => cases.length > 0)]
}

function nameOf({ scenario, consentAsked }: { readonly scenario: string; readonly consentAsked: string | null }): string {
  return `${clip(scenario, 200)} (${consentAsked ?? 'imported'})`
}

function captureCase({ coverage, coverageReasons, blindSpots }: ReportCapture, at: number): Case {
  const isBroken = coverage === 'broken'
  return {
    name: at === 0 ? 'the capture is not broken' : `capture ${at + 1} is not broken`, // as in the run before, to be compared with it
    place: null,
    outcome: isBroken ? 'error' : null,
    message: clip(coverageReasons[0] ?? 'The capture is broken.', 300),
    type: 'coverage',
    text: [...coverageReasons, ...blindSpots].map((line) => clip(line, 300)).join(' '),
  }
}

function findingCase(placed: PlacedFinding): Case {
  const { finding, leak, place, fails, severity, reason, leaks } = placed
  return {
    name: clip(`${finding.recipientDomain} receives ${finding.kind} in ${finding.part} ${finding.field}`, 300),
    place,
    outcome: fails ? 'failure' : null,
    message: sentenceOf(placed),
    type: severity,
    text: `${reason} ${leaks.length === 1 ? 'Once' : `${leaks.length} times, first`} in ${clip(leak.method, 20)} ${bareUrl(leak.url)}. Fingerprint ${finding.fingerprint}.`,
  }
}

function counts(cases: readonly Case[]): string {
  const count = (outcome: Case['outcome']): number => cases.filter((one) => one.outcome === outcome).length
  return `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}"`
}

function seconds(captures: readonly ReportCapture[]): string {
  const total = captures.reduce((sum, { startedAt, endedAt }) =>
    sum + Math.max(0, Date.parse(endedAt ?? '') - Date.parse(startedAt ?? '') || 0), 0)
  return (total / 1000).toFixed(3)
}

function lines(texts: readonly string[]): string {
  return texts.map(attribute).join('\n')
}

/** For text and attributes of XML 1.0; characters that it cannot hold are shown, not sent. */
function attribute(text: string): string {
  return toHtml(text).replace(/[\uFFFE\uFFFF]/g, '\uFFFD')
}

const junit: Reporter = {
  extension: '.xml',
  write: (report, out) => writeAll(out, pieces(report)),
}
export default junit
