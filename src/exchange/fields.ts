/**
 * The places of a request where a value can travel. Every byte that was sent stands in one field, and, for the parts of
 * one string, in one only. The fragment of a URL is never sent, and is in no field.
 */
import type { Diagnostic, Field, Part } from '../model.js'
import type { HarEntry, HarPostData } from '../har/types.js'
import { addBody, addParams, bodyOf, type BodyContext } from './body.js'
import { createFieldList, MAX_FIELDS, type FieldList } from './field-list.js'
import { addFrames } from './frames.js'
import { registeredDomain } from './site.js'
import type { UrlParts } from './url.js'

export interface FieldsContext {
  body(name: string): Uint8Array | undefined
  diagnostic(diagnostic: Diagnostic): void
}

export interface RequestFields {
  readonly fields: readonly Field[]
  /** 0 where the HAR shows none. */
  readonly bodyBytes: number
}

/** Of a header list as it is found; entries that are none are left out. */
export interface Header {
  /** Lower case. */
  readonly name: string
  readonly value: string
  /** Position in the HAR's list. */
  readonly index: number
  /** It tells nothing, or is read by itself, as cookies are. */
  readonly isHarmless: boolean
}

/** A header's name in lower case, and `Header.isHarmless`. */
export type HeaderNames = (written: string) => { readonly name: string; readonly isHarmless: boolean }

const AMPERSAND = 0x26
const COLON = 0x3a
const DOT = 0x2e
const SEMICOLON = 0x3b
const SLASH = 0x2f
/** Of header names that are remembered. */
const MOST_NAMES = 2_000
const LONGEST_NAME = 100

/**
 * Headers that say how to transfer, or what the browser is. A script could set some of them (`Accept`), and has no need to;
 * of a WebSocket it can set the sub-protocol only, where tokens travel.
 */
const HARMLESS = new Set([
  'host', 'connection', 'proxy-connection', 'keep-alive', 'user-agent', 'content-length', 'content-type',
  'content-encoding', 'transfer-encoding', 'te', 'trailer', 'upgrade', 'upgrade-insecure-requests', 'cache-control',
  'pragma', 'dnt', 'range', 'expect', 'priority', 'save-data', 'device-memory', 'dpr', 'viewport-width', 'width', 'rtt',
  'downlink', 'ect', 'purpose', 'cookie', 'cookie2',
])
const HARMLESS_FAMILIES = /^(?:accept$|accept-|sec-(?!websocket-protocol$)|if-|access-control-request-|:)/

/** All fields of the request of an entry. Bounded; a diagnostic says so at the bound. */
export function fieldsOf(
  entry: HarEntry, index: number, url: UrlParts, headers: readonly Header[], context: FieldsContext,
): RequestFields {
  const list = createFieldList()
  const odd = (code: string, message: string): void => {
    context.diagnostic({ code, entry: index, message: `Entry ${index}: ${message}` })
  }
  addUserinfo(url, list)
  addHost(url, registeredDomain(url.host), list)
  addPath(url, list)
  addQuery(url, entry.request?.queryString, list)
  addHeaders(headers, list)
  addCookies(entry, headers, list)
  const bodyBytes = addRequestBody(entry, headers, { body: (name) => context.body(name), odd }, list)
  addFrames(entry, (name) => context.body(name), odd, list)
  if (list.isFull()) odd('fields-bounded', `has more than ${MAX_FIELDS} fields; those after them were not looked at one by one.`)
  return { fields: list.fields, bodyBytes }
}

/** Names are few, and come again with each entry. */
export function createHeaderNames(): HeaderNames {
  const known = new Map<string, ReturnType<HeaderNames>>()
  return (written) => {
    const found = known.get(written)
    if (found !== undefined) return found
    const name = written.toLowerCase()
    const made = { name, isHarmless: HARMLESS.has(name) || HARMLESS_FAMILIES.test(name) }
    if (known.size < MOST_NAMES && written.length < LONGEST_NAME) known.set(written, made)
    return made
  }
}

/** The request's or response's headers, of any shape. */
export function headersOf(headers: unknown, names: HeaderNames): Header[] {
  if (!Array.isArray(headers)) return []
  const found: Header[] = []
  headers.forEach((header: unknown, index) => {
    if (typeof header !== 'object' || header === null) return
    const { name: written, value } = header as { name?: unknown; value?: unknown }
    if (typeof written !== 'string' || typeof value !== 'string') return
    const { name, isHarmless } = names(written)
    found.push({ name, value, index, isHarmless })
  })
  return found
}

/** `joerg%40example.org:secret@`, by the names that the URL standard has for the two. */
function addUserinfo({ bytes, userinfoStart, userinfoEnd }: UrlParts, list: FieldList): void {
  if (userinfoEnd <= userinfoStart) return
  const colon = bytes.subarray(userinfoStart, userinfoEnd).indexOf(COLON)
  const end = colon < 0 ? userinfoEnd : userinfoStart + colon
  list.add('host', 'username', bytes.subarray(userinfoStart, end), '/request/url', userinfoStart)
  if (colon >= 0) list.add('host', 'password', bytes.subarray(end + 1, userinfoEnd), '/request/url', end + 1)
}

/**
 * What stands before the registered domain: `urologie.praxis` of `urologie.praxis.example.org`, `203-0-113-7` of
 * `203-0-113-7.akamaihd.net`.
 */
