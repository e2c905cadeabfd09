/**
 * What a capture by others cannot show. Said in every report on it: a value that was not seen may yet have been sent.
 */
import type { HarEntry, HarHead } from './types.js'

/** What the entries themselves showed. */
export interface Seen {
  readonly entries: number
  /** Requests that by their method, stated size or `Content-Length` had a body. */
  readonly withBody: number
  /** Those of them whose body the HAR does not hold. */
  readonly bodiesMissing: number
  readonly responses: number
  readonly responseBodies: number
  readonly requestHeaders: number
  readonly preflights: number
  readonly webSockets: number
  readonly webSocketFrames: number
  readonly addresses: number
  readonly frames: number
}

export interface SeenCounter {
  /** `hasBody`: its request body is known, though it does not stand in it. */
  add(entry: HarEntry, hasBody?: boolean): void
  counts(): Seen
}

type Counts = { -readonly [Name in keyof Seen]: Seen[Name] }

/** Counts, while a HAR is read, what of a request its entries hold. */
export function createSeen(): SeenCounter {
  const counts: Counts = {
    entries: 0, withBody: 0, bodiesMissing: 0, responses: 0, responseBodies: 0, requestHeaders: 0, preflights: 0,
    webSockets: 0, webSocketFrames: 0, addresses: 0, frames: 0,
  }
  function add(entry: HarEntry, hasBody = false): void {
    const { request, response } = entry
    counts.entries++
    if (hasItems(request?.headers)) counts.requestHeaders++
    if (request?.method === 'OPTIONS') counts.preflights++
    if (isText(entry.serverIPAddress)) counts.addresses++
    if (isText(entry._frameUrl)) counts.frames++
    if (needsBody(entry)) {
      counts.withBody++
      if (!hasBody && !holdsBody(entry)) counts.bodiesMissing++
    }
    if (typeof response === 'object' && response !== null) counts.responses++
    if (isText(response?.content?.text) || isText(response?.content?._file)) counts.responseBodies++
    if (isWebSocket(entry)) {
      counts.webSockets++
      const hasFrames = hasItems(entry._webSocketMessages) || String(response?.content?._file).endsWith('.jsonl')
      if (hasFrames) counts.webSocketFrames++
    }
  }
  return { add, counts: () => ({ ...counts }) }
}

/** Blind spots by who made the HAR. The first pattern that fits the creator, or else the browser, decides. */
const CREATORS: readonly { readonly of: RegExp; readonly says: readonly string[] }[] = [
  { of: /^tattle/i, says: [] },
  { of: /^Playwright/i, says: [
    'Playwright writes no body of a Blob, a File or a form with a file, and does not see CORS preflights, shared '
      + 'workers and worklets.',
    'Playwright misses what a page sends while it is left (pagehide, unload, beacons) unless the browser was made'
      + ' to wait.',
  ] },
  { of: /^(?:WebInspector|Chrome DevTools)/i, says: [
    'Chrome DevTools starts to record when its window opens: what was sent before is missing, and the page before'
      + ' may show.',
    'Chrome DevTools shows one tab: pop-ups, service and shared workers, and what is sent while a page is left, '
      + 'can be missing.',
    'Chrome leaves cookies and authorization headers out of a HAR unless it is exported with sensitive data.',
  ] },
  { of: /^WebKit Web Inspector|^Safari/i, says: [
    'Safari starts to record when its inspector opens, and shows one tab: what was sent before, by workers or '
      + 'while a page is left can be missing.',
    'Safari writes no WebSocket frames and no bodies of beacons.',
  ] },
  { of: /^Firebug/i, says: [
    'Firebug shows one tab and no workers, no WebSocket frames and not what is sent while a page is left.',
  ] },
  { of: /^Firefox/i, says: [
    'Firefox starts to record when its tools open, and shows one tab: what was sent before, by workers or while a'
      + ' page is left can be missing.',
    'Firefox cuts request bodies above a megabyte, and writes WebSocket frames only in newer versions.',
  ] },
  { of: /^chrome-har|^Browsertime|^sitespeed/i, says: [
    'chrome-har writes the bodies of simple requests only, no WebSocket frames, and nothing that is sent while a '
      + 'page is left.',
  ] },
  { of: /^WebPage ?Test/i, says: [
    'WebPageTest writes no request bodies in most versions, stops when the page falls silent, and does not '
      + 'interact with it.',
  ] },
  { of: /^BrowserMob/i, says: [
    'BrowserMob Proxy writes request bodies only where it was told to, and shows neither frames nor what caused a'
      + ' request.',
  ] },
  { of: /^Charles|^Fiddler|^mitmproxy|^har_?dump|^Proxyman|^HTTP Toolkit|^ZAP|^Burp/i, says: [
    'A proxy sees only what goes through it: pinned connections, HTTP/3, WebRTC and bypassed hosts are missing.',
    'A proxy sees no pages, frames or initiators, and mixes in the traffic of other programs.',
  ] },
  { of: /^PhantomJS/i, says: [
    'PhantomJS writes no request bodies, and is so unlike a visitor\'s browser that trackers may not have run in it.',
  ] },
  { of: /^Internet Explorer|^F12/i, says: [
    'The network inspector of Internet Explorer shows one tab, no workers and not what is sent while a page is left.',
  ] },
]

