/** The frame of the token decoders: runs of an alphabet inside longer text. */
import type { Emit } from './decoder.js'
import { bytesOf, byteSet } from './text.js'

const DIGITS = '0123456789'
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
export const ALPHANUMERIC_CHARACTERS: string = UPPER + UPPER.toLowerCase() + DIGITS
export const ALPHANUMERIC: Uint8Array = byteSet(ALPHANUMERIC_CHARACTERS)

/** Bytes of which every token that `nextToken` finds holds at least one. */
export const TOKEN_TRIGGERS: Uint8Array = bytesOf(UPPER + DIGITS)

/**
 * Start of the first run of at least `min` bytes of `alphabet` at or after `from`, -1 where there is none. Looks at
 * every `min`-th byte only until one belongs to the alphabet: a run that long cannot slip between two of them.
 */
export function nextRun(input: Uint8Array, alphabet: Uint8Array, min: number, from = 0): number {
  let floor = from
  for (let at = from + min - 1; at < input.length; ) {
    if (alphabet[input[at]!] === 0) {
      floor = at + 1
      at += min
      continue
    }
    let start = at
    while (start > floor && alphabet[input[start - 1]!] === 1) start--
    let end = at + 1
    while (end - start < min && end < input.length && alphabet[input[end]!] === 1) end++
    if (end - start >= min) return start
    floor = end
    at = end + min - 1
  }
  return -1
}

/**
 * Start of the first run of at least `min` bytes of `alphabet` at or after `from` that is more than words and numbers,
 * -1 where there is none. Encoded text without a capital (but in front), or without a digit and a capital, is so rare
 * that ordinary words need not be decoded.
 */
export function nextToken(input: Uint8Array, alphabet: Uint8Array, min: number, from = 0): number {
  for (let start = nextRun(input, alphabet, min, from); start >= 0; ) {
    let letters = false
    let mixed = false
    let at = start
    for (; at < input.length && alphabet[input[at]!] === 1; at++) {
      const byte = input[at]!
      const isCapital = byte > 0x40 && byte < 0x5b
      letters ||= isCapital || byte > 0x60
      mixed ||= (isCapital && at > start) || (byte > 0x2f && byte < 0x3a)
      if (letters && mixed) return start
    }
    start = nextRun(input, alphabet, min, at)
  }
  return -1
}

/** End of the run of `alphabet` that `start` stands in. */
export function runEnd(input: Uint8Array, alphabet: Uint8Array, start: number): number {
  let end = start
  while (end < input.length && alphabet[input[end]!] === 1) end++
  return end
}

/** Table of 256 with the position of each character, 255 for all others. */
export function valuesOf(characters: string): Uint8Array {
  const values = new Uint8Array(256).fill(255)
  for (let at = 0; at < characters.length; at++) values[characters.charCodeAt(at)] = at
  return values
}

/** Takes decoded bytes and their range; says whether there was still room for them. */
export type Put = (bytes: Uint8Array, start: number, end: number) => boolean

/** Passes segments on until `limit` bytes in all are reached. */
export function createEmitter(emit: Emit, limit: number, refuse?: () => void): Put {
  let left = limit
  return (bytes, start, end) => {
    if (bytes.length > left) {
      refuse?.()
      return false
    }
    left -= bytes.length
    emit({ bytes, start, end })
    return true
  }
}
