/**
 * Two recordings of the same browser become one: the HAR knows pages, frames and answers, the NetLog knows every
 * request and every byte of it. The derived HAR holds both, each entry saying where it comes from.
 */
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { TattleError, toMessage } from '../errors.js'
import type { HarEntry, HarPage, HarPostData } from '../har/types.js'
import { hostOf, setCookiesOf, topDocumentsOf, type SetCookie, type TopDocument } from './answers.js'
import { certificatesOf, type ServerCertificates } from './certificates.js'
import { clockSkewOf, type ClockSkew } from './clock.js'
import { consentStringsOf, type ConsentSignal } from './consent-strings.js'
import { completeEntry, fillsBody, toEntry, type BodyOfHar } from './entries.js'
import { explainUnsent } from './explain.js'
import { createFrames, type Frames } from './frames.js'
import { openZip, writeZip, type ZipMember, type ZipReader } from './har-zip.js'
import { joinRequests } from './join.js'
import type { Initiator } from './watch.js'
import { readNetLogRequests, type NetLogContents, type NetLogRequest } from './netlog/requests.js'
import type { Setting } from './netlog/setting.js'

export interface MergeInput {
  /** Playwright's HAR zip; none where the browser crashed or was closed by hand. */
  readonly harZip: string | null | undefined
  /** The NetLog, plain or `.gz`; none where the browser wrote none. */
  readonly netlog: string | null | undefined
  /** What the listener heard of who asked; the entries that it fits say so. */
  readonly initiators?: readonly Initiator[]
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
  /** Reached without HTTP: `udp 203.0.113.5:3478`, `webtransport https://…`. */
  readonly peers: readonly string[]
  /** Hosts whose alias chain could not be seen. */
  readonly hostsWithoutAliases: readonly string[]
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
  readonly consentSignals: readonly ConsentSignal[]
  /** Entries whose initiator is known. */
  readonly withInitiator: number
  /** Addresses of this machine that the browser used. */
  readonly localAddresses: readonly string[]
}

const longestHar = 400 * 1024 * 1024
const longestMessages = 256 * 1024 * 1024

/**
 * Throws `output-unwritable`, or `capture-incomplete` where there is neither a HAR nor a NetLog. What is damaged is a
 * problem in the result.
 */
export async function mergeCapture(input: MergeInput): Promise<Merge> {
  const problems: string[] = []
  const netlog = await tryNetLog(input.netlog, problems)
  const har = await tryHar(input.harZip, problems)
  if (netlog === undefined && har === undefined) {
    throw new TattleError('capture-incomplete', `The browser left no recording: ${problems.join(' ')}`)
  }
  try {
    return await merge(har, netlog, input, problems)
  } finally {
    har?.zip.close()
  }
}

interface Har {
  readonly zip: ZipReader
  readonly log: Readonly<Record<string, unknown>>
  readonly entries: readonly HarEntry[]
  readonly pages: readonly HarPage[]
}

async function merge(
  har: Har | undefined, netlog: NetLogContents | undefined, { out, initiators = [] }: MergeInput,
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
  const frames = createFrames(known)
  for (const [index, each] of known.entries()) {
    const pair = pairs.get(index)
    const request = pair === undefined ? undefined : requests[pair]
    const frame = frames.ofEntries[index] ?? {}
    const place = frame._pageUrl === undefined && request !== undefined ? placeIn(frames, request) : {}
    const entry = { ...place, ...await withMessages(each, har, request), ...frame }
    if (request !== undefined) {
      const body = compareBody(each, request, har?.zip)
      if (fillsBody(request, body)) bodiesFilled += 1
      merged.push(completeEntry(entry, request, body, store))
      continue
    }
    const explanation = explanations[index]
    if (explanation !== undefined) explainedCount += 1
    else {
      times.push(timeOf(each) + offset)
      if (netlog !== undefined) unexplained.push(`${methodOf(each)} ${urlOf(each)}`)
    }
    merged.push({
      ...entry,
      _recordedBy: 'har',
      _delivery: explanation?.delivery ?? (netlog === undefined ? 'sent' : 'unknown'),
      ...explanation?.ofBrowser === true ? { _ofBrowser: true } : {},
    })
  }

  const pages = har !== undefined && har.pages.length > 0 ? har.pages : pagesOf(requests)
  const paired = new Set(pairs.values())
  for (const [index, request] of requests.entries()) {
    if (paired.has(index)) continue
    explainedCount += 1
    const pageref = request.ofBrowser ? undefined : pageAt(pages, request.startedAt)
    merged.push({ ...toEntry(request, pageref, store), ...placeIn(frames, request) })
  }
  merged.sort((one, other) => (timeOf(one) || 0) - (timeOf(other) || 0))
  const asked = withInitiators(merged, initiators)

  await writeHar(out, har, netlog, pages, asked.entries, bodies)
  return {
    harCount: known.length,
    netlogCount: requests.length,
    explainedCount,
    unexplained,
    bodiesLost: requests.filter((each) => each.bodyLost).map((each) => `${each.method} ${each.url}`),
    bodiesFilled,
    peers: netlog?.peers ?? [],
    hostsWithoutAliases: netlog?.hostsWithoutAliases ?? [],
    browserHosts: [...new Set(requests.filter((each) => each.ofBrowser).map((each) => hostOf(each.url)))].sort(),
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
    consentSignals: requests.filter(({ sent, ofBrowser }) => sent && !ofBrowser).flatMap(signalsOf),
    withInitiator: asked.count,
    localAddresses: [...new Set(requests.flatMap((each) => each.localAddress ?? []))].sort(),
  }
}

