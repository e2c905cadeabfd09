/** SHA256: FIPS 180-4. */
import { openssl } from '../openssl.js'
import type { Transform } from '../transform.js'

const sha256: Transform = {
  digest: (value) => openssl('sha256', value),
  examples: [
    { value: '', hex: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' },
    { value: 'abc', hex: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' },
  ],
}

export default sha256
