/** SHA1: FIPS 180-4. */
import { openssl } from '../openssl.js'
import type { Transform } from '../transform.js'

const sha1: Transform = {
  digest: (value) => openssl('sha1', value),
  examples: [
    { value: '', hex: 'da39a3ee5e6b4b0d3255bfef95601890afd80709' },
    { value: 'abc', hex: 'a9993e364706816aba3e25717850c26c9cd0d89d' },
  ],
}

export default sha1
