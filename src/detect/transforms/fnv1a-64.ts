/** FNV-1a of 64 bits, the higher byte first: RFC 9923. */
import type { Transform } from '../transform.js'

const PRIME = 0x100000001b3n
const BASIS = 0xcbf29ce484222325n

const hash = (value: Uint8Array): bigint =>
  value.reduce((sum, byte) => BigInt.asUintN(64, (sum ^ BigInt(byte)) * PRIME), BASIS)

const fnv1a: Transform = {
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
    { value: '', hex: 'cbf29ce484222325' },
    { value: 'a', hex: 'af63dc4c8601ec8c' },
    { value: 'foobar', hex: '85944171f73967e8' },
  ],
}

export default fnv1a
