/** Base58 with Bitcoin's alphabet: whole tokens of 8 to 128 characters. A number in base 58, so longer ones cost too much. */
import type { Decoder } from '../decoder.js'
import { ALPHANUMERIC, createEmitter, nextRun, runEnd, valuesOf } from '../runs.js'
import { isText } from '../text.js'

const VALUES = valuesOf('123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz')
const MIN = 8
const MAX = 128

/** In the alphabet, and not just a word or a number: one with a digit or a capital, and a letter, behind its first. */
function isCandidate(input: Uint8Array, start: number, end: number): boolean {
  if (end - start > MAX) return false
  let mixed = false
  let letters = false
  for (let at = start; at < end; at++) {
    const byte = input[at]!
    if (VALUES[byte] === 255) return false
    if (at > start && byte < 0x61) mixed = true
    if (byte > 0x40) letters = true
  }
  return mixed && letters
}

function toBytes(input: Uint8Array, start: number, end: number): Uint8Array {
  const reversed = new Uint8Array(end - start)
  let size = 0
  for (let at = start; at < end; at++) {
    let carry = VALUES[input[at]!]!
    for (let index = 0; index < size; index++) {
      carry += reversed[index]! * 58
      reversed[index] = carry & 0xff
      carry >>= 8
    }
    if (carry > 0) reversed[size++] = carry
  }
  return reversed.subarray(0, size).reverse()
}

const base58: Decoder = {
  gate: (input) => nextRun(input, ALPHANUMERIC, MIN) >= 0,
  decode(input, emit, limit, refuse) {
    const put = createEmitter(emit, limit, refuse)
    for (let start = nextRun(input, ALPHANUMERIC, MIN); start >= 0; ) {
      const end = runEnd(input, ALPHANUMERIC, start)
      if (isCandidate(input, start, end)) {
        const bytes = toBytes(input, start, end)
        if (isText(bytes) && !put(bytes, start, end)) return
      }
      start = nextRun(input, ALPHANUMERIC, MIN, end)
    }
  },
  examples: [{ encoded: 'id=FHwhT19Gm9E', decoded: 'Urologie' }],
}
export default base58
