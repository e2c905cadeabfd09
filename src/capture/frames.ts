/** Which frame and which page asked, from the documents that Playwright saw load into each frame. */
import type { HarEntry } from '../har/types.js'

export interface FrameUrls { readonly _frameUrl?: string, readonly _pageUrl?: string }

/**
 * For each entry, in its order, the URL of its frame and of the top frame of its page, where the entry does not have
 * them already. The first frame of a page that loads a document is its top frame. A document belongs to the page that it
 * makes, not to the one it was asked from.
 */
export function frameUrlsOf(entries: readonly HarEntry[]): readonly FrameUrls[] {
  const urls = new Map<string, string>()
  const topFrames = new Map<string, string>()
  return entries.map((entry) => {
    const frame = text((entry as { readonly _frameref?: unknown })._frameref)
    const page = text(entry.pageref)
    const url = text(entry.request?.url)
    if (entry._resourceType === 'document' && frame !== '' && /^https?:/i.test(url)) {
      const status = entry.response?.status
      if (page !== '' && !topFrames.has(page)) topFrames.set(page, frame)
      if (typeof status === 'number' && status > 0 && (status < 300 || status >= 400) && status !== 204) urls.set(frame, url)
    }
    const frameUrl = urls.get(frame)
    const pageUrl = urls.get(topFrames.get(page) ?? '')
    return {
      ...entry._frameUrl === undefined && frameUrl !== undefined ? { _frameUrl: frameUrl } : {},
      ...entry._pageUrl === undefined && pageUrl !== undefined ? { _pageUrl: pageUrl } : {},
    }
  })
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
