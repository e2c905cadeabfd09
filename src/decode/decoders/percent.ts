/**
 * Percent-encoding (RFC 3986 §2.1) and the `%u00e4` of JavaScript's old escape(). Yields bytes, whatever their
 * character set; `+` stays, since only a form means a blank by it.
 */
import type { Decoder } from '../decoder.js'
import { unescaping, type Escapes } from '../escapes.js'
import { byteSet, bytesOf, hexNumber } from '../text.js'
import { unicodeEscapeLength, writeUnicodeEscape } from '../unicode-escape.js'

const U = 0x75

const escapes: Escapes = {
  starts: byteSet('%'),
  growth: 1,
  length(input, at) {
    if ((input[at + 1]! | 0x20) === U) return unicodeEscapeLength(input, at)
    return hexNumber(input, at + 1, 2) < 0 ? 0 : 3
  },
  write(input, at, length, out, to) {
    if (length !== 3) return writeUnicodeEscape(input, at, length, out, to)
    out[to] = hexNumber(input, at + 1, 2)
    return 1
  },
}

const percent: Decoder = {
  triggers: bytesOf('%'),
  ...unescaping(escapes),
  examples: [
    {
      encoded: 'dl=https%3A%2F%2Fpraxis.example%2Furologie%3Fq%3DBlasenschw%C3%A4che',
      decoded: 'dl=https://praxis.example/urologie?q=Blasenschwäche',
    },
    { encoded: '%25C3%25A4', decoded: '%C3%A4' },
    { encoded: 'Vorgespr%u00e4ch %uD83D%uDE00', decoded: 'Vorgespräch 😀' },
    { encoded: '100% %zz %41', decoded: '100% %zz A' },
  ],
}
export default percent
