/**
 * What the pass over a document gathered becomes rows: the capture, its findings and leaks, what was stored, and all that
 * has to be said of them.
 */
import type { Analysis, AnalyzeOptions } from './analysis.js'
import type { Assessment, Setting, Sighting } from './assess/assess.js'
import { toCapture, type Reading } from './assess/capture.js'
import { namedIdsOf } from './assess/dictionary.js'
import { identifiersOf } from './assess/identifiers.js'
import type { Listed } from './assess/listed.js'
import { withStepRows } from './assess/steps.js'
import { keptIn, storageNotes, storedOf, type Trail } from './assess/stored.js'
import { isOther, walkNotes, walkValues, type Arrivals } from './assess/walk.js'
import { createChoiceAt, type Choice } from './capture/choice.js'
import type { CaptureStep } from './capture/manifest.js'
import type { Detector } from './detect/detector.js'
import type { Residue } from './detect/residue.js'
import { siteOf } from './exchange/site.js'
import type { Unreached } from './exchange/unreached.js'
import { few } from './few.js'
import { blindSpotsOf, type SeenCounter } from './har/blind-spots.js'
import type { HarDocument, HarReading } from './har/read.js'
import type { Learning } from './learn/learn.js'
import type { AnalysedRows, CaptureRecord, Coverage, Diagnostic, DiagnosticRecord, Exchange, Field, Term, Verdict, Walk } from './model.js'
import { newId } from './new-id.js'
import type { Notes } from './notes.js'
import { normaliseField } from './observe/normalise.js'
import type { Observation, Observer } from './observe/observe.js'
import type { Rules } from './rules.js'
import { auditedOf, scenarioOf, toPath, type Audited, type Subject } from './subject.js'
import type { Unsearched } from './unsearched.js'
import { version } from './version.generated.js'

/** All that one pass over the entries leaves behind; bounded, or in files. */
export interface Gathered {
  readonly reading: HarReading
  /** Exchanges that could be read. */
  readonly readable: number
  readonly detector: Detector
  readonly seen: SeenCounter
  readonly unreached: Unreached
  readonly span: Span
  readonly learning: Learning
  readonly observer: Observer
  readonly residue: Residue
  readonly trail: Trail
  readonly listed: Listed
  readonly arrivals: Arrivals
  readonly assessment: Assessment
  /** What the other walk plants is no leak here, but proof of coincidence where it stands all the same. */
  readonly strayed: Assessment
  readonly notes: Notes
  readonly unsearched: Unsearched
}

/** The first and the last of the times that it was told. */
export interface Span {
  add(time: number): void
  /** ISO 8601; null where there was none. */
  first(): string | null
  last(): string | null
}

export interface Analysing {
  readonly document: HarDocument
  readonly subject: Subject
  readonly rules: Rules
  readonly options: AnalyzeOptions
  /** ISO 8601. */
  readonly startedAt: string
}

