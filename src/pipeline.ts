/**
 * The data path. Who has read `analyzeDocument` has the map of this repository: each line of its middle is a folder.
 *
 *   har ─▶ exchange ─▶ recipient ─▶ detect · learn · observe ─▶ assess
 */
import { basename, isAbsolute, relative } from 'node:path'
import { newId } from './new-id.js'
import { createAssessment, type Setting, type Sighting } from './assess/assess.js'
import { consentAt, toCapture } from './assess/capture.js'
import { namedIdsOf } from './assess/dictionary.js'
import { identifiersOf } from './assess/identifiers.js'
import { createListed } from './assess/listed.js'
import { createTrail, keptIn, storedOf } from './assess/stored.js'
import { withStepRows } from './assess/steps.js'
import { createArrivals, isOther, otherTerms, walkValues } from './assess/walk.js'
import { manifestFault, stepsFault } from './capture/manifest-fault.js'
import type { CaptureManifest, CaptureStep } from './capture/manifest.js'
import type { Detector } from './detect/detector.js'
import { detectPieces } from './detect/pieces.js'
import { createResidue } from './detect/residue.js'
import { createExchangeReader, pagesOf } from './exchange/exchange.js'
import { isLoopback, registrableDomain } from './exchange/site.js'
import { blindSpotsOf, createSeen } from './har/blind-spots.js'
import { openInput, type HarDocument } from './har/read.js'
import type { HarEntry, HarHead } from './har/types.js'
import { explainEntry } from './har/validate.js'
import { isTattleError, TattleError } from './errors.js'
import { createLearning } from './learn/learn.js'
import type {
  Analysed, AnalysedRows, Coverage, Diagnostic, DiagnosticRecord, Exchange, Field, Kind, MatchSource, Target, Term, Verdict,
  Walk,
} from './model.js'
import { normaliseField } from './observe/normalise.js'
import { createObserver } from './observe/observe.js'
import { toTerms, type Persona } from './persona.js'
import { createRules, type Rules } from './rules.js'
import { toTimestamp } from './shapes.js'
import { version } from './version.generated.js'

export interface AnalyzeOptions {
  readonly runId: string
  /** Takes the place of the persona that a capture carries. */
  readonly persona?: Persona | null
  /** Further values to look for. */
  readonly values?: readonly { readonly kind: Kind; readonly value: string; readonly source: MatchSource }[]
  /** Domains or host names of the audited site. Absent: the capture's, or the site of the pages that were visited. */
  readonly firstParty?: readonly string[]
  readonly clientIps?: readonly string[]
  /** Of a HAR that does not say itself that it is of a stand-in; absent: by the addresses that the site's documents came from. */
  readonly target?: Target
  /** Name for what has none of its own; absent: the file's. */
  readonly scenario?: string
  /** Check every entry against the HAR 1.2 schema as well, and note what does not fit. */
  readonly strict?: boolean
  /** Aliases of host names that were looked up for what holds no DNS of its own. */
  readonly aliases?: Aliases
  /** Filter lists of the user, `[category=]FILE` each. */
  readonly filterLists?: readonly string[]
  /** Told of a document of an archive that cannot be read while others can. Absent: the first such error is thrown. */
  readonly refuse?: (error: TattleError, document: number) => void
  /** Told now and then how many entries were read. */
  readonly progress?: (entries: number) => void
  /**
   * To be compared with other captures of the journey (`settleWalks`), which gives the result a `walk`. `other`: the
   * persona that the other walk plants; null: there is none. `isControl`: this is that other walk.
   */
  readonly compare?: { readonly other: Persona | null; readonly isControl: boolean; readonly journey?: string }
  /** To be shared by calls that follow one another; absent: made for this one. */
  readonly rules?: Rules
  /** Of the documents of the input only each `of`-th, from the `at`-th on (from 0). */
  readonly share?: Share
}

/** A part of the documents of one input, when several threads have it. */
export interface Share {
  readonly at: number
  readonly of: number
}

/** What DNS said, when. */
export interface Aliases {
  /** ISO 8601. */
  readonly at: string
  /** How many names were asked about. */
  readonly asked: number
  /** Host → aliases, outermost first. */
  readonly chains: Readonly<Record<string, readonly string[]>>
  readonly unanswered: readonly string[]
}

