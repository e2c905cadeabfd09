/** The frame of the decoders of base 85: five characters for four bytes, a last group of fewer for one byte less. */
import type { Decoder } from './decoder.js'
import { isKnownBinary } from './plausible.js'
import { createEmitter } from './runs.js'
import { byteSet, isOrdinary, isUtf8Text, nextTextState, wholeCharacters } from './text.js'

/** Two groups, of which hardly one in a thousand random ones is text. */
const MIN = 10
const MIN_BINARY = 20
const QUOTE = 0x22
const OPENINGS = byteSet('{[')
/** Signs that base64, ids and addresses have not. */
const RARE = byteSet('!$()*;<>^`{|}~[]"')
const LARGEST = 0xffffffff

/**
 * All of a decoder but its examples, for the whole value, and in JSON for its strings: the alphabet has so many signs
 * that it ends at none of a text's. `values`: a table of 256 with the value of each character, 255 for all others.
 */
export function createBase85(values: Uint8Array): Omit<Decoder, 'examples'> {
  return {
    gate: (input) => input.length >= MIN && (isJson(input) || mayBe85(input, 0, input.length, values)),
    decode(input, emit, limit, refuse) {
      const put = createEmitter(emit, limit, refuse)
      const read = (start: number, end: number): boolean => {
        const bytes = toBytes85(input, start, end, values)
        return !bytes || put(bytes, start, end)
      }
      if (!read(0, input.length) || !isJson(input)) return
      for (let start = input.indexOf(QUOTE) + 1; start > 0; ) {
        const end = input.indexOf(QUOTE, start)
        if (end < 0 || !read(start, end)) return
        start = end + 1
      }
    },
    locate: (_input, segment, offset) => Math.min(segment.start + Math.floor(offset / 4) * 5, segment.end),
  }
}

/** Whether JSON begins here, or behind the little that a frame or a callback sets before it. */
function isJson(input: Uint8Array): boolean {
  let at = 0
  while (at < LONGEST_PREFIX && at < input.length && OPENINGS[input[at]!] === 0) at++
  return OPENINGS[input[at] ?? 0] === 1
}

const LONGEST_PREFIX = 16

/** The bytes of `[start, end)` where they are text, or a format that is read further. */
export function toBytes85(input: Uint8Array, start: number, end: number, values: Uint8Array): Uint8Array | undefined {
  const verdict = judge(input, start, end, values)
  if (verdict < 0) return undefined
  const bytes = new Uint8Array(Math.floor(((end - start) * 4) / 5))
  for (let at = start, to = 0; at < end; at += 5) {
    const number = groupAt(input, at, end, values)
    if (number < 0) return undefined
    for (let shift = 24; shift >= 0 && to < bytes.length; shift -= 8) bytes[to++] = Math.floor(number / 2 ** shift)
  }
  return (verdict === 1 ? isBelievable(bytes) : isKnownBinary(bytes)) ? bytes : undefined
}

/** What is short must be more than text by chance. */
function isBelievable(bytes: Uint8Array): boolean {
  if (bytes.length < LONG) return isUtf8Text(bytes) && isOrdinary(bytes)
  return isUtf8Text(bytes, restOfCharacter(bytes), wholeCharacters(bytes))
}

const LONG = 16

/** A piece of a longer text may begin in the midst of a character. */
function restOfCharacter(bytes: Uint8Array): number {
  let at = 0
  while (at < LONGEST_REST && isContinuation(bytes[at] ?? 0)) at++
  return at
}

const LONGEST_REST = 3
const isContinuation = (byte: number): boolean => (byte & 0xc0) === 0x80

/** Whether the first byte of a group that begins with this digit, a little more than thrice it, may be one of a text's. */
const beginsText = (digit: number): boolean => digit > 9 && digit < 79

/** Whether `toBytes85` may find something. */
export function mayBe85(input: Uint8Array, start: number, end: number, values: Uint8Array): boolean {
  return judge(input, start, end, values) >= 0
}

/** Whether the first two groups are text (1), it has some of the rarer signs and may be binary (0), or neither (-1). */
function judge(input: Uint8Array, start: number, end: number, values: Uint8Array): number {
  if (end - start < MIN || (end - start) % 5 === 1) return -1
  if (!beginsText(values[input[start]!]!) && end - start < MIN_BINARY) return -1
  let state = 0
  let isBegun = false
  for (let at = start; at < start + MIN; at += 5) {
    const number = groupAt(input, at, end, values)
    if (number < 0) return -1
    for (let shift = 24; shift >= 0 && state >= 0; shift -= 8) {
      const byte = Math.floor(number / 2 ** shift) & 0xff
      isBegun ||= !isContinuation(byte)
      if (isBegun) state = nextTextState(state, byte)
    }
  }
  // What counts beyond the low bits is no UTF-8.
  if (state >= 0 && state <= 3) return 1
  if (end - start < MIN_BINARY) return -1
  for (let at = start; at < end && values[input[at]!] !== 255; at++) if (RARE[input[at]!] === 1) return 0
  return -1
}

/** The number of the group at `at`, what lacks at the end filled with the highest digit; -1 where it is none. */
function groupAt(input: Uint8Array, at: number, end: number, values: Uint8Array): number {
  let number = 0
  for (let index = at; index < at + 5; index++) {
    const value = index < end ? values[input[index]!]! : 84
    if (value === 255) return -1
    number = number * 85 + value
  }
  return number > LARGEST ? -1 : number
}
