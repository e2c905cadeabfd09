/** Base64 (RFC 4648 §4 and §5), both alphabets at once, as base64 and jwt read it. */
import { ALPHANUMERIC_CHARACTERS, valuesOf } from './runs.js'
import type { Segment } from './decoder.js'

const SYMBOLS = { '+': 62, '-': 62, '/': 63, '_': 63 }
const VALUES: Uint8Array = toValues()
export const BASE64_BYTES: Uint8Array = VALUES.map((value) => (value === 255 ? 0 : 1))

function toValues(): Uint8Array {
  const values = valuesOf(ALPHANUMERIC_CHARACTERS)
  for (const [character, value] of Object.entries(SYMBOLS)) values[character.charCodeAt(0)] = value
  return values
}

/** How many bytes `characters` characters stand for. */
function base64Size(characters: number): number {
  return Math.floor((characters * 3) / 4)
}

/** The 24 bits of the four characters at `at`. */
export function base64Group(input: Uint8Array, at: number): number {
  const high = (VALUES[input[at]!]! << 18) | (VALUES[input[at + 1]!]! << 12)
  return high | (VALUES[input[at + 2]!]! << 6) | VALUES[input[at + 3]!]!
}

/** Byte `index` of what the run that begins at `start` stands for; the run must reach that far. */
export function base64Byte(input: Uint8Array, start: number, index: number): number {
  const at = start + Math.floor(index / 3) * 4 + (index % 3)
  const high = VALUES[input[at]!]!
  const low = VALUES[input[at + 1]!]!
  if (index % 3 === 0) return (high << 2) | (low >> 4)
  return index % 3 === 1 ? ((high & 15) << 4) | (low >> 2) : ((high & 3) << 6) | low
}

/** What the characters of `[start, end)`, all of the alphabet, stand for. */
export function decodeBase64(input: Uint8Array, start: number, end: number): Uint8Array {
  const bytes = new Uint8Array(base64Size(end - start))
  let to = 0
  let at = start
  for (; at + 4 <= end; at += 4) {
    const group = base64Group(input, at)
    bytes[to++] = group >> 16
    bytes[to++] = group >> 8
    bytes[to++] = group
  }
  for (const from = to; to < bytes.length; to++) bytes[to] = base64Byte(input, at, to - from)
  return bytes
}

/** The group of four characters that byte `offset` of the segment came from. */
export function locateBase64(segment: Segment, offset: number): number {
  return Math.min(segment.start + Math.floor(offset / 3) * 4, segment.end)
}
