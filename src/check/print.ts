/** What a check came to, in lines for a terminal or a log. A site's own words are in them: who prints escapes them. */
import { SEVERITIES, type CheckedFinding, type CheckRecord, type Report, type ReportFinding } from '../model.js'
import { whichRun } from '../report/which-run.js'
import { stateKey } from './baseline.js'
import { describe } from './update.js'

const MOST = 30
const MOST_SCENARIOS = 3

const TITLES = {
  new: 'New since the baseline', graver: 'Graver than in the baseline', expired: 'Accepted until a day that has passed',
  'newly-detectable': 'Sent before, and seen by newer rules',
} as const

export function checkLines(report: Report, record: CheckRecord): string[] {
  const byFingerprint = new Map(report.findings.map((finding) => [finding.fingerprint, finding]))
  const sections = Object.entries(TITLES).flatMap(([state, title]) => {
    const members = record.findings.filter((finding) => finding.state === state)
    const lines = alike(members, byFingerprint).flatMap((row) => findingLines(row, byFingerprint.get(row[0].fingerprint), state))
    return section(title, lines)
  })
  const gone = record.gone.map((finding) =>
    `${finding.scenario}, ${stateKey(finding.consentAsked)}: ${describe(finding)}`)
  const count = (state: string): number => record.findings.filter((finding) => finding.state === state).length
  return [
    verdictOf(report, record),
    ...sections,
    ...section('Gone', gone),
    ...section('Failures', record.failures),
    ...section('What this rests on', record.notes),
    `${count('known')} known, ${count('allowed')} allowed, ${count('dismissed')} dismissed, ${record.gone.length} gone.`,
  ]
}

function verdictOf(report: Report, { exit, findings, failures }: CheckRecord): string {
  const { captures, target, coverage } = report
  const failing = findings.filter(({ fails }) => fails).length
  const run = whichRun(report)
  const name = { 'stand-in': 'Stand-in', 'live': 'Live site', 'mixed': 'Several targets' }[target]
  const on = `${name}, ${counted(captures.length, 'capture')}, coverage ${coverage}${run === null ? '' : `; ${run}`}`
  if (exit === 1) {
    const others = failures.length > 0 ? ` and ${counted(failures.length, 'other reason')}` : ''
    return `tattle check failed: ${counted(failing, 'finding')}${others}. ${on}.`
  }
  if (captures.length === 0 && exit === 3) return 'tattle check is inconclusive: nothing was captured, so nothing is proved.'
  if (exit === 3) return `tattle check is inconclusive: something was not captured, so nothing is proved. ${on}.`
  return `tattle check passed: no new leaks observed. ${on}.`
}

function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}

function section(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return []
  const more = lines.length > MOST ? [`  … and ${lines.length - MOST} more`] : []
  return [`${title}:`, ...lines.slice(0, MOST).map((line) => `  ${line}`), ...more]
}

type Row = [CheckedFinding, ...CheckedFinding[]]

/** What several scenarios show alike, by the same action, is one line; what fails comes first, the gravest ahead. */
function alike(members: readonly CheckedFinding[], byFingerprint: ReadonlyMap<string, ReportFinding>): Row[] {
  const rows = new Map<string, Row>()
  for (const member of members) {
    const { fingerprint, severity, reason, fails, seenIn, seenOf } = member
    const times = seenIn < seenOf ? [seenIn, seenOf] : []
    const step = stepText(member, byFingerprint.get(fingerprint))
    const key = JSON.stringify([fingerprint, severity, reason, fails, times, step])
    const row = rows.get(key)
    if (row === undefined) rows.set(key, [member])
    else row.push(member)
  }
  return [...rows.values()].sort(([a], [b]) =>
    Number(b.fails) - Number(a.fails) || SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
}

/** `, at "Click …" (tests/a.spec.ts:7)`; without a step by the call alone, which a hook or a fixture made; or nothing. */
function stepText({ scenario, consentAsked }: CheckedFinding, finding: ReportFinding | undefined): string {
  const leak = finding?.leaks.find((one) => one.scenario === scenario && one.consentAsked === consentAsked)
  const place = leak?.actionLocation == null ? '' : ` (${leak.actionLocation.replace(/:\d+$/, '')})`
  const step = leak?.step ?? leak?.action
  return step == null ? '' : `, at "${step}"${place}`
}

function findingLines(row: Row, finding: ReportFinding | undefined, state: string): string[] {
  if (finding === undefined) return []
  const [first] = row
  const { kind, recipientDomain, part, field } = finding
  const names = row.map(({ scenario, consentAsked }) => `${scenario}, ${stateKey(consentAsked)}`)
  const more = names.length > MOST_SCENARIOS ? ` and ${names.length - MOST_SCENARIOS} more` : ''
  const times = first.seenIn < first.seenOf ? ` (seen ${first.seenIn} of ${first.seenOf})` : ''
  const text = describe({ severity: first.severity, kind, recipient: recipientDomain, part, field })
  const milder = first.fails || state === 'newly-detectable' ? '' : ' Below the threshold, so it does not fail.'
  const where = `${names.slice(0, MOST_SCENARIOS).join('; ')}${more}`
  return [`${where}: ${text}${stepText(first, finding)}${times}. ${first.reason}${milder}`]
}
