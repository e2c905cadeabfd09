/** Whether a request left the browser. */
import type { Delivery } from '../model.js'
import type { HarEntry } from '../har/types.js'
import type { Header } from './fields.js'

/**
 * Reasons, in the words of Chrome, Firefox and WebKit, for which nothing of the request was sent: first those that lie with
 * the machine and its network. The name was not resolved, no connection came about (a refused certificate included: TLS
 * comes before the request), or something blocked it.
 */
const HINDERED = [
  'ERR_NAME_', 'ERR_BLOCKED_BY_(?:CLIENT|ADMINISTRATOR)', 'ERR_INTERNET_DISCONNECTED', 'ERR_NETWORK_ACCESS_DENIED',
  'ERR_CONNECTION_(?:REFUSED|TIMED_OUT|FAILED)', 'ERR_ADDRESS_(?:INVALID|UNREACHABLE)',
  'ERR_(?:PROXY|TUNNEL|SOCKS)_CONNECTION_FAILED',
  'NS_ERROR_(?:UNKNOWN_HOST|CONNECTION_REFUSED|CONTENT_BLOCKED|OFFLINE)', 'NS_ERROR_[A-Z_]+_URI$', 'blocked ?by(?!.?csp)',
  'ENOTFOUND', 'ECONNREFUSED', 'could not (?:resolve|connect)', 'host ?name could not be found', 'not resolved',
]
/** Then those that hold for every visitor: what the page asked for is sent by no browser, least of all to a bad certificate. */
const REFUSED = [
  'ERR_BLOCKED_BY_CSP', 'blocked ?by.?csp', '^csp$', 'mixed-content', 'ERR_UNSAFE_PORT', 'NS_ERROR_PORT_ACCESS_NOT_ALLOWED',
  'ERR_CERT_', 'ERR_SSL_', 'ERR_CACHE_MISS', 'ERR_INVALID_URL', 'ERR_(?:DISALLOWED|UNKNOWN)_URL_SCHEME',
]
const NEVER_SENT = new RegExp([...HINDERED, ...REFUSED].join('|'), 'i')
const NOT_FROM_HERE = new RegExp(HINDERED.join('|'), 'i')

/** What the capture says; `unknown` where it shows neither a response nor a reason that excludes sending. */
export function deliveryOf(entry: HarEntry, responseHeaders: readonly Header[]): Delivery {
  const stated = entry._delivery
  if (stated === 'sent' || stated === 'attempted' || stated === 'unknown') return stated
  const { response } = entry
  if (typeof response !== 'object' || response === null) return 'unknown'
  if (isAnsweredInside(entry, responseHeaders)) return 'attempted'
  const { status } = response
  if (typeof status === 'number' && status > 0) return 'sent'
  return failuresOf(entry).some((reason) => NEVER_SENT.test(reason)) ? 'attempted' : 'unknown'
}

/** Why a request that was only attempted could not be sent from here, while others may: `ERR_NAME_NOT_RESOLVED`, or `''`. */
export function hindranceOf(entry: HarEntry): string | undefined {
  const reason = failuresOf(entry).find((text) => NOT_FROM_HERE.test(text))
  return reason === undefined ? undefined : /\b(?:NS_)?ERR(?:OR)?_[A-Z_]{3,60}\b/.exec(reason)?.[0] ?? ''
}

function failuresOf({ response }: HarEntry): string[] {
  return [response?._failureText, response?._error, response?.statusText].filter((reason) => typeof reason === 'string')
}

/**
 * The browser's own cache, or its own redirect (HSTS), gave the answer; nothing went out. A server can send the header of
 * such a redirect too, but then it has an address.
 */
function isAnsweredInside(entry: HarEntry, responseHeaders: readonly Header[]): boolean {
  if (entry._fromCache === 'disk' || entry._fromCache === 'memory') return true
  const hasServer = typeof entry.serverIPAddress === 'string' && entry.serverIPAddress !== ''
  return entry.response?.status === 307 && !hasServer && responseHeaders.some(({ name }) => name === 'non-authoritative-reason')
}
