/**
 * Where a value that a third party received was kept in the browser: cookie, localStorage, sessionStorage, since which
 * step and by whom. IndexedDB is known by its names only, so nothing is traced to it.
 *
 * Two kinds of values are followed: what comes back as identifiers do (the observations), and what was looked for (the
 * matches). A value counts as the kept one where it is the whole of it or a part that is an identifier by its looks:
 * of `GA1.1.123456789.1772355600` the end.
 */
import { hash } from 'node:crypto'
import type { Diagnostic, Exchange, Match, Recipient, StoredRecord } from '../model.js'
import type { Observation } from '../observe/observe.js'
import { listOf, memberOf, textOf, toTimestamp } from '../shapes.js'

type Area = StoredRecord['area']

/** One thing that was kept, with all values that it was seen to have. */
export interface Kept extends Pick<StoredRecord, 'area' | 'name' | 'place' | 'step' | 'storedAt' | 'setBy' | 'setByUrl'> {
  /** The first 20, oldest first. */
  readonly values: readonly string[]
  /** Of a cookie, ISO 8601; null: until the browser is closed. */
  readonly expires: string | null
}

const MOST_KEPT = 1_000
const MOST_VALUES = 20
const MOST_PIECES = 200
const MOST_ROWS = 3_000
/** Shorter values coincide. */
const SHORTEST = 6

// ── what was kept ──

/** Reads `storage.json`, whatever its shape: what is not as it should be is left out. In the order of first sight. */
export function keptIn(record: unknown): readonly Kept[] {
  const all = new Map<string, Kept & { readonly values: string[] }>()
  const add = (one: Omit<Kept, 'values'>, value: string): void => {
    if (one.place === '') return
    const key = JSON.stringify([one.area, one.place, one.name])
    const known = all.get(key)
    if (known === undefined && all.size < MOST_KEPT) all.set(key, { ...one, values: value === '' ? [] : [value] })
    if (known === undefined || value === '' || known.values.length >= MOST_VALUES || known.values.includes(value)) return
    known.values.push(value)
  }
  const snapshots = listOf(memberOf(record, 'snapshots'))
  const writes = listOf(memberOf(record, 'writes'))
  let written = 0
  for (const snapshot of snapshots) {
    const at = textOf(snapshot, 'at')
    const step = textOf(snapshot, 'title')
    for (; written < writes.length && textOf(writes[written], 'at') <= at; written++) addWrite(writes[written], step)
    for (const cookie of listOf(memberOf(snapshot, 'cookies'))) addCookie(cookie, step, at)
    for (const origin of listOf(memberOf(snapshot, 'origins'))) addItems(origin, step, at)
  }
  for (; written < writes.length; written++) addWrite(writes[written], null)
  return [...all.values()]

  function addWrite(write: unknown, step: string | null): void {
    const area = textOf(write, 'area')
    if (area !== 'local' && area !== 'session') return
    add(byScript(area, textOf(write, 'key'), textOf(write, 'origin'), step, textOf(write, 'at')), textOf(write, 'value'))
  }

  function addCookie(cookie: unknown, step: string, at: string): void {
    const by = memberOf(cookie, 'setBy')
    const how = textOf(by, 'how')
    const isAnswer = how === 'answer'
    const expires = textOf(cookie, 'expires')
    add({
      ...byScript('cookie', textOf(cookie, 'name'), textOf(cookie, 'domain'), step, isAnswer ? textOf(by, 'at') : at),
      setBy: isAnswer || how === 'before' ? how : 'script',
      setByUrl: isAnswer ? textOf(by, 'url') : null,
      expires: expires === '' ? null : expires,
    }, textOf(cookie, 'value'))
  }

  function addItems(origin: unknown, step: string, at: string): void {
    const place = textOf(origin, 'origin')
    for (const area of ['local', 'session'] as const) {
      for (const pair of listOf(memberOf(origin, area))) {
        const [name, value] = listOf(pair)
        if (typeof name === 'string' && typeof value === 'string') add(byScript(area, name, place, step, at), value)
      }
    }
    for (const name of listOf(memberOf(origin, 'indexedDb'))) {
      if (typeof name === 'string') add(byScript('indexed-db', name, place, step, at), '')
    }
  }
}

function byScript(area: Area, name: string, place: string, step: string | null, at: string): Omit<Kept, 'values'> {
  const storedAt = at === '' ? null : at
  return { area, name: name.slice(0, 2_000), place, step, storedAt, setBy: 'script', setByUrl: null, expires: null }
}

// ── where it went ──

/** One way of a value to a third party. */
interface Way {
  readonly recipient: Recipient
  readonly part: Match['field']['part']
  readonly field: string
  readonly firstEntry: number
  readonly firstAt: number
  requests: number
}

export interface Trail {
  see(exchange: Exchange, recipient: Recipient, matches: readonly Match[]): void
  /** Where each term went, by its id. */
  ways(): ReadonlyMap<string, readonly Way[]>
}

