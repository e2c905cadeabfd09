/** Base58 with Bitcoin's alphabet: whole tokens of 8 to 256 characters, since the cost grows with their square. */
import type { Decoder } from '../decoder.js'
import { isKnownBinary } from '../plausible.js'
import { ALPHANUMERIC, createEmitter, nextToken, runEnd, TOKEN_TRIGGERS, valuesOf } from '../runs.js'
import { isUtf8Text } from '../text.js'

const VALUES = valuesOf('123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz')
const MIN = 8
const MAX = 256
const MIN_BINARY = 16

function isCandidate(input: Uint8Array, start: number, end: number): boolean {
  if (end - start > MAX) return false
  for (let at = start; at < end; at++) if (VALUES[input[at]!] === 255) return false
  return true
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
  triggers: TOKEN_TRIGGERS,
  gate: (input) => nextToken(input, ALPHANUMERIC, MIN) >= 0,
  decode(input, emit, limit, refuse) {
    const put = createEmitter(emit, limit, refuse)
    for (let start = nextToken(input, ALPHANUMERIC, MIN); start >= 0; ) {
      const end = runEnd(input, ALPHANUMERIC, start)
      if (isCandidate(input, start, end)) {
        const bytes = toBytes(input, start, end)
        const isBinary = end - start >= MIN_BINARY && isKnownBinary(bytes)
        if ((isUtf8Text(bytes) || isBinary) && !put(bytes, start, end)) return
      }
      start = nextToken(input, ALPHANUMERIC, MIN, end)
    }
  },
  examples: [{ encoded: 'id=FHwhT19Gm9E', decoded: 'Urologie' }],
}
export default base58
