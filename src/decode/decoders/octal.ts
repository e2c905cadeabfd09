/** `\303\244`: bytes as the strings of C, Python and PostgreSQL write them, three octal digits each. */
import type { Decoder } from '../decoder.js'
import { unescaping, type Escapes } from '../escapes.js'
import { byteSet, bytesOf, isText } from '../text.js'

const isOctal = (byte: number | undefined, most: number): boolean => byte !== undefined && byte >= 0x30 && byte <= most

const escapes: Escapes = {
  starts: byteSet('\\'),
  growth: 1,
  length(input, at) {
    return isOctal(input[at + 1], 0x33) && isOctal(input[at + 2], 0x37) && isOctal(input[at + 3], 0x37) ? 4 : 0
  },
  write(input, at, _length, out, to) {
    out[to] = ((input[at + 1]! & 7) << 6) | ((input[at + 2]! & 7) << 3) | (input[at + 3]! & 7)
    return 1
  },
}

const octal: Decoder = {
  triggers: bytesOf('\\'),
  ...unescaping(escapes, isText),
  examples: [
    { encoded: '\\125rologie', decoded: 'Urologie' },
    { encoded: 'q="Blasenschw\\303\\244che \\400"', decoded: 'q="Blasenschwäche \\400"' },
  ],
}
export default octal
