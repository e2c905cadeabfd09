/**
 * Characters that show nothing and stand within words: the soft hyphens and zero-width blanks by which pages let long
 * words break (`Blasen&shy;schwäche`), and marks of writing direction. Titles and texts of pages are sent with them.
 */
import type { Decoder } from '../decoder.js'
import { emitUnescaped, hasEscape, locateUnescaped, type Escapes } from '../escapes.js'
import { bytesOf, isUtf8Text } from '../text.js'

/** U+00AD, U+200B to U+200F, U+202A to U+202E, U+2060 to U+2064 and U+FEFF, as UTF-8. */
function lengthAt(input: Uint8Array, at: number): number {
  const second = input[at + 1]
  const third = input[at + 2] ?? 0
  if (input[at] === 0xc2) return second === 0xad ? 2 : 0
  if (input[at] === 0xef) return second === 0xbb && third === 0xbf ? 3 : 0
  if (second === 0x80) return (third >= 0x8b && third <= 0x8f) || (third >= 0xaa && third <= 0xae) ? 3 : 0
  return second === 0x81 && third >= 0xa0 && third <= 0xa4 ? 3 : 0
}

const escapes: Escapes = {
  starts: new Uint8Array(256).fill(1, 0xc2, 0xc3).fill(1, 0xe2, 0xe3).fill(1, 0xef, 0xf0),
  growth: 1,
  length: lengthAt,
  write: () => 0,
}

const formatCharacters: Decoder = {
  triggers: bytesOf('\xc2\xe2\xef'),
  // Bytes that are no text, or were none once, may look so too.
  gate: (input) => hasEscape(input, escapes) && isUtf8Text(input),
  decode(input, emit, limit, refuse) {
    if (isUtf8Text(input)) emitUnescaped(input, escapes, emit, limit, refuse)
  },
  locate: (input, segment, offset) => locateUnescaped(input, escapes, segment, offset),
  examples: [
    { encoded: 'Blasen\u00adschwä\u200bche', decoded: 'Blasenschwäche' },
    { encoded: '\ufeffUro\u2060logie – „gut“', decoded: 'Urologie – „gut“' },
  ],
}
export default formatCharacters
