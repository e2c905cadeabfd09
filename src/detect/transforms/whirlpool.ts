/** Whirlpool: ISO/IEC 10118-3, dedicated hash-function 7. The state is eight rows of eight bytes, two numbers a row. */
import { lazily } from '../../lazily.js'
import type { Transform } from '../transform.js'

const SIZE = 64
const WORDS = SIZE / 4
const ROUNDS = 10
/** The three small boxes from which the substitution is built. */
const E = [1, 11, 9, 12, 13, 6, 15, 3, 14, 8, 7, 4, 10, 2, 5, 0]
const R = [7, 12, 11, 13, 14, 4, 9, 15, 6, 3, 8, 10, 2, 5, 1, 0]
const UN_E = E.map((_, value) => E.indexOf(value))
const SUBSTITUTE = Uint8Array.from({ length: 256 }, (_, byte) => {
  const high = E[byte >> 4]!
  const low = UN_E[byte & 15]!
  const mixed = R[high ^ low]!
  return (E[high ^ mixed]! << 4) | UN_E[low ^ mixed]!
})
/** Of each round the eight bytes that its key is mixed with. */
const CONSTANTS = new DataView(SUBSTITUTE.buffer)

/** First row of the circulant matrix. */
const MATRIX = [1, 1, 4, 1, 8, 5, 2, 9]

/** In the field of 256 elements with the polynomial 0x11d. */
function times(byte: number, factor: number): number {
  let product = 0
  for (let left = factor, power = byte; left > 0; left >>= 1) {
    if (left & 1) product ^= power
    power = (power << 1) ^ (power & 0x80 ? 0x11d : 0)
  }
  return product
}

/** Of each column and byte that stands in it what it adds to the row: substituted, times each entry of the matrix. */
interface Rows {
  readonly left: Int32Array
  readonly right: Int32Array
}

/** Made for the first digest: to make them takes longer than many digests. */
const rows = lazily((): Rows => {
  const made = { left: new Int32Array(8 * 256), right: new Int32Array(8 * 256) }
  for (const [distance, factor] of MATRIX.entries()) {
    for (let byte = 0; byte < 256; byte++) {
      const product = times(SUBSTITUTE[byte]!, factor)
      for (let from = 0; from < 8; from++) {
        const column = (from + distance) & 7
        const half = column < 4 ? made.left : made.right
        half[(from << 8) | byte]! |= product << (24 - 8 * (column & 3))
      }
    }
  }
  return made
})

/** Substitutes, shifts the columns, mixes the rows, and adds the key; `to` is none of the others. */
function round({ left, right }: Rows, state: Int32Array, key: Int32Array, to: Int32Array): void {
  for (let row = 0; row < 8; row++) {
    let high = key[2 * row]!
    let low = key[2 * row + 1]!
    for (let from = 0; from < 8; from++) {
      const word = state[(((row - from) & 7) << 1) | (from >> 2)]!
      const at = (from << 8) | ((word >>> (24 - 8 * (from & 3))) & 255)
      high ^= left[at]!
      low ^= right[at]!
    }
    to[2 * row] = high
    to[2 * row + 1] = low
  }
}

const whirlpool: Transform = {
  digest(value) {
    const table = rows()
    const length = Math.ceil((value.length + 33) / SIZE) * SIZE
    const message = new DataView(new ArrayBuffer(length))
    new Uint8Array(message.buffer).set(value)
    message.setUint8(value.length, 0x80)
    message.setBigUint64(length - 8, BigInt(value.length) * 8n)
    const hash = new Int32Array(WORDS)
    const constant = new Int32Array(WORDS)
    let [key, nextKey, state, nextState] = [new Int32Array(WORDS), new Int32Array(WORDS), new Int32Array(WORDS), new Int32Array(WORDS)]
    for (let block = 0; block < length; block += SIZE) {
      for (let at = 0; at < WORDS; at++) {
        key[at] = hash[at]!
        state[at] = hash[at]! ^ message.getInt32(block + 4 * at)
        hash[at] = state[at]!
      }
      for (let turn = 0; turn < ROUNDS; turn++) {
        for (let at = 0; at < 2; at++) constant[at] = CONSTANTS.getInt32(8 * turn + 4 * at)
        round(table, key, constant, nextKey)
        round(table, state, nextKey, nextState)
        ;[key, nextKey, state, nextState] = [nextKey, key, nextState, state]
      }
      for (let at = 0; at < WORDS; at++) hash[at]! ^= state[at]!
    }
    for (let at = 0; at < WORDS; at++) message.setInt32(4 * at, hash[at]!)
    return new Uint8Array(message.buffer, 0, SIZE)
  },
  examples: [
    {
      value: '',
      hex: '19fa61d75522a4669b44e39c1d2e1726c530232130d407f89afee0964997f7a7' +
        '3e83be698b288febcf88e3e03c4f0757ea8964e59b63d93708b138cc42a66eb3',
    },
    {
      value: 'abc',
      hex: '4e2448a4c6f486bb16b6562c73b4020bf3043e3a731bce721ae1b303d97e6d4c' +
        '7181eebdb6c57e277d0e34957114cbd6c797fc9d95d8b582d225292076d4eef5',
    },
  ],
}

export default whirlpool
