/** SHA3-256: FIPS 202. */
import { openssl } from '../openssl.js'
import type { Transform } from '../transform.js'

const sha3x256: Transform = {
  digest: (value) => openssl('sha3-256', value),
  examples: [
    { value: '', hex: 'a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a' },
    { value: 'abc', hex: '3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532' },
  ],
}

export default sha3x256
