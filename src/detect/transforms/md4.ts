/** MD4: RFC 1320. */
import type { Transform } from '../transform.js'

const rotate = (value: number, by: number): number => (value << by) | (value >>> (32 - by))

/** For each round: its function, its constant, its shifts, and the order in which it takes the words. */
const ROUNDS = [
  {
    mix: (x: number, y: number, z: number): number => (x & y) | (~x & z), constant: 0, shifts: [3, 7, 11, 19],
    order: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
  },
  {
    mix: (x: number, y: number, z: number): number => (x & y) | (x & z) | (y & z), constant: 0x5a827999,
    shifts: [3, 5, 9, 13], order: [0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15],
  },
  {
    mix: (x: number, y: number, z: number): number => x ^ y ^ z, constant: 0x6ed9eba1, shifts: [3, 9, 11, 15],
    order: [0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15],
  },
] as const

const md4: Transform = {
  digest(value) {
    const length = Math.ceil((value.length + 9) / 64) * 64
    const view = new DataView(new ArrayBuffer(length))
    new Uint8Array(view.buffer).set(value)
    view.setUint8(value.length, 0x80)
    view.setBigUint64(length - 8, BigInt(value.length) * 8n, true)
    const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476]
    for (let from = 0; from < length; from += 64) {
      let [a = 0, b = 0, c = 0, d = 0] = state
      for (const { mix, constant, shifts, order } of ROUNDS) {
        for (const [step, word] of order.entries()) {
          const sum = (a + mix(b, c, d) + view.getUint32(from + 4 * word, true) + constant) | 0
          const turned = rotate(sum, shifts[step & 3]!)
          a = d
          d = c
          c = b
          b = turned
        }
      }
      for (const [at, part] of [a, b, c, d].entries()) state[at] = (state[at]! + part) | 0
    }
    const digest = new DataView(new ArrayBuffer(16))
    for (const [at, part] of state.entries()) digest.setInt32(4 * at, part, true)
    return new Uint8Array(digest.buffer)
  },
  examples: [
    { value: '', hex: '31d6cfe0d16ae931b73c59d7e0c089c0' },
    { value: 'abc', hex: 'a448017aaf21d8525fc10ae87aa6729d' },
    { value: '1234567890'.repeat(8), hex: 'e33b4ddc9c38f2199c3e7b164fcc0536' },
  ],
}

export default md4
