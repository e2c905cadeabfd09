/**
 * The verdict in sentences: who received what, in which consent state, worst first; and what that rests on. Plain text
 * with a site's own words in it: whoever shows it escapes it for the place.
 */
import {
  KINDS, SEVERITIES,
  type ConsentAt, type Kind, type LeakRecord, type Report, type ReportCapture, type Severity, type Verdict,
} from '../model.js'
import { grouped } from '../grouped.js'
import { isLost } from '../lost.js'
import { toFrequency } from '../repeats.js'
import { contactsIn } from './contacts.js'
import { memberOf } from '../shapes.js'
import { clip } from './text.js'
import { retold, type Words } from './words.js'
import { en } from './words/en.js'

export type Facts = Omit<Report, 'summary'>

export interface Sentences {
  /** `Stand-in, not a live site: klinik.example.` */
  readonly target: string
  readonly verdict: readonly string[]
  /** What the verdict rests on. */
  readonly basis: readonly string[]
}

/** The consent states in the order in which they weigh against the site. */
export const CONSENT_ORDER: readonly (ConsentAt | 'unknown')[] =
  ['rejected', 'withdrawn', 'before-choice', 'no-banner', 'accepted', 'unknown']

/** The worst first. */
export const WORST: readonly Verdict[] = ['leaks', 'inconclusive', 'none-observed']

/** So few more are no reason to leave them out. */
const A_FEW = 5
const MOST_SENTENCES = 4
const MOST_SENTENCES_OF_A_SITE = 2
const MOST_SITES = 8
/** Of more sites than that, so many are named. */
const MOST_OF_MANY = 5
const MOST_REASONS = 5
const MOST_NAMED = 8

/**
 * As people are told of it: a test that makes its own choice, if any, was asked for none. The state `no-choice`, by which
 * its findings are compared, is no fact about what stood when something was sent.
 */
export function asTold<T extends { readonly captures: readonly ReportCapture[] }>(report: T): T {
  const captures = report.captures.map((capture) =>
    isOwnChoice(capture) ? { ...capture, consentAsked: null, consentOutcome: null } : capture)
  return { ...report, captures }
}

/** Where none is made, one state stood from the beginning to the end, and the capture says so. */
function isOwnChoice({ consentAsked, conditions }: ReportCapture): boolean {
  const timeline = memberOf(conditions['consent'], 'timeline')
  return consentAsked === 'no-choice' && Array.isArray(timeline) && timeline.length !== 1
}

export function summarise(facts: Facts, words: Words = en): string {
  const { target, verdict, basis } = toSentences(facts, words)
  return [target, ...verdict, ...basis].join(' ')
}

export function toSentences(all: Facts, words: Words): Sentences {
  const facts = asTold(all)
  const sites = [...new Set(facts.captures.map(({ site }) => clip(site, 100)))].filter(Boolean)
  return {
    target: facts.captures.length === 0 ? words.sentence.noTarget : `${words.target[facts.target]}${sites.length > 0 ? `${words.colon}${named(sites, words)}` : ''}.`,
    verdict: facts.verdict === 'leaks' ? leakSentences(facts, words) : [stillSentence(facts, words)],
    basis: basisSentences(facts, words),
  }
}

/** The first, and how many there are beside them where it is more than one; the tables and sections name them all. */
function few(texts: readonly string[], most: number, words: Words): string[] {
  const more = texts.length - most
  return more < 2 ? [...texts] : [...texts.slice(0, most), words.phrase.others(more)]
}

/** The tables name them all. */
function named(sites: readonly string[], words: Words): string {
  const more = sites.length - MOST_SITES
  return more < 2 ? sites.join(', ') : `${sites.slice(0, MOST_SITES).join(', ')} ${words.phrase.andMore(more)}`
}

/** `words`: of the vocabularies alone, which tell that they stood in a request and not that they are the visitor's. */
export type Said = 'value' | 'words' | 'ambiguous-words'

export interface FlowKind {
  readonly kind: Kind
  readonly severity: Severity
  /** All of it was. */
  readonly hashed: boolean
  readonly said: Said
  /** Of some of it an answer, or that it went out, was recorded. */
  readonly arrived: boolean
  readonly leaks: number
  /** In k of the n captures that repeat a scenario and choice in which it was seen; null where none was repeated. */
  readonly seen: { readonly in: number; readonly of: number } | null
}

