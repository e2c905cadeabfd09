/** Base32 with Crockford's alphabet (https://www.crockford.com/base32.html), capitals or small letters: whole tokens. */
import { createBase32 } from '../base32.js'
import type { Decoder } from '../decoder.js'
import { valuesOf } from '../runs.js'

const crockford: Decoder = {
  ...createBase32({
    capitals: valuesOf('0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
    small: valuesOf('0123456789abcdefghjkmnpqrstvwxyz'),
    min: 9, hasHex: true,
  }),
  examples: [
    { encoded: 'q=ANS6YV3FCXMPA', decoded: 'Urologie' },
    { encoded: '89p62wv5dssp6t3qrej66t355gg32e9q6g', decoded: 'Blasenschwäche, 1974' },
  ],
}
export default crockford
