/**
 * Whether decoded bytes are something or noise. Nearly every word and every random id can be read as base64 or base32;
 * only what is text, or announces itself as a format that is decoded further, becomes a layer.
 */
import { binaryStringsIn } from './binary-string.js'
import { looksBrotli } from './structure/brotli.js'
import { cborLeaves } from './structure/cbor.js'
import { looksDeflated } from './structure/deflate.js'
import { looksLzString } from './structure/lz-string.js'
import { msgpackLeaves } from './structure/msgpack.js'
import { protobufLeaves } from './structure/protobuf.js'
import { isText, isTextCodePoint } from './text.js'
import { isZstandard } from './zstandard.js'

/** The second byte of a zlib stream, by how hard it was compressed. */
export const ZLIB_LEVELS = [0x01, 0x5e, 0x9c, 0xda]

/** Whether a gzip member begins here (RFC 1952). */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes.length >= 18 && bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8
}

/** Whether a zlib stream with a window of 32 kB and no dictionary begins here (RFC 1950): what every library writes. */
export function isZlib(bytes: Uint8Array): boolean {
  return bytes.length >= 8 && bytes[0] === 0x78 && ZLIB_LEVELS.includes(bytes[1]!)
}

const MIN_ASCII = 4

/** Which way round the bytes are text in UTF-16: with a byte order mark, or at least one ASCII character in four. */
export function utf16Order(bytes: Uint8Array): 'le' | 'be' | undefined {
  if (bytes.length < 8 || bytes.length % 2 !== 0) return undefined
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return isUtf16(bytes, 0, 2, 0) ? 'le' : undefined
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return isUtf16(bytes, 1, 2, 0) ? 'be' : undefined
  const ascii = Math.max(MIN_ASCII, bytes.length / 8)
  if (isUtf16(bytes, 0, 0, ascii)) return 'le'
  return isUtf16(bytes, 1, 0, ascii) ? 'be' : undefined
}

/** `low` is the place of the low byte in each unit, 0 or 1. */
function isUtf16(bytes: Uint8Array, low: number, from: number, ascii: number): boolean {
  let surrogate = false
  for (let at = from; at < bytes.length; at += 2) {
    const high = bytes[at + 1 - low]!
    const byte = bytes[at + low]!
    const isTrail = high >= 0xdc && high < 0xe0
    if (surrogate !== isTrail) return false
    surrogate = high >= 0xd8 && high < 0xdc
    if (high === 0) {
      if (byte === 0x7f || (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13)) return false
      if (byte < 0x80) ascii--
    }
    if (high === 0xff && byte >= 0xfe) return false
  }
  return !surrogate && ascii <= 0
}

const SHORTEST_UTF32 = 12

/** The code point at `at`, of any value. */
export function utf32At(bytes: Uint8Array, at: number, order: 'le' | 'be'): number {
  const [first, second, third, fourth] = order === 'le' ? [at + 3, at + 2, at + 1, at] : [at, at + 1, at + 2, at + 3]
  return bytes[first]! * 0x1000000 + (bytes[second]! << 16) + (bytes[third]! << 8) + bytes[fourth]!
}

/** Which way round the bytes are text in UTF-32; nothing else has so many zeros where it needs them. */
export function utf32Order(bytes: Uint8Array): 'le' | 'be' | undefined {
  if (bytes.length < SHORTEST_UTF32 || bytes.length % 4 !== 0) return undefined
  if (bytes[3] === 0 && isUtf32(bytes, 'le')) return 'le'
  return bytes[0] === 0 && isUtf32(bytes, 'be') ? 'be' : undefined
}

function isUtf32(bytes: Uint8Array, order: 'le' | 'be'): boolean {
  for (let at = 0; at < bytes.length; at += 4) if (!isTextCodePoint(utf32At(bytes, at, order))) return false
  return true
}

/** Whether bytes inside a binary format are worth a layer of their own. */
export function isBlob(bytes: Uint8Array): boolean {
  return bytes.length >= 4 && (isText(bytes) || isPacked(bytes))
}

/** Whether the bytes are compressed, whatever they stand for. */
function isPacked(bytes: Uint8Array): boolean {
  return isGzip(bytes) || isZlib(bytes) || isZstandard(bytes)
    || looksDeflated(bytes, isText) || looksBrotli(bytes, isText)
}

/** Whether decoded bytes are text, or of a format that some decoder reads further. */
export function isPlausible(bytes: Uint8Array): boolean {
  return isText(bytes) || isKnownBinary(bytes)
}

/** Whether decoded bytes that are no text are of a format that some decoder reads further. */
export function isKnownBinary(bytes: Uint8Array): boolean {
  return isPacked(bytes) || utf16Order(bytes) !== undefined || utf32Order(bytes) !== undefined
    || msgpackLeaves(bytes, isBlob) !== undefined || cborLeaves(bytes, isBlob) !== undefined
    || protobufLeaves(bytes, isBlob) !== undefined || looksLzString(bytes) || binaryStringsIn(bytes, isBlob).length > 0
}
