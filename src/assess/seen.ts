/** What rows need of each exchange, kept until the whole capture was seen, in memory that does not grow with it. */
import type { Action, Exchange, Match, Recipient } from '../model.js'
import { claimIn, type ConsentClaim } from './consent-string.js'
import { excerptOf } from './excerpt.js'
import { createPages } from './pages.js'

/** A match without the bytes around it; `start` and `end` count from `offset` within the string at `pointer`. */
export interface Sighting {
  readonly match: Omit<Match, 'field'>
  readonly part: Match['field']['part']
  readonly pointer: string
  readonly offset: number
  /** See `Field.at`. */
  readonly at?: number
  readonly action?: Action
  readonly excerpt: string
  /** The matched bytes, for linking requests by the ids in them. */
  readonly token: string
}

/** What a row needs of an exchange; its time is null where it has none. */
export interface Seen {
  readonly exchange: Pick<Exchange, 'entry' | 'method' | 'url' | 'host' | 'domain' | 'status' | 'delivery' | 'recordedBy' |
    'requestBodyBytes'> & {
      readonly startedAt: number | null
      readonly causedAt?: number
      readonly pageUrl: string | undefined
      readonly frameUrl: string | undefined
      readonly initiator: string | undefined
      readonly action: Action | undefined
      readonly serverIp: string | undefined
      readonly ofBrowser: boolean
    }
  readonly recipient: Omit<Recipient, 'fields'>
  readonly sightings: readonly Sighting[]
  readonly claim: ConsentClaim | undefined
}

export interface SeenLog {
  push(exchange: Exchange, recipient: Recipient, matches: readonly Match[]): void
  /**
   * In the order in which they came, as often as it is asked. With `only`: those that have sightings or whose entry it
   * knows. With `brief` the sightings' excerpts are `''`.
   */
  items(options?: { readonly only?: ReadonlyMap<number, unknown>; readonly brief?: boolean }): Generator<Seen>
  close(): void
}

const DELIVERIES = ['sent', 'attempted', 'unknown'] as const
const RECORDERS = ['har', 'netlog'] as const

