/** `\u00e4` and `%u00e4`: a lead byte, `u`, four hexadecimal digits; characters beyond U+FFFF as two of them. */
import { hexNumber, writeCodePoint } from './text.js'

const LENGTH = 6

/** Length of the escape at `at`, whose lead byte and `u` were seen; 0 for half a pair or wrong digits. */
export function unicodeEscapeLength(input: Uint8Array, at: number): number {
  const unit = hexNumber(input, at + 2, 4)
  if (unit < 0xd800 || unit > 0xdfff) return unit < 0 ? 0 : LENGTH
  if (unit >= 0xdc00 || input[at + LENGTH] !== input[at] || input[at + LENGTH + 1] !== input[at + 1]) return 0
  const trail = hexNumber(input, at + LENGTH + 2, 4)
  return trail >= 0xdc00 && trail <= 0xdfff ? 2 * LENGTH : 0
}

/** Writes what an escape of that length stands for; returns how many bytes that took. */
export function writeUnicodeEscape(input: Uint8Array, at: number, length: number, out: Uint8Array, to: number): number {
  const unit = hexNumber(input, at + 2, 4)
  if (length === LENGTH) return writeCodePoint(out, to, unit)
  return writeCodePoint(out, to, 0x10000 + ((unit & 0x3ff) << 10) + (hexNumber(input, at + LENGTH + 2, 4) & 0x3ff))
}

/** Table of 256 with the byte that each letter after a backslash stands for, 0 for none. */
export function letterEscapes(meanings: Readonly<Record<string, number>>): Uint8Array {
  const table = new Uint8Array(256)
  for (const [letter, byte] of Object.entries(meanings)) table[letter.charCodeAt(0)] = byte
  return table
}
