/** SHA224: FIPS 180-4. */
import { openssl } from '../openssl.js'
import type { Transform } from '../transform.js'

const sha224: Transform = {
  digest: (value) => openssl('sha224', value),
  examples: [
    { value: '', hex: 'd14a028c2a3a2bc9476102bb288234c415a2b01f828ea62ac5b3e42f' },
    { value: 'abc', hex: '23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7' },
  ],
}

export default sha224
