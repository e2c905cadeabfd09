/** One entry of the derived HAR: a HAR entry completed from the NetLog, or one made from the NetLog alone. */
import type { HarEntry } from '../har/types.js'
import { timeOf } from './har-entry.js'
import type { Header } from './netlog/params.js'
import type { NetLogRequest } from './netlog/requests.js'

/** Names the file in the zip that holds these bytes, and keeps them for it. */
export type Store = (bytes: Uint8Array) => string

export interface BodyOfHar {
  /** The HAR's own body is, byte for byte, what the NetLog saw leave. */
  readonly same: boolean
  readonly present: boolean
}

/** An entry as Playwright recorded it, with what was really sent, since its earliest known time. Never takes anything away. */
export function completeEntry(entry: HarEntry, request: NetLogRequest, body: BodyOfHar, store: Store): HarEntry {
  const was = entry.request ?? {}
  const answer = entry.response ?? {}
  const answered = typeof answer.status === 'number' && answer.status > 0
  return {
    ...entry,
    // Of a WebSocket Playwright tells when it heard of it.
    ...request.startedAt < timeOf(entry) ? { startedDateTime: new Date(request.startedAt).toISOString() } : {},
    request: {
      ...was,
      ...request.headers.length > 0 ? { headers: toPairs(request.headers), cookies: cookiesOf(request.headers) } : {},
      ...request.body !== undefined && fillsBody(request, body)
        ? { postData: postDataOf(request, request.body, store), bodySize: request.body.length }
        : {},
    },
    ...answered || request.status === 0
      ? {}
      : { response: { ...responseOf(request, store), ...failureOf(answer._failureText) } },
    ...typeof entry.serverIPAddress === 'string' && entry.serverIPAddress !== '' || request.serverIp === undefined
      ? {}
      : { serverIPAddress: request.serverIp },
    ...marksOf(request, 'har'),
  }
}

/** The HAR's own stays where it is equal, or where the NetLog's is not whole. */
export function fillsBody(request: NetLogRequest, body: BodyOfHar): boolean {
  return request.body !== undefined && !body.same && !(request.bodyLost && body.present)
}

function failureOf(text: unknown): { readonly _failureText?: unknown } {
  return text === undefined ? {} : { _failureText: text }
}

/** An entry that no HAR has. */
export function toEntry(request: NetLogRequest, pageref: string | undefined, store: Store): HarEntry {
  const time = Number.isFinite(request.endedAt) ? Math.max(0, request.endedAt - request.startedAt) : -1
  const wait = Number.isFinite(request.respondedAt) ? Math.max(0, request.respondedAt - request.startedAt) : -1
  const asked = {
    method: request.method,
    url: request.url,
    httpVersion: versionOf(request.protocol),
    cookies: cookiesOf(request.headers),
    headers: toPairs(request.headers),
    queryString: queryOf(request.url),
    headersSize: -1,
    bodySize: request.body?.length ?? 0,
    ...request.body === undefined ? {} : { postData: postDataOf(request, request.body, store) },
  }
  return {
    ...pageref === undefined ? {} : { pageref },
    startedDateTime: new Date(request.startedAt).toISOString(),
    time,
    request: asked,
    response: responseOf(request, store),
    ...{ cache: {}, timings: { send: 0, wait, receive: time >= 0 && wait >= 0 ? Math.max(0, time - wait) : -1 } },
    _resourceType: resourceTypeOf(request),
    ...request.initiator === undefined ? {} : { _initiator: { type: 'other', url: request.initiator } },
    ...request.serverIp === undefined ? {} : { serverIPAddress: request.serverIp },
    ...marksOf(request, 'netlog'),
  }
}

/** As Chrome names them, `preflight` included. */
export function resourceTypeOf(request: NetLogRequest): string {
  const header = (name: string): string => request.headers.find((each) => each[0].toLowerCase() === name)?.[1] ?? ''
  if (/^wss?:/i.test(request.url)) return 'websocket'
  if (request.method === 'OPTIONS' && header('access-control-request-method') !== '') return 'preflight'
  if (header('sec-purpose').includes('prefetch')) return 'prefetch'
  if (request.frame) return 'document'
  const destination = header('sec-fetch-dest')
  if (/^(document|iframe|frame|fencedframe)$/.test(destination)) return 'document'
  if (destination === 'style') return 'stylesheet'
  if (/worker|worklet/.test(destination)) return 'script'
  if (/^(audio|video|track)$/.test(destination)) return 'media'
  if (destination === 'empty' || destination === '') return request.method === 'GET' ? 'fetch' : 'ping'
  return destination
}

/** Chrome's form: seconds since 1970, text as it is, binary in base64. */
function toWebSocketMessages(request: NetLogRequest): readonly unknown[] {
  return (request.webSocketMessages ?? []).map(({ type, time, opcode, data }) => ({
    type, time: time / 1000, opcode, data: data.toString(opcode === 2 ? 'base64' : 'utf8'),
  }))
}

function marksOf(request: NetLogRequest, recordedBy: 'har' | 'netlog'): Readonly<Record<string, unknown>> {
  return {
    _recordedBy: recordedBy,
    _delivery: request.sent ? 'sent' : 'attempted',
    ...request.cnames.length > 0 ? { _cnames: request.cnames } : {},
    ...request.ofBrowser ? { _ofBrowser: true } : {},
    ...request.fromCache ? { _fromCache: 'disk' } : {},
    ...request.webSocketMessages === undefined ? {} : { _webSocketMessages: toWebSocketMessages(request) },
  }
}

function responseOf(request: NetLogRequest, store: Store) {
  const header = (name: string): string =>
    request.responseHeaders.find((each) => each[0].toLowerCase() === name)?.[1] ?? ''
  const body = request.responseBody
  return {
    status: request.status === 0 ? -1 : request.status,
    statusText: '',
    httpVersion: versionOf(request.protocol),
    cookies: [],
    headers: toPairs(request.responseHeaders),
    content: {
      size: body?.length ?? -1,
      mimeType: header('content-type') || 'x-unknown',
      ...body === undefined ? {} : { _file: store(body) },
    },
    redirectURL: header('location'),
    headersSize: -1,
    bodySize: -1,
    ...request.failure === undefined ? {} : { _failureText: `net::${request.failure}` },
  }
}

function postDataOf(request: NetLogRequest, body: Uint8Array, store: Store) {
  const type = request.headers.find((each) => each[0].toLowerCase() === 'content-type')?.[1]
  return { mimeType: type ?? 'application/octet-stream', text: '', params: [], _file: store(body) }
}

function toPairs(headers: readonly Header[]) {
  return headers.map(([name, value]) => ({ name, value }))
}

function cookiesOf(headers: readonly Header[]) {
  return headers
    .filter(([name]) => name.toLowerCase() === 'cookie')
    .flatMap(([, value]) => value.split(/; ?/))
    .filter((pair) => pair !== '')
    .map((pair) => {
      const equals = pair.indexOf('=')
      return { name: equals < 0 ? '' : pair.slice(0, equals), value: pair.slice(equals + 1) }
    })
}

function queryOf(url: string) {
  try {
    return [...new URL(url).searchParams].map(([name, value]) => ({ name, value }))
  } catch {
    return []
  }
}

function versionOf(protocol: string): string {
  return protocol === 'h2' ? 'HTTP/2.0' : protocol === 'h3' ? 'HTTP/3.0' : 'HTTP/1.1'
}
