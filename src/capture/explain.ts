/** Why a HAR entry has no counterpart among the requests that left the browser. */
import type { HarEntry, HarResponse } from '../har/types.js'

export interface Explanation {
  readonly why: string
  /** What the entry then says of itself. */
  readonly delivery: 'attempted' | 'unknown'
  readonly ofBrowser: boolean
}

/** Undefined where nothing explains it: then the NetLog lacks a request. */
export function explainUnsent(entry: HarEntry, url: string): Explanation | undefined {
  const attempted = (why: string): Explanation => ({ why, delivery: 'attempted', ofBrowser: false })
  if (!/^(https?|wss?):/i.test(url)) return attempted('its URL names nothing on the network')
  const extra: PlaywrightMarks = entry
  if (extra._apiRequestRef !== undefined) {
    return { why: 'the test sent it itself, not the browser', delivery: 'unknown', ofBrowser: true }
  }
  if (extra._wasFulfilled === true || extra._wasAborted === true) return attempted('a route of the test answered it')
  const response: AnswerMarks = entry.response ?? {}
  if (typeof response.status !== 'number' || response.status <= 0) {
    return attempted(`it failed before it was sent (${String(response._failureText ?? 'no answer')})`)
  }
  // Answers of caches and service workers cost no bytes. A WebSocket has none of these marks.
  if (/^wss?:/i.test(url)) return undefined
  const bytes = typeof response._transferSize === 'number' ? response._transferSize : -1
  const fromElsewhere = bytes === 0 || (bytes < 0 && entry.serverIPAddress === undefined)
  return fromElsewhere ? attempted('a cache or a service worker answered it') : undefined
}

interface PlaywrightMarks extends HarEntry {
  readonly _apiRequestRef?: unknown
  readonly _wasFulfilled?: unknown
  readonly _wasAborted?: unknown
}

interface AnswerMarks extends HarResponse { readonly _transferSize?: unknown }
