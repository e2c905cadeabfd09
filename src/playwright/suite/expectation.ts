/**
 * `expect(page).toHaveNoLeaks(…)`: noted where it stands, decided when the capture has ended and was analysed, and
 * thrown then as an error of the line where it stands.
 */
import {
  fitsKind, reaches, ruleFor, THRESHOLDS, whyNoKind, whyNoRecipient, type AllowRule, type Threshold,
} from '../../check/policy.js'
import { SEVERITIES, type Analysed, type LeakRecord, type ReportFinding } from '../../model.js'
import { shownPath } from '../../paths.js'
import { isNear, isObject } from '../../shapes.js'
import type { ApiCall } from './calls.js'

export interface NoLeaksOptions {
  /** Recipients (registrable domains or entities) that may receive anything, or only some kinds. */
  readonly allow?: readonly (string | { readonly recipients: readonly string[]; readonly kinds?: readonly string[] })[]
  /** Only these: `health.*`, `identity.email`. Absent: all. */
  readonly kinds?: readonly string[]
  /** Absent: medium. */
  readonly failOn?: Threshold
}

export interface Expectation {
  readonly options: NoLeaksOptions
  /** Made at the user's line. */
  readonly error: Error
}

/** The title of the step of the test that a call was made in, or null. */
export type StepOf = (call: ApiCall) => string | null

const MOST = 10

const OPTIONS: readonly (keyof NoLeaksOptions)[] = ['allow', 'kinds', 'failOn']

/** What is wrong with options that no compiler has seen, in a sentence, or null: with a typing error nothing would fail. */
export function whyNoOptions(options: unknown): string | null {
  if (!isObject(options)) return `its options are an object with ${OPTIONS.join(', ')}.`
  const { allow, kinds, failOn } = options
  return whyUnknown(options, OPTIONS) ?? whyNoKinds(kinds) ??
    (failOn === undefined || THRESHOLDS.some((one) => one === failOn)
      ? null
      : `${JSON.stringify(failOn)} is no severity; they are ${THRESHOLDS.join(', ')}.`) ??
    (allow === undefined ? null : whyNoList(allow, 'allow', (one) => whyNotAllowed(one)))
}

function whyNotAllowed(one: unknown): string | null {
  if (typeof one === 'string') return whyNoRecipient(one)
  if (!isObject(one)) return 'each entry is a recipient, or { recipients, kinds }'
  return whyUnknown(one, ['recipients', 'kinds']) ?? whyNoKinds(one['kinds']) ??
    whyNoList(one['recipients'], 'recipients', (name) => typeof name === 'string' ? whyNoRecipient(name) : 'each is a text')
}

function whyNoKinds(kinds: unknown): string | null {
  return kinds === undefined ? null
    : whyNoList(kinds, 'kinds', (kind) => typeof kind === 'string' ? whyNoKind(kind) : 'each is a text')
}

function whyNoList(list: unknown, name: string, whyNot: (one: unknown) => string | null): string | null {
  if (!Array.isArray(list) || (list.length === 0 && name !== 'allow')) return `"${name}" must be a list that names something.`
  const why = (list as unknown[]).map(whyNot).find((each) => each !== null)
  return why == null ? null : `in "${name}", ${why}${/[.?]$/.test(why) ? '' : '.'}`
}

function whyUnknown(fields: object, known: readonly string[]): string | null {
  const unknown = Object.keys(fields).find((name) => !known.includes(name))
  if (unknown === undefined) return null
  const close = known.find((name) => isNear(name, unknown))
  return `"${unknown}" means nothing here; ` + (close === undefined ? `there are ${known.join(', ')}.` : `did you mean "${close}"?`)
}

