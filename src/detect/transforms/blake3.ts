/** BLAKE3, 32 bytes, without a key: https://github.com/BLAKE3-team/BLAKE3-specs, section 2. */
import type { Transform } from '../transform.js'

const INITIAL = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19]
const ORDER = [2, 6, 3, 10, 7, 0, 4, 13, 1, 11, 12, 5, 9, 14, 15, 8]
/** The words that each of the eight mixes of a round takes: four columns, four diagonals. */
const MIXES = [[0, 4, 8, 12], [1, 5, 9, 13], [2, 6, 10, 14], [3, 7, 11, 15], [0, 5, 10, 15], [1, 6, 11, 12], [2, 7, 8, 13], [3, 4, 9, 14]] as const
const ROUNDS = 7
const BLOCK = 64
const CHUNK = 1024
const [CHUNK_START, CHUNK_END, PARENT, ROOT] = [1, 2, 4, 8]

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

/** The first eight words of the compressed state. */
function compress(chain: readonly number[], block: Uint8Array, counter: number, flags: number): number[] {
  const padded = Buffer.alloc(BLOCK)
  padded.set(block)
  let words = Array.from({ length: 16 }, (_, at) => padded.readInt32LE(at * 4))
  const state = [...chain, ...INITIAL.slice(0, 4), counter | 0, Math.floor(counter / 2 ** 32), block.length, flags]
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, [a, b, c, d]] of MIXES.entries()) {
      for (const [by, further] of [[16, 12], [8, 7]] as const) {
        state[a] = (state[a]! + state[b]! + words[index * 2 + (by === 16 ? 0 : 1)]!) | 0
        state[d] = turn(state[d]! ^ state[a], by)
        state[c] = (state[c]! + state[d]) | 0
        state[b] = turn(state[b]! ^ state[c], further)
      }
    }
    words = ORDER.map((from) => words[from]!)
  }
  return state.slice(0, 8).map((word, at) => word ^ state[at + 8]!)
}

const toBytes = (words: readonly number[]): Uint8Array => {
  const bytes = Buffer.alloc(words.length * 4)
  for (const [at, word] of words.entries()) bytes.writeInt32LE(word | 0, at * 4)
  return new Uint8Array(bytes)
}

function ofChunk(chunk: Uint8Array, counter: number, isRoot: boolean): number[] {
  let chain = INITIAL
  for (let from = 0; from === 0 || from < chunk.length; from += BLOCK) {
    const isLast = from + BLOCK >= chunk.length
    const flags = (from === 0 ? CHUNK_START : 0) | (isLast ? CHUNK_END | (isRoot ? ROOT : 0) : 0)
    chain = compress(chain, chunk.subarray(from, from + BLOCK), counter, flags)
  }
  return chain
}

/** The left one of two subtrees has as many chunks as the largest power of two that leaves the right one something. */
function ofTree(value: Uint8Array, counter: number, isRoot: boolean): number[] {
  if (value.length <= CHUNK) return ofChunk(value, counter, isRoot)
  let left = CHUNK
  while (left * 2 < value.length) left *= 2
  const pair = [ofTree(value.subarray(0, left), counter, false), ofTree(value.subarray(left), counter + left / CHUNK, false)]
  return compress(INITIAL, toBytes(pair.flat()), 0, PARENT | (isRoot ? ROOT : 0))
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
