/**
 * Findings as CI systems want them: one for each scenario and consent state that shows it, at the line of the scenario
 * whose action sent it, with what a check made of it.
 */
import { createHash } from 'node:crypto'
import {
  SEVERITIES,
  type CheckedFinding, type CheckState, type ConsentAt, type ConsentState, type LeakRecord, type Report, type ReportCapture,
  type ReportFinding, type Severity, type StepRecord,
} from '../model.js'
import { grouped } from '../grouped.js'
import { withSlashes } from '../paths.js'
import { toFrequency } from '../repeats.js'
import { datumOf, recipientCell } from './summary.js'
import { clip, toPlain } from './text.js'
import { en as words, retold, type Words } from './words.js'

export interface Place {
  /** Relative, with forward slashes. */
  readonly file: string
  /** From 1; null where the file has no lines to speak of. */
  readonly line: number | null
  readonly column: number | null
}

export interface PlacedFinding {
  readonly finding: ReportFinding
  readonly scenario: string
  readonly consentAsked: ConsentState | null
  /** The gravest, and of those the earliest. */
  readonly leak: LeakRecord
  readonly leaks: readonly LeakRecord[]
  readonly severity: Severity
  readonly capture: ReportCapture
  readonly step: StepRecord | null
  readonly place: Place | null
  /** Null where nothing was checked. */
  readonly state: CheckState | null
  readonly reason: string
  /** By the check; where there was none, whether it is at least medium. */
  readonly fails: boolean
  readonly seenIn: number
  readonly seenOf: number
  /** Holds from run to run, and differs between scenarios and consent states. */
  readonly id: string
}

/** Gravest first, failing before the rest. */
export function toPlaced(report: Report): PlacedFinding[] {
  const captures = new Map(report.captures.map((capture) => [capture.captureId, capture]))
  const checked = new Map(report.check?.findings.map((one) => [keyOf(one.fingerprint, one), one]))
  const frequencyOf = toFrequency(report.captures)
  return report.findings
    .flatMap((finding) => [...grouped(finding.leaks, (leak) => keyOf('', leak)).values()].flatMap((leaks): PlacedFinding[] => {
      const leak = [...leaks].sort((a, b) => rank(a.severity) - rank(b.severity) || order(a.startedAt, b.startedAt))[0]
      const capture = captures.get(leak?.captureId ?? '')
      if (leak === undefined || capture === undefined) return []
      return [toOne(finding, leaks, leak, capture, checked.get(keyOf(finding.fingerprint, leak)), frequencyOf)]
    }))
    .sort((a, b) => Number(b.fails) - Number(a.fails) || rank(a.severity) - rank(b.severity) || (a.id < b.id ? -1 : 1))
}

function toOne(
  finding: ReportFinding, leaks: readonly LeakRecord[], leak: LeakRecord, capture: ReportCapture,
  check: CheckedFinding | undefined, frequencyOf: ReturnType<typeof toFrequency>,
): PlacedFinding {
  const { scenario, consentAsked, severity } = leak
  const step = stepOf(capture, leak)
  const { seenIn, seenOf } = frequencyOf(leaks.map(({ captureId }) => captureId))
  return {
    finding, scenario, consentAsked, leak, leaks, severity, capture, step,
    place: placeOf(leak.actionLocation ?? step?.location ?? null, capture),
    state: check?.state ?? null,
    reason: check?.reason ?? '',
    fails: check?.fails ?? (finding.status !== 'dismissed' && rank(severity) <= rank('medium')),
    seenIn,
    seenOf,
    id: createHash('sha256').update(keyOf(finding.fingerprint, leak)).digest('hex'),
  }
}

function keyOf(fingerprint: string, group: { readonly scenario: string; readonly consentAsked: ConsentState | null }): string {
  return JSON.stringify([fingerprint, group.scenario, group.consentAsked])
}

/** The action that was running when the leak left, else the one that had begun last. */
function stepOf({ steps }: ReportCapture, { startedAt }: LeakRecord): StepRecord | null {
  const at = Date.parse(startedAt ?? '')
  const begun = steps.filter(({ location, category, startedAt: started }) =>
    location !== null && (category === 'pw:api' || category === 'test.step') && Date.parse(started) <= at)
  return begun.at(-1) ?? null
}

/** The line of the action, else the file of the scenario, else what was read. */
function placeOf(location: string | null, { path, conditions }: ReportCapture): Place | null {
  const [, file, line, column] = /^(.*):(\d+):(\d+)$/.exec(location ?? '') ?? []
  if (file !== undefined) return { file: withSlashes(file), line: Math.max(1, Number(line)), column: Math.max(1, Number(column)) }
  const { scenarioFile } = conditions
  if (typeof scenarioFile === 'string' && scenarioFile !== '') return { file: withSlashes(scenarioFile), line: null, column: null }
  return path === null ? null : { file: withSlashes(path), line: null, column: null }
}

/** What was done, with the file and line of the scenario's author: `click getByRole('button') · booking.spec.ts:42`. */
export function toActionText({ action, actionLocation }: Pick<LeakRecord, 'action' | 'actionLocation'>, inWords: Words): string | null {
  if (action === null) return null
  const [, file, line] = /([^/\\]*):(\d+):\d+$/.exec(actionLocation ?? '') ?? []
  return file === undefined ? clip(retold(action, inWords), 160) : `${clip(action, 160)} · ${clip(file, 80)}:${line ?? ''}`
}

/** The choice that stood when it was sent, which may be another than the one that was asked for. */
const STOOD: Readonly<Record<ConsentAt, string>> = {
  'before-choice': 'before any choice', accepted: 'after consent', rejected: 'after refusal', withdrawn: 'after withdrawal',
  'no-banner': 'no banner seen',
}

/** `health.search reached facebook.com (Meta) in query dl at the step "Search", after refusal: high.` One line. */
export function sentenceOf(placed: PlacedFinding): string {
  const { leak, severity, seenIn, seenOf } = placed
  const target = leak.target === 'stand-in' ? ' On a stand-in, not a live site.' : ''
  return toPlain(clip(`${flowOf(placed)}: ${severity}.${seenIn < seenOf ? ` Seen ${seenIn} of ${seenOf}.` : ''}${target}`, 1000))
}

/** The same for a place that says severity and target already. */
export function whatOf(placed: PlacedFinding): string {
  const { seenIn, seenOf } = placed
  return toPlain(clip(`${flowOf(placed)}.${seenIn < seenOf ? ` Seen ${seenIn} of ${seenOf}.` : ''}`, 1000))
}

function flowOf({ finding, leak, leaks, step }: PlacedFinding): string {
  const { recipientDomain: recipient, recipientEntity: entity, recipientVia: via, kind, part, field } = finding
  const who = recipientCell({ recipient, entity, via }, words)
  // What a site calls its fields stays apart from what is said of them.
  const where = part === field || field === '' ? part : `${part} ${JSON.stringify(field)}`
  const title = leak.step ?? step?.title ?? null
  return `${datumOf({ kind, leaks }, words)} reached ${who} in ${where}${title === null ? '' : ` at the step ${JSON.stringify(title)}`}` +
    `${leak.consentAt === null ? '' : `, ${STOOD[leak.consentAt]}`}`
}

/** Where the request went, without what it carried. */
export function bareUrl(url: string): string {
  return toPlain(clip(url.replace(/[?#].*$/s, ''), 300))
}

function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity)
}

function order(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : 1
}