/** What one recipient received in one consent state. */
export interface Flow {
  /** See `recipientKey`. */
  readonly key: string
  readonly recipient: string
  readonly entity: string | null
  readonly via: LeakRecord['recipientVia']
  readonly category: LeakRecord['recipientCategory']
  readonly consentAt: ConsentAt | 'unknown'
  readonly severity: Severity
  /** An id stands in a request with a datum about health, or is linked to one. */
  readonly linked: boolean
  /** In the order of KINDS, with the worst severity of each. */
  readonly kinds: readonly FlowKind[]
  /** In the order of their first request. */
  readonly steps: readonly string[]
}

/** One for each recipient: behind the site's own host there may be several. */
export function recipientKey(
  { recipientDomain, recipientVia, recipientEntity }: Pick<LeakRecord, 'recipientDomain' | 'recipientVia' | 'recipientEntity'>,
): string {
  return recipientVia === 'first-party' ? `${recipientDomain}\n${recipientEntity ?? ''}` : recipientDomain
}

/** Every pair of recipient and consent state that leaks fall into; worst first. */
export function toFlows(facts: Pick<Report, 'findings' | 'captures'>): Flow[] {
  interface Kinds { severity: Severity; hashed: boolean; said: Said; arrived: boolean; leaks: number; captures: Set<string> }
  interface Group { first: LeakRecord; kinds: Map<Kind, Kinds>; steps: Map<string, string>; meeting: Meeting }
  const frequencyOf = toFrequency(facts.captures)
  const groups = new Map<string, Group>()
  for (const finding of facts.findings) {
    for (const leak of finding.leaks) {
      const key = JSON.stringify([recipientKey(leak), leak.consentAt])
      const group: Group = groups.get(key) ??
        { first: leak, kinds: new Map(), steps: new Map(), meeting: { met: false, ids: new Map(), health: new Map() } }
      groups.set(key, group)
      note(group.meeting, leak)
      const kind: Kinds = group.kinds.get(leak.kind) ??
        { severity: leak.severity, hashed: true, said: 'ambiguous-words', arrived: false, leaks: 0, captures: new Set() }
      group.kinds.set(leak.kind, {
        severity: worse(kind.severity, leak.severity),
        hashed: kind.hashed && isHashed(leak),
        said: surer(kind.said, saidBy(leak)),
        arrived: kind.arrived || leak.delivery === 'sent',
        leaks: kind.leaks + 1,
        captures: kind.captures.add(leak.captureId),
      })
      const time = leak.startedAt ?? ''
      if (leak.step !== null && time < (group.steps.get(leak.step) ?? '\uFFFF')) group.steps.set(leak.step, time)
    }
  }
  const flows = [...groups.values()].map(({ first, kinds, steps, meeting }): Flow => ({
    key: recipientKey(first),
    recipient: first.recipientDomain,
    entity: first.recipientEntity,
    via: first.recipientVia,
    category: first.recipientCategory,
    consentAt: first.consentAt ?? 'unknown',
    severity: [...kinds.values()].reduce<Severity>((worst, { severity }) => worse(worst, severity), 'info'),
    linked: meeting.met,
    kinds: [...kinds].map(([kind, { captures, ...rest }]): FlowKind => {
      const { seenIn, seenOf, walks } = frequencyOf(captures)
      return { kind, ...rest, seen: seenOf > walks ? { in: seenIn, of: seenOf } : null }
    }).sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)),
    steps: [...steps].sort(([, a], [, b]) => a < b ? -1 : a > b ? 1 : 0).map(([step]) => step),
  }))
  return flows.sort((a, b) =>
    rank(a.severity) - rank(b.severity) ||
    CONSENT_ORDER.indexOf(a.consentAt) - CONSENT_ORDER.indexOf(b.consentAt) ||
    b.kinds.length - a.kinds.length ||
    (a.key < b.key ? -1 : 1))
}

/** Whether an id and a datum about health met in one request; until they do, in which requests, by capture, each stood. */
interface Meeting {
  met: boolean
  readonly ids: Map<string, Set<number>>
  readonly health: Map<string, Set<number>>
}

function note(meeting: Meeting, leak: LeakRecord): void {
  const { captureId, entry, kind, severityRule } = leak
  const isId = kind.startsWith('identifier.')
  if (meeting.met || (!isId && (!kind.startsWith('health.') || saidBy(leak) === 'ambiguous-words'))) return
  const [own, other] = isId ? [meeting.ids, meeting.health] : [meeting.health, meeting.ids]
  meeting.met = other.get(captureId)?.has(entry) === true || (isId && severityRule.startsWith('health-with-person'))
  own.set(captureId, (own.get(captureId) ?? new Set()).add(entry))
}

