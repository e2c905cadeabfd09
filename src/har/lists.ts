/**
 * Which lists of an entry say nothing that is needed: the query's pairs, which stand in the URL; the request's cookies,
 * which stand in its Cookie header; the response's headers where none of them is ever asked for. Together they are half
 * of what a browser writes of an entry. Only what was seen before the list ends counts: where a producer writes things in
 * another order, or as nobody does, the list stays.
 */
import { COOKIES, HEADERS, QUERY_STRING } from './keys.js'

export interface Lists {
  /** Strings of the list's elements are to be shown to `seeString`. */
  readonly isWatching: boolean
  /** An entry begins. */
  begin(): void
  /** The request's URL, whose first byte stands at `start`; negative where it began in an earlier chunk. */
  seeUrl(buffer: Buffer, start: number, end: number): void
  /** A list begins under the key `key`. */
  beginList(key: number, isRequest: boolean): void
  seeString(buffer: Buffer, start: number, end: number): void
  /** A chunk ends: what follows in the next one does not continue what was seen. */
  pause(): void
  /** Says whether the list that ends can be left out. */
  endList(): boolean
}

const HASH = 0x23
const QUESTION = 0x3f
/** Strings of an element in their order, the last being any, and the sign that stands before each. */
const COOKIE_HEADER = [
  { before: 0x7b, word: 'name' }, { before: 0x3a, word: 'cookie' }, { before: 0x2c, word: 'value' }, { before: 0x3a, word: undefined },
]

export function createLists(): Lists {
  let hasQuery = false
  let hasCookie = false
  let isWatching = false
  let key = 0
  let isRequest = false
  let mayBeAsked = false
  /** How much of COOKIE_HEADER the last strings were. */
  let matched = 0

  return {
    get isWatching() {
      return isWatching
    },
    begin() {
      hasQuery = false
      hasCookie = false
      isWatching = false
    },
    seeUrl(buffer, start, end) {
      hasQuery = start >= 0 && isWithQuery(buffer, start, end)
    },
    beginList(ofKey, ofRequest) {
      key = ofKey
      isRequest = ofRequest
      isWatching = key === HEADERS
      mayBeAsked = false
      matched = 0
    },
    seeString(buffer, start, end) {
      if (!isRequest) mayBeAsked ||= isAskedFor(buffer, start, end - start)
      else if (!isNext(buffer, start, end, matched)) matched = isNext(buffer, start, end, 0) ? 1 : 0
      else if (++matched === COOKIE_HEADER.length) {
        hasCookie = true
        matched = 0
      }
    },
    pause() {
      matched = 0
    },
    endList() {
      isWatching = false
      if (key === QUERY_STRING) return isRequest && hasQuery
      if (key === COOKIES) return isRequest && hasCookie
      return !isRequest && !mayBeAsked
    },
  }
}

/** A query of at least one byte, and no fragment before it. */
function isWithQuery(buffer: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if (buffer[at] === HASH) return false
    if (buffer[at] === QUESTION) return at + 1 < end && buffer[at + 1] !== HASH
  }
  return false
}

/** May be `location`, `set-cookie` or `non-authoritative-reason`, by length and first letter. */
function isAskedFor(buffer: Buffer, start: number, length: number): boolean {
  const first = buffer[start]! | 0x20
  return (length === 8 && first === 0x6c) || (length === 10 && first === 0x73) || (length === 24 && first === 0x6e)
}

function isNext(buffer: Buffer, start: number, end: number, index: number): boolean {
  const { before, word } = COOKIE_HEADER[index]!
  if (word !== undefined && !isEqual(buffer, start, end, word)) return false
  let at = start - 2
  while (at > 0 && buffer[at]! <= 0x20) at--
  return buffer[at] === before
}

function isEqual(buffer: Buffer, start: number, end: number, word: string): boolean {
  if (end - start !== word.length) return false
  for (let at = start; at < end; at++) if ((buffer[at]! | 0x20) !== word.charCodeAt(at - start)) return false
  return true
}
