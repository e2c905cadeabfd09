/**
 * What passes for text, judged byte by byte so that a token can be dropped at its first wrong byte, before anything is
 * allocated for it.
 */

/** The set of the bytes of `characters`, as a table of 256 ones and zeros. */
export function byteSet(characters: string): Uint8Array {
  const set = new Uint8Array(256)
  for (const byte of Buffer.from(characters, 'latin1')) set[byte] = 1
  return set
}

/** The bytes of `characters`, each of which must be below U+0100. */
export function bytesOf(characters: string): Uint8Array {
  return new Uint8Array(Buffer.from(characters, 'latin1'))
}

function range(from: number, to: number): Uint8Array {
  return Uint8Array.from({ length: to - from }, (_, at) => from + at)
}

/** Bytes beyond ASCII. */
export const HIGH_BYTES: Uint8Array = range(0x80, 0x100)
const CONTROL_BYTES: readonly number[] = [...range(0, 9), 11, 12, ...range(14, 0x20), 0x7f]
/** Bytes that a binary format has somewhere and a text in ASCII has not. */
export const BINARY_BYTES: Uint8Array = new Uint8Array([...CONTROL_BYTES, ...HIGH_BYTES])

/**
 * The state of a text that is read byte by byte: the low two bits count the continuation bytes that UTF-8 still owes,
 * the others the bytes that are no UTF-8 and may be Latin-1. NOT_TEXT after a control character.
 */
const NOT_TEXT = -1

export function nextTextState(state: number, byte: number): number {
  if (byte < 0x80) {
    if (byte < 0x20 ? byte !== 9 && byte !== 10 && byte !== 13 : byte === 0x7f) return NOT_TEXT
    return (state & 3) === 0 ? state : (state | 3) + 1
  }
  if ((state & 3) !== 0) {
    if ((byte & 0xc0) === 0x80) return state - 1
    state = (state | 3) + 1
  }
  // No letter in Latin-1, and in Windows-1252 hardly one.
  if (byte < 0xa0) return state + 8
  if (byte < 0xc2 || byte > 0xf4) return state + 4
  return state + (byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3)
}

/** Whether the `length` bytes that led to `state` pass for text: UTF-8, or one byte in five at most beyond it. */
export function isTextState(state: number, length: number): boolean {
  return state >= 0 && ((state + 3) >> 2) * 5 <= length
}

function textState(bytes: Uint8Array, start: number, end: number): number {
  let state = 0
  for (let at = start; at < end && state >= 0; at++) {
    const byte = bytes[at]!
    // Most of a text is such, and where no continuation is owed, it changes nothing.
    if (byte < 0x20 || byte > 0x7e || (state & 3) !== 0) state = nextTextState(state, byte)
  }
  return state
}

/** Whether the bytes are text in UTF-8, or words with Latin-1 in between, and hold no control character. */
export function isText(bytes: Uint8Array, start = 0, end: number = bytes.length): boolean {
  const state = textState(bytes, start, end)
  return end > start && (state === 0 || (isTextState(state, end - start) && areWords(bytes, start, end)))
}

/** Noise of this length does not pass for Latin-1 by chance. */
const TOO_LONG_FOR_NOISE = 64

/** Half of its ASCII are letters and blanks, which is so in words and seldom in noise. */
function areWords(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start >= TOO_LONG_FOR_NOISE) return true
  let balance = 0
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!
    const letter = byte | 0x20
    if (byte < 0x80) balance += (letter >= 0x61 && letter <= 0x7a) || byte === 0x20 ? 1 : -1
  }
  return balance > 0
}

const ORDINARY = byteSet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,-_@/:+'")

/** Whether three of four characters are such as words and numbers have: noise that is text by chance has others. */
export function isOrdinary(bytes: Uint8Array): boolean {
  let others = 0
  let characters = 0
  for (const byte of bytes) {
    if ((byte & 0xc0) === 0x80) continue
    characters++
    if (byte < 0x80 ? ORDINARY[byte] === 0 : byte < 0xc3 || byte > 0xc5) others++
  }
  return others * 4 <= characters
}

