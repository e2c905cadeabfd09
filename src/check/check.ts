/**
 * Holds a report against baselines and a policy. Pure: what was read goes in, what came of it comes out.
 *
 * Captures are grouped by scenario and consent state, and each group is compared with that state of the scenario's
 * baseline. Repeated captures count as one that saw what any of them saw.
 */
import { createHash } from 'node:crypto'
import { TattleError } from '../errors.js'
import { few } from '../few.js'
import { isUnreached, mayBeUnreached } from '../exchange/unreached.js'
import { addTo, grouped } from '../grouped.js'
import { comparable, hidesAnything } from '../hiding.js'
import { isLost } from '../lost.js'
import {
  SEVERITIES,
  type CheckedFinding, type CheckRecord, type ConsentState, type Coverage, type GoneFinding, type LeakRecord,
  type Report, type ReportCapture, type ReportFinding, type Severity,
} from '../model.js'
import { stateKey, type Baseline, type BaselineEntry, type BaselineState, type KnownRules } from './baseline.js'
import { isPast, reaches, ruleFor, type Policy, type Threshold } from './policy.js'
import { newerRule } from './rules.js'

const MOST_NAMED = 3
/** Diagnostics of a run without which a check would be misread. */
const TOLD: ReadonlySet<string> = new Set(['test-without-capture', 'retried-leak', 'config-unread'])

export interface CheckInput {
  readonly report: Report
  /** By scenario; those of other scenarios are what the run might have had. */
  readonly baselines: ReadonlyMap<string, Baseline>
  readonly policy: Policy
  readonly failOn: Threshold
  /** `YYYY-MM-DD` */
  readonly today: string
  readonly rules: { readonly digest: string; readonly now: Readonly<Record<string, string>>; readonly known: KnownRules }
  /**
   * Fingerprints that the present rules find in the captures of a baseline, by scenario and state (`groupKey`), where
   * those captures are still at hand: the proof that something is newly detectable and not new.
   */
  readonly seenBefore: ReadonlyMap<string, ReadonlySet<string>>
}

export interface Group {
  readonly scenario: string
  readonly consentAsked: ConsentState | null
  readonly captures: readonly ReportCapture[]
  readonly coverage: Coverage
}

export function groupKey(scenario: string, consentAsked: ConsentState | null): string {
  return keyOf(scenario, stateKey(consentAsked))
}

function keyOf(scenario: string, state: string): string {
  return JSON.stringify([scenario, state])
}

export function groupsOf({ captures }: Pick<Report, 'captures'>): Group[] {
  const groups = grouped(captures, ({ scenario, consentAsked }) => groupKey(scenario, consentAsked))
  return [...groups.values()].map((members) => {
    const [{ scenario, consentAsked }] = members as [ReportCapture]
    return { scenario, consentAsked, captures: members, coverage: leastOf(members) }
  })
}

function leastOf(captures: readonly ReportCapture[]): Coverage {
  const order: readonly Coverage[] = ['broken', 'limited', 'full']
  return order.find((coverage) => captures.some((capture) => capture.coverage === coverage)) ?? 'broken'
}

/** One finding as one group shows it. */
export interface Shown {
  readonly finding: ReportFinding
  readonly leaks: readonly LeakRecord[]
  readonly severity: Severity
  readonly seenIn: number
}

/** What each of the groups shows, in the order of the findings. A group that shows none is not there. */
export function shownIn({ findings }: Pick<Report, 'findings'>, groups: readonly Group[]): ReadonlyMap<Group, readonly Shown[]> {
  const groupOf = new Map(groups.flatMap((group) => group.captures.map(({ captureId }) => [captureId, group] as const)))
  const shown = new Map<Group, Shown[]>()
  for (const finding of findings) {
    for (const [group, leaks] of grouped(finding.leaks, ({ captureId }) => groupOf.get(captureId))) {
      if (group === undefined) continue
      const severity = SEVERITIES.find((grade) => leaks.some((leak) => leak.severity === grade)) ?? 'info'
      addTo(shown, group, { finding, leaks, severity, seenIn: new Set(leaks.map(({ captureId }) => captureId)).size })
    }
  }
  return shown
}

/** Throws `baseline-mismatch` where a baseline is of another site or target, or lacks the consent state. */
export function check(input: CheckInput): CheckRecord {
  const { report, policy, today } = input
  const groups = groupsOf(report)
  const shown = shownIn(report, groups)
  const results = groups.map((group) => checkGroup(group, shown.get(group) ?? [], input))
  const findings = results.flatMap((result) => result.findings)
  const stale = policy.allow.filter((rule) => isPast(rule, today)).map((rule) =>
    `${rule.place}: what is allowed here (${rule.recipients.join(', ')}: ${rule.kinds.join(', ')}) was allowed until ` +
    `${rule.until}; decide again and set a new date, or remove the entry.`)
  const missing = missingOf(groups, policy)
  const lost = report.diagnostics.filter(isLost)
  const broken = groups.some(({ coverage }) => coverage === 'broken') || groups.length === 0 || missing.length > 0 || lost.length > 0
  const fails = stale.length > 0 || findings.some((finding) => finding.fails)
  return {
    exit: fails ? 1 : broken ? 3 : 0,
    findings,
    gone: results.flatMap((result) => result.gone),
    failures: [...stale, ...missing],
    notes: [
      ...lost.map(({ message }) => message),
      ...report.diagnostics.filter(({ code }) => TOLD.has(code)).map(({ message }) => message),
      ...absentOf(groups, input.baselines),
      ...toNotes(results.flatMap((result) => result.notes), groups.length),
    ],
  }
}

