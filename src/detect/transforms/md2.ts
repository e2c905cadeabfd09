/** MD2: RFC 1319. */
import type { Transform } from '../transform.js'

const BLOCK = 16
const ROUNDS = 18
/** A shuffle of 0 to 255 by the digits of pi. */
const PI: Uint8Array = Buffer.from(
  '292e43c9a2d87c013d3654a1ecf0061362a705f3c0c7738c98932bd9bc4c82ca1e9b573cfdd4e01667426f188a17e512' +
  'be4ec4d6da9ede49a0fbf58ebb2fee7aa968799115b2073f94c210890b225f21807f5d9a5a903227353ecce7bff79703' +
  'ff1930b348a5b5d1d75e922aac56aac64fb838d296a47db676fc6be29c7404f1459d705964718720865bcf65e62da802' +
  '1b6025adaeb0b9f61c46616934407e0f5547a323dd51af3ac35cf9cebac5ea262c530d6e85288409d3dfcdf441814d52' +
  '6adc37c86cc1abfa24e17b080cbdb14a7888958be363e86de9cbd5fe3b001d39f2efb70e6658d0e4a67772f8eb754b0a' +
  '314450b48fed1f1adb998d339f118314',
  'hex',
)

const md2: Transform = {
  digest(value) {
    const padding = BLOCK - (value.length % BLOCK)
    const message = new Uint8Array(value.length + padding + BLOCK)
    message.set(value)
    message.fill(padding, value.length, value.length + padding)
    const sum = message.subarray(value.length + padding)
    let last = 0
    for (let from = 0; from < value.length + padding; from += BLOCK) {
      for (let at = 0; at < BLOCK; at++) last = sum[at]! ^= PI[message[from + at]! ^ last]!
    }
    const state = new Uint8Array(3 * BLOCK)
    for (let from = 0; from < message.length; from += BLOCK) {
      for (let at = 0; at < BLOCK; at++) {
        state[BLOCK + at] = message[from + at]!
        state[2 * BLOCK + at] = state[at]! ^ message[from + at]!
      }
      let carry = 0
      for (let round = 0; round < ROUNDS; round++) {
        for (let at = 0; at < state.length; at++) carry = state[at]! ^= PI[carry]!
        carry = (carry + round) & 255
      }
    }
    return state.slice(0, BLOCK)
  },
  examples: [
    { value: '', hex: '8350e5a3e24c153df2275c9f80692773' },
    { value: 'abc', hex: 'da853b0d3f88d99b30283a69e6ded6bb' },
    { value: 'message digest', hex: 'ab4f496bfb2a530b219ff33031fe06b0' },
  ],
}

export default md2
