/** The escapes inside JSON strings (RFC 8259 §7). Only the escapes: quotes, braces and commas stay where they are. */
import type { Decoder } from '../decoder.js'
import { emitUnescaped, hasEscape, locateUnescaped, type Escapes } from '../escapes.js'
import { byteSet, bytesOf } from '../text.js'
import { letterEscapes, unicodeEscapeLength, writeUnicodeEscape } from '../unicode-escape.js'

const U = 0x75
const LETTERS = letterEscapes({ '"': 34, '\\': 92, '/': 47, b: 8, f: 12, n: 10, r: 13, t: 9 })

const escapes: Escapes = {
  starts: byteSet('\\'),
  growth: 1,
  length(input, at) {
    const letter = input[at + 1] ?? 0
    if (letter === U) return unicodeEscapeLength(input, at)
    return LETTERS[letter]! > 0 ? 2 : 0
  },
  write(input, at, length, out, to) {
    if (length !== 2) return writeUnicodeEscape(input, at, length, out, to)
    out[to] = LETTERS[input[at + 1]!]!
    return 1
  },
}

const json: Decoder = {
  triggers: bytesOf('\\'),
  gate: (input) => hasEscape(input, escapes),
  decode: (input, emit, limit, refuse) => emitUnescaped(input, escapes, emit, limit, refuse),
  locate: (input, segment, offset) => locateUnescaped(input, escapes, segment, offset),
  examples: [
    { encoded: '{"u":"{\\"q\\":\\"Blasenschw\\u00e4che\\"}"}', decoded: '{"u":"{"q":"Blasenschwäche"}"}' },
    { encoded: 'https:\\/\\/praxis.example\\/urologie', decoded: 'https://praxis.example/urologie' },
    { encoded: '\\ud83d\\ude00 \\ud83d', decoded: '😀 \\ud83d' },
    { encoded: '\\\\u00e4', decoded: '\\u00e4' },
  ],
}
export default json
