/** The frame of the decoders of base 85: five characters for four bytes, a last group of fewer for one byte less. */
import type { Decoder } from './decoder.js'
import { isKnownBinary } from './plausible.js'
import { createEmitter } from './runs.js'
import { byteSet, isOrdinary, isUtf8Text, nextTextState, wholeCharacters } from './text.js'

/** Of a whole value, and of what stands in a text: two groups, of which hardly one in a thousand random ones is text. */
const MIN = 7
const MIN_PIECE = 10
const MIN_BINARY = 20
const HEAD = 10
const BLANK = 0x20
const QUOTE = 0x22
const AMPERSAND = 0x26
const EQUALS = 0x3d
const OPENINGS = byteSet('{[')
/** Signs that base64, ids and addresses have not. */
const RARE = byteSet('!$()*;<>^`{|}~[]"')
const LARGEST = 0xffffffff

/**
 * All of a decoder but its examples: for the whole value, and for what stands in a text behind a blank, a quote or the
 * name of a parameter. `values`: a table of 256 with the value of each character, 255 for all others.
 */
export function createBase85(values: Uint8Array): Omit<Decoder, 'examples'> {
  const alphabet = values.map((value) => (value === 255 ? 0 : 1))
  return {
    gate: (input) => mayBe85(input, 0, input.length, values) || piecesOf85(input, values, alphabet, () => true),
    decode(input, emit, limit, refuse) {
      const put = createEmitter(emit, limit, refuse)
      const take = (start: number, end: number): boolean => {
        const bytes = toBytes85(input, start, end, values)
        if (bytes) put(bytes, start, end)
        return bytes !== undefined
      }
      if (!take(0, input.length)) piecesOf85(input, values, alphabet, take)
    },
    locate: (_input, segment, offset) => Math.min(segment.start + Math.floor(offset / 4) * 5, segment.end),
  }
}

/** What stands in front of a piece of a text. */
const BEFORE = byteSet(' \n"=')

/** Offers `take` each run of `alphabet` in a text that may be base 85; says whether it took any. */
export function piecesOf85(
  input: Uint8Array, values: Uint8Array, alphabet: Uint8Array, take: (start: number, end: number) => boolean,
): boolean {
  const last = input.length - MIN_PIECE
  // An alphabet with a quote in it does not fit into JSON.
  const ofJson = alphabet[QUOTE] === 0 && last > 0 && isJson(input)
  let any = false
  for (let start = 1; start <= last; start++) {
    const before = input[start - 1]!
    if (BEFORE[before] === 0) continue
    if (!beginsAsText(input, start, input.length, values) && !(ofJson && before === QUOTE)) continue
    const stop = before === EQUALS ? AMPERSAND : before
    let end = start
    while (end < input.length && alphabet[input[end]!] === 1 && input[end] !== stop) end++
    const isPiece = end - start >= MIN_PIECE && isOfText(input[end]) && mayBe85(input, start, end, values)
    if (isPiece && take(start, end)) any = true
    start = Math.max(start, end)
  }
  return any
}

/** What stands behind a piece of a text; in bytes of other formats anything would be found. */
const isOfText = (byte = BLANK): boolean => (byte >= BLANK && byte < 0x7f) || byte === 9 || byte === 10 || byte === 13

/** Whether JSON begins here, or behind the little that a frame or a callback sets before it. */
function isJson(input: Uint8Array): boolean {
  let at = 0
  while (at < LONGEST_PREFIX && at < input.length && OPENINGS[input[at]!] === 0) at++
  return OPENINGS[input[at] ?? 0] === 1
}

const LONGEST_PREFIX = 16

/** The bytes of `[start, end)` where they are text, or a format that is read further. `isShown`: brackets say so. */
export function toBytes85(
  input: Uint8Array, start: number, end: number, values: Uint8Array, isShown = false,
): Uint8Array | undefined {
  const verdict = judge(input, start, end, values, isShown ? 2 : MIN)
  if (verdict < 0) return undefined
  const bytes = new Uint8Array(Math.floor(((end - start) * 4) / 5))
  for (let at = start, to = 0; at < end; at += 5) {
    const number = groupAt(input, at, end, values)
    if (number < 0) return undefined
    for (let shift = 24; shift >= 0 && to < bytes.length; shift -= 8) bytes[to++] = number >>> shift
  }
  if (isShown && isUtf8Text(bytes)) return bytes
  return (verdict === 1 ? isBelievable(bytes) : isKnownBinary(bytes)) ? bytes : undefined
}

/** What is short must be more than text by chance. */
function isBelievable(bytes: Uint8Array): boolean {
  if (bytes.length < LONG) return isUtf8Text(bytes) && isOrdinary(bytes)
  return isUtf8Text(bytes, restOfCharacter(bytes), wholeCharacters(bytes))
}

const LONG = 10

/** A piece of a longer text may begin in the midst of a character. */
function restOfCharacter(bytes: Uint8Array): number {
  let at = 0
  while (at < LONGEST_REST && isContinuation(bytes[at] ?? 0)) at++
  return at
}

const LONGEST_REST = 3
const isContinuation = (byte: number): boolean => (byte & 0xc0) === 0x80

/** Whether `toBytes85` may find something. */
export function mayBe85(input: Uint8Array, start: number, end: number, values: Uint8Array): boolean {
  return judge(input, start, end, values) >= 0
}

/** Whether the first two groups are text (1), it has some of the rarer signs and may be binary (0), or neither (-1). */
function judge(input: Uint8Array, start: number, end: number, values: Uint8Array, min = MIN): number {
  if (end - start < min || (end - start) % 5 === 1) return -1
  if (beginsAsText(input, start, end, values)) return 1
  if (end - start < MIN_BINARY || groupAt(input, start, end, values) < 0) return -1
  for (let at = start; at < end && values[input[at]!] !== 255; at++) if (RARE[input[at]!] === 1) return 0
  return -1
}

/** Whether the first byte of a group that begins with this digit, a little more than thrice it, may be one of a text's. */
const beginsText = (digit: number): boolean => digit > 9 && digit < 79

/** Whether the first two groups are text. */
function beginsAsText(input: Uint8Array, start: number, end: number, values: Uint8Array): boolean {
  if (!beginsText(values[input[start]!]!)) return false
  let state = 0
  let isBegun = false
  for (let at = start; at < start + HEAD && at < end; at += 5) {
    const number = groupAt(input, at, end, values)
    if (number < 0) return false
    // A last group of fewer characters stands for one byte less than it has.
    const least = 8 * Math.max(0, at + 5 - end)
    for (let shift = 24; shift >= least; shift -= 8) {
      const byte = (number >>> shift) & 0xff
      isBegun ||= !isContinuation(byte)
      if (isBegun) state = nextTextState(state, byte)
      // What counts beyond the low bits is no UTF-8.
      if (state < 0 || state > 3) return false
    }
  }
  return true
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
