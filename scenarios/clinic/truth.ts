/**
 * The truth about a run against the stand-in: which planted values reached which third party in which request, by the
 * server's log alone. Two witnesses are heard: each vendor's endpoint, which parses its own format, and a naive search
 * that undoes encodings without knowing any. Nothing here is shared with the analysis that is held against it.
 */
import { gunzipSync, inflateSync } from 'node:zlib'
import type { Kind, Part } from '../../src/model.js'
import type { Persona } from '../../src/persona.js'
import { bodyBytes, type Received } from './log.js'
import { SITES } from './switches.js'
import { TRACKERS } from './trackers/index.js'
import { scriptOf, type Tracker, type Understood } from './trackers/tracker.js'
import { formOf, fromPage, sha256, toUrl } from './trackers/understanding.js'

/** One datum in one part of one request. */
export interface Truth {
  /** Index in the log. */
  readonly request: number
  readonly host: string
  readonly method: string
  readonly url: string
  /** Name of the vendor's file; null where no vendor of the stand-in knows the request. */
  readonly tracker: string | null
  /** `first-party`: it went to the site's own host, from where it would be passed on. */
  readonly via: 'direct' | 'first-party'
  readonly kind: Kind
  /** The persona's value; for `identifier.*` the id itself. */
  readonly value: string
  readonly part: Part
  /** The places as the vendor names them; where only the search found it, names of query, form or cookie. Sorted. */
  readonly fields: readonly string[]
  /** `site-id`: an id or a short name of the site that stands for the value. */
  readonly how: 'plain' | 'sha256' | 'site-id'
  /** Only a piece of it, such as the family name out of the name. */
  readonly partial: boolean
  readonly by: readonly ('vendor' | 'search')[]
}

/** All that third parties, and proxied pixels, received of the persona, in the order of the log. */
export function plantedTruth(log: readonly Received[], persona: Persona): Truth[] {
  const planted = toPlanted(persona)
  return log.flatMap((received, request) => {
    const tracker = TRACKERS.find((each) => isOf(each, received)) ?? null
    const own = isOwnHost(received.host)
    if (own && tracker === null) return []
    return [...collect(received, tracker, planted).values()].map((each): Truth => ({
      request, host: received.host, method: received.method, url: received.url, tracker: tracker?.name ?? null,
      via: own ? 'first-party' : 'direct',
      kind: each.kind, value: each.value, part: each.part, how: each.how, partial: each.partial,
      fields: [...each.named.size > 0 ? each.named : each.searched].sort(),
      by: [...each.named.size > 0 ? ['vendor' as const] : [], ...each.searched.size > 0 ? ['search' as const] : []],
    }))
  })
}

/** Host names of third parties that a page contacted, be it for a script; not what the browser asks for itself. */
export function contactedThirdParties(log: readonly Received[]): string[] {
  const ofPages = log.filter(({ host, headers }) => {
    if (isOwnHost(host)) return false
    const from = headers['origin'] ?? headers['referer']
    if (from === undefined) return (headers['sec-fetch-site'] ?? 'none') !== 'none'
    return from === 'null' || isOwnHost(toUrl(from)?.hostname ?? '')
  })
  return [...new Set(ofPages.map(({ host }) => host))].sort()
}

export function isOwnHost(host: string): boolean {
  return Object.values(SITES).some(({ domain }) => host === domain || host.endsWith(`.${domain}`))
}

function isOf(tracker: Tracker, received: Received): boolean {
  if (tracker.hosts.length === 0 ? !isOwnHost(received.host) : !tracker.hosts.includes(received.host)) return false
  if (tracker.receives(received)) return true
  const script = scriptOf(tracker)
  return script.host === received.host && received.url.endsWith(script.path)
}

interface Planted {
  readonly kind: Kind
  readonly value: string
  /** Spellings of the value, in lower case. */
  readonly plain: readonly string[]
  /** SHA-256 of a spelling → whether that spelling is only a piece of the value. */
  readonly hashes: ReadonlyMap<string, boolean>
}

function toPlanted(persona: Persona): Planted[] {
  return Object.entries(persona.values).flatMap(([kind, values]) => values.map((value): Planted => {
    const lower = value.normalize('NFC').toLowerCase()
    const digits = value.replace(/\D/g, '')
    const spellings = kind === 'identity.phone' ? [lower, lower.replaceAll(' ', ''), digits] : [lower]
    const pieces = kind === 'identity.name' ? lower.split(' ') : []
    return {
      kind: kind as Kind, value, plain: spellings,
      hashes: new Map([...pieces.map((piece) => [sha256(piece), true] as const),
        ...[value, ...spellings].map((whole) => [sha256(whole), false] as const)]),
    }
  }))
}

type Datum = Pick<Truth, 'kind' | 'value' | 'part' | 'how' | 'partial'>
/** Where it stands, by the vendor's names and by those of the search. */
type Found = Datum & { readonly named: Set<string>; readonly searched: Set<string> }

