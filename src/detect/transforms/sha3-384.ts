/** SHA3-384: FIPS 202. */
import { openssl } from '../openssl.js'
import type { Transform } from '../transform.js'

const sha3x384: Transform = {
  digest: (value) => openssl('sha3-384', value),
  examples: [
    {
      value: '',
      hex: '0c63a75b845e4f7d01107d852e4c2485c51a50aaaa94fc61995e71bbee983a2a' +
        'c3713831264adb47fb6bd1e058d5f004',
    },
    {
      value: 'abc',
      hex: 'ec01498288516fc926459f58e2c6ad8df9b473cb0fc08c2596da7cf0e49be4b2' +
        '98d88cea927ac7f539f1edf228376d25',
    },
  ],
}

export default sha3x384
