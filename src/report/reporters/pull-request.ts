/**
 * Markdown for a comment on a pull request or for a job's summary: what the change does to the site's visitors, on one
 * screen. What is known already is only counted.
 */
import { SEVERITIES, type CheckState, type Report } from '../../model.js'
import { custodyLine } from '../custody.js'
import { toPlaced, whatOf, type PlacedFinding } from '../places.js'
import type { Reporter } from '../reporter.js'
import { toSentences } from '../summary.js'
import { toMarkdown } from '../text.js'
import { en as words } from '../words.js'
import { whichRun } from '../which-run.js'
import { writeAll } from '../write.js'

const MOST_ROWS = 50
const MOST_SCENARIOS = 3

/** Every state that a finding can be in, with its word; `gone` is counted beside them. */
const STATES: Readonly<Record<CheckState, string>> = {
  'new': 'new', 'graver': 'graver', 'expired': 'expired', 'newly-detectable': 'newly detectable', 'known': 'known',
  'allowed': 'allowed', 'dismissed': 'dismissed',
}

function* pieces(report: Report): Generator<string> {
  const placed = toPlaced(report)
  const rows = toRows(placed.filter(({ fails }) => fails))
  const { check } = report
  const { target, verdict, basis } = toSentences(report, words)
  // Without a check nothing is known to be new.
  const passed = check === undefined ? words.verdict[report.verdict].toLowerCase() : 'no new leaks observed'
  const failures = rows.length + (check?.failures.length ?? 0)
  const outcome = failures > 0 ? `${failures} to look at` : check?.exit === 3 ? 'inconclusive' : passed
  yield `### tattle: ${outcome} · ${toMarkdown(target)}\n\n`
  if (check === undefined) for (const sentence of verdict) yield `${toMarkdown(sentence, 1000)}\n\n`
  yield* table(rows, check !== undefined)
  for (const failure of check?.failures ?? []) yield `- ${toMarkdown(failure, 500)}\n`
  for (const { severity, kind, recipient, part, field, scenario, consentAsked } of check?.gone.slice(0, MOST_ROWS) ?? []) {
    yield `- gone: ${severity} ${toMarkdown(kind)} → ${toMarkdown(recipient, 100)}, ${part} ${toMarkdown(field, 100)} ` +
      `(${toMarkdown(scenario, 100)}, ${consentAsked ?? 'imported'})\n`
  }
  if (check !== undefined) {
    const counts = Object.entries(STATES).map(([state, word]) =>
      `${placed.filter((one) => one.state === state).length} ${word}`)
    const run = whichRun(report)
    yield `\n${counts.join(', ')}, ${check.gone.length} gone.${run === null ? '' : ` From the ${run}.`}\n`
  }
  yield '\n<details><summary>What this rests on</summary>\n\n'
  const means = words.sentence.coverageIs(words.coverage[report.coverage], words.coverageMeans[report.coverage])
  for (const sentence of check === undefined ? basis : [means, ...check.notes]) yield `- ${toMarkdown(sentence, 600)}\n`
  yield `\ntattle ${toMarkdown(report.tattleVersion)}${custodyLine(report)}\n\n</details>\n`
}

/** A finding that several scenarios show is one row. */
function toRows(placed: readonly PlacedFinding[]): PlacedFinding[][] {
  const rows = new Map<string, PlacedFinding[]>()
  for (const one of placed) {
    const key = JSON.stringify([one.finding.fingerprint, one.state, one.severity])
    rows.set(key, [...rows.get(key) ?? [], one])
  }
  const rank = ([first]: PlacedFinding[]): number => SEVERITIES.indexOf(first?.severity ?? 'info')
  const name = ([first]: PlacedFinding[]): string =>
    [first?.finding.recipientDomain, first?.finding.kind, first?.finding.part, first?.finding.field].join(' ')
  return [...rows.values()].sort((a, b) => rank(a) - rank(b) || b.length - a.length || (name(a) < name(b) ? -1 : 1))
}

function* table(rows: readonly PlacedFinding[][], isChecked: boolean): Generator<string> {
  if (rows.length === 0) return
  const head = ['severity', 'what reached whom', 'place', 'scenario', ...(isChecked ? ['why it counts'] : [])]
  yield `| ${head.join(' | ')} |\n|${'---|'.repeat(head.length)}\n`
  for (const row of rows.slice(0, MOST_ROWS)) yield rowOf(row, isChecked)
  if (rows.length > MOST_ROWS) yield `\n${rows.length - MOST_ROWS} more.\n`
  yield '\n'
}

function rowOf(row: readonly PlacedFinding[], isChecked: boolean): string {
  const [first] = row
  if (first === undefined) return ''
  const { severity, place, reason } = first
  const where = place === null ? '' : `${place.file}${place.line === null ? '' : `:${place.line}`}`
  const names = row.map(({ scenario, consentAsked }) => `${scenario}, ${consentAsked ?? 'imported'}`)
  const more = names.length > MOST_SCENARIOS ? ` and ${names.length - MOST_SCENARIOS} more` : ''
  const cells = [
    severity, toMarkdown(whatOf(first), 500), toMarkdown(where, 200),
    `${names.slice(0, MOST_SCENARIOS).map((name) => toMarkdown(name, 200)).join('; ')}${more}`,
    ...(isChecked ? [toMarkdown(reason, 300)] : []),
  ]
  return `| ${cells.join(' | ')} |\n`
}

const pullRequest: Reporter = {
  extension: '.md',
  write: (report, out) => writeAll(out, pieces(report)),
}
export default pullRequest
