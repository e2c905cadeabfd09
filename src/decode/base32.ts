/** The frame of the decoders of base 32: whole tokens, five bits a character. */
import type { Decoder } from './decoder.js'
import { isPlausible } from './plausible.js'
import { ALPHANUMERIC, createEmitter, nextToken, runEnd, TOKEN_TRIGGERS } from './runs.js'
import { hexDigit, nextTextState } from './text.js'

/** What holds Latin-1 or a binary format must be longer to be believed. */
const MIN_BINARY = 16
const EQUALS = 0x3d
/** Lengths that no encoder produces, modulo 8. */
const WRONG_LENGTHS = [1, 3, 6]

export interface Base32 {
  /** Tables of 256 with the value of each character, 255 for all others; of the capitals and of the small letters. */
  readonly capitals: Uint8Array
  readonly small: Uint8Array
  readonly min: number
  /** What is hexadecimal as well is left alone: digests and ids are, and hardly a text. */
  readonly hasHex?: boolean
}

/** All of a decoder but its examples. */
export function createBase32({ capitals, small, min, hasHex = false }: Base32): Omit<Decoder, 'examples'> {
  return {
    triggers: TOKEN_TRIGGERS,
    gate: (input) => nextToken(input, ALPHANUMERIC, min) >= 0,
    decode(input, emit, limit, refuse) {
      const put = createEmitter(emit, limit, refuse)
      for (let start = nextToken(input, ALPHANUMERIC, min); start >= 0; ) {
        const end = runEnd(input, ALPHANUMERIC, start)
        if (!WRONG_LENGTHS.includes((end - start) % 8) && !(hasHex && isHex(input, start, end))) {
          const values = isSmall(input, start, end) ? small : capitals
          const verdict = judge(input, start, end, values)
          if (verdict > 0 || (verdict === 0 && end - start >= MIN_BINARY)) {
            const bytes = toBytes(input, start, end, values)
            if ((verdict > 0 || isPlausible(bytes)) && !put(bytes, start, paddedEnd(input, end))) return
          }
        }
        start = nextToken(input, ALPHANUMERIC, min, end)
      }
    },
    locate: (_input, segment, offset) => Math.min(segment.start + Math.floor(offset / 5) * 8, segment.end),
  }
}

function isHex(input: Uint8Array, start: number, end: number): boolean {
  let at = start
  while (at < end && hexDigit(input[at]) >= 0) at++
  return at === end
}

/** Whether the first letter of the token is small. */
function isSmall(input: Uint8Array, start: number, end: number): boolean {
  let at = start
  while (at < end && input[at]! < A) at++
  return at < end && input[at]! >= SMALL_A
}

const A = 0x41
const SMALL_A = 0x61

/** Whether the token is base32 whose bytes read as text (1), may be binary (0), or no base32 (-1). */
function judge(input: Uint8Array, start: number, end: number, values: Uint8Array): number {
  let state = 0
  let bits = 0
  let held = 0
  let size = 0
  for (let at = start; at < end; at++) {
    const value = values[input[at]!]!
    if (value === 255) return -1
    bits = ((bits << 5) | value) & 0xfff
    held += 5
    if (held < 8) continue
    held -= 8
    size++
    if (state >= 0) state = nextTextState(state, (bits >> held) & 0xff)
    if (state < 0 && end - start < MIN_BINARY) return -1
  }
  return state === 0 && size > 0 ? 1 : 0
}

function toBytes(input: Uint8Array, start: number, end: number, values: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(Math.floor(((end - start) * 5) / 8))
  let bits = 0
  let held = 0
  let to = 0
  for (let at = start; at < end; at++) {
    bits = ((bits << 5) | values[input[at]!]!) & 0xfff
    held += 5
    if (held < 8) continue
    held -= 8
    bytes[to++] = (bits >> held) & 0xff
  }
  return bytes
}

function paddedEnd(input: Uint8Array, end: number): number {
  let at = end
  while (at < end + 6 && input[at] === EQUALS) at++
  return at
}