/** What holds for several groups is said once. */
function toNotes(notes: readonly Note[], groups: number): string[] {
  return [...grouped(notes, ({ text }) => text)].map(([text, alike]) => {
    const names = alike.map(({ where }) => where)
    return names.length > 1 && names.length === groups ? `All captures: ${text}` : `${few(names, MOST_NAMED)}: ${text}`
  })
}

/** What was looked at before on the sites of this run, and was not in it: left out, renamed, removed or skipped. */
function absentOf(groups: readonly Group[], baselines: ReadonlyMap<string, Baseline>): string[] {
  const present = new Set(groups.map(({ scenario, consentAsked }) => groupKey(scenario, consentAsked)))
  const places = new Set(groups.flatMap(({ captures }) => captures.map(({ site, target }) => `${target} ${site}`)))
  const absent = [...baselines.values()].filter(({ site, target }) => places.has(`${target} ${site}`))
    .flatMap(({ scenario, states }) => Object.keys(states).filter((state) => !present.has(keyOf(scenario, state)))
      .map((state) => `${scenario}, ${state}`))
  return absent.length === 0 ? [] : [`In the baseline and not in this run, so not checked: ${few(absent, MOST_NAMED)}.`]
}

function missingOf(groups: readonly Group[], { scenarios }: Policy): string[] {
  return Object.entries(scenarios).flatMap(([scenario, states]) => states
    .filter((state) => !groups.some((group) => group.scenario === scenario && group.consentAsked === state))
    .map((state) => `The policy asks for the scenario "${scenario}" in the state ${state}, and this run has no capture of it.`))
}

interface Note { readonly where: string; readonly text: string }

interface GroupResult {
  readonly findings: readonly CheckedFinding[]
  readonly gone: readonly GoneFinding[]
  readonly notes: readonly Note[]
}

function checkGroup(group: Group, shown: readonly Shown[], input: CheckInput): GroupResult {
  const baseline = input.baselines.get(group.scenario)
  const known = baseline === undefined ? undefined : stateOf(baseline, group)
  const entries = new Map(known?.entries.map((entry) => [entry.fingerprint, entry]))
  const findings = shown.map((one) => toChecked(one, group, known, entries.get(one.finding.fingerprint), input))
  const seen = new Set(shown.map(({ finding }) => finding.fingerprint))
  const spots = blindSpotsOf(group)
  const unseen = (known?.entries ?? []).filter(({ fingerprint }) => !seen.has(fingerprint))
  const absent = unseen.filter(({ recipient }) => !mayBeUnreached(spots, recipient))
  const unreached = unseen.length - absent.length
  const seesAll = known !== undefined && !seesLess(group, known)
  const certain = absent.filter((entry) => entry.seen === undefined)
  const rare = absent.length - certain.length
  const { scenario, consentAsked } = group
  const where = `${scenario}, ${stateKey(consentAsked)}`
  const texts = (list: readonly string[]): Note[] => list.map((text) => ({ where, text }))
  return {
    findings,
    gone: seesAll ? certain.map(({ seen: _seen, until: _until, ...entry }) => ({ ...entry, scenario, consentAsked })) : [],
    notes: texts([
      ...(known === undefined ? ['there is no baseline, so everything counts as new.'] : []),
      ...(group.coverage === 'broken'
        ? [`the capture is broken and proves nothing. ${reasonsOf(group)}`.trim()]
        : []),
      ...spots.map((spot) => `not seen: ${spot}`),
      ...(group.captures.some(hasNoAddress)
        ? ['not seen: whether an address of the visitor is told to others; served on this machine, a site sees none.']
        : []),
      ...(!seesAll && absent.length > 0
        ? [`${absent.length} of the baseline not seen, and this capture sees less than the baseline's did, ` +
          `so ${absent.length === 1 ? 'it is' : 'they are'} not said to be gone.`]
        : []),
      ...(unreached > 0
        ? [`${unreached} of the baseline not seen; whom ${unreached === 1 ? 'it was' : 'they were'} told could not be reached, so that is not said to be gone.`]
        : []),
      ...(seesAll && rare > 0 ? [`${rare} of the baseline not seen this time; they come and go.`] : []),
    ]),
  }
}

function hasNoAddress({ target, analysis }: ReportCapture): boolean {
  return target === 'stand-in' && (analysis.termCounts['network.ip'] ?? 0) === 0
}

export function blindSpotsOf({ captures }: Group): string[] {
  return [...new Set(captures.flatMap(({ blindSpots }) => blindSpots))]
}

