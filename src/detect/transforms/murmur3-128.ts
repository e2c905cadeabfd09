/**
 * MurmurHash3 x64 128 with seed 0 (Appleby, public domain reference `MurmurHash3_x64_128`), both halves as numbers, the
 * higher byte first, which is how the libraries for browsers print it. Fingerprint scripts name devices with it.
 */
import type { Transform } from '../transform.js'

const C1 = 0x87c37b91114253d5n
const C2 = 0x4cf5ad432745937fn

const rotate = (value: bigint, by: bigint): bigint => BigInt.asUintN(64, (value << by) | (value >> (64n - by)))
const multiply = (a: bigint, b: bigint): bigint => BigInt.asUintN(64, a * b)
const add = (a: bigint, b: bigint): bigint => BigInt.asUintN(64, a + b)

const mixFirst = (k: bigint): bigint => multiply(rotate(multiply(k, C1), 31n), C2)
const mixSecond = (k: bigint): bigint => multiply(rotate(multiply(k, C2), 33n), C1)

function finish(h: bigint): bigint {
  h = multiply(h ^ (h >> 33n), 0xff51afd7ed558ccdn)
  h = multiply(h ^ (h >> 33n), 0xc4ceb9fe1a85ec53n)
  return h ^ (h >> 33n)
}

/** Up to eight bytes as a number, the lower byte first; bytes behind the end count as 0. */
function toWord(value: Uint8Array, from: number): bigint {
  let word = 0n
  for (let at = Math.min(from + 8, value.length) - 1; at >= from; at--) word = (word << 8n) | BigInt(value[at]!)
  return word
}

const murmur3: Transform = {
  digest(value) {
    let h1 = 0n
    let h2 = 0n
    const whole = value.length - (value.length % 16)
    for (let at = 0; at < whole; at += 16) {
      h1 = add(multiply(add(rotate(h1 ^ mixFirst(toWord(value, at)), 27n), h2), 5n), 0x52dce729n)
      h2 = add(multiply(add(rotate(h2 ^ mixSecond(toWord(value, at + 8)), 31n), h1), 5n), 0x38495ab5n)
    }
    h2 ^= mixSecond(toWord(value, whole + 8))
    h1 ^= mixFirst(toWord(value, whole))
    const length = BigInt(value.length)
    h1 ^= length
    h2 ^= length
    h1 = add(h1, h2)
    h2 = add(h2, h1)
    h1 = finish(h1)
    h2 = finish(h2)
    h1 = add(h1, h2)
    h2 = add(h2, h1)
    const digest = new Uint8Array(16)
    const view = new DataView(digest.buffer)
    view.setBigUint64(0, h1)
    view.setBigUint64(8, h2)
    return digest
  },
  examples: [
    { value: '', hex: '00000000000000000000000000000000' },
    { value: 'foo', hex: 'e271865701f545617eaf87e42bba7d87' },
    { value: 'The quick brown fox jumps over the lazy dog', hex: 'e34bbc7bbc071b6c7a433ca9c49a9347' },
  ],
}

export default murmur3