function collect(received: Received, tracker: Tracker | null, planted: readonly Planted[]): Map<string, Found> {
  const found = new Map<string, Found>()
  const add = (datum: Datum, field: string, by: 'vendor' | 'search'): void => {
    const key = [datum.kind, datum.value, datum.part, datum.how, datum.partial].join('\n')
    const known = found.get(key) ?? { ...datum, named: new Set(), searched: new Set() }
    const places = by === 'vendor' ? known.named : known.searched
    places.add(field)
    found.set(key, known)
  }
  const understood: readonly Understood[] = [
    ...(tracker?.receives(received) === true ? tracker.understand(received) : []),
    ...fromPage(received.headers['referer'] ?? '', 'referer', 'referer'),
  ]
  for (const { kind, value, how, part, field } of understood) {
    if (kind.startsWith('identifier.')) add({ kind, value, part, how: 'plain', partial: false }, field, 'vendor')
    for (const each of planted.filter((one) => one.kind === kind)) {
      if (how === 'sha256') {
        const partial = each.hashes.get(value)
        if (partial !== undefined) add({ kind, value: each.value, part, how, partial }, field, 'vendor')
      } else if (each.plain.includes(value.normalize('NFC').toLowerCase())) {
        add({ kind, value: each.value, part, how, partial: false }, field, 'vendor')
      }
    }
  }
  for (const { part, field, bytes } of carriers(received)) {
    const texts = [...peel(bytes)].map((text) => text.normalize('NFC').toLowerCase())
    for (const { kind, value, plain, hashes } of planted) {
      if (texts.some((text) => plain.some((spelling) => holds(text, spelling)))) {
        add({ kind, value, part, how: 'plain', partial: false }, field, 'search')
      }
      for (const [hash, partial] of hashes) {
        if (!texts.some((text) => text.includes(hash))) continue
        add({ kind, value, part, how: 'sha256', partial }, field, 'search')
      }
    }
  }
  return found
}

interface Carrier {
  readonly part: Part
  readonly field: string
  readonly bytes: Buffer
}

/** Every place of a request where something can travel. */
function carriers(received: Received): Carrier[] {
  const url = toUrl(received.url)
  const list: Carrier[] = []
  const add = (part: Part, field: string, text: string | Buffer): void => {
    list.push({ part, field, bytes: Buffer.isBuffer(text) ? text : Buffer.from(text) })
  }
  add('host', '', received.host)
  add('path', '', url?.pathname ?? '')
  for (const pair of (url?.search ?? '').slice(1).split('&')) {
    const at = pair.indexOf('=')
    add('query', decoded(pair.slice(0, at < 0 ? undefined : at)), at < 0 ? '' : pair.slice(at + 1))
    add('query', '(name)', at < 0 ? pair : pair.slice(0, at))
  }
  for (const [name, value] of Object.entries(received.headers)) {
    if (name === 'referer') add('referer', 'referer', value)
    else if (name === 'cookie') {
      for (const pair of value.split(/; */)) add('cookie', pair.split('=')[0] ?? '', pair.slice(pair.indexOf('=') + 1))
    } else add('header', name, value)
  }
  const form = formOf(received)
  for (const [name, value] of form) add('body', name, value)
  if (form.length === 0) add('body', '', bodyBytes(received))
  for (const frame of received.frames) add('websocket', '', Buffer.from(frame.payload, 'base64'))
  return list
}

/** A text and all that comes out of it by undoing percent signs, JSON, base64 and compression, again and again. */
function peel(bytes: Buffer): Set<string> {
  const texts = new Set<string>()
  let layer: Buffer[] = [bytes]
  for (let depth = 0; depth < 6 && layer.length > 0; depth++) {
    const next: Buffer[] = []
    for (const each of layer) {
      const unpacked = unpack(each)
      if (unpacked !== null) next.push(unpacked)
      const text = each.toString('utf8')
      if (texts.has(text) || texts.size > 2000) continue
      texts.add(text)
      const inner = [decoded(text), decoded(text.replaceAll('+', ' ')), ...jsonStrings(text)]
      next.push(...inner.map((each) => Buffer.from(each)))
      if (/^[\w+/-]{16,}={0,2}$/.test(text)) next.push(Buffer.from(text, 'base64'))
    }
    layer = next
  }
  return texts
}

function unpack(bytes: Buffer): Buffer | null {
  const limit = { maxOutputLength: 1 << 22 }
  try {
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) return gunzipSync(bytes, limit)
    if (bytes[0] === 0x78) return inflateSync(bytes, limit)
  } catch {
    return null
  }
  return null
}

function jsonStrings(text: string): string[] {
  if (!/^\s*[[{"]/.test(text)) return []
  try {
    const strings: string[] = []
    JSON.parse(text, (key: string, value: unknown) => {
      strings.push(key)
      if (typeof value === 'string') strings.push(value)
      return value
    })
    return strings
  } catch {
    return []
  }
}

/** Holds the word, and not within a longer one: `private` is not in `privateer`. */
function holds(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text.slice(0, at).at(-1) ?? ''
    const after = text[at + word.length] ?? ''
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true
  }
  return false
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
