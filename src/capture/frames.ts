/** Which frame and which page asked, from the documents that Playwright saw load into each frame. */
import { addTo } from '../grouped.js'
import type { HarEntry } from '../har/types.js'
import { createLatest } from './latest.js'

export interface FrameUrls { readonly _frameUrl?: string, readonly _pageUrl?: string }

export interface Place {
  readonly pageref: string
  readonly frameUrl: string
  readonly pageUrl: string
  /** When the next document in its frame was answered, in wall milliseconds; absent: none came. */
  readonly leftAt?: number | undefined
}

/** When an entry was sent and answered, in wall milliseconds of one clock; NaN where that is not known. */
export interface EntryTimes { readonly startedAt: number, readonly respondedAt: number }

export interface Frames {
  /** Frame and page of each HAR entry, in its order; nothing where the entry has them already, or they are unknown. */
  readonly ofEntries: readonly FrameUrls[]
  /**
   * Where a request of which Playwright did not tell most likely came from: of the documents of its origin the one that
   * its Referer names, else the last. Playwright tells what a page asks for while it is there, so that it is the one that
   * is being left until the next in its frame is known to be there, and a moment longer for what only a page that is being
   * left sends so: `isFarewell`.
   */
  placeOf(origin: string, time: number, referer?: string, isFarewell?: boolean): Place | undefined
}

/** A document and the frame that it was loaded into. */
interface Loaded {
  readonly url: string
  readonly pageref: string
  readonly askedAt: number
  /** It takes the place of the frame's last document not when it is asked for, but when it is answered. */
  readonly from: number
  /** When it first asked for something. */
  firstAsked: number
  /** By then the one before it has said its last word, or something was done on this one, or it has been left itself. */
  settled: number
}

/** What a page that is being left sends reaches the network within this, though the next has come. */
const longestFarewell = 1_000
/** And within this, though the next has asked for something: that comes on a shorter way. */
const longestOverlap = 300

/**
 * `times`: of the entries, in their order; `acted`: of what the scenario did. The first frame of a page that loads a document
 * is its top frame. A document belongs to the page that it makes, not to the one that it was asked from.
 */
export function createFrames(
  entries: readonly HarEntry[], times: readonly EntryTimes[], acted: readonly number[] = [],
): Frames {
  const actedNext = createLatest(acted, (time) => -time) // of negative times the latest is the one that followed first
  const topFrames = new Map<string, string>()
  const loaded = new Map<number, Loaded>()
  const inFrame = new Map<string, Loaded[]>()
  for (const [index, entry] of entries.entries()) {
    const [frame, pageref, url] = [frameOf(entry), text(entry.pageref), text(entry.request?.url)]
    const loads = entry._resourceType === 'document' && /^https?:/i.test(url) && makesDocument(entry.response?.status)
    if (!loads || frame === '') continue
    if (pageref !== '' && !topFrames.has(pageref)) topFrames.set(pageref, frame)
    const { startedAt: askedAt = NaN, respondedAt = NaN } = times[index] ?? {}
    const from = Number.isNaN(respondedAt) ? askedAt : respondedAt
    const before = inFrame.get(frame)?.at(-1)
    if (before !== undefined) before.settled = Math.min(before.settled, from)
    const document = { url, pageref, askedAt, from, firstAsked: Infinity, settled: Math.min(from + longestFarewell, actedNext(-from) ?? Infinity) }
    loaded.set(index, document)
    addTo(inFrame, frame, document)
  }
  const latestIn = new Map([...inFrame].map(([frame, all]) => [frame, createLatest(all, ({ from }) => from)]))
  /** Where none was answered yet, the first that was asked for. */
  const documentIn = (frame: string, time: number): Loaded | undefined => {
    const [first] = inFrame.get(frame) ?? []
    return latestIn.get(frame)?.(time) ?? (first !== undefined && first.askedAt <= time ? first : undefined)
  }
  const topOf = (pageref: string, time: number): Loaded | undefined => documentIn(topFrames.get(pageref) ?? '', time)
  const ofEntries = entries.map((entry, index): FrameUrls => {
    const time = times[index]?.startedAt ?? NaN
    const [frame, pageref, own] = [frameOf(entry), text(entry.pageref), loaded.get(index)]
    const document = own ?? documentIn(frame, time)
    if (own === undefined && document !== undefined) document.firstAsked = Math.min(document.firstAsked, time)
    const top = own !== undefined && topFrames.get(pageref) === frame ? own : topOf(pageref, time)
    return {
      ...entry._frameUrl === undefined && document !== undefined ? { _frameUrl: document.url } : {},
      ...entry._pageUrl === undefined && top !== undefined ? { _pageUrl: top.url } : {},
    }
  })

  const ofOrigins = new Map<string, (Place & { readonly at: number })[]>()
  const ofFarewells = new Map<string, (Place & { readonly at: number })[]>()
  const ofUrls = new Map<string, (Place & { readonly at: number })[]>()
  for (const [frame, all] of inFrame) {
    for (const [index, { url, pageref, askedAt, from, firstAsked, settled }] of all.entries()) {
      const pageUrl = topFrames.get(pageref) === frame ? url : topOf(pageref, from)?.url ?? url
      const isNext = index > 0 && originOf(all[index - 1]?.url ?? '') === originOf(url)
      const place = { pageref, frameUrl: url, pageUrl, leftAt: all[index + 1]?.from }
      addTo(ofOrigins, originOf(url), { ...place, at: isNext ? Math.min(firstAsked, settled) : askedAt })
      addTo(ofFarewells, originOf(url), { ...place, at: isNext ? Math.min(firstAsked + longestOverlap, settled) : askedAt })
      addTo(ofUrls, url.replace(/#.*$/s, ''), { ...place, at: askedAt })
    }
  }
  const [atOrigin, atFarewell, atUrl] = [ofOrigins, ofFarewells, ofUrls].map((places) =>
    new Map([...places].map(([name, all]) => [name, createLatest(all, ({ at }) => at)])))
  return {
    ofEntries,
    placeOf: (origin, time, referer = '', isFarewell = false) =>
      (originOf(referer) === origin ? atUrl?.get(referer)?.(time) : undefined)
      ?? (isFarewell ? atFarewell : atOrigin)?.get(origin)?.(time),
  }
}

function frameOf(entry: HarEntry): string {
  return text((entry as { readonly _frameref?: unknown })._frameref)
}

/** Redirects, empty answers and failures leave the frame as it was. */
function makesDocument(status: unknown): boolean {
  if (typeof status !== 'number' || status < 200 || status === 204 || status === 205) return false
  return status < 300 || status >= 400
}

function originOf(url: string): string {
  try {
    return new URL(url).origin
  } catch {
    return ''
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