function signalsOf({ url, startedAt, headers, responseHeaders }: NetLogRequest): readonly ConsentSignal[] {
  const cookies = headers.some(([name]) => name.toLowerCase() === 'cookie')
    || responseHeaders.some(([name]) => name.toLowerCase() === 'set-cookie')
  return consentStringsOf(url).map((string) => ({ url, at: startedAt, string, cookies }))
}

/** By URL, method and time, as the recordings themselves are joined. */
function withInitiators(
  entries: readonly HarEntry[], initiators: readonly Initiator[],
): { readonly entries: readonly HarEntry[], readonly count: number } {
  const { pairs } = joinRequests(
    entries.map((entry) => ({ url: urlOf(entry), method: methodOf(entry), startedAt: timeOf(entry) })), initiators)
  return {
    count: pairs.size,
    entries: entries.map((entry, index) => {
      const heard = initiators[pairs.get(index) ?? -1]
      return heard === undefined ? entry : { ...entry, _initiator: heard.initiator }
    }),
  }
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

async function tryHar(path: string | null | undefined, problems: string[]): Promise<Har | undefined> {
  if (path === null || path === undefined) {
    problems.push('Playwright wrote no HAR.')
    return undefined
  }
  let zip: ZipReader | undefined
  try {
    zip = await openZip(path)
    const name = zip.names.find((each) => each.endsWith('.har')) ?? 'har.har'
    const parsed: unknown = JSON.parse((await zip.read(name, longestHar)).toString('utf8'))
    const log = toRecord(toRecord(parsed)['log'])
    return { zip, log, entries: toRecords(log['entries']), pages: toRecords(log['pages']) }
  } catch (error) {
    zip?.close()
    problems.push(`The HAR zip cannot be read: ${toMessage(error)}.`)
    return undefined
  }
}

/** Playwright attaches the messages of a WebSocket as lines of JSON; the NetLog's, being the bytes, are preferred. */
async function withMessages(
  entry: HarEntry, har: Har | undefined, request: NetLogRequest | undefined,
): Promise<HarEntry> {
  const file = entry.response?.content?._file
  if (har === undefined || !/^wss?:/i.test(urlOf(entry))) return entry
  if (typeof file !== 'string' || !file.endsWith('.jsonl')) return entry
  if ((request?.webSocketMessages?.length ?? 0) > 0 || !har.zip.has(file)) return entry
  try {
    const lines = (await har.zip.read(file, longestMessages)).toString('utf8').split('\n').filter((line) => line !== '')
    return { ...entry, _webSocketMessages: lines.map((line) => {
      const message = toRecord(JSON.parse(line))
      return { ...message, time: Number(message['time']) / 1000 }
    }) }
  } catch {
    return entry // the file itself stays attached
  }
}

function compareBody(entry: HarEntry, request: NetLogRequest, zip: ZipReader | undefined): BodyOfHar {
  const postData = bodyOf(entry)
  const file = postData?._file
  if (typeof file === 'string') {
    // Playwright names the file by the SHA-1 of its content.
    const present = zip?.has(file) === true
    const digest = request.body === undefined ? '?' : createHash('sha1').update(request.body).digest('hex')
    return { same: present && file.startsWith(digest), present }
  }
  const text = typeof postData?.text === 'string' ? postData.text : ''
  const bytes = Buffer.from(text, postData?.encoding === 'base64' ? 'base64' : 'utf8')
  return { same: request.body !== undefined && bytes.equals(request.body), present: text !== '' }
}

async function writeHar(
  out: string, har: Har | undefined, netlog: NetLogContents | undefined, pages: readonly HarPage[],
  entries: readonly HarEntry[], bodies: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const [name = 'Chromium', version = ''] = netlog?.file.browser.split(' ') ?? []
  const head = JSON.stringify({
    version: '1.2',
    creator: { name: 'tattle', version: '1' },
    browser: har?.log['browser'] ?? { name, version },
    ...har?.log['creator'] === undefined ? {} : { _recorder: har.log['creator'] },
    pages,
  })
  const lines = function* (): Generator<string> {
    yield `{"log":${head.slice(0, -1)},"entries":[\n`
    for (const [index, entry] of entries.entries()) yield `${index > 0 ? ',\n' : ''}${JSON.stringify(entry)}`
    yield '\n]}}\n'
  }
  const names = new Set<string>()
  for (const entry of entries) {
    for (const file of [bodyOf(entry)?._file, entry.response?.content?._file]) {
      if (typeof file === 'string') names.add(file)
    }
  }
  const zip = har?.zip
  const members = [...names].sort().flatMap((file): ZipMember[] => {
    const compress = !/\.(png|jpe?g|gif|webp|avif|woff2?|mp4|webm|gz|zip|br)$/i.test(file)
    const bytes = bodies.get(file)
    if (bytes !== undefined) return [{ name: file, content: Buffer.from(bytes), compress }]
    return zip?.has(file) === true ? [{ name: file, content: () => zip.stream(file), compress }] : []
  })
  const document = (): Promise<Readable> => Promise.resolve(Readable.from(lines(), { objectMode: false }))
  await writeZip(out, [{ name: 'har.har', content: document }, ...members])
}

/** Page and frame of a request of which Playwright did not tell them: unloading pages, workers. */
function placeIn(frames: Frames, request: NetLogRequest): Pick<HarEntry, 'pageref' | '_frameUrl' | '_pageUrl'> {
  const place = request.initiator === undefined ? undefined : frames.placeOf(request.initiator, request.startedAt)
  if (place === undefined) return {}
  return {
    ...place.pageref === '' ? {} : { pageref: place.pageref },
    _frameUrl: place.frameUrl,
    _pageUrl: place.pageUrl,
  }
}

/** Without a HAR: one page, from the first navigation on. */
function pagesOf(requests: readonly NetLogRequest[]): readonly HarPage[] {
  const first = requests.find((request) => request.mainFrame && request.sent)
  if (first === undefined) return []
  return [{ id: 'page_1', title: '', startedDateTime: new Date(first.startedAt).toISOString(), _url: first.url }]
}

/** The page that was opened last before; the first where there was none yet. */
function pageAt(pages: readonly HarPage[], time: number): string | undefined {
  let found: HarPage | undefined
  for (const page of pages) {
    const opened = Date.parse(String(page.startedDateTime))
    if (found === undefined || (opened <= time && opened >= Date.parse(String(found.startedDateTime)))) found = page
  }
  return typeof found?.id === 'string' ? found.id : undefined
}

function bodyOf(entry: HarEntry): HarPostData | undefined {
  const postData = entry.request?.postData
  return typeof postData === 'object' && postData !== null ? postData : undefined
}

function urlOf(entry: HarEntry): string {
  const url = entry.request?.url
  return typeof url === 'string' ? url.replace(/#.*$/s, '') : ''
}

function methodOf(entry: HarEntry): string {
  const method = entry.request?.method
  return typeof method === 'string' ? method : ''
}

function timeOf(entry: HarEntry): number {
  return Date.parse(String(entry.startedDateTime))
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined
}

function toRecord(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
  return value as Readonly<Record<string, unknown>>
}

function toRecords(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.map(toRecord) : []
}
