/** What the events hold, made typed: strings, header lists, addresses, bytes. */
import { isUtf8 } from 'node:buffer'
import { toRecord } from '../../shapes.js'
import type { Params } from './read.js'

export type Header = readonly [name: string, value: string]

export function toText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** Whether an initiator is a page's: an origin, or `null` for one that stands alone. */
export function isOfPage(initiator: string): boolean {
  return initiator !== '' && initiator !== 'not an origin'
}

/** Id of the source that an event points at; NaN when it points at none. */
export function dependencyOf(params: Params): number {
  const id = toRecord(params['source_dependency'])['id']
  return typeof id === 'number' ? id : NaN
}

export function bytesOf(params: Params): Buffer {
  return Buffer.from(toText(params['bytes']), 'base64')
}

/** `name: value` lines; lines without a colon (the status line) are left out. Pseudo headers keep their first colon. */
export function headersOf(params: Params): readonly Header[] {
  const lines = params['headers']
  if (!Array.isArray(lines)) return []
  const headers: Header[] = []
  for (const each of lines) {
    const line = unescape(toText(each))
    const colon = line.indexOf(':', 1)
    if (colon > 0) headers.push([line.slice(0, colon), line.slice(colon + 1).trim()])
  }
  return headers
}

export function headerOf(headers: readonly Header[], name: string): string | undefined {
  return headers.find((each) => each[0].toLowerCase() === name)?.[1]
}

/** Status of the first line of a response; 0 when there is none. */
export function statusOf(params: Params): number {
  const lines = params['headers']
  const first = Array.isArray(lines) ? toText(lines[0]) : ''
  return Number(/^HTTP\/\d(?:\.\d)? (\d{3})/.exec(first)?.[1] ?? 0)
}

/** `https://site.test https://frame.test` → `https://site.test`, the first of a key by which Chromium keeps sites apart. */
export function topSiteOf(key: unknown): string | undefined {
  const [site = ''] = toText(key).split(' ')
  return /^\w+:\/\//.test(site) ? site : undefined
}

/** `[::1]:443` → `::1`. */
export function hostOfAddress(address: string): string | undefined {
  const found = /^\[([^\]]+)\](?::\d+)?$/.exec(address) ?? /^([^:]+)(?::\d+)?$/.exec(address)
  return found?.[1]
}

/** Chromium marks a string with bytes beyond ASCII and percent-encodes it whole. */
function unescape(text: string): string {
  if (!text.startsWith('%ESCAPED:')) return text
  const escaped = text.slice('%ESCAPED:'.length).replace(/^[^ ]* /, '')
  const raw = escaped.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  const bytes = Buffer.from(raw, 'latin1')
  return bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1')
}
