/** SHAKE128 of 16 bytes, as OpenSSL gives it: FIPS 202. */
import { createHash } from 'node:crypto'
import type { Transform } from '../transform.js'

const shake128: Transform = {
  digest: (value) => createHash('shake128', { outputLength: 16 }).update(value).digest(),
  examples: [
    { value: '', hex: '7f9c2ba4e88f827d616045507605853e' },
    { value: 'abc', hex: '5881092dd818bf5cf8a3ddb793fbcba7' },
  ],
}

export default shake128
