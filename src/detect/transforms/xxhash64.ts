/** xxHash of 64 bits with seed 0, the higher byte first: https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md */
import type { Transform } from '../transform.js'

const MASK = (1n << 64n) - 1n
const [P1, P2, P3, P4, P5] = [0x9e3779b185ebca87n, 0xc2b2ae3d27d4eb4fn, 0x165667b19e3779f9n, 0x85ebca77c2b2ae63n, 0x27d4eb2f165667c5n] as const

const turn = (number: bigint, by: bigint): bigint => ((number << by) | (number >> (64n - by))) & MASK
const times = (number: bigint, factor: bigint): bigint => (number * factor) & MASK
const round = (sum: bigint, input: bigint): bigint => times(turn((sum + input * P2) & MASK, 31n), P1)
const merge = (sum: bigint, lane: bigint): bigint => (times(sum ^ round(0n, lane), P1) + P4) & MASK

function hash(value: Uint8Array): bigint {
  const input = Buffer.from(value)
  let sum: bigint = P5
  let at = 0
  if (input.length >= 32) {
    const lanes = [(P1 + P2) & MASK, P2, 0n, (-P1) & MASK]
    for (; at + 32 <= input.length; at += 32) {
      for (let lane = 0; lane < 4; lane++) lanes[lane] = round(lanes[lane]!, input.readBigUInt64LE(at + lane * 8))
    }
    const [a = 0n, b = 0n, c = 0n, d = 0n] = lanes
    sum = lanes.reduce(merge, (turn(a, 1n) + turn(b, 7n) + turn(c, 12n) + turn(d, 18n)) & MASK)
  }
  sum = (sum + BigInt(input.length)) & MASK
  for (; at + 8 <= input.length; at += 8) sum = (times(turn(sum ^ round(0n, input.readBigUInt64LE(at)), 27n), P1) + P4) & MASK
  if (at + 4 <= input.length) {
    sum = (times(turn(sum ^ times(BigInt(input.readUInt32LE(at)), P1), 23n), P2) + P3) & MASK
    at += 4
  }
  for (; at < input.length; at++) sum = times(turn(sum ^ times(BigInt(input[at]!), P5), 11n), P1)
  sum = times(sum ^ (sum >> 33n), P2)
  sum = times(sum ^ (sum >> 29n), P3)
  return sum ^ (sum >> 32n)
}

const xxhash64: Transform = {
  digest(value) {
    const digest = Buffer.alloc(8)
    digest.writeBigUInt64BE(hash(value))
    return new Uint8Array(digest)
  },
  decimals(value) {
    const number = hash(value)
    return [String(number), String(BigInt.asIntN(64, number)).replace('-', '')]
  },
  examples: [
    { value: '', hex: 'ef46db3751d8e999' },
    { value: 'abc', hex: '44bc2cf5ad770999' },
    { value: 'The quick brown fox jumps over the lazy dog', hex: '0b242d361fda71bc' },
  ],
}

export default xxhash64
