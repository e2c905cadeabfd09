/**
 * Brotli (RFC 7932), which has no magic number: the header of its first meta-block must give a size that fits the bytes
 * that are there, which one random id in a hundred does, and then the stream must decode.
 */
import { brotliDecompressSync, constants } from 'node:zlib'
import { unpackUnannounced } from './unannounced.js'

const MIN = 8
/** Text seldom shrinks to less than this part of it; what shrinks further has the plainest of headers. */
const USUAL_RATIO = 20
const MOST_RATIO = 100
const MAX_OUTPUT = 4 * 1024 * 1024

/** What a Brotli stream stands for; undefined for noise, `'refused'` where it is longer than `limit`. */
export function decompressBrotli(
  input: Uint8Array, limit: number, accepted: (bytes: Uint8Array) => boolean,
): Uint8Array | 'refused' | undefined {
  const cutOff = constants.BROTLI_OPERATION_FLUSH
  return unpackUnannounced(input, limit, { unpack: brotliDecompressSync, cutOff, accepted })
}

/** Whether the bytes are a Brotli stream. `accepted` is asked of what comes out. */
export function looksBrotli(bytes: Uint8Array, accepted: (decoded: Uint8Array) => boolean): boolean {
  if (bytes.length < MIN) return false
  const { size, end } = firstBlock(bytes)
  const isBomb = size > bytes.length * MOST_RATIO
  if (size < MIN / 2 || (size > bytes.length * USUAL_RATIO && !isPlain(bytes, end, isBomb))) return false
  return decompressBrotli(bytes, Math.min(MAX_OUTPUT, bytes.length * MOST_RATIO), accepted) !== undefined
}

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

/** The size of what the first meta-block decodes to, 0 where it is empty or no data, and where its header goes on. */
function firstBlock(bytes: Uint8Array): { readonly size: number; readonly end: number } {
  const none = { size: 0, end: 0 }
  let at = afterWindow(bytes)
  const isLast = number(bytes, at++, 1) === 1
  if (isLast && number(bytes, at++, 1) === 1) return none
  const nibbles = number(bytes, at, 2) + 4
  if (nibbles === 7) return none
  const size = number(bytes, at + 2, nibbles * 4)
  if (nibbles > 4 && size >> (nibbles * 4 - 4) === 0) return none
  const end = at + 2 + nibbles * 4
  // Behind it stands whether the data are compressed, of the last block they always are.
  return { size: size + 1, end: isLast ? end : end + 1 }
}

/**
 * One type of block each for literals, commands and distances. Of a bomb, no postfix, no direct distances and one code
 * each for literals and distances, too.
 */
function isPlain(bytes: Uint8Array, at: number, isBomb: boolean): boolean {
  return number(bytes, at, 3) === 0 && (!isBomb || (number(bytes, at + 3, 6) === 0 && number(bytes, at + 11, 2) === 0))
}