/** The rows are made as they are asked for, out of files that `close` removes. */
export function settle(gathered: Gathered, { document, subject, rules, options, startedAt }: Analysing): Omit<Analysis, 'document'> {
  const { detector, learning, observer, residue, trail, listed, assessment } = gathered
  const facts = learning.facts()
  const audited = auditedOf(subject, facts, gathered.reading.head.isOfStandIn === true, options)
  const outcomes = facts.outcomes.filter(({ domain }) => audited.firstParty.has(domain))
  const refusal = outcomes.some(({ status }) => status === 200) ? undefined : outcomes[0]?.status
  const { firstParty, target, site } = audited
  const observations = observer.observations()
  const noted: Diagnostic[] = [...facts.diagnostics, ...observer.diagnostics()]
  const named = namedIdsOf(observations, facts, firstParty, (name) => termsIn(name, detector), (diagnostic) => void noted.push(diagnostic))
  noted.forEach(gathered.unsearched.add)
  const capture = captureOf(gathered, audited, { document, subject, options, refusal })
  const timeline = subject.manifest?.consent.timeline ?? []
  const analysisId = newId()
  const setting: Setting = {
    runId: options.runId,
    captureId: capture.captureId,
    analysisId,
    target,
    scenario: capture.scenario,
    site,
    firstParty,
    consentAsked: capture.consentAsked,
    consentAt: consentAt(timeline, facts.pageSites),
    harSha256: capture.harSha256,
    normaliseField,
  }
  const { hasLeaks, notes: ofFindings, ...settled } = assessment.settle(setting, merged(
    identifiersOf(observations, facts, firstParty), only(named, (term) => !isOther(term))))
  const walk = walkOf(gathered, setting, { subject, options, observations, strayedNames: only(named, isOther) })
  gathered.strayed.close()
  const kept = keptIn(document.storage)
  const stored = storedOf(kept, {
    analysisId, captureId: capture.captureId, firstParty, observations, trail,
    termsIn: (text) => termsIn(text, detector).filter((term) => !isOther(term)).map(({ id }) => id),
  })
  const diagnostics = [
    ...gathered.notes.all(), ...audited.diagnostics, ...choicesElsewhere(timeline, facts.pageSites), ...noted, ...ofFindings,
    ...residue.diagnostics(),
    ...listed.diagnostics(firstParty), ...storageNotes(kept, stored), ...(walk === undefined ? [] : walkNotes(walk)),
  ]
  const analysed: AnalysedRows = {
    capture,
    ...settled,
    analysis: {
      analysisId,
      captureId: capture.captureId,
      runId: options.runId,
      parentAnalysisId: null,
      rulesDigest: rules.digest,
      tattleVersion: version,
      verdict: verdictOf(hasLeaks, capture.coverage),
      startedAt,
      endedAt: new Date().toISOString(),
      termCounts: countKinds(subject.terms),
      control: null,
      lists: rules.lists,
    },
    ...(walk === undefined ? {} : { walk }),
    steps: [],
    stored,
    diagnostics: diagnostics.map(({ code, entry, message }): DiagnosticRecord => ({
      analysisId, captureId: capture.captureId, runId: options.runId, code, entry: entry ?? null, message,
    })),
  }
  const { steps } = document
  return {
    rows: Array.isArray(steps) ? withStepRows(analysed, steps as readonly CaptureStep[]) : analysed,
    // No function of this scope, which would keep alive all that was gathered here until the rows are written.
    close: assessment.close,
  }
}

function captureOf(
  { reading, readable, seen, unreached, unsearched, span, notes }: Gathered, { target, site, firstParty, isAddressKnown }: Audited,
  { document, subject: { manifest, persona }, options, refusal }: Pick<Analysing, 'document' | 'subject' | 'options'> & Pick<Reading, 'refusal'>,
): CaptureRecord {
  return toCapture(manifest, {
    runId: options.runId,
    path: toPath(document.name),
    scenario: options.scenario ?? scenarioOf(document.name),
    target,
    site,
    firstParty: [...firstParty],
    persona: persona?.id ?? null,
    producer: [reading.head.creator, reading.head.browser].filter(Boolean).join(' / ') || 'unknown',
    harSha256: reading.sha256,
    harBytes: reading.bytes,
    entries: reading.entries,
    readable: readable === 0 ? 0 : reading.entries - notes.unreadable,
    truncated: BREAKS_OFF.some((code) => notes.has(code)),
    refusal,
    startedAt: span.first(),
    endedAt: span.last(),
    blindSpots: [
      ...unreached.blindSpots(),
      ...(manifest === null ? blindSpotsOf(reading.head, seen.counts()) : []),
      ...(isAddressKnown ? [] : [ADDRESS_UNKNOWN]),
      ...unsearched.blindSpots(firstParty),
    ],
  })
}

/** A request whose page is not known is of the one site that was visited, or of none that is known. */
function consentAt(timeline: readonly Choice[], pageSites: readonly string[]): Setting['consentAt'] {
  const choiceAt = createChoiceAt(timeline)
  if (timeline.every(({ site }) => site === undefined)) return (time, _, toldBy) => choiceAt(time, undefined, toldBy)
  return (time, pageUrl, toldBy) => choiceAt(time, siteOf(pageUrl) ?? (pageSites.length > 1 ? '' : undefined), toldBy)
}

