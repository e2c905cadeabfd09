/**
 * ROT13. Of a value that is nothing but words: every word can be read this way, so it comes last, what it yields is not
 * peeled further, and a value with more vowels than letters that would become vowels is taken for what it says. Around
 * another encoding: base64 and hexadecimal digits that show themselves once they are turned back, and a text whose
 * escapes are such (`%P3%N4`, `\h00r4`).
 */
import { BASE64_BYTES, hidesBase64 } from '../base64.js'
import type { Decoder } from '../decoder.js'
import { createEmitter, nextToken, runEnd, type Put } from '../runs.js'
import { byteSet, hexDigit } from '../text.js'

const MIN = 4
const MAX = 256
const MIN_BASE64 = 16
/** A digest cut short; `n` to `s` stand for `a` to `f`. */
const MIN_HEX = 16
const HEX = byteSet('0123456789nopqrsNOPQRS')
const PERCENT = 0x25
const BACKSLASH = 0x5c

const ROTATED = Uint8Array.from({ length: 256 }, (_, byte) => {
  const letter = byte | 0x20
  if (letter < 0x61 || letter > 0x7a) return byte
  return letter < 0x6e ? byte + 13 : byte - 13
})

/** Letters in both cases: 1 for vowels, -1 for what becomes a vowel. */
const VOWELS = new Int8Array(256)
for (const byte of Buffer.from('aeiouAEIOU')) VOWELS[byte] = 1
for (const byte of Buffer.from('nrvbhNRVBH')) VOWELS[byte] = -1

function isRotated(input: Uint8Array): boolean {
  if (input.length < MIN || input.length > MAX) return false
  let vowels = 0
  for (let at = 0; at < input.length; at++) {
    const byte = input[at]!
    const letter = byte | 0x20
    if ((letter < 0x61 || letter > 0x7a) && byte !== 0x20) return false
    vowels += VOWELS[byte]!
  }
  return vowels <= 0
}

/** Whether `count` bytes from `at` on are turned hexadecimal digits, and the first of them at least `least`. */
function areDigits(input: Uint8Array, at: number, count: number, least = 0): boolean {
  for (let index = at; index < at + count; index++) if (HEX[input[index] ?? 0] === 0) return false
  return hexDigit(ROTATED[input[at]!]) >= least
}

/** The first of two escapes of a character in UTF-8: `%P3%N4` for `%C3%A4`. */
const isPercent = (input: Uint8Array, at: number): boolean =>
  areDigits(input, at + 1, 2, 0xc) && input[at + 3] === PERCENT && areDigits(input, at + 4, 2, 8)
/** `\h00r4` for `\u00e4`. */
const isUnicode = (input: Uint8Array, at: number): boolean =>
  (input[at + 1]! | 0x20) === ROTATED_U && areDigits(input, at + 2, 4)
const ROTATED_U = 0x68

function hasEscape(input: Uint8Array, sign: number, isIt: (input: Uint8Array, at: number) => boolean): boolean {
  for (let at = input.indexOf(sign); at >= 0; at = input.indexOf(sign, at + 1)) if (isIt(input, at)) return true
  return false
}

const hidesEscapes = (input: Uint8Array): boolean =>
  hasEscape(input, PERCENT, isPercent) || hasEscape(input, BACKSLASH, isUnicode)

function isHex(input: Uint8Array, start: number, end: number): boolean {
  if (end - start < MIN_HEX || (end - start) % 2 !== 0) return false
  for (let at = start; at < end; at++) if (HEX[input[at]!] === 0) return false
  return true
}

/** Puts each run that is base64 or hexadecimal once it is turned back; false where `put` refuses it. */
function emitRuns(input: Uint8Array, put: Put): boolean {
  for (let start = nextToken(input, BASE64_BYTES, MIN_BASE64); start >= 0; ) {
    const end = runEnd(input, BASE64_BYTES, start)
    const isIt = hidesBase64(input, start, end, ROTATED, false) || isHex(input, start, end)
    if (isIt && !put(input.slice(start, end).map((byte) => ROTATED[byte]!), start, end)) return false
    start = nextToken(input, BASE64_BYTES, MIN_BASE64, end)
  }
  return true
}

const rot13: Decoder = {
  precedence: -1,
  gate: (input) => isRotated(input) || hidesEscapes(input) || !emitRuns(input, () => false),
  decode(input, emit, limit, refuse) {
    let isLast = false
    const put = createEmitter((segment) => emit(isLast ? { ...segment, isLast } : segment), limit, refuse)
    if (!emitRuns(input, put)) return
    const isShown = hidesEscapes(input)
    if (!isShown && !isRotated(input)) return
    isLast = !isShown
    put(input.map((byte) => ROTATED[byte]!), 0, input.length)
  },
  locate: (_input, segment, offset) => segment.start + offset,
  examples: [
    { encoded: 'Hebybtvr', decoded: 'Urologie' },
    { encoded: 'Ibetrfcenrpu', decoded: 'Vorgespraech' },
    { encoded: 'q=IKWioT9anJHtZGx3AN==', decoded: 'VXJvbG9naWUgMTk3NA' },
    { encoded: '4os9p0r1n2s3q4r5', decoded: '4bf9c0e1a2f3d4e5' },
    { encoded: 'Oynfrafpuj%P3%N4pur', decoded: 'Blasenschw%C3%A4che' },
    { encoded: '{"d":"Oynfrafpuj\\h00r4pur"}', decoded: '{"q":"Blasenschw\\u00e4che"}' },
  ],
}
export default rot13
