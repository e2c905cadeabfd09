/** SHA3-224: FIPS 202. */
import { openssl } from '../openssl.js'
import type { Transform } from '../transform.js'

const sha3x224: Transform = {
  digest: (value) => openssl('sha3-224', value),
  examples: [
    { value: '', hex: '6b4e03423667dbb73b6e15454f0eb1abd4597f9a1b078e3f5b5a6bc7' },
    { value: 'abc', hex: 'e642824c3f8cf24ad09234ee7d3c766fc9a3a5168d0c94ad73b46fdf' },
  ],
}

export default sha3x224
