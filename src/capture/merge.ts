/**
 * Two recordings of the same browser become one: the HAR knows pages, frames and answers, the NetLog knows every
 * request and every byte of it. The derived HAR holds both, each entry saying where it comes from.
 */
import { createHash } from 'node:crypto'
import { TattleError, toMessage } from '../errors.js'
import type { HarEntry } from '../har/types.js'
import { hostOf, privacySignalsOf, setCookiesOf, topDocumentsOf, type SetCookie, type TopDocument } from './answers.js'
import { createCauses, withInitiators, type TimedAction } from './causes.js'
import { certificatesOf, type ServerCertificates } from './certificates.js'
import { clockSkewOf, type ClockSkew } from './clock.js'
import { consentStringsOf, type ConsentSignal } from './consent-strings.js'
import { writeDerivedHar } from './derived-har.js'
import { completeEntry, fillsBody, resourceTypeOf, toEntry } from './entries.js'
import { explainUnsent } from './explain.js'
import { createFrames } from './frames.js'
import { methodOf, timeOf, urlOf } from './har-entry.js'
import { joinRequests } from './join.js'
import { headerOf } from './netlog/params.js'
import { readNetLogRequests, type NetLogContents, type NetLogRequest } from './netlog/requests.js'
import type { Setting } from './netlog/setting.js'
import { compareBody, openOriginalHar, withMessages, type OriginalHar } from './original-har.js'
import { createIsFarewell, createPageAt, pagesOf, placeIn, type PlaceOfRequest } from './pages.js'
import type { Initiator } from './watch.js'

export interface MergeInput {
  /** Playwright's HAR zip; none where the browser crashed or was closed by hand. */
  readonly harZip: string | null | undefined
  /** The NetLog, plain or `.gz`; none where the browser wrote none. */
  readonly netlog: string | null | undefined
  /** What the listener heard of who asked; the entries that it fits say so. */
  readonly initiators?: readonly Initiator[]
  /** What the scenario did, in the order of its beginning. */
  readonly actions?: readonly TimedAction[]
  /** When the browser began to be closed, in wall milliseconds; absent: never. */
  readonly closedAt?: number | undefined
  /** `capture.har.zip`, replaced. */
  readonly out: string
}

export interface Merge {
  readonly harCount: number
  readonly netlogCount: number
  /** Requests that only one of the two has, and why is known. */
  readonly explainedCount: number
  /** In the HAR, not in the NetLog, and nothing tells why: method and URL, one line each. */
  readonly unexplained: readonly string[]
  /** Requests of which bytes of the body were lost, one line each. */
  readonly bodiesLost: readonly string[]
  /** Bodies that the HAR lacked or had altered. */
  readonly bodiesFilled: number
  /** Reached without HTTP: `udp 203.0.113.5:3478`, `tcp 203.0.113.5:3478`, `webtransport https://…`. */
  readonly peers: readonly string[]
  /** Hosts whose alias chain could not be seen. */
  readonly hostsWithoutAliases: readonly string[]
  /** Hosts that were looked up or connected to ahead of requests that never came. */
  readonly contactedAhead: readonly string[]
  /** Hosts that a page's requests were not sent to, for their certificate. */
  readonly hostsRefused: readonly string[]
  /** Hosts to which something was on its way when the browser was closed. */
  readonly hostsCutOff: readonly string[]
  /** Hosts with a service worker. */
  readonly hostsWithWorker: readonly string[]
  /** Hosts that the browser called for itself. */
  readonly browserHosts: readonly string[]
  readonly commandLine: readonly string[]
  /** As the NetLog names it. */
  readonly browser: string
  readonly netlogComplete: boolean
  /** One sentence, where the HAR zip or the NetLog is missing or cannot be read. */
  readonly problems: readonly string[]
  readonly hasHar: boolean
  readonly hasNetlog: boolean
  /** Entries of the derived HAR. */
  readonly entries: number
  /** Wall milliseconds; undefined where there is none. */
  readonly firstPageRequestAt: number | undefined
  readonly logStartedAt: number | undefined
  readonly topDocuments: readonly TopDocument[]
  readonly pageTitles: readonly string[]
  readonly clock: ClockSkew | null
  readonly certificates: readonly ServerCertificates[]
  readonly setting: Setting
  readonly setCookies: readonly SetCookie[]
  readonly privacySignals?: Readonly<Record<string, string>> | undefined
  readonly consentSignals: readonly ConsentSignal[]
  /** Entries whose initiator is known. */
  readonly withInitiator: number
  /** Addresses of this machine that the browser used. */
  readonly localAddresses: readonly string[]
}

/**
 * Throws `output-unwritable`, or `capture-incomplete` where there is neither a HAR nor a NetLog. What is damaged is a
 * problem in the result.
 */
