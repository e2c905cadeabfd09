/** MurmurHash3 x86 128, its quarters as numbers one after the other, as libraries for browsers print it. */
import { murmur3x86 } from '../murmur3.js'
import type { Transform } from '../transform.js'

const murmur3: Transform = {
  digest(value) {
    const digest = new Uint8Array(16)
    const view = new DataView(digest.buffer)
    for (const [at, quarter] of murmur3x86(value).entries()) view.setInt32(4 * at, quarter)
    return digest
  },
  examples: [
    { value: '', hex: '00000000000000000000000000000000' },
    { value: 'I will not buy this record, it is scratched.', hex: 'a0a9683b25ac5e40d9af2895890dddf5' },
  ],
}

export default murmur3
