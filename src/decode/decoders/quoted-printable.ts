/**
 * Quoted-printable (RFC 2045 §6.7): `=C3=A4`, and `=` at the end of a line that goes on. Queries have `=` too, so some
 * escape must be such that hardly a parameter looks like it: `=` itself, a line end, a character of UTF-8, three in a
 * row, two letters within one word, a blank, comma, `@` or Latin-1 within a word, the end of a long line.
 */
import type { Decoder } from '../decoder.js'
import { hasEscape, unescaping, type Escapes } from '../escapes.js'
import { foldLength, isLongLine } from '../line-ends.js'
import { byteSet, bytesOf, hexNumber } from '../text.js'

const EQUALS = 0x3d
const LAST_CAPITAL = 0x5a
const QUESTION = 0x3f
const CARRIAGE_RETURN = 0x0d
const LINE_FEED = 0x0a
const LENGTH = 3
/** What mails escape though they need not: blank, comma, full stop, `@`. */
const SIGNS: readonly number[] = [0x20, 0x2c, 0x2e, 0x40]

/** Digits of it are capitals, which spares `debug=false`. */
const byteAt = (input: Uint8Array, at: number): number =>
  Math.max(input[at] ?? 0, input[at + 1] ?? 0) > LAST_CAPITAL ? -1 : hexNumber(input, at, 2)
const escapeAt = (input: Uint8Array, at: number): number => (input[at] === EQUALS ? byteAt(input, at + 1) : -1)
const isSmall = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x61 && byte <= 0x7a
const isLetter = (byte: number | undefined): boolean => byte !== undefined && isSmall(byte | 0x20)
/** So many letters on a word's next escape is looked for. */
const LONGEST_PIECE = 24

/** Whether nothing but letters stand between `at` and the escape of another one: parameters have a sign between them. */
function goesOnInWord(input: Uint8Array, at: number): boolean {
  let end = at
  while (end - at < LONGEST_PIECE && isLetter(input[end])) end++
  return end > at && isLetter(escapeAt(input, end))
}

const escapes: Escapes = {
  starts: byteSet('='),
  growth: 1,
  length: (input, at) => (byteAt(input, at + 1) >= 0 ? LENGTH : foldLength(input, at)),
  write(input, at, _length, out, to) {
    const byte = byteAt(input, at + 1)
    if (byte < 0) return 0
    out[to] = byte
    return 1
  },
}

/** The beginning of what stands so in the head of a mail (RFC 2047): `=?utf-8?q?J=C3=B6rg?=`. */
const WORD = /^=\?[\w-]{1,20}\?q\?/i
const LONGEST_BEGINNING = 26

const beginsWord = (input: Uint8Array, at: number): boolean =>
  input[at + 1] === QUESTION && WORD.test(Buffer.from(input.subarray(at, at + LONGEST_BEGINNING)).toString('latin1'))

const telling: Escapes = {
  ...escapes,
  length(input, at) {
    if (beginsWord(input, at)) return 1
    const byte = escapeAt(input, at)
    if (byte < 0) return isLongLine(input, at) ? foldLength(input, at) : 0
    const next = escapeAt(input, at + LENGTH)
    const isUtf8 = byte >= 0xc2 && byte < 0xf5 && next >= 0x80 && next < 0xc0
    if (next >= 0) return isUtf8 || escapeAt(input, at + 2 * LENGTH) >= 0 ? LENGTH : 0
    if (isLetter(byte) && isLetter(input[at - 1])) return goesOnInWord(input, at + LENGTH) ? LENGTH : 0
    if (byte === EQUALS || byte === LINE_FEED || byte === CARRIAGE_RETURN) return LENGTH
    if (SIGNS.includes(byte)) return isLetter(input[at - 1]) && isLetter(input[at + LENGTH]) ? LENGTH : 0
    const isWithin = [at - 2, at - 1, at + LENGTH, at + LENGTH + 1].every((one) => isSmall(input[one]))
    return byte >= 0xc0 && isWithin ? LENGTH : 0
  },
}

const quotedPrintable: Decoder = {
  triggers: bytesOf('='),
  ...unescaping(escapes, (input) => hasEscape(input, telling)),
  examples: [
    { encoded: 'Blasenschw=C3=A4che =3D Vorgespr=C3=A4ch', decoded: 'Blasenschwäche = Vorgespräch' },
    { encoded: `${'Praxis '.repeat(10)}Urolo=\r\ngie`, decoded: `${'Praxis '.repeat(10)}Urologie` },
    { encoded: 'Blasenschw=E4che', decoded: 'Blasenschw\ufffdche' },
    { encoded: '=55=72=6F=6C=6F=67=69=65', decoded: 'Urologie' },
    { encoded: 'Anna=20Beispiel', decoded: 'Anna Beispiel' },
    { encoded: 'Bl=61senschw=61eche', decoded: 'Blasenschwaeche' },
    { encoded: '=?utf-8?Q?M=41nn?=', decoded: '=?utf-8?Q?MAnn?=' },
  ],
}
export default quotedPrintable
