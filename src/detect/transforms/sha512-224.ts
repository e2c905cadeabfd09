/** SHA-512/224: FIPS 180-4. */
import { openssl } from '../openssl.js'
import type { Transform } from '../transform.js'

const sha512by224: Transform = {
  digest: (value) => openssl('sha512-224', value),
  examples: [
    { value: '', hex: '6ed0dd02806fa89e25de060c19d3ac86cabb87d6a0ddd05c333b84f4' },
    { value: 'abc', hex: '4634270f707b6a54daae7530460842e20e37ed265ceee9a43e8924aa' },
  ],
}

export default sha512by224
