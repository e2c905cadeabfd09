/**
 * MurmurHash3 x64 128, both halves as numbers, the higher byte first, which is how the libraries for browsers print it.
 * Fingerprint scripts name devices with it.
 */
import { murmur3x64 } from '../murmur3.js'
import type { Transform } from '../transform.js'

const murmur3: Transform = {
  digest(value) {
    const digest = new Uint8Array(16)
    const view = new DataView(digest.buffer)
    for (const [at, half] of murmur3x64(value).entries()) view.setBigUint64(8 * at, half)
    return digest
  },
  // Each half, and both as one number with the lower half first, unsigned and signed: how mmh3 for Python gives them.
  decimals(value) {
    const [first, second] = murmur3x64(value)
    const numbers = [[first, 64], [second, 64], [(second << 64n) | first, 128]] as const
    const all = numbers.flatMap(([number, bits]) => [number, BigInt.asIntN(bits, number)])
    return [...new Set(all.map((number) => String(number).replace('-', '')))]
  },
  examples: [
    { value: '', hex: '00000000000000000000000000000000' },
    { value: 'foo', hex: 'e271865701f545617eaf87e42bba7d87' },
    { value: 'The quick brown fox jumps over the lazy dog', hex: 'e34bbc7bbc071b6c7a433ca9c49a9347' },
  ],
}

export default murmur3
