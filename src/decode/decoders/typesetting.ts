/**
 * What a page's typesetting puts into its texts, and scripts send along: soft hyphens and zero-width blanks within words
 * (`Blasen&shy;schwäche`), blanks that do not break, line ends and indentation between words, hyphens and full-width
 * letters in place of ASCII's. Yields the text in ASCII's signs with one blank between words, which is not peeled further:
 * typesetting is what people read, so every encoding lies around it, and a page that a session replay sends would be
 * searched once more under each of its encodings.
 */
import type { Decoder } from '../decoder.js'
import { unescaping, type Escapes } from '../escapes.js'
import { bytesOf, isUtf8Text } from '../text.js'

const BLANK = 0x20
const HYPHEN = 0x2d
/** No run of blanks is looked at further. */
const LONGEST_RUN = 256
/** What is written in place of nothing. */
const NOTHING = -1

/** ASCII for the character of two or three bytes at `at`, NOTHING for what shows nothing, undefined for any other. */
function plainOf(input: Uint8Array, at: number): number | undefined {
  const [first, second = 0, third = 0] = input.subarray(at, at + 3)
  if (first === 0xc2) return second === 0xad ? NOTHING : second === 0xa0 ? BLANK : undefined
  const point = second < 0x80 || third < 0x80 ? 0 : (((first ?? 0) & 15) << 12) | ((second & 63) << 6) | (third & 63)
  if (first === 0xef) return point === 0xfeff ? NOTHING : point > 0xff00 && point < 0xff5f ? point - 0xfee0 : undefined
  if (point === 0x2010 || point === 0x2011) return HYPHEN
  if ((point >= 0x2000 && point <= 0x200a) || point === 0x202f || point === 0x2028) return BLANK
  const isHidden = (point >= 0x200b && point <= 0x200f) || (point >= 0x202a && point <= 0x202e) || (point >= 0x2060 && point <= 0x2064)
  return isHidden ? NOTHING : undefined
}

const isSpace = (byte: number | undefined): boolean => byte === BLANK || byte === 9 || byte === 10 || byte === 13

/** Whether text goes on here, and not the brackets and quotes of JSON or the tags of HTML. */
function isInk(byte: number | undefined): boolean {
  return byte !== undefined && byte > BLANK && !STRUCTURE.has(byte)
}

const STRUCTURE: ReadonlySet<number> = new Set(bytesOf('{}[]<>"\':,&='))

/** Length of the white space at `at` between two words, 0 where it is one blank alone or no blank. */
function spaceLength(input: Uint8Array, at: number): number {
  if (!isInk(input[at - 1]) && input[at - 1] !== COMMA) return 0
  let end = at
  while (end - at < LONGEST_RUN && isSpace(input[end])) end++
  if (!isInk(input[end])) return 0
  return end - at === 1 && input[at] === BLANK ? 0 : end - at
}

const COMMA = 0x2c

const escapes: Escapes = {
  starts: new Uint8Array(256).fill(1, 0xc2, 0xc3).fill(1, 0xe2, 0xe3).fill(1, 0xef, 0xf0).fill(1, 9, 11).fill(1, 13, 14).fill(1, 32, 33),
  growth: 1,
  length(input, at) {
    if (input[at]! <= BLANK) return spaceLength(input, at)
    return plainOf(input, at) === undefined ? 0 : input[at] === 0xc2 ? 2 : 3
  },
  write(input, at, _length, out, to) {
    const plain = input[at]! <= BLANK ? BLANK : plainOf(input, at)!
    if (plain === NOTHING) return 0
    out[to] = plain
    return 1
  },
}

const whole = unescaping(escapes, isUtf8Text)

const typesetting: Decoder = {
  triggers: bytesOf('\xc2\xe2\xef\t\n\r '),
  ...whole,
  decode: (input, emit, limit, refuse) => whole.decode(input, (segment) => emit({ ...segment, isLast: true }), limit, refuse),
  examples: [
    { encoded: 'Blasen\u00adschwä\u200bche', decoded: 'Blasenschwäche' },
    { encoded: '\ufeffUro\u2060logie – „gut“, HNO\u2011Arzt', decoded: 'Urologie – „gut“, HNO-Arzt' },
    { encoded: 'Vorgespräch\u00a0Vasektomie\n    Sterilisation  Mann', decoded: 'Vorgespräch Vasektomie Sterilisation Mann' },
    { encoded: 'joerg＠example．org, \r\n10115 Berlin', decoded: 'joerg@example.org, 10115 Berlin' },
  ],
}
export default typesetting
