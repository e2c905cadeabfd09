/** Base32 (RFC 4648 §6) in capitals or small letters: whole tokens of seven characters or more, padded or not. */
import { createBase32 } from '../base32.js'
import type { Decoder } from '../decoder.js'
import { valuesOf } from '../runs.js'

const base32: Decoder = {
  ...createBase32({
    capitals: valuesOf('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'),
    small: valuesOf('abcdefghijklmnopqrstuvwxyz234567'),
    min: 7,
  }),
  examples: [
    { encoded: 'q=KVZG63DPM5UWK', decoded: 'Urologie' },
    { encoded: 'KVZG63DPM5UWK===', decoded: 'Urologie' },
    { encoded: 'kvzg63dpm5uwk', decoded: 'Urologie' },
    { encoded: 'IJWGC43FNZZWG2DX4RRWQZI', decoded: 'Blasenschw\ufffdche' },
  ],
}
export default base32
