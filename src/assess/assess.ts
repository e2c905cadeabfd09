/**
 * Settles what one analysis found: which matches are leaks, how grave each is, which of them are the same finding
 * (findings.ts).
 *
 * `see` takes one exchange after the other and keeps only what a row needs; `settle` runs once the stream has ended,
 * because whose site it was, which ids link two requests and which choice stood at the time are only known then.
 */
import { hash } from 'node:crypto'
import type {
  AddressExposure, Caused, ConsentAt, ConsentState, Diagnostic, Exchange, FindingRecord, LeakRecord, Match, Party, Recipient, RecordedBy, RequestRecord,
} from '../model.js'
import { toTimestamp } from '../shapes.js'
import { createFindings, type Findings, type FindingSetting } from './findings.js'
import { createLinks, type Company } from './links.js'
import { partyOf, viaOf } from './party.js'
import { severityOf } from './severity.js'
import { createSeenLog, type Seen, type Sighting } from './seen.js'

export type { Sighting }

/** What holds for the whole capture. */
export interface Setting extends FindingSetting {
  readonly runId: string
  readonly captureId: string
  readonly analysisId: string
  readonly scenario: string
  readonly consentAsked: ConsentState | null
  /** The choice that stood at a time in milliseconds on the site of a page, or null where the capture does not say. */
  readonly consentAt: (time: number, pageUrl: string | undefined, toldBy: RecordedBy) => ConsentAt | null
  readonly harSha256: string
}

/** Requests and leaks are made as they are asked for, in the order of the entries. */
export interface Settled {
  readonly requests: Iterable<RequestRecord & Caused>
  readonly leaks: Iterable<LeakRecord & Caused>
  readonly findings: readonly FindingRecord[]
  readonly hasLeaks: boolean
  /** Says so where a finding stands for several. */
  readonly notes: readonly Diagnostic[]
}

export interface Assessment {
  see(exchange: Exchange, recipient: Recipient, matches: readonly Match[]): void
  /** `folded`: what only the whole capture tells, by entry; it gives way to what was seen in the entry itself. */
  settle(setting: Setting, folded: ReadonlyMap<number, readonly Sighting[]>): Settled
  /** To be called when the rows were taken. */
  close(): void
}

export function createAssessment(): Assessment {
  const log = createSeenLog()
  return {
    see: (exchange, recipient, matches) => log.push(exchange, recipient, matches),
    settle(setting, folded) {
      const whole = (item: Seen): Seen => withFolded(item, folded.get(item.exchange.entry))
      const links = createLinks()
      const { toFinding, notes } = createFindings(setting)
      const findings = new Map<string, FindingRecord>()
      for (const seen of log.items({ only: folded, brief: true })) {
        const item = whole(seen)
        if (!isLeaking(item, partyOf(item, setting.firstParty))) continue
        links.see(item)
        for (const sighting of item.sightings) {
          const finding = toFinding(sighting, item)
          findings.set(finding.findingId, finding)
        }
      }
      return {
        requests: anew(function* () {
          for (const item of log.items({ brief: true })) yield toRequest(whole(item), partyOf(item, setting.firstParty), setting)
        }),
        leaks: anew(function* () {
          for (const item of log.items({ only: folded })) yield* leaksOf(whole(item), links.companyOf, toFinding, setting)
        }),
        findings: [...findings.values()],
        hasLeaks: findings.size > 0,
        notes: notes(),
      }
    },
    close: () => log.close(),
  }
}

/** Begins anew whenever it is iterated over. */
function anew<Item>(items: () => Generator<Item>): Iterable<Item> {
  return { [Symbol.iterator]: items }
}

function leaksOf(
  item: Seen, links: (item: Seen) => Company, toFinding: Findings['toFinding'], setting: Setting,
): Iterable<LeakRecord & Caused> {
  if (item.sightings.length === 0 || !isLeaking(item, partyOf(item, setting.firstParty))) return []
  const company = links(item)
  const leaks = new Map<string, LeakRecord & Caused>()
  for (const sighting of item.sightings) {
    const { match, part } = sighting
    const family = match.transforms.length > 0 ? 'hashed' : 'plain'
    const place = [setting.analysisId, item.exchange.entry, match.term.id, part, match.fieldPath, family].join('\n')
    if (leaks.has(place)) continue // twice in one field is one
    const leakId = leakIdOf(item.exchange.entry, leaks.size, place)
    leaks.set(place, toLeak(leakId, sighting, item, toFinding(sighting, item), company, setting))
  }
  return leaks.values()
}

/** Adds what the folds found where the entry itself did not already say the same. */
function withFolded(item: Seen, folded: readonly Sighting[] | undefined): Seen {
  if (folded === undefined) return item
  const said = new Set(item.sightings.map(saidBy))
  const news = folded.filter((one) => !said.has(saidBy(one)))
  return news.length === 0 ? item : { ...item, sightings: [...item.sightings, ...news] }
}

/** One kind of datum in one field; identifiers are one kind. */
function saidBy({ part, match: { fieldPath, term: { kind } } }: Sighting): string {
  return `${part}\n${fieldPath}\n${kind.startsWith('identifier.') ? 'identifier' : kind}`
}

