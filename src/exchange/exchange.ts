/** Reduces a HAR entry to what can carry, or attribute, a value. */
import type { Diagnostic, Exchange } from '../model.js'
import { answerTooLarge, MAX_RESPONSE_BYTES } from '../answer.js'
import type { HarEntry, HarHead } from '../har/types.js'
import { actionOf } from './action.js'
import { deliveryOf } from './delivery.js'
import { createHeaderNames, fieldsOf, headersOf, type Header } from './fields.js'
import { hasAttachedFrames } from './frames.js'
import { registrableDomain } from './site.js'
import { splitUrl } from './url.js'

export interface PageInfo {
  readonly title: string
  /** `''` where the HAR does not tell. */
  readonly url: string
}

export interface ExchangeContext {
  /** The attached file that a `_file` names. */
  body(name: string): Uint8Array | undefined
  /** The pages that are known so far, by id. */
  pages(): ReadonlyMap<string, PageInfo>
  diagnostic(diagnostic: Diagnostic): void
}

export type ExchangeReader = (entry: HarEntry, index: number) => Exchange | undefined

const MAX_TEXT = 10_000

/**
 * Makes the function that turns entries into exchanges. It gives undefined for what reaches nobody (`data:`, `about:`,
 * `blob:`, extensions), silently, and for what cannot be read, with a diagnostic. It never throws.
 */
export function createExchangeReader(context: ExchangeContext): ExchangeReader {
  const names = createHeaderNames()
  return (entry, index) => {
    const url = entry.request?.url
    if (typeof url !== 'string') return unreadable(index, 'it has no request URL')
    const parts = splitUrl(url)
    if (parts === undefined) {
      const reachesNobody = /^\s*[a-z][a-z0-9+.-]*:/i.test(url) && !/^\s*(?:https?|wss?):/i.test(url)
      return reachesNobody ? undefined : unreadable(index, `its URL has no host ("${url.slice(0, 80)}")`)
    }
    const domain = registrableDomain(parts.host)
    const requestHeaders = headersOf(entry.request?.headers, names)
    const responseHeaders = headersOf(entry.response?.headers, names)
    const { fields, bodyBytes } = fieldsOf(entry, index, parts, requestHeaders, context)
    const page = typeof entry.pageref === 'string' ? context.pages().get(entry.pageref) : undefined
    const method = entry.request?.method
    const status = entry.response?.status
    // Written property by property: this is the one object that each entry makes anew, and spreads cost as much as it does.
    const exchange: Writable<Exchange> = {
      entry: index,
      startedAt: timeOf(entry.startedDateTime),
      method: typeof method === 'string' && method !== '' ? method.toUpperCase().slice(0, 40) : 'GET',
      url,
      host: parts.host,
      domain,
      resourceType: resourceTypeOf(entry, requestHeaders),
      status: typeof status === 'number' && Number.isInteger(status) ? status : 0,
      delivery: deliveryOf(entry, responseHeaders),
      recordedBy: entry._recordedBy === 'netlog' ? 'netlog' : 'har',
      requestBodyBytes: bodyBytes,
      fields,
      setCookies: setCookiesOf(entry, responseHeaders),
    }
    const pageUrl = textOf(entry._pageUrl) ?? textOf(page?.url)
    if (pageUrl !== undefined) exchange.pageUrl = pageUrl
    const pageTitle = textOf(page?.title)
    if (pageTitle !== undefined) exchange.pageTitle = pageTitle
    const frameUrl = textOf(entry._frameUrl)
    if (frameUrl !== undefined) exchange.frameUrl = frameUrl
    const initiator = initiatorOf(entry._initiator)
    if (initiator !== undefined) exchange.initiator = initiator
    const action = actionOf(entry._action)
    if (action !== undefined) exchange.action = action
    const causedAt = timeOf(entry._causedAt)
    if (!Number.isNaN(causedAt)) exchange.causedAt = causedAt
    const serverIp = textOf(entry.serverIPAddress)?.replace(/^\[|\]$/g, '')
    if (serverIp !== undefined) exchange.serverIp = serverIp
    addResponse(exchange, entry, context)
    const location = locationOf(entry, responseHeaders)
    if (location !== undefined) exchange.location = location
    const cnames = cnamesOf(entry._cnames)
    if (cnames !== undefined) exchange.cnames = cnames
    if (entry._ofBrowser === true) exchange.ofBrowser = true
    return exchange
  }

  function unreadable(entry: number, why: string): undefined {
    context.diagnostic({ code: 'entry-unreadable', entry, message: `Entry ${entry} was left out: ${why}.` })
  }
}

