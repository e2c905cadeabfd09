/** Base64 (RFC 4648 §4 and §5), both alphabets at once, as base64 and jwt read it. */
import type { Segment } from './decoder.js'
import { ALPHANUMERIC_CHARACTERS, valuesOf } from './runs.js'
import { isOrdinary, nextTextState } from './text.js'

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

/** Characters that must read as text, to be told from noise. */
const ENOUGH = 24
/** So many that are text need not be words. */
const LONG = 16
const GZIP = 0x1f8b08
const ZLIB = 0x789c

/**
 * Whether the run `[start, end)`, once each character is replaced (`table` of 256) and the whole turned round where
 * `isTurned`, is base64 of text, or of what gzip and zlib begin with. `isShown`: something else tells that it is.
 */
export function hidesBase64(
  input: Uint8Array, start: number, end: number, table: Uint8Array, isTurned: boolean, isShown = false,
): boolean {
  const step = isTurned ? -1 : 1
  const first = isTurned ? end - 1 : start
  const length = end - start
  let state = 0
  let head = 0
  for (let index = 0; index + 4 <= length && index <= ENOUGH; index += 4) {
    const group = hiddenGroup(input, first + index * step, step, table)
    if (index === 0) head = group
    for (let shift = 16; shift >= 0 && state >= 0; shift -= 8) state = nextTextState(state, (group >> shift) & 0xff)
    if (state < 0 || state > 3) return length > ENOUGH && (head === GZIP || head >> 8 === ZLIB)
  }
  if (length >= LONG || isShown) return true
  const run = input.slice(start, end).map((byte) => table[byte]!)
  return isOrdinary(decodeBase64(isTurned ? run.reverse() : run, 0, length))
}

function hiddenGroup(input: Uint8Array, at: number, step: number, table: Uint8Array): number {
  let group = 0
  for (let index = 0; index < 4; index++) group = (group << 6) | VALUES[table[input[at + index * step]!]!]!
  return group
}

/** The group of four characters that byte `offset` of the segment came from. */
export function locateBase64(segment: Segment, offset: number): number {
  return Math.min(segment.start + Math.floor(offset / 3) * 4, segment.end)
}