export async function mergeCapture(input: MergeInput): Promise<Merge> {
  const problems: string[] = []
  const netlog = await tryNetLog(input.netlog, problems)
  const har = await openOriginalHar(input.harZip, problems)
  if (netlog === undefined && har === undefined) {
    throw new TattleError('capture-incomplete', `The browser left no recording: ${problems.join(' ')}`)
  }
  try {
    return await merge(har, netlog, input, problems)
  } finally {
    har?.zip.close()
  }
}

async function merge(
  har: OriginalHar | undefined, netlog: NetLogContents | undefined, { out, initiators = [], actions = [], closedAt = Infinity }: MergeInput,
  problems: readonly string[],
): Promise<Merge> {
  const requests = netlog?.requests ?? []
  const known = har?.entries ?? []
  const explanations = known.map((entry) => explainUnsent(entry, urlOf(entry)))
  const { pairs, offset } = joinRequests(
    known.map((entry) => ({ url: urlOf(entry), method: methodOf(entry), startedAt: timeOf(entry) })), requests,
    (index) => explanations[index] === undefined)
  const bodies = new Map<string, Uint8Array>()
  const store = (bytes: Uint8Array): string => {
    const name = `${createHash('sha256').update(bytes).digest('hex')}.bin`
    bodies.set(name, bytes)
    return name
  }

  const merged: HarEntry[] = []
  const unexplained: string[] = []
  // By the clock of the NetLog, which differs from the HAR's by some milliseconds.
  const times = requests.filter((request) => !request.ofBrowser).map((each) => each.startedAt)
  let explainedCount = 0
  let bodiesFilled = 0
  const askedAtOf = createAskedAt(requests)
  const frames = createFrames(known, known.map((each, index) => {
    const request = requests[pairs.get(index) ?? -1]
    if (request === undefined) return { startedAt: timeOf(each) + offset, respondedAt: NaN }
    return { startedAt: askedAtOf(request) ?? request.startedAt, respondedAt: request.respondedAt }
  }), actions.map(({ begun }) => begun))
  const causes = createCauses(actions)
  const consentSignals: ConsentSignal[] = []
  for (const [index, each] of known.entries()) {
    const pair = pairs.get(index)
    const request = pair === undefined ? undefined : requests[pair]
    const frame = frames.ofEntries[index] ?? {}
    const place = frame._pageUrl === undefined && request !== undefined ? placeIn(frames, request, askedAtOf(request)) : {}
    const entry = { ...place, ...await withMessages(each, har, request), ...frame }
    // The HAR's clock starts later, the busier the machine is.
    const startedAt = Math.min(timeOf(each), request?.startedAt ?? Infinity)
    if (request !== undefined) {
      consentSignals.push(...signalsOf(request, { at: startedAt, page: frame._pageUrl ?? place._pageUrl, toldBy: 'har' }))
      const body = compareBody(each, request, har?.zip)
      if (fillsBody(request, body)) bodiesFilled += 1
      merged.push(causes.of(completeEntry(entry, request, body, store), startedAt, askedAtOf(request)))
      continue
    }
    const explanation = explanations[index]
    if (explanation !== undefined) explainedCount += 1
    else {
      times.push(timeOf(each) + offset)
      if (netlog !== undefined) unexplained.push(`${methodOf(each)} ${urlOf(each)}`)
    }
    merged.push(causes.of({
      ...entry,
      _recordedBy: 'har',
      _delivery: explanation?.delivery ?? (netlog === undefined ? 'sent' : 'unknown'),
      ...explanation?.ofBrowser === true ? { _ofBrowser: true } : {},
    }, startedAt))
  }

  const pages = har !== undefined && har.pages.length > 0 ? har.pages : pagesOf(requests)
  const pageAt = createPageAt(pages)
  const paired = new Set(pairs.values())
  const isFarewell = createIsFarewell(requests)
  const askerOf = createAskers(known, pairs, requests)
  const placeOfAsker = (preflight: NetLogRequest): PlaceOfRequest | undefined => {
    const asker = askerOf(preflight)
    const [pageref, urls] = [known[asker]?.pageref, frames.ofEntries[asker]]
    return urls?._pageUrl === undefined ? undefined : { ...typeof pageref === 'string' ? { pageref } : {}, ...urls }
  }
  for (const [index, request] of requests.entries()) {
    if (paired.has(index)) continue
    explainedCount += 1
    const pageref = request.ofBrowser ? undefined : pageAt(request.startedAt)
    const askedAt = askedAtOf(request)
    const { leftAt, ...place }: PlaceOfRequest = placeOfAsker(request) ?? placeIn(frames, request, askedAt, isFarewell(request))
    consentSignals.push(...signalsOf(request, { at: request.startedAt, page: place._pageUrl, toldBy: 'netlog' }))
    merged.push(causes.of({ ...toEntry(request, pageref, store), ...place }, request.startedAt, leftAt ?? askedAt))
  }
  merged.sort((one, other) => (timeOf(one) || 0) - (timeOf(other) || 0))
  const asked = withInitiators(merged, initiators)

  await writeDerivedHar(out, har, netlog, pages, asked.entries, bodies)
  return {
    harCount: known.length,
    netlogCount: requests.length,
    explainedCount,
    unexplained,
    bodiesLost: requests.filter((each) => each.bodyLost).map((each) => `${each.method} ${each.url}`),
    bodiesFilled,
    peers: netlog?.peers ?? [],
    hostsWithoutAliases: netlog?.hostsWithoutAliases ?? [],
    contactedAhead: netlog?.contactedAhead ?? [],
    hostsRefused: hostsOf(requests.filter(isRefused)),
    hostsCutOff: hostsOf(requests.filter((each) => isCutOff(each, closedAt))),
    hostsWithWorker: hostsOf(requests.filter(({ headers }) => headerOf(headers, 'service-worker') === 'script')),
    browserHosts: hostsOf(requests.filter((each) => each.ofBrowser)),
    commandLine: netlog?.file.commandLine ?? [],
    browser: netlog?.file.browser ?? '',
    netlogComplete: netlog?.file.complete ?? false,
    problems,
    hasHar: har !== undefined,
    hasNetlog: netlog !== undefined,
    entries: merged.length,
    firstPageRequestAt: finite(times.reduce((least, time) => time < least ? time : least, Infinity)),
    logStartedAt: finite(netlog?.file.startedAt ?? NaN),
    topDocuments: netlog === undefined ? [] : topDocumentsOf(requests),
    pageTitles: pages.flatMap(({ title }) => typeof title === 'string' && title !== '' ? [title] : []),
    clock: clockSkewOf(requests),
    certificates: certificatesOf(requests),
    setting: netlog?.setting ?? { proxies: [], dnsOverHttps: [] },
    setCookies: setCookiesOf(requests),
    privacySignals: privacySignalsOf(requests),
    consentSignals: consentSignals.sort((one, other) => one.at - other.at),
    withInitiator: asked.count,
    localAddresses: [...new Set(requests.flatMap((each) => each.localAddress ?? []))].sort(),
  }
}

