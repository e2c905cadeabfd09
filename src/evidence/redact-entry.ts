/**
 * One HAR entry without what it told of a person. The entry is built anew from what is known to be needed; what is not
 * named here does not get in. Response bodies never do.
 */
import { actionOf } from '../exchange/action.js'
import { hindranceOf } from '../exchange/delivery.js'
import { createExchangeReader } from '../exchange/exchange.js'
import { addTo } from '../grouped.js'
import type { HarEntry } from '../har/types.js'
import { COMMITMENT } from './commitment.js'
import type { Action, Exchange, Field, Kind, Match, Recipient } from '../model.js'
import type { Detector } from '../detect/detector.js'
import { isObject, memberOf, namesOf } from '../shapes.js'

/** A value that was found in a field, by analysis: what a word stands for. */
export interface Found { readonly kind: Kind; readonly value: string }
/** And what was sent in its place, hashed or encoded. */
export interface Sent extends Found { readonly sent: string; readonly transforms?: readonly string[] }

export interface Redaction {
  readonly detector: Detector
  readonly attribute: (exchange: Exchange) => Recipient
  /** Values that the bundle's own findings place at these bytes of an entry. */
  found(entry: number, pointer: string, start: number, end: number): readonly Sent[]
  /** The word for a value, which is remembered as one that may stand nowhere; of a value that was hashed, its digest. */
  word(kind: Kind, value: string, transforms?: readonly string[]): string
  /** Whether it is such a word. */
  isWord(text: string): boolean
}

const SECRET_NAME = /auth|token|secret|session|passw|csrf|xsrf|api-?key|signature|credential/i
/** Headers that stay as they are. */
const KEPT_HEADERS = /^(user-agent|accept|accept-language|accept-encoding|content-type|origin|host|sec-.*|dnt|referer|cookie|authorization)$/i
const DIGEST = /(?<![0-9a-f-])[0-9a-f]{16,128}(?![0-9a-f])/g
const NO_BODIES = (): undefined => undefined

type Json = Record<string, unknown>

