/**
 * Whether bytes are a Brotli stream (RFC 7932), which has no magic number: the header of its first meta-block must give
 * a size that fits the bytes that are there, which one random id in a hundred does, and then the stream must decode.
 */
import { brotliDecompressSync } from 'node:zlib'

const MIN = 8
/** Text shrinks to no less than this part. */
const MOST_RATIO = 100
const MAX_OUTPUT = 4 * 1024 * 1024

/** Bits are taken from the least significant end of each byte; behind the last one they are 0. */
function number(bytes: Uint8Array, position: number, count: number): number {
  let value = 0
  for (let bit = 0; bit < count; bit++) {
    const at = position + bit
    value |= (((bytes[at >> 3] ?? 0) >> (at & 7)) & 1) << bit
  }
  return value
}

/** Where the first meta-block's header begins: behind the size of the window, which takes 1, 4 or 7 bits. */
function afterWindow(bytes: Uint8Array): number {
  if (number(bytes, 0, 1) === 0) return 1
  return number(bytes, 1, 3) === 0 ? 7 : 4
}

/** The size of what the first meta-block decodes to; 0 where it is empty or no data. */
function firstSize(bytes: Uint8Array): number {
  let at = afterWindow(bytes)
  const isLast = number(bytes, at++, 1) === 1
  if (isLast && number(bytes, at++, 1) === 1) return 0
  const nibbles = number(bytes, at, 2) + 4
  if (nibbles === 7) return 0
  const size = number(bytes, at + 2, nibbles * 4)
  if (nibbles > 4 && size >> (nibbles * 4 - 4) === 0) return 0
  return size + 1
}

/** `accepted` is asked of what comes out. */
export function looksBrotli(bytes: Uint8Array, accepted: (decoded: Uint8Array) => boolean): boolean {
  if (bytes.length < MIN) return false
  const size = firstSize(bytes)
  if (size < MIN / 2 || size > bytes.length * MOST_RATIO) return false
  try {
    const decoded = brotliDecompressSync(bytes, { maxOutputLength: Math.min(MAX_OUTPUT, bytes.length * MOST_RATIO) })
    return decoded.length >= MIN / 2 && accepted(decoded)
  } catch {
    return false // noise, as expected
  }
}
