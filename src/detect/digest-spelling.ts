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
const UNDERLINED = folded('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+_')
/** Bytes that make four signs of base64. */
const GROUP = 3

/** Calls `next` for each of the spellings, in the same order, once its first bytes are in `start`, which is `SHORTEST_SPELLING` long. */
export function eachStart(digest: Uint8Array, start: Uint8Array, next: () => void): void {
  for (let at = 0; at < SHORTEST_SPELLING; at++) start[at] = HEX[(digest[at >> 1]! >> (at & 1 ? 0 : 4)) & 15]!
  next()
  if (digest.length < (SHORTEST_SPELLING / 4) * GROUP) return
  toBase64(digest, BASE64, start)
  next()
  if (!hasSlash(digest)) return
  toBase64(digest, UNDERLINED, start)
  next()
}

function toBase64(digest: Uint8Array, signs: Uint8Array, start: Uint8Array): void {
  for (let at = 0; at < SHORTEST_SPELLING; at++) start[at] = signs[signAt(digest, at)]!
}

/** Six bits; beyond the end of the digest are zeros. */
function signAt(digest: Uint8Array, index: number): number {
  const bit = 6 * index
  const at = bit >> 3
  return (((digest[at]! << 8) | (digest[at + 1] ?? 0)) >> (10 - (bit & 7))) & 63
}

function hasSlash(digest: Uint8Array): boolean {
  for (let bit = 0; bit < 8 * digest.length; bit += 6) if (signAt(digest, bit / 6) === 63) return true
  return false
}
