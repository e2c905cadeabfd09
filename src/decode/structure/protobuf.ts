/**
 * Protocol Buffers read without a schema (https://protobuf.dev/programming-guides/encoding/): a field of wire type 2 is
 * text, a message, or bytes, and only trying tells which.
 */
import { isUtf8Text } from '../text.js'

export interface Range {
  readonly start: number
  readonly end: number
}

const MAX_DEPTH = 12

/**
 * The leaves of a message that fills the input to its last byte: text and, where `isBlob` knows them, bytes.
 * `undefined` where the input is no such message or has no leaf of four bytes or more. The five bytes in front of a
 * gRPC message are skipped.
 */
export function protobufLeaves(
  input: Uint8Array, isBlob: (bytes: Uint8Array) => boolean,
): readonly Range[] | undefined {
  const leaves: Range[] = []
  const start = isGrpcFrame(input) ? 5 : 0
  if (!walk(start, input.length, 0)) return undefined
  return leaves.length > 0 ? leaves : undefined

  function walk(from: number, to: number, depth: number): boolean {
    let at = from
    while (at < to) {
      const tag = varint(input, at, to)
      if (tag.end < 0 || tag.value < 8 || tag.value > 0xffffffff) return false
      at = tag.end
      const wireType = tag.value % 8
      if (wireType === 0) {
        at = varint(input, at, to).end
        if (at < 0) return false
      } else if (wireType === 1) {
        at += 8
      } else if (wireType === 5) {
        at += 4
      } else if (wireType === 2) {
        const size = varint(input, at, to)
        if (size.end < 0 || size.value > to - size.end) return false
        at = size.end + size.value
        readLeaf(size.end, at, depth)
      } else {
        return false
      }
    }
    return at === to
  }

  function readLeaf(from: number, to: number, depth: number): void {
    if (to - from < 4) return
    // A message of one field can be text too (`\n`, a size that is a character, the string), so both readings are kept.
    const isText = isUtf8Text(input, from, to)
    if (isText) leaves.push({ start: from, end: to })
    const kept = leaves.length
    if (depth < MAX_DEPTH && walk(from, to, depth + 1)) return
    leaves.length = kept
    if (!isText && isBlob(input.subarray(from, to))) leaves.push({ start: from, end: to })
  }
}

function isGrpcFrame(input: Uint8Array): boolean {
  if (input.length < 6 || input[0] !== 0) return false
  return ((input[1]! * 256 + input[2]!) * 256 + input[3]!) * 256 + input[4]! === input.length - 5
}

/** `end` is -1 where the number is cut off or longer than ten bytes. */
function varint(input: Uint8Array, at: number, to: number): { value: number; end: number } {
  let value = 0
  let scale = 1
  for (let index = 0; index < 10 && at + index < to; index++) {
    const byte = input[at + index]!
    value += (byte & 0x7f) * scale
    if (byte < 0x80) return { value, end: at + index + 1 }
    scale *= 128
  }
  return { value: 0, end: -1 }
}