/**
 * Tells of a request when its page asked for it, in wall milliseconds, where something went before it: redirects that led to
 * it, or a preflight.
 */
function createAskedAt(requests: readonly NetLogRequest[]): (request: NetLogRequest) => number | undefined {
  const firsts = new Map<string, number>()
  const preflighted = new Set(requests.map(({ preflightOf }) => preflightOf))
  // In the order of their start, so that a hop comes before those that it leads to.
  for (const { id, redirectedFrom, askedAt } of requests) firsts.set(id, firsts.get(redirectedFrom ?? '') ?? askedAt)
  return ({ id, redirectedFrom, askedAt }) => firsts.get(redirectedFrom ?? '') ?? (preflighted.has(id) ? askedAt : undefined)
}

/** Tells of a preflight which HAR entry it was sent for: of that request, or of one that then was not allowed; else -1. */
function createAskers(
  known: readonly HarEntry[], pairs: ReadonlyMap<number, number>, requests: readonly NetLogRequest[],
): (preflight: NetLogRequest) => number {
  const ofRequests = new Map([...pairs].map(([index, pair]) => [requests[pair]?.id ?? '', index]))
  const refused = new Map([...known.entries()].filter(([index]) => !pairs.has(index)).map(([index, entry]) => [urlOf(entry), index]))
  return ({ preflightOf, url }) => preflightOf === undefined ? -1 : ofRequests.get(preflightOf) ?? refused.get(url) ?? -1
}

function isRefused({ sent, ofBrowser, failure = '' }: NetLogRequest): boolean {
  return !sent && !ofBrowser && /^ERR_CERT_/.test(failure)
}

/** It had not left, or nobody had answered whether what it asks for may leave. */
function isCutOff(request: NetLogRequest, closedAt: number): boolean {
  const { sent, ofBrowser, status, endedAt, failure } = request
  const isWaiting = !sent || (status === 0 && resourceTypeOf(request) === 'preflight')
  return isWaiting && !ofBrowser && failure === 'ERR_ABORTED' && endedAt >= closedAt
}

function hostsOf(requests: readonly NetLogRequest[]): readonly string[] {
  return [...new Set(requests.map((each) => hostOf(each.url)))].sort()
}

function signalsOf(
  { url, sent, ofBrowser, headers, responseHeaders }: NetLogRequest, where: Pick<ConsentSignal, 'at' | 'page' | 'toldBy'>,
): readonly ConsentSignal[] {
  if (!sent || ofBrowser) return []
  const cookies = headers.some(([name]) => name.toLowerCase() === 'cookie')
    || responseHeaders.some(([name]) => name.toLowerCase() === 'set-cookie')
  return consentStringsOf(url).map((string) => ({ url, string, cookies, ...where }))
}

async function tryNetLog(path: string | null | undefined, problems: string[]): Promise<NetLogContents | undefined> {
  if (path === null || path === undefined) {
    problems.push('The browser wrote no NetLog.')
    return undefined
  }
  try {
    return await readNetLogRequests(path)
  } catch (error) {
    problems.push(`The NetLog cannot be read: ${toMessage(error)}`)
    return undefined
  }
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined
}

