/** Whirlpool: ISO/IEC 10118-3, dedicated hash-function 7. Bytes of the state stand row by row, eight rows of eight. */
import type { Transform } from '../transform.js'

const SIZE = 64
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

/** First row of the circulant matrix, and for each of its entries what a substituted byte times it is. */
const MATRIX = [1, 1, 4, 1, 8, 5, 2, 9]
const TIMES: readonly Uint8Array[] = MATRIX.map((factor) => SUBSTITUTE.map((byte) => times(byte, factor)))

/** In the field of 256 elements with the polynomial 0x11d. */
function times(byte: number, factor: number): number {
  let product = 0
  for (let left = factor, power = byte; left > 0; left >>= 1) {
    if (left & 1) product ^= power
    power = (power << 1) ^ (power & 0x80 ? 0x11d : 0)
  }
  return product
}

/** Substitutes, shifts the columns, mixes the rows, and adds the key. */
function round(state: Uint8Array, key: Uint8Array): Uint8Array {
  const out = new Uint8Array(SIZE)
  for (let at = 0; at < SIZE; at++) {
    const column = at & 7
    const row = at >> 3
    let sum = key[at]!
    for (let from = 0; from < 8; from++) sum ^= TIMES[(column - from) & 7]![state[(((row - from) & 7) << 3) | from]!]!
    out[at] = sum
  }
  return out
}

const whirlpool: Transform = {
  digest(value) {
    const length = Math.ceil((value.length + 33) / SIZE) * SIZE
    const message = new Uint8Array(length)
    message.set(value)
    message[value.length] = 0x80
    new DataView(message.buffer).setBigUint64(length - 8, BigInt(value.length) * 8n)
    let hash: Uint8Array = new Uint8Array(SIZE)
    for (let from = 0; from < length; from += SIZE) {
      const block = message.subarray(from, from + SIZE)
      let key = hash
      let state: Uint8Array = block.map((byte, at) => byte ^ key[at]!)
      for (let turn = 0; turn < ROUNDS; turn++) {
        const constant = new Uint8Array(SIZE)
        constant.set(SUBSTITUTE.subarray(8 * turn, 8 * turn + 8))
        key = round(key, constant)
        state = round(state, key)
      }
      hash = hash.map((byte, at) => byte ^ state[at]! ^ block[at]!)
    }
    return hash
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
