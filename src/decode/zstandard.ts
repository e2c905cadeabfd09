/** Zstandard (RFC 8878), which node:zlib of Node 20 lacks. */
import { createRequire } from 'node:module'
import type * as Fzstd from 'fzstd'

/** Loaded at first use, for few captures hold any. */
let library: typeof Fzstd | undefined

/** The window that RFC 8878 asks every decoder to manage, and that browsers hold to. */
const LARGEST_WINDOW = 8 * 1024 * 1024
const PIECE = 16 * 1024

/** Whether a frame begins here. */
export function isZstandard(bytes: Uint8Array): boolean {
  return bytes.length >= 9 && bytes[0] === 0x28 && bytes[1] === 0xb5 && bytes[2] === 0x2f && bytes[3] === 0xfd
}

/**
 * The content of all frames; what is cut off at the end is read as far as it goes. Undefined where it is damaged or asks
 * for more memory than the standard grants, `'refused'` where it is longer than `limit`.
 */
export function decompressZstandard(bytes: Uint8Array, limit: number): Uint8Array | 'refused' | undefined {
  if (windowOf(bytes) > LARGEST_WINDOW) return undefined
  const pieces: Uint8Array[] = []
  let length = 0
  library ??= createRequire(import.meta.url)('fzstd') as typeof Fzstd
  const stream = new library.Decompress((piece) => {
    length += piece.length
    // The only way to stop it within a push.
    if (length > limit) throw new RangeError('limit')
    pieces.push(piece.slice())
  })
  try {
    for (let at = 0; at < bytes.length; at += PIECE) stream.push(bytes.slice(at, at + PIECE), at + PIECE >= bytes.length)
  } catch {
    if (length > limit) return 'refused'
    // Damaged: what came out before is as good as any text that is cut off.
  }
  return length === 0 ? undefined : Buffer.concat(pieces)
}

/** Bytes of memory that the first frame asks for: its window, or its whole content. */
function windowOf(bytes: Uint8Array): number {
  const descriptor = bytes[4] ?? 0
  const isSingle = (descriptor & 0x20) !== 0
  if (!isSingle) {
    const byte = bytes[5] ?? 0
    const base = 2 ** (10 + (byte >> 3))
    return base + (base / 8) * (byte & 7)
  }
  const dictionary = [0, 1, 2, 4][descriptor & 3]!
  const size = 2 ** (descriptor >> 6)
  let content = 0
  for (let at = size - 1; at >= 0; at--) content = content * 256 + (bytes[5 + dictionary + at] ?? 0)
  return content
}