/** Whether something that the baseline's captures showed may have been hidden from these. */
export function seesLess(group: Group, { coverage, blindSpots }: BaselineState): boolean {
  if (group.coverage !== 'limited') return rank(group.coverage) < rank(coverage)
  return coverage === 'full' ||
    blindSpotsOf(group).some((spot) => hidesAnything(spot, (one) => blindSpots?.includes(toDigest(one)) === true))
}

/** Blind spots as a baseline keeps them: a digest of each, for its sentence may name what a page was called by. */
export function keptSpotsOf(group: Group): string[] {
  return [...new Set(blindSpotsOf(group).filter((spot) => !isUnreached(spot)).map((spot) => toDigest(comparable(spot))))].sort()
}

function toDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

function reasonsOf({ captures }: Group): string {
  return [...new Set(captures.flatMap(({ coverageReasons }) => coverageReasons))].slice(0, 3).join(' ')
}

function rank(coverage: Coverage): number {
  return ['broken', 'limited', 'full'].indexOf(coverage)
}

/** The baseline's part for a group; refused where the two are not of one thing. */
export function stateOf(baseline: Baseline, { scenario, consentAsked, captures }: Group): BaselineState {
  const refuse = (what: string, way = ''): never => {
    throw new TattleError('baseline-mismatch', `The baseline of the scenario "${scenario}" ${what}, so the two cannot be ` +
      `compared; ${way}name another folder with --baseline, or accept the present state with --update-baseline.`)
  }
  const other = captures.find(({ target, site }) => target !== baseline.target || site !== baseline.site)
  if (other !== undefined) {
    return refuse(`is of ${baseline.site} (${baseline.target}), and the capture is of ${other.site} (${other.target})`,
      other.target === baseline.target ? `where both are one site, let firstParty in the configuration name ${baseline.site} before ${other.site}; else ` : '')
  }
  const state = Object.hasOwn(baseline.states, stateKey(consentAsked)) ? baseline.states[stateKey(consentAsked)] : undefined
  return state ?? refuse(`has the consent states ${Object.keys(baseline.states).sort().join(', ')}, and the capture is of ` +
    stateKey(consentAsked))
}

function toChecked(
  { finding, leaks, severity, seenIn }: Shown, group: Group,
  known: BaselineState | undefined, entry: BaselineEntry | undefined, input: CheckInput,
): CheckedFinding {
  const { scenario, consentAsked, captures } = group
  const { state, reason } = judge()
  const threshold = (consentAsked === null ? undefined : input.policy.failOnIn[consentAsked]) ?? input.failOn
  const decides = state === 'new' || state === 'graver' || state === 'expired'
  return {
    fingerprint: finding.fingerprint, scenario, consentAsked, state, severity, reason,
    fails: decides && reaches(severity, threshold), seenIn, seenOf: captures.length,
  }

  function judge(): Pick<CheckedFinding, 'state' | 'reason'> {
    if (finding.status === 'dismissed') return { state: 'dismissed', reason: 'Somebody dismissed it.' }
    const rule = ruleFor(input.policy.allow, { finding, scenario, consentAsked }, input.today)
    if (rule !== undefined && !isPast(rule, input.today)) {
      return { state: 'allowed', reason: `Allowed until ${rule.until} by ${rule.by}: ${rule.reason} (${rule.place}).` }
    }
    if (entry !== undefined && isPast(entry, input.today)) {
      return { state: 'expired', reason: `It was accepted until ${entry.until}.` }
    }
    if (entry !== undefined && SEVERITIES.indexOf(severity) < SEVERITIES.indexOf(entry.severity)) {
      return { state: 'graver', reason: `It was ${entry.severity} in the baseline and is ${severity}.` }
    }
    if (entry !== undefined) return { state: 'known', reason: `In the baseline until ${entry.until}.` }
    if (rule !== undefined) return { state: 'expired', reason: `It was allowed until ${rule.until} (${rule.place}).` }
    const isOfOldRules = known !== undefined && known.rules !== input.rules.digest
    return isOfOldRules ? judgeNewRules(known) : { state: 'new', reason: 'It is not in the baseline.' }
  }

  function judgeNewRules(state: BaselineState): Pick<CheckedFinding, 'state' | 'reason'> {
    const before = input.seenBefore.get(groupKey(scenario, consentAsked))
    if (before !== undefined) {
      return before.has(finding.fingerprint)
        ? { state: 'newly-detectable', reason: "The present rules find it in the baseline's own capture." }
        : { state: 'new', reason: "It is not in the baseline, nor do the present rules find it in the baseline's capture." }
    }
    if (!state.contacted.includes(finding.recipientDomain)) {
      return { state: 'new', reason: `${finding.recipientDomain} was not contacted when the baseline was made.` }
    }
    const newer = leaks.map((leak) => newerRule(leak, input.rules.now, input.rules.known.get(state.rules)))
    const [first] = newer
    if (first !== undefined && !newer.includes(undefined)) {
      return { state: 'newly-detectable', reason: `It is seen by the rule ${first}, which is newer than the baseline.` }
    }
    return { state: 'new', reason: 'It is not in the baseline, and no rule that is newer than the baseline explains that.' }
  }
}
