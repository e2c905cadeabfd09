/**
 * ROT13 of a value that is nothing but words. Every word can be read this way, so it comes last, what it yields is not
 * peeled further, and a value with more vowels than letters that would become vowels is taken for what it says.
 */
import type { Decoder } from '../decoder.js'

const MIN = 4
const MAX = 256

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

function rotate(byte: number): number {
  if (byte === 0x20) return byte
  return (byte | 0x20) < 0x6e ? byte + 13 : byte - 13
}

const rot13: Decoder = {
  precedence: -1,
  isLast: true,
  gate: isRotated,
  decode(input, emit, limit, refuse) {
    if (!isRotated(input)) return
    if (input.length > limit) return refuse?.()
    emit({ bytes: input.map(rotate), start: 0, end: input.length })
  },
  locate: (_input, segment, offset) => segment.start + offset,
  examples: [{ encoded: 'Hebybtvr', decoded: 'Urologie' }, { encoded: 'Ibetrfcenrpu', decoded: 'Vorgespraech' }],
}
export default rot13
