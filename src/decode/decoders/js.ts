/** The escapes of JavaScript that JSON does not know (`\x41`, `\u{1f600}`), and with them those that it does. */
import type { Decoder } from '../decoder.js'
import { unescaping, type Escapes } from '../escapes.js'
import { byteSet, bytesOf, hexDigit, hexNumber, isTextCodePoint, writeCodePoint } from '../text.js'
import { letterEscapes, unicodeEscapeLength, writeUnicodeEscape } from '../unicode-escape.js'

const BACKSLASH = 0x5c
const X = 0x78
const U = 0x75
const BRACE = 0x7b

const LETTERS = letterEscapes({ '"': 34, "'": 39, '`': 96, '\\': 92, '/': 47, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11 })

const escapes: Escapes = {
  starts: byteSet('\\'),
  growth: 1,
  length(input, at) {
    const letter = input[at + 1] ?? 0
    if (letter === X) return hexNumber(input, at + 2, 2) < 0 ? 0 : 4
    if (letter === U) return input[at + 2] === BRACE ? bracedLength(input, at) : unicodeEscapeLength(input, at)
    return LETTERS[letter]! > 0 ? 2 : 0
  },
  write(input, at, length, out, to) {
    if (input[at + 1] === X) return writeCodePoint(out, to, hexNumber(input, at + 2, 2))
    const isBraced = input[at + 1] === U && input[at + 2] === BRACE
    if (isBraced) return writeCodePoint(out, to, hexNumber(input, at + 3, length - 4))
    if (length !== 2) return writeUnicodeEscape(input, at, length, out, to)
    out[to] = LETTERS[input[at + 1]!]!
    return 1
  },
}

/** Length of `\u{…}` with one to six digits that name a character, 0 where none stands. */
function bracedLength(input: Uint8Array, at: number): number {
  let digits = 0
  while (digits < 6 && hexDigit(input[at + 3 + digits]) >= 0) digits++
  if (digits === 0 || input[at + 3 + digits] !== 0x7d) return 0
  return isTextCodePoint(hexNumber(input, at + 3, digits)) ? digits + 4 : 0
}

/** Without one of these, the JSON decoder says it all. */
function hasOwnEscape(input: Uint8Array): boolean {
  for (let at = 0; at + 3 < input.length; at++) {
    if (input[at] !== BACKSLASH) continue
    if (input[at + 1] === X && hexNumber(input, at + 2, 2) >= 0) return true
    if (input[at + 1] === U && input[at + 2] === BRACE) return true
  }
  return false
}

const js: Decoder = {
  triggers: bytesOf('\\'),
  ...unescaping(escapes, hasOwnEscape),
  examples: [
    { encoded: '\\x55rologie', decoded: 'Urologie' },
    { encoded: 'Blasenschw\\xe4che\\u{1f600}', decoded: 'Blasenschwäche😀' },
    { encoded: "it\\'s \\x41", decoded: "it's A" },
  ],
}
export default js
