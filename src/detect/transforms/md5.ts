/** MD5: RFC 1321. */
import { openssl } from '../openssl.js'
import type { Transform } from '../transform.js'

const md5: Transform = {
  digest: (value) => openssl('md5', value),
  examples: [
    { value: '', hex: 'd41d8cd98f00b204e9800998ecf8427e' },
    { value: 'abc', hex: '900150983cd24fb0d6963f7d28e17f72' },
  ],
}

export default md5
