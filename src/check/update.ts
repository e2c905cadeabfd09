/** Makes the baseline of what a report shows, and says what changes by it. */
import { mayBeUnreached } from '../exchange/unreached.js'
import { grouped } from '../grouped.js'
import type { CheckState, Report } from '../model.js'
import { stateKey, sorted, type Baseline, type BaselineEntry, type BaselineState } from './baseline.js'
import { blindSpotsOf, groupsOf, keptSpotsOf, seesLess, shownIn, type Group, type Shown } from './check.js'

export interface BaselineChange {
  readonly sign: '+' | '-' | '~'
  /** Without the sign: `reject: high health.search → facebook.com, query dl`. */
  readonly line: string
}

export interface Update {
  readonly baseline: Baseline
  readonly changes: readonly BaselineChange[]
  /** States that were left as they were, and why. */
  readonly kept: readonly string[]
}

export interface UpdateOptions {
  readonly today: string
  readonly expireDays: number
  readonly rules: string
  /** States of findings that the policy or somebody's judgement covers; they need no entry. */
  readonly stateOf: (fingerprint: string, group: Group) => CheckState | undefined
}

/** One for each scenario of the report. A broken capture changes nothing; a poorer one removes nothing. */
export function toUpdates(
  report: Report, before: ReadonlyMap<string, Baseline>, options: UpdateOptions,
): Update[] {
  const all = groupsOf(report)
  const shown = shownIn(report, all)
  return [...grouped(all, ({ scenario }) => scenario)].map(([scenario, groups]) =>
    toUpdate(scenario, groups, shown, before.get(scenario), options))
}

function toUpdate(
  scenario: string, groups: readonly Group[], shown: ReturnType<typeof shownIn>, old: Baseline | undefined, options: UpdateOptions,
): Update {
  const [capture] = groups[0]?.captures ?? []
  const target = capture?.target ?? 'live'
  const site = capture?.site ?? ''
  const isSame = old !== undefined && old.target === target && old.site === site
  const states: Record<string, BaselineState> = { ...(isSame ? old.states : {}) }
  const changes: BaselineChange[] = old === undefined || isSame
    ? []
    : [{ sign: '~', line: `${scenario}: of ${site} (${target}) now, of ${old.site} (${old.target}) before` }]
  const kept: string[] = []
  for (const group of groups) {
    const key = stateKey(group.consentAsked)
    if (group.coverage === 'broken') {
      kept.push(`${scenario}, ${key}: the capture is broken, so its baseline stays as it was.`)
      continue
    }
    const previous = states[key]
    const next = toState(group, shown.get(group) ?? [], previous, options)
    changes.push(...changesOf(`${scenario}, ${key}`, previous, next))
    states[key] = next
  }
  return { baseline: { schema: 1, scenario, target, site, persona: capture?.persona ?? null, states }, changes, kept }
}

function toState(
  group: Group, shown: readonly Shown[], previous: BaselineState | undefined, options: UpdateOptions,
): BaselineState {
  const { today, expireDays, rules } = options
  const until = new Date(Date.parse(today) + expireDays * 86_400_000).toISOString().slice(0, 10)
  const past = new Map(previous?.entries.map((entry) => [entry.fingerprint, entry]))
  const entries = shown.flatMap(({ finding, severity, seenIn }): BaselineEntry[] => {
    const state = options.stateOf(finding.fingerprint, group)
    if (state === 'allowed' || state === 'dismissed') return []
    const { fingerprint, kind, recipientDomain, part, field } = finding
    const known = past.get(fingerprint)
    const of = group.captures.length
    return [{
      fingerprint, severity, kind, recipient: recipientDomain, part, field,
      ...seenAs(seenIn, of, known),
      until: known !== undefined && known.until >= today ? known.until : until,
    }]
  })
  const isPoorer = previous !== undefined && seesLess(group, previous)
  const spots = blindSpotsOf(group)
  const present = new Set(entries.map(({ fingerprint }) => fingerprint))
  const unseen = (previous?.entries ?? [])
    .filter((entry) => !present.has(entry.fingerprint) &&
      (isPoorer || isAmongMore(entry, group.captures.length) || mayBeUnreached(spots, entry.recipient)))
  return {
    rules,
    coverage: isPoorer ? previous.coverage : group.coverage,
    blindSpots: (isPoorer ? previous.blindSpots : undefined) ?? keptSpotsOf(group),
    captures: group.captures.map(({ captureId }) => captureId),
    contacted: [...new Set(group.captures.flatMap(({ contacted }) => contacted.map(({ domain }) => domain)))].sort(),
    entries: sorted([...entries, ...unseen]),
  }
}

/** One run that shows it does not make it constant. */
function seenAs(seenIn: number, of: number, known: BaselineEntry | undefined): Pick<BaselineEntry, 'seen'> {
  if (known?.seen !== undefined && isAmongMore(known, of)) return { seen: known.seen }
  return seenIn < of ? { seen: `${seenIn} of ${of}` } : {}
}

/** What came and went among more captures than these has not gone because these lack it. */
function isAmongMore({ seen }: BaselineEntry, captures: number): boolean {
  const of = / of (\d+)$/.exec(seen ?? '')?.[1]
  return of !== undefined && captures < Number(of)
}

function changesOf(where: string, before: BaselineState | undefined, after: BaselineState): BaselineChange[] {
  const was = new Map(before?.entries.map((entry) => [entry.fingerprint, entry]))
  const is = new Map(after.entries.map((entry) => [entry.fingerprint, entry]))
  const added = after.entries.filter(({ fingerprint }) => !was.has(fingerprint))
  const gone = (before?.entries ?? []).filter(({ fingerprint }) => !is.has(fingerprint))
  const altered = after.entries.flatMap((entry): BaselineChange[] => {
    const old = was.get(entry.fingerprint)
    if (old === undefined) return []
    const parts = [
      ...(old.severity === entry.severity ? [] : [`${old.severity} → ${entry.severity}`]),
      ...(old.until === entry.until ? [] : [`until ${old.until} → ${entry.until}`]),
    ]
    return parts.length > 0 ? [{ sign: '~', line: `${where}: ${describe(entry)}: ${parts.join(', ')}` }] : []
  })
  return [
    ...gone.map((entry): BaselineChange => ({ sign: '-', line: `${where}: ${describe(entry)}` })),
    ...added.map((entry): BaselineChange => ({ sign: '+', line: `${where}: ${describe(entry)}, until ${entry.until}` })),
    ...altered,
  ]
}

export function describe({ severity, kind, recipient, part, field }: Omit<BaselineEntry, 'until' | 'fingerprint'>): string {
  return `${severity} ${kind} → ${recipient}, ${part === field || field === '' ? part : `${part} ${field}`}`
}
