/** The frame of the decoders that decompress with node:zlib. */
import type { InputType, ZlibOptions } from 'node:zlib'
import type { Emit } from './decoder.js'

export type Decompress = (input: Uint8Array, options: { readonly maxOutputLength: number }) => Uint8Array

/** Emits the decompressed input as one segment where it is well-formed, fits and is `accepted`. */
export function emitInflated(
  input: Uint8Array, decompress: Decompress, accepted: (bytes: Uint8Array) => boolean,
  emit: Emit, limit: number, refuse?: () => void,
): void {
  if (limit < 1) return refuse?.()
  const bytes = attempt(() => decompress(input, { maxOutputLength: limit }), refuse)
  if (bytes && bytes.length > 0 && accepted(bytes)) emit({ bytes, start: 0, end: input.length })
}

/** Noise makes zlib throw, and so does output beyond the limit; only the second is something that was left out. */
function attempt(decompress: () => Uint8Array, refuse?: () => void): Uint8Array | undefined {
  try {
    return decompress()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') refuse?.()
    return undefined
  }
}

/** What `info` has node:zlib tell beside the bytes: how many of the input it took. The types of node do not know of it. */
export type WithInfo = (input: InputType, options: ZlibOptions & { readonly info: true }) => {
  readonly buffer: Uint8Array
  readonly engine: { readonly bytesWritten: number }
}
