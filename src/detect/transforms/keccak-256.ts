/** Keccak-256: see keccak.ts. */
import { keccak } from '../keccak.js'
import type { Transform } from '../transform.js'

const keccak256: Transform = {
  digest: (value) => keccak(value, 32),
  examples: [
    { value: '', hex: 'c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470' },
    { value: 'abc', hex: '4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45' },
    { value: 'a'.repeat(200), hex: '96ea54061def936c4be90b518992fdc6f12f535068a256229aca54267b4d084d' },
  ],
}

export default keccak256