/** Says of which sites no choice is known, since it was made on another. */
function choicesElsewhere(timeline: readonly Choice[], pageSites: readonly string[]): readonly Diagnostic[] {
  const chosen = new Set(timeline.flatMap(({ site }) => site ?? []))
  const others = pageSites.filter((site) => !chosen.has(site))
  if (chosen.size === 0 || others.length === 0) return []
  return [{
    code: 'consent-elsewhere',
    message: `The choice on ${few([...chosen], 5, ', ')} says nothing about ${few(others, 5, ', ')}: which one stands there since then is not known.`,
  }]
}

/** What other captures of the journey need to know of this one, where it is to be held against them. */
function walkOf(
  { strayed, arrivals, observer }: Gathered, setting: Setting,
  { subject: { terms, persona }, options: { compare }, observations, strayedNames }: Pick<Analysing, 'subject' | 'options'> & {
    readonly observations: readonly Observation[]
    readonly strayedNames: ReadonlyMap<number, readonly Sighting[]>
  },
): Walk | undefined {
  if (compare === undefined) return undefined
  const { other, isControl, journey } = compare
  const { findings } = strayed.settle(setting, strayedNames)
  const isShared = ({ kind, value }: Term): boolean => other?.values[kind]?.includes(value) === true
  return {
    journey: journey ?? `${setting.scenario}\n${setting.consentAsked ?? ''}`, isControl,
    persona: persona?.id ?? '', otherPersona: other?.id ?? null,
    planted: terms, unvaried: other === null ? [] : terms.filter(isShared).map(({ id }) => id),
    foreign: findings.map(({ fingerprint }) => fingerprint), arrivals: arrivals.times(),
    values: walkValues([...observations, ...observer.texts()], setting.firstParty),
  }
}

/** Reading stopped before the end. */
const BREAKS_OFF: readonly string[] = ['har-truncated', 'har-malformed', 'input-damaged']

const ADDRESS_UNKNOWN = "The visitor's own address is not known, so an address that was told to a recipient in a field cannot be recognised; name it with --client-ip, or with clientIps in the configuration."

/** Whatever leaked decides; where nothing did, a broken capture proves nothing. */
function verdictOf(hasLeaks: boolean, coverage: Coverage): Verdict {
  if (hasLeaks) return 'leaks'
  return coverage === 'broken' ? 'inconclusive' : 'none-observed'
}

/** The terms that a text of the site itself holds, as if somebody had searched for it. */
function termsIn(text: string, detector: Detector): readonly Term[] {
  const field: Field = { part: 'query', name: 'q', value: Buffer.from(text), pointer: '', offset: 0 }
  const host = 'nobody.invalid'
  const exchange: Exchange = {
    entry: -1, startedAt: Number.NaN, method: 'GET', url: '', host, domain: host, resourceType: '', status: 0,
    delivery: 'unknown', recordedBy: 'har', requestBodyBytes: 0, fields: [field], setCookies: [],
  }
  return detector.detect(exchange, { host, domain: host, category: 'other', via: 'direct', rule: '' }).map(({ term }) => term)
}

/** Of what was folded, the sightings of some terms. */
function only(folded: ReadonlyMap<number, readonly Sighting[]>, fits: (term: Term) => boolean): Map<number, readonly Sighting[]> {
  return new Map([...folded].map(([entry, all]) => [entry, all.filter(({ match }) => fits(match.term))]))
}

function merged(...maps: readonly ReadonlyMap<number, readonly Sighting[]>[]): Map<number, readonly Sighting[]> {
  const all = new Map<number, readonly Sighting[]>()
  for (const map of maps) for (const [entry, sightings] of map) all.set(entry, [...(all.get(entry) ?? []), ...sightings])
  return all
}

function countKinds(terms: readonly Term[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { kind } of terms) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}