/** A value in a first-party request is no leak, unless the payload shows another recipient behind the site's host. */
function isLeaking(item: Seen, party: Party): boolean {
  if (item.exchange.delivery === 'attempted') return false
  return party === 'third' || (party === 'first' && viaOf(item, party) !== 'direct')
}

/** Ids follow one another as the rows do, so that rows are written in the order in which they are kept. */
function leakIdOf(entry: number, ordinal: number, place: string): string {
  const order = entry.toString(16).padStart(8, '0') + ordinal.toString(16).padStart(5, '0')
  return order + hash('sha256', place, 'hex').slice(0, 32 - order.length)
}

function toLeak(leakId: string, sighting: Sighting, item: Seen, finding: FindingRecord, company: Company, setting: Setting): LeakRecord & Caused {
  const { exchange, recipient } = item
  const { match } = sighting
  const sentAt = sighting.at ?? exchange.startedAt
  const action = sighting.at === undefined ? exchange.action : sighting.action
  const toldBy = sighting.at === undefined ? exchange.recordedBy : 'netlog' // which alone has the frames of WebSockets
  const consentAt = setting.consentAt(sentAt ?? Number.NaN, exchange.pageUrl, toldBy)
  const severity = severityOf({
    kind: match.term.kind,
    category: recipient.category,
    certainty: match.certainty,
    ambiguous: match.term.ambiguity === 'weak',
    consentAt,
    claim: item.claim,
    ...company,
  })
  return {
    leakId,
    findingId: finding.findingId,
    analysisId: setting.analysisId,
    captureId: setting.captureId,
    runId: setting.runId,
    target: setting.target,
    entry: exchange.entry,
    url: exchange.url,
    method: exchange.method,
    startedAt: toTimestamp(sentAt),
    pageUrl: exchange.pageUrl ?? null,
    frameUrl: exchange.frameUrl ?? null,
    serverIp: exchange.serverIp ?? null,
    recipientHost: recipient.host,
    recipientDomain: recipient.domain,
    recipientEntity: recipient.entity ?? null,
    recipientCountry: recipient.country ?? null,
    recipientCategory: recipient.category,
    recipientVia: finding.recipientVia,
    recipientRule: recipient.rule,
    kind: match.term.kind,
    matchSource: match.term.source,
    termId: match.term.id,
    label: match.term.value,
    part: sighting.part,
    field: match.fieldPath,
    layers: match.layers.join('>'),
    transform: match.transforms.join('>'),
    pointer: `/log/entries/${exchange.entry}${sighting.pointer}`,
    startByte: sighting.offset + match.start,
    endByte: sighting.offset + match.end,
    excerpt: sighting.excerpt,
    delivery: exchange.delivery === 'sent' ? 'sent' : 'unknown',
    certainty: match.certainty,
    severity: severity.severity,
    severityRule: severity.rule,
    rule: match.rule,
    scenario: setting.scenario,
    step: null,
    action: action?.title ?? null,
    actionLocation: action?.location ?? null,
    consentAsked: setting.consentAsked,
    consentAt,
    harSha256: setting.harSha256,
    fingerprint: finding.fingerprint,
    control: null,
    ...exchange.causedAt === undefined ? {} : { causedAt: toTimestamp(exchange.causedAt) },
  }
}

function toRequest(item: Seen, party: Party, setting: Setting): RequestRecord & Caused {
  const { exchange, recipient } = item
  const received = party === 'third' || viaOf(item, party) !== 'direct'
  return {
    analysisId: setting.analysisId,
    captureId: setting.captureId,
    entry: exchange.entry,
    url: exchange.url,
    method: exchange.method,
    startedAt: toTimestamp(exchange.startedAt),
    host: exchange.host,
    domain: exchange.domain,
    party,
    recipientEntity: received ? recipient.entity ?? null : null,
    recipientCategory: received ? recipient.category : null,
    recipientVia: received ? viaOf(item, party) : null,
    recipientRule: received || recipient.rule.startsWith('list:') ? recipient.rule : null,
    addressExposure: addressExposureOf(item, party),
    recordedBy: exchange.recordedBy,
    status: exchange.status,
    delivery: exchange.delivery,
    requestBodyBytes: exchange.requestBodyBytes,
    initiator: exchange.initiator ?? null,
    step: null,
    action: exchange.action?.title ?? null,
    actionLocation: exchange.action?.location ?? null,
    consentAt: setting.consentAt(exchange.startedAt ?? Number.NaN, exchange.pageUrl, exchange.recordedBy),
    ...exchange.causedAt === undefined ? {} : { causedAt: toTimestamp(exchange.causedAt) },
  }
}

/** Every third party that is connected to sees the client's address; some are told it as well. */
function addressExposureOf({ exchange, sightings }: Seen, party: Party): AddressExposure | null {
  if (party !== 'third' || exchange.delivery === 'attempted') return null
  const addresses = sightings.filter(({ match }) => match.term.kind === 'network.ip')
  if (addresses.some(({ part }) => part !== 'header')) return 'explicit'
  return addresses.length > 0 ? 'forwarded' : 'implicit'
}