function saidBy({ matchSource, severityRule }: LeakRecord): Said {
  if (matchSource !== 'vocabulary') return 'value'
  return severityRule.startsWith('ambiguous-word') ? 'ambiguous-words' : 'words'
}

const SUREST: readonly Said[] = ['value', 'words', 'ambiguous-words']

function surer(one: Said, other: Said): Said {
  return SUREST.indexOf(one) <= SUREST.indexOf(other) ? one : other
}

/** A digest of the datum; in a known field, what looks like one. */
export function isHashed({ certainty, transform }: Pick<LeakRecord, 'certainty' | 'transform'>): boolean {
  return certainty === 'hashed' || transform !== ''
}

/** What lessens all of these leaks of one kind. */
function qualitiesOf(leaks: readonly LeakRecord[]): Pick<FlowKind, 'hashed' | 'said' | 'arrived'> {
  return {
    hashed: leaks.every(isHashed),
    said: leaks.map(saidBy).reduce<Said>(surer, 'ambiguous-words'),
    arrived: leaks.some(({ delivery }) => delivery === 'sent'),
  }
}

/** `e-mail address (hashed)`, of one finding or of leaks of one kind. */
export function datumOf({ kind, leaks }: { readonly kind: Kind; readonly leaks: readonly LeakRecord[] }, words: Words): string {
  return qualified(words.kind[kind], qualitiesOf(leaks), words)
}

/** The same in a sentence: `the e-mail address (hashed)`, `words about health (speciality)`. */
export function thingOf({ kind, leaks }: { readonly kind: Kind; readonly leaks: readonly LeakRecord[] }, words: Words): string {
  const qualities = qualitiesOf(leaks)
  const isAmbiguous = qualities.said === 'ambiguous-words'
  const thing = qualities.said === 'value' ? words.received[kind] : words.healthWords([words.kind[kind]], isAmbiguous)
  return qualified(thing, { ...qualities, said: 'value' }, words)
}

/** `e-mail address (hashed)`: a name of a datum with what lessens it. */
function qualified(thing: string, { hashed, said, arrived }: Pick<FlowKind, 'hashed' | 'said' | 'arrived'>, words: Words): string {
  const named = said === 'value' ? thing : words.word(thing)
  const sent = hashed ? words.hashed(named) : named
  return arrived ? sent : words.unconfirmed(sent)
}

/** The same for a table, which says how often it was seen where that is told. */
export function cellOf(kind: FlowKind, words: Words): string {
  const { seen } = kind
  return qualified(words.kind[kind.kind], kind, words) + (seen === null ? '' : ` (${words.phrase.seenOf(seen.in, seen.of)})`)
}

function leakSentences(facts: Facts, words: Words): string[] {
  const flows = toFlows(facts)
  const recipients = new Set(flows.map((flow) => recipientOf(flow, words))).size
  const sites = [...bySite(facts)]
  if (sites.length > MOST_SITES) {
    const leaking = new Set(facts.findings.map(({ site }) => site)).size
    const gravest = sites.slice(0, Math.min(leaking, MOST_OF_MANY)).flatMap(([site, part]) => siteSentences(site, part, 1, words))
    return [words.sentence.acrossSites(leaking, sites.length, recipients), ...gravest.map(({ text }) => text)]
  }
  const sentences = sites.length < 2
    ? flowSentences(flows, null, MOST_SENTENCES, words)
    : sites.flatMap(([site, part]) => siteSentences(site, part, MOST_SENTENCES_OF_A_SITE, words))
  const said = new Set(sentences.flatMap(({ recipients: named }) => named)).size
  return [...sentences.map(({ text }) => text), ...(said < recipients ? [words.sentence.more(recipients)] : [])]
}

interface Sentence { readonly text: string; readonly recipients: readonly string[] }

/** Of one site among several: what leaked, or what it rests on that nothing was seen. */
function siteSentences(site: string, part: SitePart, most: number, words: Words): Sentence[] {
  const { captures } = part
  const flows = toFlows(part)
  const name = clip(site, 100)
  if (flows.length > 0) return flowSentences(flows, name, most, words)
  const undecided = captures.filter(isUndecided).length
  const text = undecided > 0
    ? words.sentence.siteInconclusive(name, undecided, captures.length)
    : words.sentence.siteNoneObserved(name, choicesOf(captures, words),
      words.coverage[captures.some(({ coverage }) => coverage === 'limited') ? 'limited' : 'full'])
  return [{ text, recipients: [] }]
}

