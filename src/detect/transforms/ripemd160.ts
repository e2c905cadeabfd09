/** RIPEMD-160: Dobbertin, Bosselaers and Preneel, 1996. */
import { openssl } from '../openssl.js'
import type { Transform } from '../transform.js'

const ripemd160: Transform = {
  digest: (value) => openssl('ripemd160', value),
  examples: [
    { value: '', hex: '9c1185a5c5e9fc54612808977ee8f548b2258d31' },
    { value: 'abc', hex: '8eb208f7e05d987a9b044a8e98c6b087f15a0bfc' },
  ],
}

export default ripemd160
