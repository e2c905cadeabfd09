/**
 * The frame of the whole-text decoders: a text in which some units stand for other bytes, and everything else stands
 * for itself.
 */
import type { Decoder, Emit, Segment } from './decoder.js'

export interface Escapes {
  /** Table of 256: the bytes that a unit can begin with. */
  readonly starts: Uint8Array
  /** Bytes written at most for each byte read. */
  readonly growth: number
  /** How many bytes the unit at `at` takes, 0 where there is none. Looks a bounded way ahead. */
  length(input: Uint8Array, at: number): number
  /** Writes what the unit of `length` bytes at `at` stands for (8 bytes at most); returns how many bytes it wrote. */
  write(input: Uint8Array, at: number, length: number, out: Uint8Array, to: number): number
}

/** What such a decoder does; it brings its triggers and examples. */
type Unescaping = Required<Pick<Decoder, 'gate' | 'decode' | 'locate'>>

/** Replaces the units of a text where they are meant so: what is no text may look as if it had some. */
export function unescaping(escapes: Escapes, isMeant: (input: Uint8Array) => boolean = () => true): Unescaping {
  return {
    gate: (input) => hasEscape(input, escapes) && isMeant(input),
    decode(input, emit, limit, refuse) {
      if (isMeant(input)) emitUnescaped(input, escapes, emit, limit, refuse)
    },
    locate: (input, segment, offset) => locateUnescaped(input, escapes, segment, offset),
  }
}

/** The same where the bytes of each unit may stand in either order, which the whole text tells. */
export function unescapingInOrder(
  orders: Readonly<Record<'le' | 'be', Escapes>>, orderOf: (input: Uint8Array) => 'le' | 'be' | undefined,
): Unescaping {
  return {
    gate: (input) => orderOf(input) !== undefined,
    decode(input, emit, limit, refuse) {
      const order = orderOf(input)
      if (order) emitUnescaped(input, orders[order], emit, limit, refuse)
    },
    locate(input, segment, offset) {
      const order = orderOf(input)
      return order ? locateUnescaped(input, orders[order], segment, offset) : segment.start
    },
  }
}

/** Whether any unit stands in the input. */
export function hasEscape(input: Uint8Array, escapes: Escapes): boolean {
  const { starts } = escapes
  for (let at = 0; at < input.length; at++) {
    if (starts[input[at]!] === 1 && escapes.length(input, at) > 0) return true
  }
  return false
}

/** A mark is set after so many decoded bytes. */
const STRIDE = 256

/** Emits the input once with every unit replaced, and nothing where it has none. */
export function emitUnescaped(
  input: Uint8Array, escapes: Escapes, emit: Emit, limit: number, refuse?: () => void,
): void {
  const { starts } = escapes
  const out = new Uint8Array(Math.min(Math.ceil(input.length * escapes.growth), limit) + 8)
  const marks: number[] = []
  let to = 0
  let units = 0
  let nextMark = STRIDE
  for (let at = 0; at < input.length; ) {
    // Where nothing stands for something else, nothing is left out.
    if (to > limit && units > 0) return refuse?.()
    if (to >= nextMark) {
      marks.push(to, at)
      nextMark += STRIDE
    }
    const byte = input[at]!
    const length = starts[byte] === 1 ? escapes.length(input, at) : 0
    if (length === 0) {
      out[to++] = byte
      at++
    } else {
      to += escapes.write(input, at, length, out, to)
      at += length
      units++
    }
  }
  if (units === 0) return
  if (to > limit) return refuse?.()
  emit({ bytes: out.subarray(0, to), start: 0, end: input.length, marks: Uint32Array.from(marks) })
}

/** Where the unit, or the byte, stands that byte `offset` of the decoded text came from. */
export function locateUnescaped(input: Uint8Array, escapes: Escapes, segment: Segment, offset: number): number {
  const { starts } = escapes
  const scratch = new Uint8Array(8)
  let { to, at } = markBefore(segment, offset)
  while (at < segment.end) {
    const length = starts[input[at]!] === 1 ? escapes.length(input, at) : 0
    to += length === 0 ? 1 : escapes.write(input, at, length, scratch, 0)
    if (to > offset) return at
    at += length || 1
  }
  return segment.end
}

/** The byte of the decoded text that stands for the unit, or the byte, at `place` of the input: `locateUnescaped` turned round. */
export function placeUnescaped(input: Uint8Array, escapes: Escapes, { marks = NO_MARKS }: Segment, place: number): number {
  let low = 0
  for (let high = marks.length / 2; low < high;) {
    const middle = (low + high) >> 1
    if (marks[middle * 2 + 1]! <= place) low = middle + 1
    else high = middle
  }
  let to = low === 0 ? 0 : marks[low * 2 - 2]!
  const scratch = new Uint8Array(8)
  for (let at = low === 0 ? 0 : marks[low * 2 - 1]!; at < place;) {
    const length = escapes.starts[input[at]!] === 1 ? escapes.length(input, at) : 0
    if (at + length > place) break
    to += length === 0 ? 1 : escapes.write(input, at, length, scratch, 0)
    at += length || 1
  }
  return to
}

const NO_MARKS = new Uint32Array(0)

/** The last mark that is surely not behind `offset`: a mark may stand a unit behind its stride. */
function markBefore({ start, marks }: Segment, offset: number): { to: number; at: number } {
  const index = Math.min(Math.floor((offset - 8) / STRIDE), (marks?.length ?? 0) / 2)
  const to = marks?.[index * 2 - 2]
  const at = marks?.[index * 2 - 1]
  return to === undefined || at === undefined ? { to: 0, at: start } : { to, at }
}
