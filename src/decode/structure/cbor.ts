/** CBOR (RFC 8949), walked for its strings. */
import { isUtf8Text } from '../text.js'
import type { Range } from './protobuf.js'

const BREAK = 0xff
const MAX_DEPTH = 64

/**
 * The strings of four bytes or more of maps, lists or tagged values, one behind the other (RFC 8742), that fill the input
 * to its last byte, and the byte strings that `isBlob` knows. `undefined` where the input is no such value or has none.
 */
export function cborLeaves(
  input: Uint8Array, isBlob: (bytes: Uint8Array) => boolean,
): readonly Range[] | undefined {
  if (input.length < 6 || !mayBeginCbor(input[0]!)) return undefined
  const leaves: Range[] = []
  let at = 0
  while (at < input.length) if (!mayBeginCbor(input[at]!) || !item(0)) return undefined
  return leaves.length > 0 ? leaves : undefined

  function item(depth: number): boolean {
    if (at >= input.length || depth > MAX_DEPTH) return false
    const head = input[at++]!
    const major = head >> 5
    const info = head & 31
    const open = info === 31
    if (info > 27 && !(open && major >= 2 && major <= 5)) return false
    const size = open ? 0 : argument(info)
    if (size < 0) return false
    switch (major) {
      case 2:
      case 3:
        return open ? until(major, depth) : leaf(size, major === 3)
      case 4:
        return open ? until(major, depth) : items(size, depth)
      case 5:
        return open ? until(major, depth) : items(size * 2, depth)
      case 6:
        return item(depth + 1)
      default:
        return true
    }
  }

  function items(count: number, depth: number): boolean {
    if (count > input.length - at) return false
    for (let index = 0; index < count; index++) if (!item(depth + 1)) return false
    return true
  }

  function until(major: number, depth: number): boolean {
    while (at < input.length) {
      if (input[at] === BREAK) {
        at++
        return true
      }
      if (major <= 3 && (input[at]! >> 5 !== major || (input[at]! & 31) === 31)) return false
      if (!item(depth + 1)) return false
    }
    return false
  }

  function argument(info: number): number {
    if (info < 24) return info
    const size = 1 << (info - 24)
    if (at + size > input.length) return -1
    let value = 0
    for (const end = at + size; at < end; at++) value = value * 256 + input[at]!
    return value
  }

  function leaf(size: number, isString: boolean): boolean {
    const start = at
    if (size > input.length - at) return false
    at += size
    if (size < 4) return true
    if (isString ? isUtf8Text(input, start, at) : isBlob(input.subarray(start, at))) leaves.push({ start, end: at })
    return true
  }
}

/** Whether the byte begins a map, a list or a tag. */
function mayBeginCbor(first: number): boolean {
  return first >= 0x80 && first < 0xdc && (first & 31) < 28 || first === 0x9f || first === 0xbf
}
