/**
 * Text in Latin-1 (as Windows-1252 reads it, https://encoding.spec.whatwg.org/#windows-1252), which `btoa()` and older
 * sites put under base64 and percent-encoding. What is UTF-8 in the midst of it stays.
 */
import type { Decoder } from '../decoder.js'
import { unescaping, type Escapes } from '../escapes.js'
import { bytesOf, HIGH_BYTES, isLatin1Text, utf8Length, WINDOWS_1252, writeCodePoint } from '../text.js'

const escapes: Escapes = {
  starts: new Uint8Array(256).fill(1, 0x80),
  growth: 3,
  length: (input, at) => utf8Length(input, at) || 1,
  write(input, at, length, out, to) {
    if (length > 1) {
      for (let index = 0; index < length; index++) out[to + index] = input[at + index]!
      return length
    }
    const byte = input[at]!
    return writeCodePoint(out, to, byte < 0xa0 ? WINDOWS_1252.charCodeAt(byte - 0x80) : byte)
  },
}

const latin1: Decoder = {
  triggers: HIGH_BYTES,
  ...unescaping(escapes, isLatin1Text),
  examples: [
    { encoded: bytesOf('Blasenschw\xe4che'), decoded: 'Blasenschwäche' },
    { encoded: bytesOf('Preis 20 \x80, J\xf6rg und J\xc3\xb6rg'), decoded: 'Preis 20 €, Jörg und Jörg' },
  ],
}
export default latin1
