/** ROT13 of a value that is nothing but words. Comes last, since every word can be read this way. */
import type { Decoder } from '../decoder.js'

const MIN = 4
const MAX = 256

function isWords(input: Uint8Array): boolean {
  if (input.length < MIN || input.length > MAX) return false
  for (const byte of input) {
    const letter = byte | 0x20
    if ((letter < 0x61 || letter > 0x7a) && byte !== 0x20) return false
  }
  return true
}

function rotate(byte: number): number {
  if (byte === 0x20) return byte
  return (byte | 0x20) < 0x6e ? byte + 13 : byte - 13
}

const rot13: Decoder = {
  precedence: -1,
  gate: isWords,
  decode(input, emit, limit, refuse) {
    if (!isWords(input)) return
    if (input.length > limit) return refuse?.()
    emit({ bytes: input.map(rotate), start: 0, end: input.length })
  },
  locate: (_input, segment, offset) => segment.start + offset,
  examples: [{ encoded: 'Hebybtvr', decoded: 'Urologie' }, { encoded: 'Ibetrfcenrpu', decoded: 'Vorgespraech' }],
}
export default rot13
