/**
 * Escapes of CSS (https://www.w3.org/TR/css-syntax-3/#consume-escaped-code-point), as in selectors that scripts send
 * along: `\41 ` and `\000041`, and `\@` of `CSS.escape()`, which regular expressions have too.
 */
import type { Decoder } from '../decoder.js'
import { hasEscape, unescaping, type Escapes } from '../escapes.js'
import { ALPHANUMERIC } from '../runs.js'
import { byteSet, bytesOf, hexDigit, hexNumber, isText, isTextCodePoint, writeCodePoint } from '../text.js'

const BLANK = 0x20
const PLUS = 0x2b
const MOST_DIGITS = 6
/** Signs that JSON never escapes. */
const SIGNS = byteSet('.@+-#:;,=()[]!$%&*?~| ')

function digitsAt(input: Uint8Array, at: number): number {
  let digits = 0
  while (digits < MOST_DIGITS && hexDigit(input[at + 1 + digits]) >= 0) digits++
  return digits
}

/** Or a plus, as forms write it. */
const isBlank = (byte: number | undefined): boolean => byte === BLANK || byte === PLUS

/** Digits that a blank or their number ends, which others hardly write. */
function numericLength(input: Uint8Array, at: number): number {
  const digits = digitsAt(input, at)
  const isEnded = isBlank(input[at + 1 + digits])
  if (digits === 0 || (digits < MOST_DIGITS && !isEnded) || !isTextCodePoint(hexNumber(input, at + 1, digits))) return 0
  return 1 + digits + (isEnded ? 1 : 0)
}

const escapes: Escapes = {
  starts: byteSet('\\'),
  growth: 1,
  length: (input, at) => numericLength(input, at) || (SIGNS[input[at + 1] ?? 0] === 1 ? 2 : 0),
  write(input, at, length, out, to) {
    if (length > 2) return writeCodePoint(out, to, hexNumber(input, at + 1, digitsAt(input, at)))
    out[to] = input[at + 1]!
    return 1
  },
}

/** Those that nothing else escapes within a word, but for regular expressions. */
const TELLING = byteSet('.@+-:#')

/** A number, or such a sign. */
const own: Escapes = {
  ...escapes,
  length(input, at) {
    const isWithin = ALPHANUMERIC[input[at - 1] ?? 0] === 1 && ALPHANUMERIC[input[at + 2] ?? 0] === 1
    return numericLength(input, at) || (isWithin && TELLING[input[at + 1]!] === 1 ? 2 : 0)
  },
}

/** Bytes that are no text may look so too. */
const mayBe = (input: Uint8Array): boolean => hasEscape(input, own) && isText(input)

const css: Decoder = {
  triggers: bytesOf('\\'),
  ...unescaping(escapes, mayBe),
  examples: [
    { encoded: '\\55 rologie', decoded: 'Urologie' },
    { encoded: 'Blasenschw\\0000e4che', decoded: 'Blasenschwäche' },
    { encoded: '#joerg\\@example\\.org', decoded: '#joerg@example.org' },
    { encoded: '\\31 974-03-09', decoded: '1974-03-09' },
  ],
}
export default css
