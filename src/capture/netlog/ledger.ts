/**
 * Follows each URL request of the browser through the log. A request has hops (a redirect begins a new one), a hop has
 * transmissions (a retry sends it again), and a transmission claims the wire that its bytes went over.
 */
import { dependencyOf, headerOf, headersOf, statusOf, topSiteOf, toText, type Header } from './params.js'
import type { NetLogEvent } from './read.js'
import { createSockets, type Socket } from './sockets.js'
import type { Budget, Wire } from './wire.js'

export interface Transmission {
  readonly at: number
  readonly protocol: 'http/1.1' | 'h2' | 'h3'
  headers: readonly Header[]
  socket: Socket | undefined
  wire: Wire | undefined
}

export interface Hop {
  readonly source: number
  readonly index: number
  readonly url: string
  readonly method: string
  readonly startedAt: number
  /** When a page asked for it: where a preflight went before it, that is earlier. */
  readonly askedAt: number
  /** Source and index of the hop that it is the preflight of. */
  readonly preflightOf: string | undefined
  readonly annotation: number
  readonly initiator: string
  readonly requestType: string
  /** Site of the page that is open, as far as that is known. */
  readonly site: string | undefined
  readonly transmissions: Transmission[]
  status: number
  responseHeaders: readonly Header[]
  respondedAt: number
  endedAt: number
  netError: number
  fromCache: boolean
  readonly responseChunks: Buffer[]
  responseBytes: number
}

export interface Ledger {
  wants(type: string, source: number): boolean
  event(event: NetLogEvent): void
  hops(): readonly Hop[]
  sockets(): Iterable<Socket>
}

interface Pending extends Transmission { readonly source: number, readonly job: number, readonly key: string }

/** Text that came back is kept under this, since what a site's answers name is learnt from it. */
const longestResponse = 4 * 1024 * 1024

const types: ReadonlySet<string> = new Set([
  'CORS_REQUEST', 'CREATED_BY', 'REQUEST_ALIVE', 'URL_REQUEST_START_JOB', 'CANCELLED',
  'HTTP_STREAM_REQUEST_BOUND_TO_JOB', 'SOCKET_POOL_BOUND_TO_SOCKET',
  'HTTP_TRANSACTION_SEND_REQUEST_HEADERS', 'HTTP_TRANSACTION_HTTP2_SEND_REQUEST_HEADERS',
  'HTTP_TRANSACTION_QUIC_SEND_REQUEST_HEADERS', 'HTTP_TRANSACTION_READ_RESPONSE_HEADERS',
  'URL_REQUEST_FAKE_RESPONSE_HEADERS_CREATED', 'HTTP_CACHE_READ_INFO', 'IN_MEMORY_CACHE_READ_RESPONSE_HEADERS',
  'HTTP2_SESSION_INITIALIZED', 'HTTP2_SESSION_SEND_HEADERS',
])