/** Recipients of the same under the same choice share a sentence. */
function flowSentences(flows: readonly Flow[], site: string | null, most: number, words: Words): Sentence[] {
  const groups = new Map<string, { flow: Flow; things: readonly string[]; recipients: string[] }>()
  for (const flow of flows) {
    const things = thingsOf(flow, words)
    const key = JSON.stringify([flow.consentAt, things])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { flow, things, recipients: [recipientOf(flow, words)] })
    else group.recipients.push(recipientOf(flow, words))
  }
  const all = [...groups.values()]
  const said = all.slice(0, most)
  // A name in clear is what a reader asks for first, whoever received it.
  const clear = said.some(({ flow }) => namesInClear(flow)) ? undefined : all.find(({ flow }) => namesInClear(flow))
  return [...said, ...clear === undefined ? [] : [clear]].map(({ flow, things, recipients }) => {
    const shown = few(recipients, MOST_NAMED, words)
    return {
      text: words.sentence.received(site, flow.consentAt, shown, things), recipients: recipients.filter((one) => shown.includes(one)),
    }
  })
}

function namesInClear({ kinds }: Flow): boolean {
  return kinds.some(({ kind, hashed }) => kind.startsWith('identity.') && !hashed)
}

/** Of the site's own host it is known only in whose format it received it, not what it passes on. */
export function recipientOf({ recipient, entity, via }: Pick<Flow, 'recipient' | 'entity' | 'via'>, words: Words): string {
  return via === 'first-party' && entity !== null ? words.inFormOf(clip(recipient, 100), clip(retold(entity, words), 100)) : clip(recipient, 100)
}

/** The same with its company, for a table. */
export function recipientCell(flow: Pick<Flow, 'recipient' | 'entity' | 'via'>, words: Words): string {
  const { recipient, entity, via } = flow
  return entity === null || via === 'first-party' ? recipientOf(flow, words) : `${recipient} (${retold(entity, words)})`
}

export type SitePart = Pick<Report, 'captures' | 'findings'>

/** Each site with what is of it alone; those with leaks first, by the worst, then in the order of their captures. */
export function bySite({ captures, findings }: SitePart): Map<string, SitePart> {
  const found = grouped(findings, ({ site }) => site)
  const captured = grouped(captures, ({ site }) => site)
  return new Map([...new Set([...found.keys(), ...captured.keys()])].map((site) =>
    [site, { captures: captured.get(site) ?? [], findings: found.get(site) ?? [] }]))
}

/** All captures; of very many so many of the worst, which are those with leaks by the gravest of their sites, then what is broken. */
export function gravest(report: SitePart, most: number): readonly ReportCapture[] {
  const { captures } = report
  if (captures.length <= most + A_FEW) return captures
  const placeOf = new Map([...bySite(report).keys()].map((site, place) => [site, place]))
  return [...captures].sort((a, b) => WORST.indexOf(a.analysis.verdict) - WORST.indexOf(b.analysis.verdict) ||
    (placeOf.get(a.site) ?? 0) - (placeOf.get(b.site) ?? 0)).slice(0, most)
}

/** Ids are said last, and by what they do where they stand beside something about the person. */
function thingsOf({ kinds: all, severity: worst, linked }: Flow, words: Words): string[] {
  // Beside what weighs, a word that may mean something else would be said too loudly; the table has it.
  const kinds = all.filter(({ severity }) => rank(worst) > rank('high') || rank(severity) < rank('low'))
  const isId = (kind: Kind): boolean => kind.startsWith('identifier.')
  const wordsOf = (said: Said): string[] => {
    const found = kinds.filter((kind) => kind.said === said)
    if (found.length === 0) return []
    const thing = words.healthWords(found.map(({ kind }) => words.kind[kind]), said === 'ambiguous-words')
    return [found.some(({ arrived }) => arrived) ? thing : words.unconfirmed(thing)]
  }
  const said = [
    ...wordsOf('words'), ...wordsOf('ambiguous-words'),
    ...kinds.filter((one) => one.said === 'value' && !isId(one.kind)).map((one) => qualified(words.received[one.kind], one, words)),
  ]
  const ids = kinds.filter(({ kind }) => isId(kind))
  if (ids.length === 0) return said
  const isLinking = linked && ids.some(({ arrived }) => arrived) && kinds.some(({ kind }) => kind.startsWith('health.'))
  return [...said, ...isLinking ? [words.linkingId] : ids.map((one) => qualified(words.received[one.kind], one, words))]
}

