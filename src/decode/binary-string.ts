/**
 * Bytes that were pushed through a decoder of Latin-1, or of what browsers take for it
 * (https://encoding.spec.whatwg.org/#windows-1252), and stand there as characters U+0000 to U+00FF, or as those of
 * Windows-1252: JavaScript's binary strings, by themselves or as strings in JSON. None of the bytes is lost.
 */
import type { Segment } from './decoder.js'
import { emitUnescaped, type Escapes } from './escapes.js'
import { jsonEscapes } from './json-escapes.js'
import { isText, utf8Length, WINDOWS_1252 } from './text.js'

const MIN = 12
const QUOTE = 0x22
const BACKSLASH = 0x5c

const BEYOND_ASCII: readonly number[] = Array.from({ length: 0x80 }, (_, at) => 0x80 + at)
/** The bytes above 0x7f by the UTF-8 of the characters that they are taken for, read as a number. */
const BYTES: ReadonlyMap<number, number> = new Map(BEYOND_ASCII.flatMap((byte) => {
  const characters = [String.fromCharCode(byte), WINDOWS_1252.charAt(byte - 0x80)].filter((one) => one !== '')
  return characters.map((one): [number, number] => [Buffer.from(one).readUIntBE(0, Buffer.byteLength(one)), byte])
}))

/** The byte that the character of `length` bytes at `at` was taken for, undefined where it is none. */
export function byteOfCharacter(input: Uint8Array, at: number, length: number): number | undefined {
  if (length < 2 || length > 3) return undefined
  let character = 0
  for (let index = at; index < at + length; index++) character = character * 256 + input[index]!
  return BYTES.get(character)
}

export const binaryString: Escapes = {
  starts: new Uint8Array(256).fill(1, 0xc2, 0xf0),
  growth: 1,
  length(input, at) {
    const length = utf8Length(input, at)
    return byteOfCharacter(input, at, length) === undefined ? 0 : length
  },
  write(input, at, length, out, to) {
    out[to] = byteOfCharacter(input, at, length)!
    return 1
  },
}

/** Whether every character stands for a byte, and one of them for a byte beyond ASCII. */
export function isBinaryString(input: Uint8Array): boolean {
  let isBeyond = false
  for (let at = 0; at < input.length; at++) {
    if (input[at]! < 0x80) continue
    const length = binaryString.starts[input[at]!] === 1 ? binaryString.length(input, at) : 0
    if (length === 0) return false
    isBeyond = true
    at += length - 1
  }
  return isBeyond
}

/** Whether the value may be such a string or have one, with control characters, which no text has, or JSON's for them. */
export function mayHaveBinaryString(input: Uint8Array): boolean {
  return input.length >= MIN && (hasControl(input) || hasControlEscape(input))
}

/**
 * The bytes behind the value, or behind the strings of JSON in it, where they are of a format that `isKnown`; at most
 * `limit` bytes in all, for they are fewer than the characters.
 */
export function binaryStringsIn(input: Uint8Array, isKnown: (bytes: Uint8Array) => boolean): Segment[] {
  if (!mayHaveBinaryString(input)) return []
  const found: Segment[] = []
  for (let start = input.indexOf(QUOTE) + 1; start > 0; ) {
    const end = endOfString(input, start)
    const bytes = ofJson(input.subarray(start, end), isKnown)
    if (bytes) found.push({ bytes, start, end })
    // What stands between two strings is read as one too.
    start = end < input.length ? end + 1 : 0
  }
  if (found.length > 0) return found
  const whole = toBinary(input, isKnown) ?? ofJson(input, isKnown)
  return whole ? [{ bytes: whole, start: 0, end: input.length }] : []
}

function hasControl(input: Uint8Array): boolean {
  for (let at = 0; at < input.length; at++) {
    const byte = input[at]!
    if (byte < 0x20 ? byte !== 9 && byte !== 10 && byte !== 13 : byte === 0x7f) return true
    if (byte === 0xc2 && input[at + 1]! < 0xa0) return true
  }
  return false
}

const BEGINNING = Buffer.from('\\u00')

/** `\u0000` to `\u001f`, without which nothing that is compressed gets through JSON. */
function hasControlEscape(input: Uint8Array): boolean {
  for (let at = input.indexOf(BACKSLASH); at >= 0; at = input.indexOf(BACKSLASH, at + 2)) {
    if (BEGINNING.every((byte, index) => input[at + index] === byte) && (input[at + 4]! & 0xfe) === 0x30) return true
  }
  return false
}

function toBinary(characters: Uint8Array, isKnown: (bytes: Uint8Array) => boolean): Uint8Array | undefined {
  if (!isBinaryString(characters) || !hasControl(characters)) return undefined
  const bytes = unescaped(characters, binaryString)
  return isKnown(bytes) && !isText(bytes) ? bytes : undefined
}

/** Strings that btoa() was given have a byte for each character already. */
function ofJson(content: Uint8Array, isKnown: (bytes: Uint8Array) => boolean): Uint8Array | undefined {
  if (content.length < MIN || !hasControlEscape(content)) return undefined
  const characters = unescaped(content, jsonEscapes)
  return toBinary(characters, isKnown) ?? (isKnown(characters) && !isText(characters) ? characters : undefined)
}

function unescaped(input: Uint8Array, escapes: Escapes): Uint8Array {
  let bytes = input
  emitUnescaped(input, escapes, (segment) => (bytes = segment.bytes), input.length)
  return bytes
}

/** Strings in JSON end at a quote that nothing escapes. */
function endOfString(input: Uint8Array, start: number): number {
  let at = start
  while (at < input.length && input[at] !== QUOTE) at += input[at] === BACKSLASH ? 2 : 1
  return Math.min(at, input.length)
}