export function createLedger(budget: Budget): Ledger {
  const annotations = new Map<number, number>()
  const askedAt = new Map<number, number>()
  const preflights = new Map<number, string>()
  const hops: Hop[] = []
  const current = new Map<number, Hop>()
  const hopCounts = new Map<number, number>()
  const jobOfSource = new Map<number, number>()
  const socketOfJob = new Map<number, number>()
  const socketOfSession = new Map<number, Socket>()
  /** By protocol and key, and by job: a page can have any number of requests that were never sent. */
  const pending = new Map<string, Set<Pending>>()
  const pendingOfJob = new Map<number, Set<Pending>>()

  const sockets = createSockets(budget, (socket, line, headers, wire, time) => {
    if (line.startsWith('CONNECT ')) return
    const key = keyOf(line, headerOf(headers, 'host') ?? '')
    const alike = pending.get(`http/1.1 ${key}`)
    const claimed = claim(alike, (each) => socketOfJob.get(each.job) === socket.id) ?? claim(alike)
    const transmission = claimed ?? unowned('http/1.1', keyOf(line, ''), headerOf(headers, 'host') ?? '', time)
    transmission.headers = headers
    transmission.socket = socket
    transmission.wire = wire
  })

  const claim = (some: ReadonlySet<Pending> | undefined, fits?: (each: Pending) => boolean): Pending | undefined => {
    for (const each of some ?? []) {
      if (fits !== undefined && !fits(each)) continue
      removeFrom(pending, `${each.protocol} ${each.key}`, each)
      removeFrom(pendingOfJob, each.job, each)
      return each
    }
    return undefined
  }

  const openHop = (
    source: number, url: string, method: string, time: number, initiator: string, requestType: string, site?: string,
  ): Hop => {
    const index = hopCounts.get(source) ?? 0
    hopCounts.set(source, index + 1)
    const hop: Hop = {
      source, index, url, method, initiator, requestType, site, startedAt: time,
      askedAt: index === 0 ? askedAt.get(source) ?? time : time,
      preflightOf: preflights.get(source),
      annotation: annotations.get(source) ?? 0,
      transmissions: [], status: 0, responseHeaders: [], respondedAt: NaN, endedAt: NaN, netError: 0, fromCache: false,
      responseChunks: [], responseBytes: 0,
    }
    hops.push(hop)
    return hop
  }

  /** Bytes that no known request sent are a request all the same. */
  const unowned = (protocol: Transmission['protocol'], key: string, host: string, time: number): Transmission => {
    const [method = 'GET', path = '/'] = key.split(' ')
    const hop = openHop(NaN, path.startsWith('/') ? `https://${host}${path}` : path, method, time, '', 'other')
    const transmission: Transmission = { at: time, protocol, headers: [], socket: undefined, wire: undefined }
    hop.transmissions.push(transmission)
    return transmission
  }

  const transmit = (
    source: number, protocol: Transmission['protocol'], headers: readonly Header[], key: string, at: number,
  ): void => {
    const hop = current.get(source)
    if (hop === undefined) return
    const job = jobOfSource.get(source) ?? NaN
    const transmission: Pending = { at, protocol, headers, socket: undefined, wire: undefined, source, job, key }
    hop.transmissions.push(transmission)
    // Some redirects are logged as cancelled and ended when their next hop has begun already: what is sent goes on.
    hop.netError = 0
    if (protocol === 'h3') return
    addInto(pending, `${protocol} ${key}`, transmission)
    addInto(pendingOfJob, job, transmission)
  }

  const bindStream = ({ source, time, params }: NetLogEvent): void => {
    const headers = headersOf(params)
    const key = h2Key(headers)
    if (key.startsWith('CONNECT ') && headerOf(headers, ':protocol') === undefined) return
    const job = dependencyOf(params)
    const transmission = claim(Number.isNaN(job) ? undefined : pendingOfJob.get(job), (each) => each.protocol === 'h2' && each.key === key)
      ?? claim(pending.get(`h2 ${key}`))
      ?? unowned('h2', key, headerOf(headers, ':authority') ?? '', time)
    transmission.headers = headers
    const socket = socketOfSession.get(source)
    if (socket === undefined) return
    transmission.socket = socket
    transmission.wire = sockets.stream(socket, Number(params['stream_id']))
    if (headerOf(headers, ':protocol') === 'websocket') transmission.wire.openWebSocket()
  }

  const handle = (event: NetLogEvent): void => {
    const { type, phase, source, time, params } = event
    const hop = current.get(source)
    switch (type) {
      case 'CORS_REQUEST':
        if (phase === 'begin' && !askedAt.has(source)) askedAt.set(source, time)
        return
      case 'CREATED_BY':
        preflights.set(source, `${dependencyOf(params)}.${hopCounts.get(dependencyOf(params)) ?? 0}`)
        return
      case 'REQUEST_ALIVE':
        if (phase === 'begin') annotations.set(source, Number(params['traffic_annotation']))
        if (phase === 'end' && hop !== undefined) {
          hop.endedAt = time
          hop.netError ||= Number(params['net_error'] ?? 0)
        }
        return
      case 'URL_REQUEST_START_JOB':
        if (phase === 'begin') {
          if (hop !== undefined) hop.endedAt = time
          current.set(source, openHop(source, toText(params['url']), toText(params['method']) || 'GET', time,
            toText(params['initiator']), toText(params['request_type']), topSiteOf(params['network_isolation_key'])))
        } else if (phase === 'end' && hop !== undefined) {
          hop.netError ||= Number(params['net_error'] ?? 0)
        }
        return
      case 'CANCELLED':
        if (hop !== undefined) hop.netError ||= Number(params['net_error'] ?? -3)
        return
      case 'HTTP_STREAM_REQUEST_BOUND_TO_JOB':
        jobOfSource.set(source, dependencyOf(params))
        return
      case 'SOCKET_POOL_BOUND_TO_SOCKET':
        socketOfJob.set(source, dependencyOf(params))
        return
      case 'HTTP_TRANSACTION_SEND_REQUEST_HEADERS': {
        const headers = headersOf(params)
        const key = keyOf(toText(params['line']).trimEnd(), headerOf(headers, 'host') ?? '')
        return transmit(source, 'http/1.1', headers, key, time)
      }
      case 'HTTP_TRANSACTION_HTTP2_SEND_REQUEST_HEADERS': {
        const headers = headersOf(params)
        return transmit(source, 'h2', headers, h2Key(headers), time)
      }
      case 'HTTP_TRANSACTION_QUIC_SEND_REQUEST_HEADERS':
        return transmit(source, 'h3', headersOf(params), '', time)
      case 'HTTP_TRANSACTION_READ_RESPONSE_HEADERS':
      case 'URL_REQUEST_FAKE_RESPONSE_HEADERS_CREATED':
        if (hop === undefined) return
        hop.status = statusOf(params) || hop.status
        hop.responseHeaders = headersOf(params)
        hop.respondedAt = time
        return
      case 'HTTP_CACHE_READ_INFO':
      case 'IN_MEMORY_CACHE_READ_RESPONSE_HEADERS':
        if (hop !== undefined) hop.fromCache = true
        return
      case 'HTTP2_SESSION_INITIALIZED':
        socketOfSession.set(source, sockets.get(dependencyOf(params)))
        return
      case 'HTTP2_SESSION_SEND_HEADERS':
        return bindStream(event)
      case 'URL_REQUEST_JOB_FILTERED_BYTES_READ': {
        if (hop === undefined) return
        const bytes = Buffer.from(toText(params['bytes']), 'base64')
        hop.responseBytes += bytes.length
        budget.left -= bytes.length
        if (budget.left > 0) hop.responseChunks.push(bytes)
        return
      }
      default:
        sockets.event(event)
    }
  }

  return {
    hops: () => hops,
    sockets: () => sockets.all(),
    event: handle,
    wants: (type, source) => {
      if (type === 'URL_REQUEST_JOB_FILTERED_BYTES_READ') {
        const hop = current.get(source)
        return hop !== undefined && hop.responseBytes < longestResponse && isText(hop.responseHeaders)
      }
      return types.has(type) || sockets.wants(type, source)
    },
  }
}

function addInto<Key>(sets: Map<Key, Set<Pending>>, key: Key, item: Pending): void {
  const set = sets.get(key)
  if (set === undefined) sets.set(key, new Set([item]))
  else set.add(item)
}

function removeFrom<Key>(sets: Map<Key, Set<Pending>>, key: Key, item: Pending): void {
  const set = sets.get(key)
  set?.delete(item)
  if (set?.size === 0) sets.delete(key)
}

function isText(headers: readonly Header[]): boolean {
  return /json|html|text\/plain|xml/.test(headerOf(headers, 'content-type') ?? '')
}

/** Method and target decide, not the version: `POST /path`. */
function keyOf(line: string, host: string): string {
  return `${line.replace(/ HTTP\/\d\.\d$/, '')}${host === '' ? '' : ` ${host}`}`
}

function h2Key(headers: readonly Header[]): string {
  return [':method', ':path', ':authority'].map((name) => headerOf(headers, name) ?? '').join(' ')
}
