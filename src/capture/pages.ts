/** Pages of requests of which Playwright did not tell them. */
import type { HarPage } from '../har/types.js'
import type { Frames, FrameUrls } from './frames.js'
import { createLatest } from './latest.js'
import { headerOf } from './netlog/params.js'
import type { NetLogRequest } from './netlog/requests.js'

export interface PlaceOfRequest extends FrameUrls {
  readonly pageref?: string
  /** When its page had been left, in wall milliseconds; absent where it was still there. */
  readonly leftAt?: number
}

/** Page and frame of a request of which Playwright did not tell them: unloading pages, workers. `at`: when it was caused. */
export function placeIn(frames: Frames, request: NetLogRequest, at = request.startedAt, isFarewell = false): PlaceOfRequest {
  const referer = headerOf(request.headers, 'referer')
  const place = request.initiator === undefined ? undefined : frames.placeOf(request.initiator, at, referer, isFarewell)
  if (place === undefined) return {}
  return {
    ...place.pageref === '' ? {} : { pageref: place.pageref },
    _frameUrl: place.frameUrl,
    _pageUrl: place.pageUrl,
    ...isFarewell && place.leftAt !== undefined && place.leftAt < at ? { leftAt: place.leftAt } : {},
  }
}

/**
 * Tells of a request that the NetLog alone has whether a page sends such a thing as it is left. Shared workers do so, too;
 * where an origin has one, it cannot be told.
 */
export function createIsFarewell(requests: readonly NetLogRequest[]): (request: NetLogRequest) => boolean {
  const destinationOf = ({ headers }: NetLogRequest): string => headerOf(headers, 'sec-fetch-dest') ?? 'empty'
  const withWorkers = new Set(requests.filter((each) => destinationOf(each) === 'sharedworker').map(({ initiator }) => initiator))
  return (request) => request.ofScripts && /^(?:empty|image)$/.test(destinationOf(request)) && !withWorkers.has(request.initiator)
    && headerOf(request.headers, 'content-type') !== 'application/csp-report'
}

/** Without a HAR: one page, from the first navigation on. */
export function pagesOf(requests: readonly NetLogRequest[]): readonly HarPage[] {
  const first = requests.find((request) => request.mainFrame && request.sent)
  if (first === undefined) return []
  return [{ id: 'page_1', title: '', startedDateTime: new Date(first.startedAt).toISOString(), _url: first.url }]
}

/** Tells of a time the id of the page that was opened last before; of the first where there was none yet. */
export function createPageAt(pages: readonly HarPage[]): (time: number) => string | undefined {
  const latest = createLatest(pages, ({ startedDateTime }) => Date.parse(String(startedDateTime)))
  return (time) => {
    const id = (latest(time) ?? pages[0])?.id
    return typeof id === 'string' ? id : undefined
  }
}