/** An analysis whose rows are made as they are asked for. */
export interface Analysis {
  readonly rows: AnalysedRows
  /** Which document of its input it is of, from 0. */
  readonly document: number
  /** To be called when the rows were taken. */
  close(): void
}

/**
 * Analyses every HAR or capture behind a path (`-`: standard input), one `Analysed` each.
 * Throws `har-unreadable` where nothing can be read; anything odd inside is a diagnostic of its result.
 */
export async function analyzeInput(input: string, options: AnalyzeOptions): Promise<readonly Analysed[]> {
  const analyses = await analyzeRows(input, options)
  return analyses.map(({ rows, close }) => {
    const analysed = { ...rows, requests: [...rows.requests], leaks: [...rows.leaks] }
    close()
    return analysed
  })
}

/** As `analyzeInput`, in memory that does not grow with the input. */
export async function analyzeRows(input: string, options: AnalyzeOptions): Promise<readonly Analysis[]> {
  const documents = await openInput(input)
  const rules = options.rules ?? await createRules(options.filterLists)
  const results: Analysis[] = []
  const { at, of } = options.share ?? { at: 0, of: 1 }
  try {
    for (let index = at; index < documents.length; index += of) {
      try {
        results.push({ ...await analyzeDocument(documents[index]!, rules, options), document: index })
      } catch (error) {
        if (options.refuse === undefined || documents.length === 1 || !isTattleError(error)) throw error
        options.refuse(error, index)
      }
    }
  } finally {
    for (const document of documents) document.close()
  }
  return results
}