/** Null for what reached nobody. */
export function redactEntry(entry: HarEntry, index: number, redaction: Redaction): HarEntry | null {
  const exchange = readerOf(entry, index)
  if (exchange === null) return null
  const copy = skeletonOf(entry)
  const byPointer = new Map<string, { field: Field; text: string }[]>()
  const recipient = redaction.attribute(exchange)
  const matches = matchesIn(exchange, recipient, redaction.detector)
  for (const field of exchange.fields) {
    const bytes = Buffer.from(field.value)
    const raw = bytes.toString('utf8')
    const places: Place[] = [
      ...matches.filter((match) => match.field === field).map((match) => {
        const sent = bytes.subarray(match.start, match.end).toString('utf8')
        return { word: wordFor(match, sent, redaction), sent }
      }),
      ...redaction.found(index, field.pointer, field.offset, field.offset + bytes.length)
        .map(({ kind, value, sent, transforms }) => ({ word: redaction.word(kind, value, transforms), sent })),
    ]
    const json = field.part === 'body' && /^\s*[[{]/.test(raw) ? redactJson(raw, exchange, places, redaction) : null
    if (json !== null) {
      addTo(byPointer, field.pointer, { field, text: json })
      continue
    }
    const words = new Set(places.map(({ word }) => word))
    if (words.size > 0) for (const before of wordsIn(raw, redaction)) words.add(before)
    if (words.size === 0 && isSecret(field, withoutWords(raw, redaction)) && !isMark(entry, index, field, recipient, redaction)) words.add(redaction.word('opaque', raw))
    if (words.size === 0) continue
    addTo(byPointer, field.pointer, { field, text: [...words].join(',') })
  }
  for (const [pointer, replacements] of byPointer) replaceAt(copy, pointer, replacements)
  // What said so (a cache, a server's address) is not in the copy.
  copy['_delivery'] = exchange.delivery
  const messages = Array.isArray(copy['_webSocketMessages']) ? copy['_webSocketMessages'] as unknown[] : []
  for (const one of [copy, ...messages]) if (isObject(one)) Object.assign(one, { _action: redactAction(one['_action'], exchange, redaction) })
  return finish(copy, entry, index, redaction)
}

/** What the scenario did then: the line of the call, and its title where nothing is found in that. */
function redactAction(value: unknown, exchange: Exchange, { detector }: Redaction): Action | undefined {
  const action = actionOf(value)
  if (action === undefined) return undefined
  const title: Field = { part: 'body', name: 'q', value: Buffer.from(action.title), pointer: '', offset: 0 }
  const { host, domain } = exchange
  const found = detector.detect({ ...exchange, fields: [title] }, { host, domain, category: 'other', via: 'direct', rule: '' })
  return found.length === 0 ? action : { ...action, title: 'redacted' }
}

/** Of fields of one name, analysis tells what the first of them holds: the others are looked at each by itself. */
function matchesIn(exchange: Exchange, recipient: Recipient, detector: Detector): Match[] {
  const matches = detector.detect(exchange, recipient)
  const nameOf = ({ part, name }: Field): string => `${part} ${name}`
  const found = new Set(matches.map(({ field }) => field))
  const names = new Set([...found].map(nameOf))
  const others = exchange.fields.filter((field) => !found.has(field) && names.has(nameOf(field)))
  return [...matches, ...others.flatMap((field) => detector.detect({ ...exchange, fields: [field] }, recipient))]
}

/** Whether a part of a path is what the recipient is known by: without it, nobody could tell who that was. */
function isMark(entry: HarEntry, index: number, field: Field, recipient: Recipient, redaction: Redaction): boolean {
  if (field.part !== 'path' || recipient.via === 'direct') return false
  const copy: Json = { request: { ...entry.request } }
  replaceAt(copy, field.pointer, [{ field, text: 'redacted' }])
  const without = readerOf({ ...entry, request: copy['request'] as NonNullable<HarEntry['request']> }, index)
  const now = without === null ? null : redaction.attribute(without)
  return now === null || now.via !== recipient.via || now.domain !== recipient.domain || now.entity !== recipient.entity
}

/** What a signature knows by its place has no value of its own: that is what stands there. */
function wordFor({ term: { kind, source, value }, transforms, certainty }: Match, sent: string, redaction: Redaction): string {
  return source === 'signature' ? redaction.word(kind, sent, certainty === 'hashed' ? digestLike(sent) : []) : redaction.word(kind, value, transforms)
}

/** Of what is a digest by its field and its look, one of the same length. */
export function digestLike(sent: string): readonly string[] {
  return [OF_LENGTH.get(/^[0-9a-f]+$/i.exec(sent)?.[0].length ?? 0) ?? 'sha256']
}

const OF_LENGTH: ReadonlyMap<number, string> = new Map([[32, 'md5'], [40, 'sha1']])

interface Place { readonly word: string; readonly sent: string }

/**
 * A JSON body with its names, by which a recipient is known, and with words in place of what it told. What was found in
 * it and stands in none of its values (because it is spread over several) stands beside them. Null where it is no JSON.
 */
function redactJson(raw: string, exchange: Exchange, places: readonly Place[], redaction: Redaction): string | null {
  let json: unknown
  try {
    json = JSON.parse(raw)
  } catch {
    return null
  }
  const placed = new Set<string>()
  const detectLeaf = (name: string, text: string): string[] => {
    const field: Field = { part: 'body', name, value: Buffer.from(text), pointer: '', offset: 0 }
    return redaction.detector.detect({ ...exchange, fields: [field] }, redaction.attribute(exchange))
      .map((match) => wordFor(match, Buffer.from(text).subarray(match.start, match.end).toString('utf8'), redaction))
  }
  const leaf = (name: string, value: string | number): string | number => {
    const text = String(value)
    const words = new Set([...wordsIn(text, redaction), ...detectLeaf(name, text), ...places.filter(({ sent }) => sent.length > 2 && (text.includes(sent) || text.includes(unescaped(sent)))).map(({ word }) => word)])
    if (words.size === 0 && isSecret({ part: 'body', name }, withoutWords(text, redaction))) words.add(redaction.word('opaque', text))
    for (const word of words) placed.add(word)
    return words.size === 0 ? value : [...words].join(',')
  }
  const walk = (name: string, value: unknown, depth: number): unknown => {
    if (typeof value === 'string' || typeof value === 'number') return leaf(name, value)
    if (depth > 100) return null
    if (Array.isArray(value)) return value.map((one) => walk(name, one, depth + 1))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [String(leaf('(name)', key)), walk(key, one, depth + 1)]))
  }
  const copy = walk('', json, 0)
  const beside = [...new Set(places.map(({ word }) => word))].filter((word) => !placed.has(word))
  if (beside.length === 0) return JSON.stringify(copy)
  return JSON.stringify(Array.isArray(copy) ? [...copy as unknown[], beside.join(',')] : { ...copy as object, redacted: beside.join(',') })
}