/** Whether the bytes are text in UTF-8 and hold no control character. */
export function isUtf8Text(bytes: Uint8Array, start = 0, end: number = bytes.length): boolean {
  return end > start && textState(bytes, start, end) === 0
}

/** Whether the bytes are text that is not UTF-8 throughout. */
export function isLatin1Text(bytes: Uint8Array): boolean {
  return isText(bytes) && !isUtf8Text(bytes)
}

/** Length of the well-formed UTF-8 sequence at `at`, 0 where there is none. */
export function utf8Length(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!
  if (lead < 0x80) return 1
  if (lead < 0xc2 || lead > 0xf4) return 0
  const second = bytes[at + 1] ?? 0
  if ((second & 0xc0) !== 0x80) return 0
  if (lead < 0xe0) return 2
  if (((bytes[at + 2] ?? 0) & 0xc0) !== 0x80) return 0
  if (lead < 0xf0) return (lead === 0xe0 && second < 0xa0) || (lead === 0xed && second > 0x9f) ? 0 : 3
  if (((bytes[at + 3] ?? 0) & 0xc0) !== 0x80) return 0
  return (lead === 0xf0 && second < 0x90) || (lead === 0xf4 && second > 0x8f) ? 0 : 4
}

/** Where the bytes end but for a character in UTF-8 that the end cuts in two. */
export function wholeCharacters(bytes: Uint8Array): number {
  let end = bytes.length
  while (end > 0 && bytes.length - end < 3 && (bytes[end - 1]! & 0xc0) === 0x80) end--
  if (end > 0 && bytes[end - 1]! >= 0xc0) end--
  return end < bytes.length && utf8Length(bytes, end) === bytes.length - end ? bytes.length : end
}

/** The characters of 0x80 to 0x9f in Windows-1252, as https://encoding.spec.whatwg.org/#windows-1252 has them. */
export const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Writes a code point (no surrogate, at most U+10FFFF) as UTF-8 and returns how many bytes that took. */
export function writeCodePoint(out: Uint8Array, at: number, codePoint: number): number {
  if (codePoint < 0x80) {
    out[at] = codePoint
    return 1
  }
  if (codePoint < 0x800) {
    out[at] = 0xc0 | (codePoint >> 6)
    out[at + 1] = 0x80 | (codePoint & 0x3f)
    return 2
  }
  if (codePoint < 0x10000) {
    out[at] = 0xe0 | (codePoint >> 12)
    out[at + 1] = 0x80 | ((codePoint >> 6) & 0x3f)
    out[at + 2] = 0x80 | (codePoint & 0x3f)
    return 3
  }
  out[at] = 0xf0 | (codePoint >> 18)
  out[at + 1] = 0x80 | ((codePoint >> 12) & 0x3f)
  out[at + 2] = 0x80 | ((codePoint >> 6) & 0x3f)
  out[at + 3] = 0x80 | (codePoint & 0x3f)
  return 4
}

/** Whether a code point may stand in a text: no surrogate, no control character but tab and line ends. */
export function isTextCodePoint(codePoint: number): boolean {
  if (codePoint < 0x20) return codePoint === 9 || codePoint === 10 || codePoint === 13
  return codePoint !== 0x7f && (codePoint < 0xd800 || codePoint > 0xdfff) && codePoint <= 0x10ffff
    && (codePoint & 0xfffe) !== 0xfffe
}

/** The value of a hexadecimal digit, -1 for any other byte and beyond the end. */
export function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const letter = byte | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}

/** The number that `count` hexadecimal digits at `at` spell, -1 where one of them is none. */
export function hexNumber(bytes: Uint8Array, at: number, count: number): number {
  let number = 0
  for (let index = 0; index < count; index++) {
    const digit = hexDigit(bytes[at + index])
    if (digit < 0) return -1
    number = number * 16 + digit
  }
  return number
}
