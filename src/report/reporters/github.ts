/**
 * Annotations of a GitHub job: workflow commands on standard output, one for each finding that fails at a line, gravest
 * first, then the verdict as a notice.
 */
import { lostIn } from '../../lost.js'
import type { Report } from '../../model.js'
import { custodyLine } from '../custody.js'
import { sentenceOf, toPlaced, type PlacedFinding } from '../places.js'
import type { Reporter } from '../reporter.js'
import { clip, toPlain } from '../text.js'
import { writeAll } from '../write.js'

/** Of each kind, GitHub shows ten a step. */
const MOST = 50

function* pieces(report: Report): Generator<string> {
  // Of scenarios that share a line of their helpers, one annotation says it.
  const lines = [...new Set(toPlaced(report).filter(({ fails }) => fails).map(findingLine))]
  yield* lines.slice(0, MOST)
  for (const failure of report.check?.failures ?? []) yield command('error', { title: 'tattle' }, failure)
  for (const { coverage, scenario, coverageReasons } of report.captures) {
    if (coverage !== 'broken') continue
    yield command('error', { title: 'tattle: broken capture' }, `${clip(scenario, 100)}: ${clip(coverageReasons.join(' '), 500)}`)
  }
  for (const lost of lostIn(report)) yield command('error', { title: 'tattle: not captured' }, clip(lost, 500))
  const more = lines.length > MOST ? `${lines.length - MOST} more findings fail. ` : ''
  yield command('notice', { title: 'tattle' }, `${more}${clip(report.summary, 2000)} tattle ${report.tattleVersion}${custodyLine(report)}`)
}

function findingLine(placed: PlacedFinding): string {
  const { severity, place, finding, reason } = placed
  const level = severity === 'critical' || severity === 'high' ? 'error' : severity === 'medium' ? 'warning' : 'notice'
  const title = `tattle: ${finding.kind} → ${clip(finding.recipientDomain, 100)}`
  return command(level, {
    ...(place === null ? {} : { file: place.file }),
    ...(place?.line == null ? {} : { line: String(place.line) }),
    ...(place?.column == null ? {} : { col: String(place.column) }),
    title,
  }, `${sentenceOf(placed)} ${reason}`.trim())
}

function command(level: string, properties: Readonly<Record<string, string>>, message: string): string {
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escaped(value).replaceAll(':', '%3A').replaceAll(',', '%2C')}`)
  return `::${level} ${list.join(',')}::${escaped(message)}\n`
}

function escaped(text: string): string {
  return toPlain(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

const github: Reporter = {
  extension: '.txt',
  write: (report, out) => writeAll(out, pieces(report)),
}
export default github