const UNKNOWN = 'What its creator leaves out of a HAR is not known: '
  + 'bodies, frames, workers and what is sent while a page is left may be missing.'

/** Sentences, the creator's first; none is certain to have hidden anything. */
export function blindSpotsOf(head: HarHead, seen: Seen): string[] {
  const known = CREATORS.find(({ of }) => of.test(head.creator)) ?? CREATORS.find(({ of }) => of.test(head.browser))
  const isOwn = known === CREATORS[0]
  return [...(known?.says ?? [UNKNOWN]), ...(isOwn ? [] : seenSpots(seen))]
}

function seenSpots(seen: Seen): string[] {
  const spots: string[] = []
  const say = (when: boolean, sentence: string): void => void (when && spots.push(sentence))
  const any = seen.entries > 0
  const silent = seen.webSockets - seen.webSocketFrames
  say(seen.bodiesMissing > 0,
    `${seen.bodiesMissing} of ${seen.withBody} requests that had a body lack it here: what it carried is not known.`)
  say(any && seen.requestHeaders === 0, 'No request has its headers: cookies and Referers are not known.')
  say(silent > 0,
    `${silent} of ${seen.webSockets} WebSocket connections have no frames here: what they carried is not known.`)
  say(seen.responses > 0 && seen.responseBodies === 0,
    'No response bodies: ids that the data of the site itself would explain cannot be given a name.')
  say(any && seen.preflights === 0, 'No CORS preflights are shown; their URLs went out as well.')
  say(any && seen.addresses === 0, 'No server addresses: where a request went can only be told by its name.')
  say(any && seen.frames === 0,
    'Frames are not told apart: a request of an embedded page counts as one of the page around it.')
  return spots
}

/** Many creators write its address with `http`: that the protocol was switched tells it. */
function isWebSocket({ request, response, _resourceType }: HarEntry): boolean {
  return /^wss?:/i.test(String(request?.url)) || _resourceType === 'websocket' || response?.status === 101
}

/** What the browser told the server stands over a size of 0, which is also written where the body was not to be had. */
function needsBody({ request }: HarEntry): boolean {
  const size = request?.bodySize
  if (typeof size === 'number' && size > 0) return true
  const length = statedLength(request?.headers)
  if (length !== undefined) return length > 0
  return (request?.method === 'POST' || request?.method === 'PUT' || request?.method === 'PATCH') && size !== 0
}

function statedLength(headers: unknown): number | undefined {
  if (!Array.isArray(headers)) return undefined
  const stated: unknown = (headers as ({ name?: unknown; value?: unknown } | null)[])
    .find((header) => typeof header?.name === 'string' && header.name.toLowerCase() === 'content-length')?.value
  return typeof stated === 'string' && /^\d+$/.test(stated) ? Number(stated) : undefined
}

function holdsBody({ request }: HarEntry): boolean {
  const postData = request?.postData
  if (typeof postData !== 'object' || postData === null) return isText(postData)
  return isText(postData.text) || isText(postData._file) || hasItems(postData.params)
}

function hasItems(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}
