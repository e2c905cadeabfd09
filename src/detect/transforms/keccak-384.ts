/** Keccak-384: see keccak.ts. */
import { keccak } from '../keccak.js'
import type { Transform } from '../transform.js'

const keccak384: Transform = {
  digest: (value) => keccak(value, 48),
  examples: [
    {
      value: '',
      hex: '2c23146a63a29acf99e73b88f8c24eaa7dc60aa771780ccc006afbfa8fe2479b2dd2b21362337441ac12b515911957ff',
    },
    {
      value: 'abc',
      hex: 'f7df1165f033337be098e7d288ad6a2f74409d7a60b49c36642218de161b1f99f8c681e4afaf31a34db29fb763e3c28e',
    },
    {
      value: 'a'.repeat(200),
      hex: 'd3b9da96736dcf2621947594a52f13b2ddd8547c4822ab7868c027e170f65b4bee133eed902c34f733227cbe5c947804',
    },
  ],
}

export default keccak384