/** The error of an expectation that does not hold, else null. */
export function judge(
  { options, error }: Expectation, analysed: readonly Analysed[], allowed: readonly AllowRule[], calls: readonly ApiCall[],
  stepOf: StepOf = () => null,
): Error | null {
  const sentence = whyNot(options, analysed, allowed, calls, stepOf)
  if (sentence === null) return null
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  error.message = sentence
  error.stack = [`${error.name}: ${sentence}`, ...frames].join('\n')
  return error
}

function whyNot(
  options: NoLeaksOptions, analysed: readonly Analysed[], allowed: readonly AllowRule[], calls: readonly ApiCall[],
  stepOf: StepOf,
): string | null {
  if (analysed.length === 0) return 'toHaveNoLeaks: the page was not recorded, so nothing is known of what it sent.'
  const today = new Date().toISOString().slice(0, 10)
  const rules: readonly AllowRule[] = [...allowed.filter(({ until }) => until >= today), ...(options.allow ?? []).map(toRule)]
  const leaks = analysed.flatMap((one) => one.leaks.filter((leak) => counts(leak, one, options, rules, today)))
  const distinct = [...new Map(leaks.map((leak) => [leak.fingerprint, leak])).values()]
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
  if (distinct.length > 0) {
    const more = distinct.length > MOST ? [`  … and ${distinct.length - MOST} more`] : []
    const lines = distinct.slice(0, MOST).map((leak) => `  ${describe(leak, calls, stepOf)}`)
    return [`toHaveNoLeaks: ${distinct.length === 1 ? '1 leak' : `${distinct.length} leaks`} to third parties`, ...lines, ...more].join('\n')
  }
  const broken = analysed.find(({ capture }) => capture.coverage === 'broken')
  if (broken === undefined) return null
  return `toHaveNoLeaks: no leak was observed, but the capture is broken: ${broken.capture.coverageReasons.join(' ')}`
}

function counts(
  leak: LeakRecord, { findings }: Analysed, options: NoLeaksOptions, rules: readonly AllowRule[], today: string,
): boolean {
  if (!reaches(leak.severity, options.failOn ?? 'medium')) return false
  if (options.kinds !== undefined && !options.kinds.some((pattern) => fitsKind(leak.kind, pattern))) return false
  const record = findings.find(({ findingId }) => findingId === leak.findingId)
  if (record === undefined) return true
  const finding = { ...record, recipientEntity: leak.recipientEntity } as ReportFinding
  return ruleFor(rules, { finding, scenario: leak.scenario, consentAsked: leak.consentAsked }, today) === undefined
}

function toRule(rule: string | { readonly recipients: readonly string[]; readonly kinds?: readonly string[] }): AllowRule {
  const { recipients, kinds = ['*'] } = typeof rule === 'string' ? { recipients: [rule] } : rule
  return { recipients, kinds, reason: '', by: '', until: '9999-12-31', place: '' }
}

function describe(leak: LeakRecord, calls: readonly ApiCall[], stepOf: StepOf): string {
  const who = leak.recipientEntity === null ? leak.recipientDomain : `${leak.recipientDomain} (${leak.recipientEntity})`
  const where = leak.field === '' || leak.field === leak.part ? leak.part : `${leak.part} ${leak.field}`
  const at = Date.parse(leak.startedAt ?? '')
  // What only looks or waits sends nothing.
  const looks = /^(?:expect|waitFor|__waitInfo__|is[A-Z]|get[A-Z]|textContent|inner)/
  const call = calls.filter(({ at: begun, location, method }) =>
    begun <= at + 20 && location !== '' && !looks.test(method)).at(-1)
  const [, file = '', line = ''] = /^(.*):(\d+):\d+$/.exec(call?.location ?? '') ?? []
  const place = call === undefined ? '' : `, during ${call.name} (${shownPath(file)}:${line})`
  const title = call === undefined ? null : stepOf(call)
  const step = title === null ? '' : `, at the step "${title.slice(0, 100)}"`
  return `${leak.severity}: ${who} received ${leak.kind} (${leak.label.slice(0, 60)}) in ${where}${step}${place}`
}
