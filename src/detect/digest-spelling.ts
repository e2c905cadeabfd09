/**
 * How a digest is written: in hexadecimal, in base64, and in base64 with underlines for slashes where it has any. All of
 * them in full, for a needle; or the first bytes of each, folded as automaton.ts does, for the tables of digest-search.ts:
 * there are a hundred thousand digests of a thousand values, and as many strings would take a third of the time.
 */
import { FOLDED } from './automaton.js'

/** Digits of a digest by which it is known, for digests are cut: 64 bits do not come about by chance. */
export const KNOWN_BY = 16
/** No spelling is shorter. A digest of 64 bits has fewer in base64, and is looked for in hexadecimal and as a number. */
export const SHORTEST_SPELLING = 12

export interface Spelling {
  /** ASCII. */
  readonly text: string
  /** What follows where the digest was not cut short. */
  readonly rest: string
}

export function spellingsOf(digest: Uint8Array): Spelling[] {
  const bytes = Buffer.from(digest.buffer, digest.byteOffset, digest.length)
  const hex = bytes.toString('hex')
  const base64 = bytes.toString('base64').replace(/=+$/, '')
  const texts = base64.length < SHORTEST_SPELLING ? [] : base64.includes('/') ? [base64, base64.replaceAll('/', '_')] : [base64]
  return [{ text: hex.slice(0, KNOWN_BY), rest: hex.slice(KNOWN_BY) }, ...texts.map((text) => ({ text, rest: '' }))]
}

const folded = (signs: string): Uint8Array => Buffer.from(signs).map((byte) => FOLDED[byte]!)
const HEX = folded('0123456789abcdef')
const BASE64 = folded('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/')
const [SLASH = 0, UNDERLINE = 0] = folded('/_')
/** Bytes that make four signs of base64. */
const GROUP = 3

/** Calls `next` for each of the spellings, in the same order, once its first bytes are in `start`, which is `SHORTEST_SPELLING` long. */
export function eachStart(digest: Uint8Array, start: Uint8Array, next: () => void): void {
  for (let at = 0; at < SHORTEST_SPELLING; at += 2) {
    const byte = digest[at >> 1]!
    start[at] = HEX[byte >> 4]!
    start[at + 1] = HEX[byte & 15]!
  }
  next()
  if (digest.length < (SHORTEST_SPELLING / 4) * GROUP) return
  for (let at = 0, from = 0; at < SHORTEST_SPELLING; at += 4, from += GROUP) {
    const bits = bitsAt(digest, from)
    start[at] = BASE64[bits >> 18]!
    start[at + 1] = BASE64[(bits >> 12) & 63]!
    start[at + 2] = BASE64[(bits >> 6) & 63]!
    start[at + 3] = BASE64[bits & 63]!
  }
  next()
  if (!hasSlash(digest)) return
  for (let at = 0; at < SHORTEST_SPELLING; at++) if (start[at] === SLASH) start[at] = UNDERLINE
  next()
}

/** The three bytes from `at` on as one number; zeros behind the end of the digest, which is how base64 fills it up. */
function bitsAt(digest: Uint8Array, at: number): number {
  return (digest[at]! << 16) | (digest[at + 1]! << 8) | digest[at + 2]!
}

/** The slash is the sign of six ones. */
function hasSlash(digest: Uint8Array): boolean {
  for (let at = 0; at < digest.length; at += GROUP) {
    const bits = bitsAt(digest, at)
    if ((bits & 63) === 63 || ((bits >> 6) & 63) === 63 || ((bits >> 12) & 63) === 63 || bits >> 18 === 63) return true
  }
  return false
}
