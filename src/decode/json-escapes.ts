/** The escapes inside JSON strings (RFC 8259 §7). */
import type { Escapes } from './escapes.js'
import { byteSet } from './text.js'
import { letterEscapes, unicodeEscapeLength, writeUnicodeEscape } from './unicode-escape.js'

const U = 0x75
const LETTERS = letterEscapes({ '"': 34, '\\': 92, '/': 47, b: 8, f: 12, n: 10, r: 13, t: 9 })

export const jsonEscapes: Escapes = {
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