function unescaped(text: string): string {
  try {
    return String(JSON.parse(`"${text}"`))
  } catch {
    return text
  }
}

/** Words and digests of words that stand in a text already. */
function wordsIn(text: string, redaction: Redaction): string[] {
  return [...text.match(COMMITMENT) ?? [], ...text.match(DIGEST) ?? []].filter((word) => redaction.isWord(word))
}

function withoutWords(text: string, redaction: Redaction): string {
  return wordsIn(text, redaction).reduce((rest, word) => rest.replaceAll(word, ''), text)
}

function isSecret({ part, name }: Pick<Field, 'part' | 'name'>, value: string): boolean {
  if (value.length < 4) return false
  if (part === 'cookie') return !name.endsWith('(name)')
  if (part === 'header' || SECRET_NAME.test(name)) return SECRET_NAME.test(name) || looksRandom(value)
  return part !== 'host' && looksRandom(value)
}

/** A long run of letters and digits that no person wrote: a token, an id, a digest. Not a host name, not a slug. */
export function looksRandom(value: string): boolean {
  return (value.match(/[A-Za-z0-9_+/=-]{16,}/g) ?? []).some(isRandomRun)
}

/** Such runs in the parts of an address. */
export function randomRunsIn(address: string): string[] {
  return address.replaceAll(/%[0-9a-f]{2}/gi, ' ').split(/[^A-Za-z0-9_+-]+/).filter(isRandomRun)
}

function isRandomRun(run: string): boolean {
  const parts = run.split(/[-_/=]/).filter((part) => part !== '')
  const odd = parts.filter((part) => !/^([A-Za-z]{1,20}\d{0,2}|\d{1,4})$/.test(part)).join('')
  const digits = odd.replaceAll(/\D/g, '').length
  return odd.length >= 12 && (digits >= 14 || (digits >= 3 && /[a-z]/i.test(odd)))
}

/** The parts of an entry that are looked at, with their places kept. Bodies of messages and requests as text. */
function skeletonOf(entry: HarEntry): Json {
  const { request, response } = entry
  const text = request?.postData?.text
  const causedAt = Date.parse(String(entry._causedAt))
  return structuredClone({
    startedDateTime: entry.startedDateTime, time: entry.time, ...(Number.isNaN(causedAt) ? {} : { _causedAt: new Date(causedAt).toISOString() }),
    request: {
      method: request?.method, url: request?.url, httpVersion: request?.httpVersion, headers: request?.headers,
      queryString: request?.queryString, cookies: request?.cookies,
      ...(request?.postData ? { postData: { mimeType: request.postData.mimeType, text, params: request.postData.params, encoding: request.postData.encoding } } : {}),
    },
    response: { status: response?.status },
    serverIPAddress: entry.serverIPAddress, _resourceType: entry._resourceType, _recordedBy: entry._recordedBy,
    _delivery: entry._delivery, _action: entry._action, _ofBrowser: entry._ofBrowser, _cnames: entry._cnames,
    ...(Array.isArray(entry._webSocketMessages) ? { _webSocketMessages: entry._webSocketMessages } : {}),
  }) as Json
}

/** Puts the texts in the place of the fields' bytes, from the last to the first. */
function replaceAt(root: Json, pointer: string, replacements: { field: Field; text: string }[]): void {
  const names = namesOf(pointer)
  const last = names.pop()
  const node = names.reduce<unknown>(memberOf, root)
  if (last === undefined || typeof node !== 'object' || node === null) return
  const holder = node as Json
  const value = holder[last]
  if (typeof value !== 'string') return
  let bytes = Buffer.from(value)
  const isBase64 = pointer === '/request/postData/text' && holder['encoding'] === 'base64'
  if (isBase64) {
    bytes = Buffer.from(value, 'base64')
    delete holder['encoding']
  }
  for (const { field, text } of replacements.sort((a, b) => b.field.offset - a.field.offset)) {
    const isPath = field.part === 'path' && bytes[field.offset] === 0x2f
    // The label of a host takes no comma, and 63 letters at most.
    const inPlace = field.part === 'host' ? text.split(',').join('.') : isPath ? `/${text}` : text
    bytes = Buffer.concat([bytes.subarray(0, field.offset), Buffer.from(inPlace), bytes.subarray(field.offset + field.value.length)])
  }
  holder[last] = bytes.toString('utf8')
}

