/**
 * What a team has decided: which recipients may receive what, why, by whom, until when; and how grave a finding must be
 * to fail a check.
 */
import { registrableDomain } from '../exchange/site.js'
import {
  KINDS, SEVERITIES,
  type ConsentState, type Kind, type ReportFinding, type Severity,
} from '../model.js'
import { isNear } from '../shapes.js'

export interface AllowRule {
  /** Registrable domains, with their subdomains, or names of entities. */
  readonly recipients: readonly string[]
  /** `identifier.cookie`, `identifier.*`. */
  readonly kinds: readonly string[]
  /** Absent: in every state. */
  readonly consent?: readonly ConsentState[]
  /** Absent: in every scenario. */
  readonly scenarios?: readonly string[]
  readonly reason: string
  readonly by: string
  /** Last day, `YYYY-MM-DD`. */
  readonly until: string
  /** Where it is written: `tattle.config.yaml:12:5`. */
  readonly place: string
}

export type Threshold = Severity | 'never'
export const THRESHOLDS: readonly Threshold[] = [...SEVERITIES, 'never']

export interface Policy {
  readonly allow: readonly AllowRule[]
  /** Absent: what the command line says, else `medium`. */
  readonly failOn?: Threshold
  /** Stricter or milder in one consent state. */
  readonly failOnIn: Readonly<Partial<Record<ConsentState, Threshold>>>
  /** What a run must have captured, else the check is inconclusive: scenario → consent states. */
  readonly scenarios: Readonly<Record<string, readonly ConsentState[]>>
  /** How long an entry of the baseline counts, in days. */
  readonly expireDays: number
}

export const NO_POLICY: Policy = { allow: [], failOnIn: {}, scenarios: {}, expireDays: 180 }

export interface Sent {
  readonly finding: ReportFinding
  readonly scenario: string
  readonly consentAsked: ConsentState | null
}

/** The rule that covers a finding: one in force where there is one, else one past its date, else undefined. */
export function ruleFor(rules: readonly AllowRule[], sent: Sent, today: string): AllowRule | undefined {
  const fitting = rules.filter((rule) => covers(rule, sent))
  return fitting.find(({ until }) => until >= today) ?? fitting[0]
}

export function isPast({ until }: { readonly until: string }, today: string): boolean {
  return until < today
}

/** Why a rule with this recipient would cover nothing, or null: recipients are known by their registrable domain. */
export function whyNoRecipient(name: string): string | null {
  if (/^[*.\s]*$/.test(name)) return `"${name}" is no recipient; name its domain or entity`
  const [, host] = /^(?:(?:[a-z][a-z0-9+.-]*:)?\/\/)?(?:\*?\.)?([\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+)(?:[:/?#].*)?$/iu.exec(name) ?? []
  const domain = host === undefined ? name : registrableDomain(host.toLowerCase())
  if (domain.toLowerCase() === name.toLowerCase()) return null
  return `"${name}" would never be met, because recipients are known by their domain, which covers its subdomains; did you mean "${domain}"?`
}

/** Why a pattern of kinds fits none, or null. */
export function whyNoKind(pattern: string): string | null {
  if (pattern === '*' || KINDS.some((known) => fitsKind(known, pattern))) return null
  const close = KINDS.find((known) => isNear(known, pattern))
  return `"${pattern}" is no kind; ` + (close !== undefined ? `did you mean "${close}"?`
    : `kinds are ${KINDS.join(', ')}, or all of a group as in "identity.*"`)
}

function covers(rule: AllowRule, { finding, scenario, consentAsked }: Sent): boolean {
  const { recipientDomain, recipientEntity } = finding
  return rule.recipients.some((name) => isWithin(recipientDomain, name) || same(recipientEntity ?? '', name)) &&
    rule.kinds.some((pattern) => fitsKind(finding.kind, pattern)) &&
    (rule.scenarios === undefined || rule.scenarios.includes(scenario)) &&
    (rule.consent === undefined || (consentAsked !== null && rule.consent.includes(consentAsked)))
}

function isWithin(domain: string, name: string): boolean {
  const wanted = name.toLowerCase()
  return domain === wanted || domain.endsWith(`.${wanted}`)
}

function same(a: string, b: string): boolean {
  return a.localeCompare(b, 'en', { sensitivity: 'accent' }) === 0
}

export function fitsKind(kind: Kind, pattern: string): boolean {
  return pattern === '*' || pattern === kind || (pattern.endsWith('.*') && kind.startsWith(pattern.slice(0, -1)))
}

export function reaches(severity: Severity, threshold: Threshold): boolean {
  return threshold !== 'never' && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold)
}
