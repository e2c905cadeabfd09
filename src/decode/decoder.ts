/**
 * What a decoder is. A new encoding is one file in `decoders/`, default-exporting a Decoder; the file name is the layer's
 * id as it stands in `leak.layers`.
 *
 * A decoder reads one stretch of bytes and emits every stretch of it that it can undo. Two shapes occur:
 * whole-text decoders (percent, JSON escapes, HTML entities) emit the input once, decoded, and say with `locate` where
 * each decoded byte came from; token decoders (base64, hex, gzip) find runs inside longer text and emit each one.
 */

/** Decoded bytes and the range `[start, end)` of the input that they stand for. */
export interface Segment {
  readonly bytes: Uint8Array
  readonly start: number
  readonly end: number
}

export interface DecoderExample {
  readonly encoded: string | Uint8Array
  readonly decoded: string
}

export interface Decoder {
  /** Cheap, and true wherever `decode` would emit anything. */
  gate(input: Uint8Array): boolean
  /** Total: never throws, and emits at most `limit` bytes in all. Linear in the input. */
  decode(input: Uint8Array, emit: (segment: Segment) => void, limit: number): void
  /** Offset in the input of byte `offset` of the segment. Absent: a hit is mapped to the whole segment. */
  locate?(input: Uint8Array, segment: Segment, offset: number): number
  /** Each must decode to what it says; each must be missed by no gate. */
  readonly examples: readonly DecoderExample[]
}