function stillSentence(facts: Facts, words: Words): string {
  const { captures } = facts
  if (captures.length === 0) return words.sentence.nothingRead
  if (facts.verdict === 'inconclusive') {
    const lost = facts.diagnostics.filter(isLost).length
    return words.sentence.inconclusive(captures.filter(isUndecided).length + lost, captures.length + lost)
  }
  const values = captures.map(({ analysis: { termCounts } }) =>
    Object.values(termCounts).reduce((sum, count) => sum + count, 0))
  return words.sentence.noneObserved(captures.length, choicesOf(captures, words), Math.max(...values))
}

/** `accept`, or `reject: no banner seen`: what was asked for is no choice that was made. */
function choicesOf(captures: readonly ReportCapture[], words: Words): string[] {
  return [...new Set(captures.flatMap(({ consentAsked, consentOutcome }) => consentAsked === null ? [] : [
    words.consentAsked[consentAsked] +
      (consentOutcome === null || consentOutcome === 'reached' ? '' : `${words.colon}${words.consentOutcome[consentOutcome]}`),
  ]))]
}

function basisSentences(facts: Facts, words: Words): string[] {
  const { captures } = facts
  if (captures.length === 0) return []
  const undecided = captures.filter(isUndecided)
  const lost = facts.diagnostics.filter(isLost).map(({ message }) => clip(retold(message, words), 300))
  const reasons = undecided.flatMap((capture) => {
    const given = capture.coverageReasons.length > 0 ? capture.coverageReasons : [words.sentence.noReason]
    return given.map((reason) => words.sentence.reason(nameOf(capture, words), clip(retold(reason, words), 300)))
  })
  const spots = [...new Set(captures.flatMap(({ blindSpots }) => blindSpots))].map((spot) => clip(retold(spot, words), 300))
  const contacts = contactsIn(captures)
  const unconfirmed = contacts.filter((one) => one.unconfirmed === true).length
  return [
    ...(facts.verdict === 'leaks' && undecided.length + lost.length > 0
      ? [words.sentence.brokenToo(undecided.length + lost.length, captures.length + lost.length)]
      : []),
    ...[...lost, ...reasons].slice(0, MOST_REASONS),
    words.sentence.coverageIs(words.coverage[facts.coverage], words.coverageMeans[facts.coverage]),
    ...(spots.length > 0 ? [words.sentence.blindSpots(few(spots, MOST_REASONS, words))] : []),
    ...(facts.verdict === 'none-observed' ? [words.sentence.noneNote] : []),
    words.sentence.contacted(contacts.length - unconfirmed, captures.every(isDirect), unconfirmed),
    ...controlSentence(facts, words),
  ]
}

/** The recorder saw no proxy. A HAR from elsewhere and a redacted copy do not tell. */
function isDirect({ conditions: { proxy, proxies } }: ReportCapture): boolean {
  return proxy == null && Array.isArray(proxies) && proxies.length === 0
}

function controlSentence({ captures, findings }: Facts, words: Words): string[] {
  const records = captures.flatMap(({ analysis }) => analysis.control ?? [])
  if (records.length === 0) return []
  const walks = new Set(records.flatMap(({ captureIds }) => captureIds)).size
  const tested = findings.filter(({ control }) => control === 'confirmed' || control === 'unconfirmed')
  const proved = tested.filter(({ control }) => control === 'confirmed').length
  return [words.sentence.control(walks, proved, tested.length, records.reduce((sum, { dropped }) => sum + dropped, 0))]
}

function isUndecided({ coverage, analysis }: ReportCapture): boolean {
  return coverage === 'broken' || analysis.verdict === 'inconclusive'
}

/** `booking.de, reject` */
export function nameOf(capture: Pick<ReportCapture, 'scenario' | 'consentAsked'>, words: Words): string {
  const { scenario, consentAsked } = capture
  return consentAsked === null ? clip(scenario, 80) : `${clip(scenario, 80)}, ${words.consentAsked[consentAsked]}`
}

/** The same with its site, where one is known. */
export function titleOf(capture: Pick<ReportCapture, 'site' | 'scenario' | 'consentAsked'>, words: Words): string {
  return [clip(capture.site, 100), nameOf(capture, words)].filter(Boolean).join(words.colon)
}

/** The value or word that was found; of what is known by its field alone, and is nobody's word, what it is. */
export function labelOf({ kind, label }: { readonly kind: Kind; readonly label: string }, words: Words): string {
  if (kind === 'opaque') {
    const known = KINDS.find((one) => label === `varies with ${one}`)
    return words.phrase.variesWith(known === undefined ? null : words.kind[known])
  }
  return /^(?:identifier|identity)\./.test(kind) ? retold(label, words) : label
}

export function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity)
}

function worse(a: Severity, b: Severity): Severity {
  return rank(a) <= rank(b) ? a : b
}
