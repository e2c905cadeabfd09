/** Values in the addresses of pages: the page that a request comes from stands in its Referer, and in what it sends. */
import type { Exchange } from '../model.js'

const LONGEST_URL = 500
const BEFORE = /https?:\/\/(?:[^\s"'<>\\/?#@]*@)?([^\s"'<>\\/?#@:]+)(?::\d+)?(?=[/?#])[^\s"'<>\\]*[/=,]$/i
/** What ends a segment of a path, or a parameter. */
const ENDS: ReadonlySet<number> = new Set(Buffer.from('/?&#;," \r\n<>\\'))

/**
 * Host of the address in whose path or query `[start, end)` is a whole segment or value; undefined where it stands
 * otherwise.
 */
export function hostOfPage(text: Uint8Array, start: number, end: number): string | undefined {
  if (end < text.length && !ENDS.has(text[end]!)) return undefined
  const from = Math.max(0, start - LONGEST_URL)
  const before = Buffer.from(text.buffer, text.byteOffset + from, start - from).toString('latin1')
  return BEFORE.exec(before)?.[1]?.toLowerCase()
}

/** Hosts of the pages that a request comes from, as far as the capture says. */
export function hostsOfPages({ pageUrl, pageTitle, fields }: Pick<Exchange, 'pageUrl' | 'pageTitle' | 'fields'>): ReadonlySet<string> {
  const addresses = [pageUrl, pageTitle]
  for (const { part, name, value } of fields) {
    if (part === 'referer' || (part === 'header' && /^origin$/i.test(name))) addresses.push(Buffer.from(value).toString('latin1'))
  }
  return new Set(addresses.flatMap((address) => /^https?:\/\/([^/?#:@\s]+)/i.exec(address ?? '')?.[1]?.toLowerCase() ?? []))
}