/** Remembers, beside the stream, which term reached whom: once for each recipient and field. */
export function createTrail(): Trail {
  const all = new Map<string, Map<string, Way>>()
  return {
    see(exchange, recipient, matches) {
      if (exchange.delivery === 'attempted' || exchange.ofBrowser === true) return
      for (const { term, field: { part }, fieldPath: field } of matches) {
        const ways = all.get(term.id) ?? new Map<string, Way>()
        all.set(term.id, ways)
        const key = `${recipient.domain}\n${part}\n${field}`
        const known = ways.get(key)
        if (known !== undefined) known.requests += 1
        else if (ways.size < MOST_PIECES) {
          ways.set(key, { recipient, part, field, firstEntry: exchange.entry, firstAt: exchange.startedAt, requests: 1 })
        }
      }
    },
    ways: () => new Map([...all].map(([id, ways]) => [id, [...ways.values()]])),
  }
}

export interface Tracing {
  readonly analysisId: string
  readonly captureId: string
  readonly firstParty: ReadonlySet<string>
  readonly observations: readonly Observation[]
  readonly trail: Trail
  /** Ids of the terms in a text, as if it had been sent. */
  readonly termsIn: (text: string) => readonly string[]
}

/** One row for each thing that was kept and each field in which a third party received it; one where none did. */
export function storedOf(kept: readonly Kept[], tracing: Tracing): StoredRecord[] {
  const { analysisId, captureId, observations, trail, termsIn, firstParty } = tracing
  const byDigest = new Map<string, Observation[]>()
  for (const observation of kept.length === 0 ? [] : observations) {
    const alike = byDigest.get(observation.digest)
    if (alike === undefined) byDigest.set(observation.digest, [observation])
    else alike.push(observation)
  }
  const terms = trail.ways()
  const rows: StoredRecord[] = []
  for (const { values, expires: _, ...one } of kept) {
    const ways = new Map<string, Way>()
    const add = (way: Way): void => {
      const key = `${way.recipient.domain}\n${way.part}\n${way.field}`
      if (isThird(way.recipient, firstParty) && !ways.has(key)) ways.set(key, way)
    }
    for (const value of values) {
      for (const piece of piecesOf(value)) {
        for (const found of byDigest.get(hash('sha256', piece, 'hex')) ?? []) {
          if (piece !== value && !found.identifier) continue
          const { recipient, part, firstEntry, firstAt, occurrences, count } = found
          add({ recipient, part, field: occurrences[0]?.field ?? found.field, firstEntry, firstAt, requests: count })
        }
      }
      if (terms.size > 0) for (const id of termsIn(value)) terms.get(id)?.forEach(add)
    }
    const none = { recipientDomain: null, recipientEntity: null, part: null, field: null, firstEntry: null, firstSentAt: null, requests: 0 }
    const sent = [...ways.values()].sort((a, b) => a.firstEntry - b.firstEntry).map((way) => ({
      recipientDomain: way.recipient.domain, recipientEntity: way.recipient.entity ?? null, part: way.part, field: way.field,
      firstEntry: way.firstEntry, firstSentAt: toTimestamp(way.firstAt), requests: way.requests,
    }))
    for (const to of sent.length === 0 ? [none] : sent) {
      if (rows.length < MOST_ROWS) rows.push({ analysisId, captureId, ordinal: rows.length, ...one, ...to })
    }
  }
  return rows
}

/** Says so where there may be more than is told of. */
export function storageNotes(kept: readonly Kept[], rows: readonly StoredRecord[]): Diagnostic[] {
  return kept.length < MOST_KEPT && rows.length < MOST_ROWS ? [] : [{
    code: 'storage-bounded',
    message: `Of what was kept in the browser no more than ${MOST_KEPT} things are told, and no more than ${MOST_ROWS} ways that their values went.`,
  }]
}

function isThird({ domain, via }: Recipient, firstParty: ReadonlySet<string>): boolean {
  return !firstParty.has(domain) || via !== 'direct'
}

/** The value and what it is made of: words of JSON or of a list, and stretches between points. */
function piecesOf(value: string): ReadonlySet<string> {
  const pieces = new Set<string>()
  const add = (piece: string): void => { if (piece.length >= SHORTEST && pieces.size < MOST_PIECES) pieces.add(piece) }
  for (const text of new Set([value, decoded(value)])) {
    add(text)
    for (const word of text.split(/["'{}[\],;&=|\s]+/).slice(0, MOST_PIECES)) {
      add(word)
      const parts = word.split('.').slice(0, 8)
      for (let from = 0; from < parts.length; from++) {
        for (let to = from + 1; to <= parts.length; to++) add(parts.slice(from, to).join('.'))
      }
    }
  }
  return pieces
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value // a stray percent sign: the value is what stands there
  }
}
