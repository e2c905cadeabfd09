/** MessagePack (https://github.com/msgpack/msgpack/blob/master/spec.md), walked for its strings. */
import { isUtf8Text } from '../text.js'
import type { Range } from './protobuf.js'

/** Bytes of the number that follows each head from 0xc0 on, and the bytes after it; see `walk`. */
const FIXED: Readonly<Record<number, number>> = {
  0xc0: 0, 0xc2: 0, 0xc3: 0, 0xca: 4, 0xcb: 8, 0xcc: 1, 0xcd: 2, 0xce: 4, 0xcf: 8, 0xd0: 1, 0xd1: 2, 0xd2: 4, 0xd3: 8,
  0xd4: 2, 0xd5: 3, 0xd6: 5, 0xd7: 9, 0xd8: 17,
}

/**
 * The strings of four bytes or more of maps or lists, one behind the other, that fill the input to its last byte, and
 * the byte strings that `isBlob` knows. `undefined` where the input is no such value or has none.
 */
export function msgpackLeaves(
  input: Uint8Array, isBlob: (bytes: Uint8Array) => boolean,
): readonly Range[] | undefined {
  if (input.length < 6 || !mayBeginMsgpack(input[0]!)) return undefined
  const leaves: Range[] = []
  let at = 0
  while (at < input.length) if (!mayBeginMsgpack(input[at]!) || !value()) return undefined
  return at === input.length && leaves.length > 0 ? leaves : undefined

  function value(): boolean {
    // Counts what is still owed instead of nesting, so that no depth of lists can exhaust the stack.
    for (let owed = 1; owed > 0; owed--) {
      if (at >= input.length || owed > input.length - at) return false
      const head = input[at++]!
      if (head < 0x80 || head >= 0xe0) continue
      if (head < 0x90) owed += (head & 15) * 2
      else if (head < 0xa0) owed += head & 15
      else if (head < 0xc0) leaf(head & 31, true)
      else if (head in FIXED) at += FIXED[head]!
      else if (head === 0xd9 || head === 0xc4) leaf(number(1), head === 0xd9)
      else if (head === 0xda || head === 0xc5) leaf(number(2), head === 0xda)
      else if (head === 0xdb || head === 0xc6) leaf(number(4), head === 0xdb)
      else if (head === 0xc7) skip(number(1) + 1)
      else if (head === 0xc8) skip(number(2) + 1)
      else if (head === 0xc9) skip(number(4) + 1)
      else if (head === 0xdc) owed += number(2)
      else if (head === 0xdd) owed += number(4)
      else if (head === 0xde) owed += number(2) * 2
      else if (head === 0xdf) owed += number(4) * 2
      else return false
    }
    return true
  }

  function number(size: number): number {
    let value = 0
    for (const end = at + size; at < end; at++) value = value * 256 + (input[at] ?? 0)
    return value
  }

  function skip(size: number): void {
    at += size
  }

  function leaf(size: number, isString: boolean): void {
    const start = at
    at += size
    if (size < 4 || at > input.length) return
    if (isString ? isUtf8Text(input, start, at) : isBlob(input.subarray(start, at))) leaves.push({ start, end: at })
  }
}

/** Whether the byte begins a map or a list. */
function mayBeginMsgpack(first: number): boolean {
  return (first >= 0x80 && first < 0xa0) || (first >= 0xdc && first <= 0xdf)
}