async function analyzeDocument(
  document: HarDocument, rules: Rules, options: AnalyzeOptions,
): Promise<Omit<Analysis, 'document'>> {
  const startedAt = new Date().toISOString()
  const manifest = document.kind === 'capture' ? manifestOf(document) : null
  const persona = options.persona ?? manifest?.persona ?? null
  const clientIps = options.clientIps ?? manifest?.clientIps ?? []
  const terms = toTerms(persona, options.values)
  const others = otherTerms(terms, toTerms(options.compare?.other ?? null))
  const diagnostics: Diagnostic[] = []
  const note = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic)

  let head: HarHead = { creator: '', browser: '', pages: [] }
  let pages = pagesOf(head)
  const seen = createSeen()
  const span = createSpan()
  const toExchange = createExchangeReader({ body: document.body, pages: () => pages, diagnostic: note })
  const { attribute } = rules
  const detector = rules.detectorFor([...terms, ...others], clientIps)
  const learning = createLearning({ registrableDomain, isLoopback })
  const observer = createObserver(options.compare === undefined ? {} : { texts: COMPARED_TEXTS })
  const residue = createResidue()
  const trail = createTrail()
  const listed = createListed()
  const assessment = createAssessment()
  // What the other walk plants is no leak here, but proof of coincidence where it stands all the same.
  const strayed = createAssessment()
  const arrivals = createArrivals(terms)
  const aliases = document.kind === 'har' ? options.aliases : undefined
  if (aliases !== undefined) note(sentenceOf(aliases))
  const explanations: Promise<Diagnostic[]>[] = []
  let readable = 0

  const reading = await document.read({
    head(known) {
      head = known
      pages = pagesOf(known)
    },
    brief: options.strict !== true,
    entry(entry, index, long) {
      seen.add(entry, long !== undefined)
      const before = diagnostics.length
      const recorded = toExchange(entry, index)
      const read = recorded && aliased(recorded, aliases)
      const isUnreadable = diagnostics.slice(before).some(({ code }) => code === 'entry-unreadable')
      if (options.strict || isUnreadable) explanations.push(explain(entry, index))
      if (read === undefined) return long?.close()
      const recipient = attribute(read)
      const inPieces = long && detectPieces(detector, read, recipient, long.pieces(), note)
      long?.close()
      const exchange = inPieces === undefined ? read : { ...read, requestBodyBytes: inPieces.bytes }
      const matches = [...detector.detect(exchange, recipient, note), ...inPieces?.matches ?? []]
      learning.see(exchange)
      observer.see(exchange, recipient)
      listed.see(exchange, recipient)
      arrivals.see(exchange.startedAt, matches)
      residue.see(exchange, recipient, arrivals.informed(exchange.startedAt))
      const own = others.length > 0 ? matches.filter(({ term }) => !isOther(term)) : matches
      if (others.length > 0) strayed.see(exchange, recipient, matches.filter(({ term }) => isOther(term)))
      trail.see(exchange, recipient, own)
      assessment.see(exchange, recipient, own)
      span.add(exchange.startedAt)
      readable++
      if (readable % 1000 === 0) options.progress?.(readable)
    },
    diagnostic: note,
  })

  diagnostics.push(...(await Promise.all(explanations)).flat())
  const facts = learning.facts()
  const firstParty = new Set((options.firstParty ?? manifest?.firstParty ?? [facts.site]).map(registrableDomain))
  const site = [...firstParty][0] ?? ''
  const isLocal = facts.onLoopback.includes(site)
  const target = manifest?.target ?? (head.isOfStandIn || isLoopback(site) ? 'stand-in' : options.target ?? (isLocal ? 'stand-in' : 'live'))
  if (manifest === null && isLocal && !isLoopback(site)) note(onLoopback(site, target))
  // On a live site servers see the machine's own address, not the persona's.
  const plantsAddress = manifest === null || target === 'stand-in'
  // A stand-in on this machine sees no address that a visitor could have; a check says so once.
  const isAddressKnown = clientIps.length > 0 || (manifest !== null && target === 'stand-in') ||
    (plantsAddress && terms.some(({ kind }) => kind === 'network.ip'))
  const unreadable = new Set(diagnostics.filter(({ code, entry }) => code === 'entry-unreadable' && entry !== undefined).map(({ entry }) => entry))
  const capture = toCapture(manifest, {
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
    readable: readable === 0 ? 0 : reading.entries - unreadable.size,
    truncated: diagnostics.some(({ code }) => BREAKS_OFF.includes(code)),
    startedAt: span.first(),
    endedAt: span.last(),
    blindSpots: [
      ...(manifest === null ? blindSpotsOf(reading.head, seen.counts()) : []),
      ...(isAddressKnown ? [] : [ADDRESS_UNKNOWN]),
    ],
  })

  const observations = observer.observations()
  const named = namedIdsOf(observations, facts, firstParty, (name) => termsIn(name, detector))
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
    consentAt: consentAt(manifest),
    harSha256: capture.harSha256,
    normaliseField,
  }
  const { hasLeaks, ...settled } = assessment.settle(setting, merged(
    identifiersOf(observations, facts, firstParty), only(named, (term) => !isOther(term))))
  const walk = options.compare === undefined ? undefined : toWalk(options.compare)
  strayed.close()

  if (options.firstParty === undefined && manifest === null && facts.site !== '') {
    note({ code: 'site-inferred', message: `First party: ${facts.siteReason} Name it with --first-party if that is wrong.` })
  }
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
      termCounts: countKinds(terms),
      control: null,
      lists: rules.lists,
    },
    ...(walk === undefined ? {} : { walk }),
    steps: [],
    stored: storedOf(keptIn(document.storage), {
      analysisId, captureId: capture.captureId, firstParty, observations, trail,
      termsIn: (text) => termsIn(text, detector).filter((term) => !isOther(term)).map(({ id }) => id),
    }),
    diagnostics: [...diagnostics, ...facts.diagnostics, ...observer.diagnostics(), ...residue.diagnostics(), ...listed.diagnostics(firstParty)].map(({ code, entry, message }): DiagnosticRecord => ({
      analysisId, captureId: capture.captureId, runId: options.runId, code, entry: entry ?? null, message,
    })),
  }
  const { steps } = document
  return {
    rows: Array.isArray(steps) ? withStepRows(analysed, steps as readonly CaptureStep[]) : analysed,
    // No function of this scope, which would keep alive all that was gathered here until the rows are written.
    close: assessment.close,
  }

  function toWalk({ other, isControl, journey }: NonNullable<AnalyzeOptions['compare']>): Walk {
    const { findings } = strayed.settle(setting, only(named, isOther))
    const isShared = ({ kind, value }: Term): boolean => other?.values[kind]?.includes(value) === true
    return {
      journey: journey ?? `${capture.scenario}\n${capture.consentAsked ?? ''}`, isControl,
      persona: persona?.id ?? '', otherPersona: other?.id ?? null,
      planted: terms, unvaried: other === null ? [] : terms.filter(isShared).map(({ id }) => id),
      foreign: findings.map(({ fingerprint }) => fingerprint), arrivals: arrivals.times(),
      values: walkValues([...observations, ...observer.texts()], firstParty),
    }
  }
}

