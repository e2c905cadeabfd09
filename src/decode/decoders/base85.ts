/** Base 85 with the alphabet of RFC 1924, which git and Python's b85encode() have. */
import { createBase85 } from '../base85.js'
import type { Decoder } from '../decoder.js'
import { valuesOf } from '../runs.js'

const base85: Decoder = {
  ...createBase85(valuesOf('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~')),
  examples: [
    { encoded: 'RdR1^Z)a&`', decoded: 'Urologie' },
    { encoded: '{"q":"LTq7kWo~n0Xm`V;V`yb8ATc>NGy"}', decoded: 'Blasenschwäche, 1974' },
    { encoded: 'seen: LTq7kWo~n0Xm`V;V`yb8ATc>NGy, today', decoded: 'Blasenschwäche, 1974' },
  ],
}
export default base85
