/** BLAKE2S256: RFC 7693. */
import { openssl } from '../openssl.js'
import type { Transform } from '../transform.js'

const blake2s256: Transform = {
  digest: (value) => openssl('blake2s256', value),
  examples: [
    { value: '', hex: '69217a3079908094e11121d042354a7c1f55b6482ca1a51e1b250dfd1ed0eef9' },
    { value: 'abc', hex: '508c5e8c327c14e2e1a72ba34eeb452f37458b209ed63a294d999b4c86675982' },
  ],
}

export default blake2s256