export function createSeenLog(): SeenLog {
  const pages = createPages()
  const recipients = createShapes<Seen['recipient']>()
  const recipientTexts = new WeakMap<Recipient, string>()
  const manners = createShapes<Manner>()
  const actions = createShapes<Action>()
  const claims = createShapes<ConsentClaim>()

  function push(exchange: Exchange, recipient: Recipient, matches: readonly Match[]): void {
    pages.int(exchange.entry)
    pages.int(matches.length)
    pages.double(exchange.startedAt)
    pages.double(exchange.causedAt ?? Number.NaN)
    pages.double(exchange.status)
    pages.double(exchange.requestBodyBytes)
    pages.int(DELIVERIES.indexOf(exchange.delivery))
    pages.int(RECORDERS.indexOf(exchange.recordedBy))
    pages.int(exchange.ofBrowser === true ? 1 : 0)
    pages.text(exchange.url)
    pages.shared(exchange.method)
    pages.shared(exchange.host)
    pages.shared(exchange.domain)
    pages.shared(exchange.pageUrl)
    pages.shared(exchange.frameUrl)
    pages.shared(exchange.initiator)
    pages.shared(exchange.serverIp)
    pushAction(exchange.action)
    pages.shared(textOf(recipient))
    const claim = claimIn(exchange.fields)
    const claimed = claim && JSON.stringify(claim)
    pages.shared(claimed && claims.toText(claimed, claim))
    for (const match of matches) pushSighting(match)
    pages.end()
  }

  /** Attribution gives the same object for the same host, mostly. */
  function textOf(recipient: Recipient): string {
    const known = recipientTexts.get(recipient)
    if (known !== undefined) return known
    const { fields: _, ...kept } = recipient
    const { host, domain, entity, country, category, via, rule } = kept
    const text = recipients.toText(`${host}\n${domain}\n${entity}\n${country}\n${category}\n${via}\n${rule}`, kept)
    recipientTexts.set(recipient, text)
    return text
  }

  function pushAction(action: Action | undefined): void {
    pages.shared(action && actions.toText(`${action.location}\n${action.title}`, action))
  }

  function pushSighting({ field, start, end, term, fieldPath, layers, transforms, certainty, rule }: Match): void {
    const { part, pointer, offset, at = Number.NaN, value } = field
    const key = `${term.id}\n${term.value}\n${term.source}\n${part}\n${certainty}\n${rule}\n${layers.join('>')}\n` +
      `${transforms.join('>')}\n${fieldPath}`
    pages.shared(manners.toText(key, { term, fieldPath, layers, transforms, certainty, rule, part }))
    pages.shared(pointer)
    pages.int(offset)
    pages.int(start)
    pages.int(end)
    pages.double(at)
    pushAction(field.action)
    pages.text(excerptOf(field, start, end))
    pages.text(Buffer.from(value.buffer, value.byteOffset, value.length).toString('latin1', start, Math.min(end, start + 200)))
  }

  function* items({ only, brief = false }: Parameters<SeenLog['items']>[0] = {}): Generator<Seen> {
    const reader = pages.read()
    while (reader.next()) {
      const entry = reader.int()
      const count = reader.int()
      if (only !== undefined && count === 0 && !only.has(entry)) {
        reader.skip()
        continue
      }
      const startedAt = reader.double()
      const causedAt = reader.double()
      const exchange: { -readonly [K in keyof Seen['exchange']]: Seen['exchange'][K] } = {
        entry,
        startedAt: Number.isNaN(startedAt) ? null : startedAt,
        status: reader.double(),
        requestBodyBytes: reader.double(),
        delivery: DELIVERIES[reader.int()]!,
        recordedBy: RECORDERS[reader.int()]!,
        ofBrowser: reader.int() === 1,
        url: reader.text(),
        method: reader.shared()!,
        host: reader.shared()!,
        domain: reader.shared()!,
        pageUrl: reader.shared(),
        frameUrl: reader.shared(),
        initiator: reader.shared(),
        serverIp: reader.shared(),
        action: readAction(),
      }
      if (!Number.isNaN(causedAt)) exchange.causedAt = causedAt
      const recipient = recipients.fromText(reader.shared()!)
      const claimed = reader.shared()
      const claim = claimed === undefined ? undefined : claims.fromText(claimed)
      const sightings: Sighting[] = []
      for (let index = 0; index < count; index++) sightings.push(readSighting())
      yield { exchange, recipient, sightings, claim }
    }

    function readAction(): Action | undefined {
      const text = reader.shared()
      return text === undefined ? undefined : actions.fromText(text)
    }

    function readSighting(): Sighting {
      const manner = manners.fromText(reader.shared()!)
      const pointer = reader.shared()!
      const offset = reader.int()
      const start = reader.int()
      const end = reader.int()
      const at = reader.double()
      const action = readAction()
      const { term, fieldPath, layers, transforms, certainty, rule, part } = manner
      const sighting: { -readonly [K in keyof Sighting]: Sighting[K] } = {
        match: { term, fieldPath, layers, transforms, certainty, rule, start, end }, part, pointer, offset,
        excerpt: brief ? reader.skipText() : reader.text(), token: reader.text(),
      }
      if (!Number.isNaN(at)) sighting.at = at
      if (action !== undefined) sighting.action = action
      return sighting
    }
  }

  return { push, items, close: pages.close }
}

/** What sightings have in common: of thousands there are a few dozen. */
type Manner = Omit<Match, 'field' | 'start' | 'end'> & { readonly part: Sighting['part'] }

/** Objects as JSON and back, remembered both ways. */
interface Shapes<Shape> {
  /** `key` tells it from all others. */
  toText(key: string, shape: Shape): string
  fromText(text: string): Shape
}

const MOST_SHAPES = 10_000

function createShapes<Shape>(): Shapes<Shape> {
  const texts = new Map<string, string>()
  const shapes = new Map<string, Shape>()
  return {
    toText(key, shape) {
      const known = texts.get(key)
      if (known !== undefined) return known
      const text = JSON.stringify(shape)
      if (texts.size < MOST_SHAPES) texts.set(key, text)
      return text
    },
    fromText(text) {
      const known = shapes.get(text)
      if (known !== undefined) return known
      const shape = JSON.parse(text) as Shape
      if (shapes.size < MOST_SHAPES) shapes.set(text, shape)
      return shape
    },
  }
}
