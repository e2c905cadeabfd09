/** Why a HAR entry has no counterpart among the requests that left the browser. */
import type { HarEntry } from '../har/types.js'

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
  const extra = entry as { readonly _apiRequestRef?: unknown, readonly _wasFulfilled?: unknown, readonly _wasAborted?: unknown }
  if (extra._apiRequestRef !== undefined) {
    return { why: 'the test sent it itself, not the browser', delivery: 'unknown', ofBrowser: true }
  }
  if (extra._wasFulfilled === true || extra._wasAborted === true) return attempted('a route of the test answered it')
  const response: { readonly status?: unknown, readonly _transferSize?: unknown, readonly _failureText?: unknown } = entry.response ?? {}
  const status = typeof response.status === 'number' ? response.status : -1
  if (status <= 0) return attempted(`it failed before it was sent (${String(response._failureText ?? 'no answer')})`)
  if (response._transferSize === 0 || entry.serverIPAddress === undefined) {
    return attempted('a cache or a service worker answered it')
  }
  return undefined
}
