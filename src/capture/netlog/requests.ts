/** The requests of one browser process, as its NetLog shows them: every one, with the bytes of its body as sent. */
import { createAhead } from './ahead.js'
import { isOfPages, isOfScripts } from './annotations.js'
import { createNames } from './dns.js'
import { createLedger, type Hop, type Ledger, type Transmission } from './ledger.js'
import { headerOf, isOfPage, type Header } from './params.js'
import { createPeers } from './peers.js'
import { readNetLog, type NetLogFile, type NetLogListener } from './read.js'
import { createSetting, type Setting } from './setting.js'
import type { WebSocketMessage } from './websocket.js'

export interface NetLogRequest {
  /** `<id of the URL request>.<hop>`, and `.<n>` for an earlier transmission of the same. */
  readonly id: string
  /** As requested, without fragment. */
  readonly url: string
  readonly method: string
  /** Wall milliseconds. */
  readonly startedAt: number
  /** When its page asked for it: where a preflight went before it, that is earlier. */
  readonly askedAt: number
  readonly respondedAt: number
  readonly endedAt: number
  /** As sent; over HTTP/2 with its pseudo headers. */
  readonly headers: readonly Header[]
  /** As sent, without transfer coding. Undefined when there was none, or when it is lost. */
  readonly body: Uint8Array | undefined
  /** There was a body of which this log lacks bytes that were, as far as it shows, sent. */
  readonly bodyLost: boolean
  /** 0: no answer. */
  readonly status: number
  readonly responseHeaders: readonly Header[]
  /** Decoded; only of text. */
  readonly responseBody: Uint8Array | undefined
  /** Made by the browser for itself: neither a page's nor caused by one. */
  readonly ofBrowser: boolean
  /** A document or a worker has asked for it itself. */
  readonly ofScripts: boolean
  /** A navigation of the top frame. */
  readonly mainFrame: boolean
  readonly frame: boolean
  /** Origin of the page that asked. */
  readonly initiator: string | undefined
  /** It left the browser. */
  readonly sent: boolean
  readonly fromCache: boolean
  /** `ERR_NAME_NOT_RESOLVED` … */
  readonly failure: string | undefined
  readonly cnames: readonly string[]
  readonly serverIp: string | undefined
  readonly localAddress: string | undefined
  /** That its server showed on this connection, its own first; PEM. */
  readonly certificates: readonly string[] | undefined
  readonly protocol: string
  readonly webSocketMessages: readonly WebSocketMessage[] | undefined
  /** Id of the hop before. */
  readonly redirectedFrom: string | undefined
  /** Id of the request that it is the preflight of. */
  readonly preflightOf: string | undefined
}

export interface NetLogContents {
  readonly file: NetLogFile
  /** In the order of their start. */
  readonly requests: readonly NetLogRequest[]
  readonly peers: readonly string[]
  /** Hosts of pages' requests whose aliases could not be seen, since the operating system looked them up. */
  readonly hostsWithoutAliases: readonly string[]
  /** Hosts that were looked up or connected to ahead of a request, and never asked for anything. */
  readonly contactedAhead: readonly string[]
  readonly setting: Setting
}

/** Bodies and text of answers are kept up to this; a body beyond it is marked lost. */
const budgetBytes = 768 * 1024 * 1024

/** Throws `capture-unreadable` when the file is no NetLog. A file without its end gives what it holds. */
export async function readNetLogRequests(file: string): Promise<NetLogContents> {
  const ledger = createLedger({ left: budgetBytes })
  const names = createNames()
  const peers = createPeers()
  const setting = createSetting()
  const ahead = createAhead()
  const listeners: readonly NetLogListener[] = [ledger, names, peers, setting, ahead]
  const head = await readNetLog(file, {
    wants: (type, source) => listeners.some((each) => each.wants(type, source)),
    event: (event) => {
      for (const each of listeners) if (each.wants(event.type, event.source)) each.event(event)
    },
  })
  const requests = ledger.hops()
    .filter((hop) => /^(https?|wss?):/i.test(hop.url))
    .flatMap((hop) => toRequests(hop, (host) => names.chainOf(host), head))
    .sort((one, other) => one.startedAt - other.startedAt)
  const hosts = new Set(requests.filter((each) => each.sent && !each.ofBrowser).map((each) => hostOf(each.url)))
  const hostsWithoutAliases = [...hosts].filter((host) => names.bySystem(host)).sort()
  const asked = new Set(requests.map((each) => hostOf(each.url)))
  return {
    file: head, requests, peers: [...peers.list(), ...tcpPeersOf(ledger)], hostsWithoutAliases,
    contactedAhead: ahead.hosts().filter((host) => !asked.has(host)), setting: setting.setting(),
  }
}

