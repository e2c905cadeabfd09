/** Zstandard (RFC 8878), which node:zlib of Node 20 lacks. */
import { createRequire } from 'node:module'
import type * as Fzstd from 'fzstd'

/** Loaded at first use, for few captures hold any. */
let library: typeof Fzstd | undefined

/** The window that RFC 8878 asks every decoder to manage, and that browsers hold to. */
const LARGEST_WINDOW = 8 * 1024 * 1024
/**
 * Encoders ask for megabytes whatever they encode, and to get those ready takes a thousand times as long as to decode a
 * short text. So a frame is first tried with this window, which holds a whole block.
 */
const SMALL_WINDOW = 128 * 1024
const SMALL_WINDOW_BYTE = 7 << 3
const PIECE = 16 * 1024
const MOST_FRAMES = 1_000
const MAGIC = Buffer.from([0x28, 0xb5, 0x2f, 0xfd])

export interface Decompressed {
  /** Undefined where there is nothing to read. */
  readonly bytes: Uint8Array | undefined
  /** There was more than `limit` allows, or than so many frames hold. */
  readonly isRefused: boolean
}

/** Whether a frame begins here. */
export function isZstandard(bytes: Uint8Array): boolean {
  return bytes.length >= 9 && bytes[0] === 0x28 && bytes[1] === 0xb5 && bytes[2] === 0x2f && bytes[3] === 0xfd
}

/**
 * The content of all frames; what is damaged or cut off is read as far as it goes. Nothing of a frame that asks for more
 * memory than the standard grants, nor of those behind it; nothing at all where the content is longer than `limit`.
 */
export function decompressZstandard(bytes: Uint8Array, limit: number): Decompressed {
  const input = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const contents: Uint8Array[] = []
  let left = limit
  for (let start = 0, frames = 0; start >= 0; frames++) {
    if (frames === MOST_FRAMES) return { bytes: Buffer.concat(contents), isRefused: true }
    const next = input.indexOf(MAGIC, start + MAGIC.length)
    const content = frameContent(input.subarray(start, next < 0 ? input.length : next), left)
    if (content === 'refused') return { bytes: undefined, isRefused: true }
    if (content === undefined) break
    contents.push(content)
    left -= content.length
    start = next
  }
  return { bytes: contents.some(({ length }) => length > 0) ? Buffer.concat(contents) : undefined, isRefused: false }
}

function frameContent(frame: Buffer, limit: number): Uint8Array | 'refused' | undefined {
  const window = windowOf(frame)
  if (window > LARGEST_WINDOW) return undefined
  if (window <= SMALL_WINDOW) return decompress(frame, limit)
  const small = decompress(withSmallWindow(frame), Math.min(limit, SMALL_WINDOW))
  return small === 'refused' && limit > SMALL_WINDOW ? decompress(frame, limit) : small
}

function decompress(frame: Buffer, limit: number): Uint8Array | 'refused' {
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
    for (let at = 0; at < frame.length; at += PIECE) stream.push(new Uint8Array(frame.subarray(at, at + PIECE)), at + PIECE >= frame.length)
  } catch {
    if (length > limit) return 'refused'
    // Damaged: what came out before is as good as any text that is cut off.
  }
  return Buffer.concat(pieces)
}

/** Bytes of memory that the frame asks for: its window, or its whole content. */
function windowOf(frame: Uint8Array): number {
  if (!isSingleSegment(frame)) {
    const byte = frame[5] ?? 0
    const base = 2 ** (10 + (byte >> 3))
    return base + (base / 8) * (byte & 7)
  }
  const { start, size } = contentSizeField(frame)
  let content = 0
  for (let at = size - 1; at >= 0; at--) content = content * 256 + (frame[start + at] ?? 0)
  return content
}

/** A copy of the frame that asks for the small window. */
function withSmallWindow(frame: Buffer): Buffer {
  const copy = Buffer.from(frame)
  if (!isSingleSegment(frame)) copy[5] = SMALL_WINDOW_BYTE
  else {
    const { start, size } = contentSizeField(frame)
    for (let at = 0; at < size; at++) copy[start + at] = Math.floor(SMALL_WINDOW / 256 ** at) % 256
  }
  return copy
}

function isSingleSegment(frame: Uint8Array): boolean {
  return ((frame[4] ?? 0) & 0x20) !== 0
}

/** Of a single segment: where the size of its content stands, lowest byte first. */
function contentSizeField(frame: Uint8Array): { readonly start: number; readonly size: number } {
  const descriptor = frame[4] ?? 0
  return { start: 5 + [0, 1, 2, 4][descriptor & 3]!, size: 2 ** (descriptor >> 6) }
}