function finish(copy: Json, entry: HarEntry, index: number, redaction: Redaction): HarEntry {
  const request = copy['request'] as Json
  const url = withoutFragment(String(request['url']))
  const touched = new Set(Array.isArray(request['headers']) ? (request['headers'] as Json[]).flatMap((header, at) =>
    header['value'] !== (entry.request?.headers as Json[] | undefined)?.[at]?.['value'] ? [at] : []) : [])
  const headers = (Array.isArray(request['headers']) ? request['headers'] as Json[] : [])
    .filter(({ name }, at) => typeof name === 'string' && (KEPT_HEADERS.test(name) || touched.has(at)))
    .map(({ name, value }) => ({ name, value }))
  const postData = request['postData'] as Json | undefined
  const text = postData === undefined ? undefined : typeof postData['text'] === 'string' && postData['text'] !== ''
    ? postData['text'] : Array.isArray(postData['params']) ? (postData['params'] as Json[]).map(({ name, value }) => `${String(name)}=${String(value)}`).join('&') : ''
  const clean = (value: unknown): string | undefined => typeof value === 'string' && value !== '' ? redactUrl(value, index, redaction) : undefined
  const address = clean(entry._pageUrl)
  const frame = clean(entry._frameUrl)
  const hindrance = hindranceOf(entry)
  return {
    ...copy,
    cache: {}, timings: { send: 0, wait: 0, receive: 0 },
    request: {
      method: request['method'], url, httpVersion: request['httpVersion'] ?? 'HTTP/1.1', headers, cookies: [],
      queryString: queryOf(url), headersSize: -1, bodySize: -1,
      ...(postData === undefined ? {} : { postData: { mimeType: postData['mimeType'] ?? '', text } }),
    },
    response: {
      status: (copy['response'] as Json)['status'] ?? 0, statusText: '', httpVersion: 'HTTP/1.1', headers: [], cookies: [],
      content: { size: 0, mimeType: 'x-redacted' }, redirectURL: '', headersSize: -1, bodySize: -1,
      ...(hindrance === undefined ? {} : { _failureText: hindrance || 'could not connect' }),
    },
    ...(address === undefined ? {} : { _pageUrl: address }),
    ...(frame === undefined ? {} : { _frameUrl: frame }),
  } as HarEntry
}

/** An address that stands somewhere else than in a request, treated as if it had been asked for. */
export function redactUrl(url: string, index: number, redaction: Redaction): string {
  const entry: HarEntry = { request: { method: 'GET', url, headers: [] }, response: { status: 200 } }
  const exchange = readerOf(entry, index)
  if (exchange === null) return ''
  const copy: Json = { request: { url } }
  const matches = redaction.detector.detect(exchange, { host: exchange.host, domain: exchange.domain, category: 'other', via: 'direct', rule: '' })
  const replacements = exchange.fields.flatMap((field) => {
    const words = new Set(matches.filter((match) => match.field === field).map(({ term, transforms }) => redaction.word(term.kind, term.value, transforms)))
    const raw = Buffer.from(field.value).toString('utf8')
    if (words.size === 0 && isSecret(field, withoutWords(raw, redaction))) words.add(redaction.word('opaque', raw))
    return words.size === 0 ? [] : [{ field, text: [...words].join(',') }]
  })
  replaceAt(copy, '/request/url', replacements)
  return withoutFragment(String((copy['request'] as Json)['url']))
}

function readerOf(entry: HarEntry, index: number): Exchange | null {
  return createExchangeReader({ body: NO_BODIES, pages: () => new Map(), diagnostic: () => {} })(entry, index) ?? null
}

function withoutFragment(url: string): string {
  return url.replace(/#[\s\S]*$/, '')
}

function queryOf(url: string): { name: string; value: string }[] {
  try {
    return [...new URL(url).searchParams].map(([name, value]) => ({ name, value }))
  } catch {
    return []
  }
}
