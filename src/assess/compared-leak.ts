/** Leaks that only the comparison of captures shows: rows like those of one capture, made from where the value stood. */
import { hash } from 'node:crypto'
import type { AnalysedRows, FindingRecord, Kind, LeakRecord, MatchSource, RequestRecord, WalkValue } from '../model.js'
import { FINGERPRINT_VERSION, findingIdOf, fingerprintOf } from './fingerprint.js'
import { severityOf } from './severity.js'

export interface ComparedDatum {
  readonly kind: Kind
  readonly termId: string
  readonly label: string
  readonly source: MatchSource
  readonly rule: string
  /** What severity is to be judged by, where it is narrower than the kind. */
  readonly weighsAs?: Kind
}

export interface ComparedLeaks {
  readonly findings: readonly FindingRecord[]
  readonly leaks: readonly LeakRecord[]
}

/** What is made of a capture's rows, made once for each: every capture is compared with all others of its journey. */
export function onceForEach<Made>(make: (rows: AnalysedRows) => Made): (rows: AnalysedRows) => Made {
  const known = new Map<AnalysedRows, Made>()
  return (rows) => {
    const made = known.get(rows) ?? make(rows)
    known.set(rows, made)
    return made
  }
}

/** What is known of a capture's rows. */
export interface Known {
  readonly requests: ReadonlyMap<number, RequestRecord>
  readonly leaks: ReadonlyMap<number, readonly LeakRecord[]>
}

export function knownOf(rows: AnalysedRows, entries: ReadonlySet<number>): Known {
  const requests = new Map<number, RequestRecord>()
  const leaks = new Map<number, LeakRecord[]>()
  for (const request of rows.requests) if (entries.has(request.entry)) requests.set(request.entry, request)
  for (const leak of rows.leaks) if (entries.has(leak.entry)) leaks.set(leak.entry, [...leaks.get(leak.entry) ?? [], leak])
  return { requests, leaks }
}

/** One leak for each request in which the value stood and no leak is known at the same bytes. */
export function comparedLeaks(value: WalkValue, datum: ComparedDatum, rows: AnalysedRows, known: Known): ComparedLeaks {
  const { capture, analysis } = rows
  const { recipient, part } = value
  const distinct = {
    site: capture.site, kind: datum.kind, termOrdinal: 0, recipientDomain: recipient.domain, recipientVia: recipient.via, part,
    field: value.field, transformFamily: 'plain' as const,
  }
  const fingerprint = fingerprintOf(distinct)
  const findingId = findingIdOf(capture.target, fingerprint)
  // An id in a request that carried a health datum links all requests with that id to it; a word that may mean something else is none.
  const linked = value.occurrences.some(({ entry }) => (known.leaks.get(entry) ?? [])
    .some(({ kind, severityRule }) => kind.startsWith('health.') && !severityRule.startsWith('ambiguous-word')))
  const leaks = new Map<string, LeakRecord>()
  for (const { entry, pointer, start, end, field } of value.occurrences) {
    const request = known.requests.get(entry)
    const beside = known.leaks.get(entry) ?? []
    const place = `/log/entries/${entry}${pointer}`
    if (request === undefined || request.delivery === 'attempted') continue
    if (beside.some((leak) => leak.pointer === place && leak.startByte < end && start < leak.endByte)) continue
    const has = (begin: string): boolean => beside.some(({ kind }) => kind.startsWith(begin))
    const isId = datum.kind.startsWith('identifier.')
    const severity = severityOf({
      kind: datum.weighsAs ?? datum.kind, category: recipient.category, certainty: 'inferred', ambiguous: false,
      consentAt: request.consentAt, withHealth: isId ? linked : true,
      withPerson: isId || has('identity.') || has('identifier.'),
      withContact: ['identity.email', 'identity.phone', 'identity.address'].some(has),
    })
    const leakId = hash('sha256', [analysis.analysisId, entry, datum.termId, part, field, 'plain'].join('\n'), 'hex').slice(0, 32)
    if (leaks.has(leakId)) continue
    leaks.set(leakId, {
      leakId, findingId, analysisId: analysis.analysisId, captureId: capture.captureId, runId: analysis.runId,
      target: capture.target, entry, url: request.url, method: request.method, startedAt: request.startedAt,
      pageUrl: beside[0]?.pageUrl ?? null, frameUrl: beside[0]?.frameUrl ?? null, serverIp: beside[0]?.serverIp ?? null,
      recipientHost: request.host, recipientDomain: recipient.domain, recipientEntity: recipient.entity ?? null,
      recipientCountry: recipient.country ?? null, recipientCategory: recipient.category, recipientVia: recipient.via,
      recipientRule: recipient.rule, kind: datum.kind, matchSource: datum.source, termId: datum.termId, label: datum.label,
      part, field, layers: value.layers.join('>'), transform: '', pointer: place, startByte: start, endByte: end,
      excerpt: value.value, delivery: request.delivery, certainty: 'inferred', severity: severity.severity,
      severityRule: severity.rule, rule: datum.rule, scenario: capture.scenario, step: request.step,
      action: request.action, actionLocation: request.actionLocation,
      consentAsked: capture.consentAsked, consentAt: request.consentAt, harSha256: capture.harSha256, fingerprint,
      control: datum.kind === 'opaque' ? 'confirmed' : null,
    })
  }
  const finding = { ...distinct, fingerprint, fingerprintVersion: FINGERPRINT_VERSION, target: capture.target, findingId }
  return { findings: leaks.size > 0 ? [finding] : [], leaks: [...leaks.values()] }
}
