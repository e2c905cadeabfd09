/**
 * Splits the URL of a request where a browser would, and tolerates what a browser would not write: spaces, odd ports,
 * raw non-ASCII. Works on UTF-8 bytes, because offsets of matches are counted in them; every delimiter is ASCII.
 */
import { domainToASCII } from 'node:url'

/**
 * Byte ranges `[start, end)` of the URL's UTF-8 form; `query` without its `?`. The fragment, never sent, is in none.
 */
export interface UrlParts {
  readonly bytes: Buffer
  /** Lower case, IDN as punycode, IPv6 in brackets, without port and final dot. */
  readonly host: string
  /** What stands before the `@`, user name and password; empty in most. */
  readonly userinfoStart: number
  readonly userinfoEnd: number
  readonly hostStart: number
  readonly hostEnd: number
  readonly pathStart: number
  readonly pathEnd: number
  readonly queryStart: number
  readonly queryEnd: number
}

const AT = 0x40
const COLON = 0x3a
const HASH = 0x23
const QUESTION = 0x3f
const SLASH = 0x2f
const BACKSLASH = 0x5c
const OPENING = 0x5b
const CLOSING = 0x5d

/** Parts of an http, https, ws or wss URL; undefined where it has no host. */
export function splitUrl(url: string): UrlParts | undefined {
  const scheme = /^\s*(?:https?|wss?):[\\/]{2}/i.exec(url)
  if (scheme === null) return undefined
  const bytes = Buffer.from(url)
  const authorityStart = Buffer.byteLength(scheme[0])
  let end = bytes.indexOf(HASH, authorityStart)
  if (end < 0) end = bytes.length
  let authorityEnd = authorityStart
  while (authorityEnd < end && !endsAuthority(bytes[authorityEnd]!)) authorityEnd++
  const question = bytes.indexOf(QUESTION, authorityEnd)
  const pathEnd = question < 0 || question >= end ? end : question

  const at = bytes.subarray(authorityStart, authorityEnd).lastIndexOf(AT)
  const hostStart = authorityStart + at + 1
  const hostEnd = endOfHost(bytes, hostStart, authorityEnd)
  const host = toHost(bytes.toString('utf8', hostStart, hostEnd))
  if (host === '') return undefined
  return {
    bytes, host, userinfoStart: authorityStart, userinfoEnd: Math.max(authorityStart, hostStart - 1), hostStart, hostEnd,
    pathStart: authorityEnd, pathEnd,
    queryStart: Math.min(pathEnd + 1, end), queryEnd: end,
  }
}

/** The host of a URL as `splitUrl` gives it, or `''`. */
export function hostOf(url: string): string {
  return splitUrl(url)?.host ?? ''
}

function endsAuthority(byte: number): boolean {
  return byte === SLASH || byte === QUESTION || byte === BACKSLASH
}

function endOfHost(bytes: Buffer, start: number, end: number): number {
  if (bytes[start] === OPENING) {
    const closing = bytes.indexOf(CLOSING, start)
    return closing < 0 || closing >= end ? end : closing + 1
  }
  const colon = bytes.indexOf(COLON, start)
  return colon < 0 || colon >= end ? end : colon
}

function toHost(written: string): string {
  const name = written.toLowerCase().replace(/\.$/, '')
  if (/^[\x21-\x7e]*$/.test(name)) return name
  return domainToASCII(name.trim()) || name.trim()
}
