/** Which frame and which page asked, from the documents that Playwright saw load into each frame. */
import { addTo } from '../grouped.js'
import type { HarEntry } from '../har/types.js'
import { createLatest } from './latest.js'

export interface FrameUrls { readonly _frameUrl?: string, readonly _pageUrl?: string }

export interface Place { readonly pageref: string, readonly frameUrl: string, readonly pageUrl: string }

export interface Frames {
  /** Frame and page of each HAR entry, in its order; nothing where the entry has them already, or they are unknown. */
  readonly ofEntries: readonly FrameUrls[]
  /** Where a request of this origin most likely came from at this time: its document that loaded last. */
  placeOf(origin: string, time: number): Place | undefined
}

/**
 * The first frame of a page that loads a document is its top frame. A document belongs to the page that it makes, not
 * to the one that it was asked from.
 */
export function createFrames(entries: readonly HarEntry[]): Frames {
  const urls = new Map<string, string>()
  const topFrames = new Map<string, string>()
  const documents = new Map<string, (Place & { readonly at: number })[]>()
  const ofEntries = entries.map((entry): FrameUrls => {
    const frame = text((entry as { readonly _frameref?: unknown })._frameref)
    const pageref = text(entry.pageref)
    const url = text(entry.request?.url)
    const loads = entry._resourceType === 'document' && /^https?:/i.test(url) && makesDocument(entry.response?.status)
    if (loads && frame !== '') {
      if (pageref !== '' && !topFrames.has(pageref)) topFrames.set(pageref, frame)
      urls.set(frame, url)
      addTo(documents, originOf(url), {
        pageref, frameUrl: url, pageUrl: urls.get(topFrames.get(pageref) ?? '') ?? url,
        at: Date.parse(text(entry.startedDateTime)),
      })
    }
    const frameUrl = urls.get(frame)
    const pageUrl = urls.get(topFrames.get(pageref) ?? '')
    return {
      ...entry._frameUrl === undefined && frameUrl !== undefined ? { _frameUrl: frameUrl } : {},
      ...entry._pageUrl === undefined && pageUrl !== undefined ? { _pageUrl: pageUrl } : {},
    }
  })
  const latest = new Map([...documents].map(([origin, all]) => [origin, createLatest(all, ({ at }) => at)]))
  return { ofEntries, placeOf: (origin, time) => latest.get(origin)?.(time) }
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
