/** The frame of the token decoders: runs of an alphabet inside longer text. */
import type { Emit } from './decoder.js'
import { byteSet } from './text.js'

const DIGITS = '0123456789'
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
export const ALPHANUMERIC_CHARACTERS: string = UPPER + UPPER.toLowerCase() + DIGITS
export const ALPHANUMERIC: Uint8Array = byteSet(ALPHANUMERIC_CHARACTERS)

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

/** Passes segments on until `limit` bytes in all are reached; says whether there was still room. */
export function createEmitter(emit: Emit, limit: number, refuse?: () => void): (bytes: Uint8Array, start: number, end: number) => boolean {
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
