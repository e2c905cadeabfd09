/**
 * LZ-string's streams: codes are read bit by bit, lowest bit first; 0 and 1 introduce a new character of 8 or 16 bits, 2
 * ends the stream. One that does not end, or goes on after its end, is none.
 */
import { isUtf8 } from 'node:buffer'
import { isTextCodePoint, isUtf8Text } from '../text.js'

const MIN_TEXT = 5

/** Numbers of `width` bits, the highest of which is read first. */
export interface Source {
  readonly width: number
  readonly length: number
  at(index: number): number
}

/** The text, `undefined` where the source is none, `'refused'` where it would be longer than `limit` characters. */
export function decompressLz(source: Source, limit: number): { text: string } | 'refused' | undefined {
  if (!mayBegin(source)) return undefined
  let index = 0
  let mask = 0
  let current = 0
  let ended = false

  const dictionary: string[] = ['', '', '']
  let width = 2
  let room = 1
  let previous = ''
  let text = ''
  for (;;) {
    const code = read(width)
    if (ended) return undefined
    if (code === 2) return source.length - index <= 3 && text.length >= MIN_TEXT ? { text } : undefined
    let entry = dictionary[code]
    if (code < 2) {
      const unit = read(code === 0 ? 8 : 16)
      if (ended || (!isTextCodePoint(unit) && (unit < 0xd800 || unit > 0xdfff))) return undefined
      entry = String.fromCharCode(unit)
      dictionary.push(entry)
      // The first character has a code of two bits to itself; the next ones have three.
      if (previous === '') room = 4 + 1
      spend()
    } else if (code === dictionary.length && previous !== '') {
      entry = previous + previous.charAt(0)
    }
    if (entry === undefined || entry === '') return undefined
    if (text.length + entry.length > limit) return 'refused'
    text += entry
    if (previous !== '') {
      dictionary.push(previous + entry.charAt(0))
      spend()
    } else {
      width = 3
    }
    previous = entry
  }

  /** Each new code takes one of the places that the present width has left. */
  function spend(): void {
    room--
    if (room > 0) return
    room = 1 << width
    width++
  }

  function read(count: number): number {
    let value = 0
    for (let bit = 0; bit < count; bit++) {
      if (mask === 0) {
        if (index >= source.length) {
          ended = true
          return 0
        }
        current = source.at(index++)
        mask = 1 << (source.width - 1)
      }
      if ((current & mask) !== 0) value |= 1 << bit
      mask >>= 1
    }
    return value
  }
}

/** The first code introduces a character, and the second is 4 at most, which most stretches of noise do not hold to. */
function mayBegin(source: Source): boolean {
  if (bitAt(source, 1) !== 0) return false
  const second = bitAt(source, 0) === 0 ? 10 : 18
  return bitAt(source, second + 2) === 0 || (bitAt(source, second) === 0 && bitAt(source, second + 1) === 0)
}

/** The same of bytes, of which there are many that are noise. */
function mayBeginBytes(bytes: Uint8Array): boolean {
  const first = bytes[0] ?? 0xff
  if ((first & 0x40) !== 0) return false
  const second = bytes[first < 0x80 ? 1 : 2] ?? 0xff
  return (second & 0x08) === 0 || (second & 0x30) === 0
}

function bitAt(source: Source, position: number): number {
  const index = Math.floor(position / source.width)
  return index < source.length ? (source.at(index) >> (source.width - 1 - (position % source.width))) & 1 : 1
}

/** The value as the forms that fill UTF-16, where its characters allow that, and as bytes. */
export function wholeSources(input: Uint8Array): Source[] {
  if (!mayBeLz(input)) return []
  const bytes: Source[] = isUtf8Text(input) ? [] : [{ width: 8, length: input.length, at: (index) => input[index]! }]
  if (!isBeyondAscii(input) || !isUtf8(input)) return bytes
  const units = Buffer.from(input).toString()
  const all: Source = { width: 16, length: units.length, at: (index) => units.charCodeAt(index) }
  for (let at = 0; at < units.length; at++) {
    const unit = units.charCodeAt(at)
    if (unit < 0x20 || unit >= MAX_UNIT) return [all, ...bytes]
  }
  return [{ width: 15, length: units.length, at: (index) => units.charCodeAt(index) - 0x20 }, all, ...bytes]
}

/** Nearly all characters of the UTF-16 forms take two bytes or more in UTF-8; the bytes are no text. */
export function mayBeLz(input: Uint8Array): boolean {
  return input.length >= MIN_BYTES && (isBeyondAscii(input) || !isUtf8Text(input))
}

/** In the first two characters: one of them may be an exception. */
function isBeyondAscii(input: Uint8Array): boolean {
  return input[0]! >= LEAST_LEAD || input[1]! >= LEAST_LEAD
}

/** Whether the bytes are such a stream, and of something else than a few characters again and again, as noise may be. */
export function looksLzString(bytes: Uint8Array): boolean {
  if (!mayBeginBytes(bytes) && !(isBeyondAscii(bytes) && isUtf8(bytes))) return false
  return wholeSources(bytes).some((source) => {
    const found = decompressLz(source, bytes.length * MOST_RATIO)
    return found === 'refused' || (found !== undefined && new Set(found.text).size >= FEWEST_CHARACTERS)
  })
}

const MIN_BYTES = 8
const MAX_UNIT = 0x8020
/** With this byte or a higher one begins what is more than one byte in UTF-8. */
const LEAST_LEAD = 0xc2
const MOST_RATIO = 100
const FEWEST_CHARACTERS = 5
