/** BLAKE3, 32 bytes, without a key: https://github.com/BLAKE3-team/BLAKE3-specs, section 2. */
import type { Transform } from '../transform.js'

const INITIAL = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19]
const ORDER = [2, 6, 3, 10, 7, 0, 4, 13, 1, 11, 12, 5, 9, 14, 15, 8]
const ROUNDS = 7
const BLOCK = 64
const CHUNK = 1024
const [CHUNK_START, CHUNK_END, PARENT, ROOT] = [1, 2, 4, 8]

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

/** One mix: of four words of the state, and two of the message. */
function mix(state: Int32Array, a: number, b: number, c: number, d: number, one: number, other: number): void {
  state[a] = state[a]! + state[b]! + one
  state[d] = turn(state[d]! ^ state[a]!, 16)
  state[c] = state[c]! + state[d]!
  state[b] = turn(state[b]! ^ state[c]!, 12)
  state[a] = state[a]! + state[b]! + other
  state[d] = turn(state[d]! ^ state[a]!, 8)
  state[c] = state[c]! + state[d]!
  state[b] = turn(state[b]! ^ state[c]!, 7)
}

/** The first eight words of the compressed state. */
function compress(chain: ArrayLike<number>, block: Uint8Array, counter: number, flags: number): Int32Array {
  let words = new Int32Array(16)
  let next = new Int32Array(16)
  for (let at = 0; at < block.length; at++) words[at >> 2]! |= block[at]! << (8 * (at & 3))
  const state = new Int32Array(16)
  for (let at = 0; at < 8; at++) state[at] = chain[at]!
  for (let at = 0; at < 4; at++) state[8 + at] = INITIAL[at]!
  state[12] = counter
  state[13] = Math.floor(counter / 2 ** 32)
  state[14] = block.length
  state[15] = flags
  for (let round = 0; round < ROUNDS; round++) {
    // The columns, then the diagonals: the second of four words moves on by one place, the third by two, the fourth by three.
    for (let at = 0; at < 4; at++) mix(state, at, 4 + at, 8 + at, 12 + at, words[2 * at]!, words[2 * at + 1]!)
    for (let at = 0; at < 4; at++) {
      mix(state, at, 4 + ((at + 1) & 3), 8 + ((at + 2) & 3), 12 + ((at + 3) & 3), words[8 + 2 * at]!, words[9 + 2 * at]!)
    }
    for (let at = 0; at < 16; at++) next[at] = words[ORDER[at]!]!
    ;[words, next] = [next, words]
  }
  for (let at = 0; at < 8; at++) state[at]! ^= state[at + 8]!
  return state.subarray(0, 8)
}

function toBytes(words: ArrayLike<number>): Uint8Array {
  const bytes = new Uint8Array(words.length * 4)
  for (let at = 0; at < bytes.length; at++) bytes[at] = words[at >> 2]! >>> (8 * (at & 3))
  return bytes
}

function ofChunk(chunk: Uint8Array, counter: number, isRoot: boolean): Int32Array {
  let chain: Int32Array = Int32Array.from(INITIAL)
  for (let from = 0; from === 0 || from < chunk.length; from += BLOCK) {
    const isLast = from + BLOCK >= chunk.length
    const flags = (from === 0 ? CHUNK_START : 0) | (isLast ? CHUNK_END | (isRoot ? ROOT : 0) : 0)
    chain = compress(chain, chunk.subarray(from, from + BLOCK), counter, flags)
  }
  return chain
}

/** The left one of two subtrees has as many chunks as the largest power of two that leaves the right one something. */
function ofTree(value: Uint8Array, counter: number, isRoot: boolean): Int32Array {
  if (value.length <= CHUNK) return ofChunk(value, counter, isRoot)
  let left = CHUNK
  while (left * 2 < value.length) left *= 2
  const pair = [ofTree(value.subarray(0, left), counter, false), ofTree(value.subarray(left), counter + left / CHUNK, false)]
  return compress(INITIAL, toBytes(pair.flatMap((words) => [...words])), 0, PARENT | (isRoot ? ROOT : 0))
}

const blake3: Transform = {
  digest: (value) => toBytes(ofTree(value, 0, true)),
  examples: [
    { value: '', hex: 'af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262' },
    { value: 'abc', hex: '6437b3ac38465133ffb63b75273a8db548c558465d79db03fd359c6cd5bd9d85' },
    { value: 'a'.repeat(3073), hex: '45bfb0005f625b4dccd82d6b0b550cb0d3c0cf7f4033cdf7ff224036313a571d' },
  ],
}

export default blake3
