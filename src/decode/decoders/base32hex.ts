/** Base32 with the extended alphabet (RFC 4648 §7), in capitals or small letters: whole tokens, padded or not. */
import { createBase32 } from '../base32.js'
import type { Decoder } from '../decoder.js'
import { valuesOf } from '../runs.js'

const base32hex: Decoder = {
  ...createBase32({
    capitals: valuesOf('0123456789ABCDEFGHIJKLMNOPQRSTUV'),
    small: valuesOf('0123456789abcdefghijklmnopqrstuv'),
    min: 9, hasHex: true,
  }),
  examples: [
    { encoded: 'q=ALP6UR3FCTKMA', decoded: 'Urologie' },
    { encoded: '89m62sr5dppm6q3noei66q355gg32e9n6g======', decoded: 'Blasenschwäche, 1974' },
  ],
}
export default base32hex