function addHost(url: UrlParts, domain: string, list: FieldList): void {
  if (url.host.length <= domain.length) return
  let end = url.bytes[url.hostEnd - 1] === DOT ? url.hostEnd - 1 : url.hostEnd
  for (let dots = domain.split('.').length; dots > 0 && end > url.hostStart; dots--) {
    end = url.bytes.lastIndexOf(DOT, end - 1)
  }
  if (end <= url.hostStart) return
  const labels = url.bytes.subarray(url.hostStart, end)
  if (labels.toString('latin1').toLowerCase() !== 'www') list.add('host', '', labels, '/request/url', url.hostStart)
}

/**
 * The path, and where it has `;name=value` parameters (Floodlight, Quantcast), the path before them and each of them.
 */
function addPath(url: UrlParts, list: FieldList): void {
  const { bytes, pathStart, pathEnd } = url
  const parameters = startOfParameters(url)
  const end = parameters < 0 ? pathEnd : bytes[parameters - 1] === SEMICOLON ? parameters - 1 : parameters
  if (end - pathStart > 1) list.add('path', '', bytes.subarray(pathStart, end), '/request/url', pathStart)
  if (parameters >= 0) list.addPairs('path', bytes, parameters, pathEnd, SEMICOLON, '/request/url', parameters)
}

function startOfParameters({ bytes, pathStart, pathEnd }: UrlParts): number {
  const semicolon = bytes.indexOf(SEMICOLON, pathStart)
  if (semicolon < 0 || semicolon >= pathEnd) return -1
  const isPair = /^;[\w.~$[\]-]{1,60}=/.test(bytes.toString('latin1', semicolon, Math.min(pathEnd, semicolon + 64)))
  if (!isPair) return -1
  // trkn.us begins them after a slash: /pixel/conv/ppt=1;g=sitewide;ip=…
  const slash = bytes.lastIndexOf(SLASH, semicolon)
  const before = bytes.toString('latin1', slash + 1, semicolon)
  return slash >= pathStart && /^[\w.~$[\]-]{1,60}=/.test(before) ? slash + 1 : semicolon + 1
}

/** From the URL, which is what was sent; from `queryString` only where a HAR made by hand has no query in the URL. */
function addQuery({ bytes, queryStart, queryEnd }: UrlParts, listed: unknown, list: FieldList): void {
  if (queryEnd <= queryStart) return addNamed('query', listed, '/request/queryString', list)
  const query = bytes.subarray(queryStart, queryEnd)
  const bySemicolon = !query.includes(AMPERSAND) && /;[^;=]+=/.test(query.toString('latin1'))
  list.addPairs('query', bytes, queryStart, queryEnd, bySemicolon ? SEMICOLON : AMPERSAND, '/request/url', queryStart)
}

function addHeaders(headers: readonly Header[], list: FieldList): void {
  for (const { name, value, index, isHarmless } of headers) {
    if (isHarmless) continue
    const part = name === 'referer' ? 'referer' : 'header'
    list.add(part, name.slice(0, 200), Buffer.from(value), `/request/headers/${index}/value`, 0)
  }
}

/** From the Cookie header, which is what was sent; from the list of cookies where there is none. */
function addCookies(entry: HarEntry, headers: readonly Header[], list: FieldList): void {
  const sent = headers.filter(({ name }) => name === 'cookie')
  for (const { value, index } of sent) addCookieHeader(Buffer.from(value), `/request/headers/${index}/value`, list)
  if (sent.length === 0) addNamed('cookie', entry.request?.cookies, '/request/cookies', list)
}

/** A list of names and values, as HAR has them. */
function addNamed(part: Part, items: unknown, pointer: string, list: FieldList): void {
  if (!Array.isArray(items)) return
  items.forEach((item: unknown, index) => {
    if (typeof item !== 'object' || item === null) return
    const { name, value } = item as { name?: unknown; value?: unknown }
    if (typeof name !== 'string' || typeof value !== 'string') return
    list.addName(part, name.slice(0, 200), Buffer.from(name), `${pointer}/${index}/name`, 0)
    list.add(part, name.slice(0, 200), Buffer.from(value), `${pointer}/${index}/value`, 0)
  })
}

function addCookieHeader(bytes: Buffer, pointer: string, list: FieldList): void {
  for (let at = 0; at < bytes.length;) {
    while (bytes[at] === 0x20) at++
    let end = bytes.indexOf(SEMICOLON, at)
    if (end < 0) end = bytes.length
    const equals = bytes.subarray(at, end).indexOf(0x3d)
    const name = equals < 0 ? '' : bytes.toString('utf8', at, at + Math.min(equals, 200))
    const start = at + equals + 1
    if (equals > 0) list.addName('cookie', name.trim(), bytes.subarray(at, at + equals), pointer, at)
    list.add('cookie', name.trim(), bytes.subarray(start, end), pointer, start)
    at = end + 1
  }
}

function addRequestBody(entry: HarEntry, headers: readonly Header[], context: BodyContext, list: FieldList): number {
  // Some producers put the text itself there.
  const postData = entry.request?.postData as HarPostData | string | null | undefined
  if (typeof postData !== 'string' && (typeof postData !== 'object' || postData === null)) return statedSize(entry)
  const body = bodyOf(postData, context)
  const { mimeType: type, params } = typeof postData === 'string' ? {} as HarPostData : postData
  if (body === undefined) {
    addParams(params, list)
    return statedSize(entry)
  }
  const mimeType = typeof type === 'string' ? type : ''
  addBody(body, headers.find(({ name }) => name === 'content-type')?.value ?? mimeType, list)
  return body.bytes.length
}

function statedSize(entry: HarEntry): number {
  const size = entry.request?.bodySize
  return typeof size === 'number' && Number.isSafeInteger(size) && size > 0 ? size : 0
}