/** Of what was folded, the sightings of some terms. */
function only(folded: ReadonlyMap<number, readonly Sighting[]>, fits: (term: Term) => boolean): Map<number, readonly Sighting[]> {
  return new Map([...folded].map(([entry, all]) => [entry, all.filter(({ match }) => fits(match.term))]))
}

function aliased(exchange: Exchange, aliases: Aliases | undefined): Exchange {
  if (aliases === undefined || exchange.cnames !== undefined || !Object.hasOwn(aliases.chains, exchange.host)) return exchange
  const cnames = aliases.chains[exchange.host]
  return cnames === undefined ? exchange : { ...exchange, cnames }
}

function onLoopback(site: string, target: Target): Diagnostic {
  return target === 'live'
    ? { code: 'target-declared', message: `${site} answered from a loopback address; that it is a live site, behind a proxy, was declared.` }
    : { code: 'target-by-address', message: `${site} answered from a loopback address, so it counts as a stand-in; if that was a proxy in front of a live site, say so with --target live.` }
}

function sentenceOf({ at, asked, chains, unanswered }: Aliases): Diagnostic {
  const silent = unanswered.length === 0 ? '' : ` No answer came for ${unanswered.slice(0, 10).join(', ')}${unanswered.length > 10 ? ' …' : ''}.`
  return {
    code: 'cnames-resolved-later',
    message: `Of the site's ${asked} host names, ${Object.keys(chains).length} had an alias when they were looked up (${at}); when ` +
      `the HAR was recorded, DNS may have said something else.${silent}`,
  }
}

/** Values other than ids that are held against those of another walk. */
const COMPARED_TEXTS = 10_000

/** Reading stopped before the end. */
const BREAKS_OFF: readonly string[] = ['har-truncated', 'har-malformed', 'input-damaged']

const ADDRESS_UNKNOWN = "The visitor's own address is not known, so an address that was told to a recipient in a field cannot be recognised; name it with --client-ip, or with clientIps in the configuration."

/** Whatever leaked decides; where nothing did, a broken capture proves nothing. */
function verdictOf(hasLeaks: boolean, coverage: Coverage): Verdict {
  if (hasLeaks) return 'leaks'
  return coverage === 'broken' ? 'inconclusive' : 'none-observed'
}

async function explain(entry: HarEntry, index: number): Promise<Diagnostic[]> {
  const sentence = await explainEntry(entry)
  return sentence === undefined ? [] : [{ code: 'not-har-1.2', entry: index, message: sentence }]
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

function merged(...maps: readonly ReadonlyMap<number, readonly Sighting[]>[]): Map<number, readonly Sighting[]> {
  const all = new Map<number, readonly Sighting[]>()
  for (const map of maps) for (const [entry, sightings] of map) all.set(entry, [...(all.get(entry) ?? []), ...sightings])
  return all
}

/** Throws `capture-unreadable` where it, or the list of steps, is not of the shape that it should be. */
function manifestOf({ name, manifest, steps }: HarDocument): CaptureManifest {
  const fault = manifestFault(manifest) ?? (steps === undefined ? null : stepsFault(steps))
  if (fault === null) return manifest as CaptureManifest
  throw new TattleError('capture-unreadable', `The capture ${name} cannot be read: ${fault}. Record it again, or give its HAR alone.`)
}

function countKinds(terms: readonly Term[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { kind } of terms) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

/** Keeps the first and the last of the times that it is told. */
function createSpan(): { add(time: number): void; first(): string | null; last(): string | null } {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  return {
    add(time) {
      if (time < first) first = time
      if (time > last) last = time
    },
    first: () => toTimestamp(first),
    last: () => toTimestamp(last),
  }
}

function scenarioOf(name: string): string {
  return basename(name).replace(/\.(har|json|gz|zip)\b/g, '') || 'har'
}

/** Relative to the working directory where it lies below it. */
function toPath(name: string): string {
  const near = isAbsolute(name) ? relative(process.cwd(), name) : name
  return near.startsWith('..') ? name : near
}
