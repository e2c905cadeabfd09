/** SHA512-256: FIPS 180-4. */
import { openssl } from '../openssl.js'
import type { Transform } from '../transform.js'

const sha512t256: Transform = {
  digest: (value) => openssl('sha512-256', value),
  examples: [
    { value: '', hex: 'c672b8d1ef56ed28ab87c3622c5114069bdd3ad7b8f9737498d0c01ecef0967a' },
    { value: 'abc', hex: '53048e2681941ef99b2e29b76b4c7dabe4c2d0c634fc6d46e0e2f13107e7af23' },
  ],
}

export default sha512t256
