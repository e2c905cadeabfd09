/** SHAKE256 of 32 bytes, as OpenSSL gives it: FIPS 202. */
import { createHash } from 'node:crypto'
import type { Transform } from '../transform.js'

const shake256: Transform = {
  digest: (value) => createHash('shake256', { outputLength: 32 }).update(value).digest(),
  examples: [
    { value: '', hex: '46b9dd2b0ba88d13233b3feb743eeb243fcd52ea62b81b82b50c27646ed5762f' },
    { value: 'abc', hex: '483366601360a8771c6863080cc4114d8db44530f8f1e1ee4f94ea37e78b5739' },
  ],
}

export default shake256