/** Reached over TCP without HTTP (WebRTC can), except by the browser for itself: `tcp 203.0.113.5:3478`. */
function tcpPeersOf(ledger: Ledger): readonly string[] {
  const sites = new Set(ledger.hops().filter((hop) => !isOfBrowser(hop)).map(({ site }) => site))
  const others = [...ledger.sockets()].filter(({ speaksOther, site }) => speaksOther && (site === undefined || sites.has(site)))
  return [...new Set(others.map(({ peer }) => `tcp ${peer}`))]
}

/** One for each time it was sent; one when it never was. */
function toRequests(
  hop: Hop, chainOf: (host: string) => readonly string[], file: NetLogFile,
): readonly NetLogRequest[] {
  const sent = hop.transmissions.filter((each) => each.protocol === 'h3' || each.wire?.headSeen === true)
  // A log cut between the answer and nothing else: the answer proves that it was sent.
  const last = sent.at(-1) ?? (hop.status > 0 ? hop.transmissions.at(-1) : undefined)
  const id = `${Number.isNaN(hop.source) ? 'wire' : hop.source}.${hop.index}`
  const host = hostOf(hop.url)
  const frame = isOfFrame(hop)
  const failed = hop.status === 0 && hop.netError !== 0
  const failure = failed ? file.netErrors.get(hop.netError) ?? `net error ${hop.netError}` : undefined
  const common = {
    url: hop.url.replace(/#.*$/s, ''),
    method: hop.method,
    ofBrowser: isOfBrowser(hop),
    ofScripts: isOfPage(hop.initiator) && isOfScripts(hop.annotation),
    mainFrame: hop.requestType === 'main frame',
    frame,
    initiator: isOfPage(hop.initiator) ? hop.initiator : undefined,
    cnames: chainOf(host),
    redirectedFrom: hop.index > 0 && !Number.isNaN(hop.source) ? `${hop.source}.${hop.index - 1}` : undefined,
    preflightOf: hop.preflightOf,
    endedAt: hop.endedAt,
  }
  const earlier = sent.slice(0, -1).map((each, at): NetLogRequest => ({
    ...common, ...carriedBy(each, true),
    id: `${id}.${at}`, startedAt: each.at, askedAt: hop.askedAt, respondedAt: NaN, status: 0, responseHeaders: [], responseBody: undefined,
    sent: true, fromCache: false, failure,
  }))
  return [...earlier, {
    ...common, ...carriedBy(last, hop.netError !== 0),
    id, startedAt: hop.startedAt, askedAt: hop.askedAt, respondedAt: hop.respondedAt,
    status: hop.status, responseHeaders: hop.responseHeaders,
    responseBody: hop.responseChunks.length > 0 ? Buffer.concat(hop.responseChunks) : undefined,
    sent: last !== undefined, fromCache: hop.fromCache && last === undefined, failure,
  }]
}

function isOfFrame({ requestType }: Hop): boolean {
  return requestType === 'main frame' || requestType === 'subframe'
}

function isOfBrowser(hop: Hop): boolean {
  return !isOfPage(hop.initiator) && !isOfFrame(hop) && !isOfPages(hop.annotation) && !Number.isNaN(hop.source)
}

function carriedBy(transmission: Transmission | undefined, failed: boolean) {
  const wire = transmission?.wire
  const webSocketMessages = wire?.isWebSocket() === true ? wire.messages() : undefined
  const body = wire === undefined || wire.isWebSocket() ? undefined : wire.body()
  const announced = Number(headerOf(transmission?.headers ?? [], 'content-length') ?? 0)
  return {
    headers: transmission?.headers ?? [],
    body: body !== undefined && body.length > 0 ? body : undefined,
    bodyLost: transmission !== undefined && (wire === undefined
      ? announced > 0
      : wire.dropped || !(wire.isWebSocket() || wire.ended || wire.reset || failed)
        || (wire.ended && body !== undefined && body.length < announced)),
    serverIp: transmission?.socket?.remote,
    localAddress: transmission?.socket?.local,
    certificates: transmission?.socket?.certificates,
    protocol: transmission?.protocol ?? '',
    webSocketMessages,
  }
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname
  } catch {
    return ''
  }
}
