/** SM3: GB/T 32905-2016. */
import { openssl } from '../openssl.js'
import type { Transform } from '../transform.js'

const sm3: Transform = {
  digest: (value) => openssl('sm3', value),
  examples: [
    { value: '', hex: '1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b' },
    { value: 'abc', hex: '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0' },
  ],
}

export default sm3