/** The pages of a head, by id. Chrome writes the page's URL as its title. */
export function pagesOf(head: HarHead): ReadonlyMap<string, PageInfo> {
  const pages = new Map<string, PageInfo>()
  for (const { id, title, _url } of head.pages) {
    if (typeof id !== 'string') continue
    const name = textOf(title) ?? ''
    pages.set(id, { title: name, url: textOf(_url) ?? (/^https?:\/\/\S+$/i.test(name) ? name : '') })
  }
  return pages
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value.slice(0, MAX_TEXT) : undefined
}

/** A time without a zone is read as UTC, so that it is the same on every machine. */
function timeOf(value: unknown): number {
  if (typeof value !== 'string') return NaN
  const hasZone = /(?:z|[+-]\d\d:?\d\d)\s*$/i.test(value)
  return Date.parse(hasZone || !/^\d{4}-\d\d-\d\dT/.test(value) ? value : `${value}Z`)
}

/** Chrome calls a frame's document what it calls a page's; what the browser told the server tells the two apart. */
function resourceTypeOf(entry: HarEntry, headers: readonly Header[]): string {
  const stated = typeof entry._resourceType === 'string' ? entry._resourceType.toLowerCase().slice(0, 40) : undefined
  if (stated !== undefined && stated !== 'document') return stated
  if (Array.isArray(entry._webSocketMessages)) return 'websocket'
  const destination = headers.find(({ name }) => name === 'sec-fetch-dest')?.value.toLowerCase()
  if (destination?.endsWith('frame') === true) return 'sub_frame'
  if (stated !== undefined || destination === undefined) return stated ?? ''
  return destination === 'empty' ? 'fetch' : destination.slice(0, 40)
}

/** The script or document that asked; where only its kind is known, that. */
function initiatorOf(initiator: unknown): string | undefined {
  if (typeof initiator === 'string') return textOf(initiator)
  if (typeof initiator !== 'object' || initiator === null) return undefined
  const { url, type, stack } = initiator as { url?: unknown; type?: unknown; stack?: unknown }
  let at = stack
  for (let depth = 0; depth < 10 && typeof at === 'object' && at !== null; depth++) {
    const { callFrames, parent } = at as { callFrames?: unknown; parent?: unknown }
    const frames: unknown[] = Array.isArray(callFrames) ? callFrames.slice(0, 50) : []
    for (const frame of frames) {
      const script = typeof frame === 'object' && frame !== null ? textOf((frame as { url?: unknown }).url) : undefined
      if (script !== undefined) return script
    }
    at = parent
  }
  return textOf(url) ?? textOf(type)
}

function addResponse(exchange: Writable<Exchange>, entry: HarEntry, context: ExchangeContext): void {
  const content = entry.response?.content
  if (typeof content !== 'object' || content === null) return
  const type = textOf(content.mimeType)
  if (type === undefined) return
  exchange.responseType = type
  if (!/json|html/i.test(type) || hasAttachedFrames(entry)) return
  const body = typeof content.text === 'string' && content.text !== ''
    ? Buffer.from(content.text, content.encoding === 'base64' ? 'base64' : 'utf8')
    : attachedResponse(content._file, content.size, context)
  if (body === 'too large' || (body?.length ?? 0) > MAX_RESPONSE_BYTES) context.diagnostic(answerTooLarge(exchange.entry))
  else if (body !== undefined) exchange.responseBody = body
}

function attachedResponse(name: unknown, size: unknown, context: ExchangeContext): Uint8Array | 'too large' | undefined {
  if (typeof name !== 'string' || name === '') return undefined
  return typeof size === 'number' && size > MAX_RESPONSE_BYTES ? 'too large' : context.body(name)
}

function setCookiesOf(entry: HarEntry, headers: readonly Header[]): string[] {
  const written = headers.filter(({ name }) => name === 'set-cookie').flatMap(({ value }) => value.split('\n'))
  if (written.length > 0) return written.map((line) => line.trim()).filter((line) => line !== '').slice(0, 1_000)
  const cookies = entry.response?.cookies
  if (!Array.isArray(cookies)) return []
  return cookies.slice(0, 1_000).flatMap((cookie: unknown) => {
    if (typeof cookie !== 'object' || cookie === null) return []
    const { name, value } = cookie as { name?: unknown; value?: unknown }
    return typeof name === 'string' && typeof value === 'string' ? [`${name}=${value}`] : []
  })
}

function locationOf(entry: HarEntry, headers: readonly Header[]): string | undefined {
  return textOf(headers.find(({ name }) => name === 'location')?.value) ?? textOf(entry.response?.redirectURL)
}

function cnamesOf(cnames: unknown): string[] | undefined {
  if (!Array.isArray(cnames)) return undefined
  const names = cnames.filter((name): name is string => typeof name === 'string' && name !== '').slice(0, 20)
  return names.length > 0 ? names : undefined
}
