/**
 * UTF-8 that was taken for Latin-1 or Windows-1252 and written as UTF-8 once more: `BlasenschwÃ¤che`. Header values stand
 * so in HARs, and scripts send it that encode twice.
 */
import { byteOfCharacter } from '../binary-string.js'
import type { Decoder } from '../decoder.js'
import { unescaping, type Escapes } from '../escapes.js'
import { bytesOf, isUtf8Text, utf8Length } from '../text.js'

interface Unit {
  readonly length: number
  readonly bytes: readonly number[]
}

/** The character in UTF-8 that the characters at `at` are the bytes of, undefined where they are none. */
function unitAt(input: Uint8Array, at: number): Unit | undefined {
  const bytes: number[] = []
  let end = at
  let owed = 1
  for (; owed > 0; owed--) {
    const length = utf8Length(input, end)
    const byte = byteOfCharacter(input, end, length)
    if (byte === undefined || (bytes.length > 0 && byte > 0xbf)) return undefined
    if (bytes.length === 0) owed = byte < 0xc2 ? 0 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : byte < 0xf5 ? 4 : 0
    if (owed === 0) return undefined
    bytes.push(byte)
    end += length
  }
  return utf8Length(Uint8Array.from(bytes), 0) === bytes.length ? { length: end - at, bytes } : undefined
}

const escapes: Escapes = {
  // The letters Â to ô, which all first bytes of a sequence are taken for.
  starts: new Uint8Array(256).fill(1, 0xc3, 0xc4),
  growth: 1,
  length: (input, at) => unitAt(input, at)?.length ?? 0,
  write(input, at, _length, out, to) {
    const { bytes } = unitAt(input, at)!
    for (const [index, byte] of bytes.entries()) out[to + index] = byte
    return bytes.length
  },
}

const mojibake: Decoder = {
  triggers: bytesOf('\xc3'),
  ...unescaping(escapes, isUtf8Text),
  examples: [
    { encoded: 'BlasenschwÃ¤che, StraÃŸe, Jörg', decoded: 'Blasenschwäche, Straße, Jörg' },
    { encoded: 'Stra\u00c3\u009fe â‚¬ Ã', decoded: 'Straße € Ã' },
  ],
}
export default mojibake
