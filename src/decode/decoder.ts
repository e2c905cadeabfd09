/**
 * What a decoder is. A new encoding is one file in `decoders/`, default-exporting a Decoder; the file name is the
 * layer's id as it stands in `leak.layers`.
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
  /**
   * For the decoder's own `locate`, so that it need not count from the start: what it noted on its way, in pairs of an
   * offset in `bytes` and the offset in the input that it came from.
   */
  readonly marks?: Uint32Array
  /** It is searched, and not peeled further. */
  readonly isLast?: boolean
}

export interface DecoderExample {
  readonly encoded: string | Uint8Array
  readonly decoded: string
}

export type Emit = (segment: Segment) => void

export interface Decoder {
  /**
   * Bytes of which every input that `decode` could undo holds at least one. One scan of the input for all decoders asks
   * the gates of those only whose triggers stand in it. Absent: the gate is always asked.
   */
  readonly triggers?: Uint8Array
  /** Of two decoders that yield the same bytes the one with the higher precedence names the layer. Absent: 0. */
  readonly precedence?: number
  /** What it yields can be far longer than its input, so that what it refuses is a bomb. */
  readonly inflates?: boolean
  /** Cheap, and true wherever `decode` would emit anything. */
  gate(input: Uint8Array): boolean
  /**
   * Total: never throws, and emits at most `limit` bytes in all. Linear in the input. Calls `refuse` where something
   * could be undone and was left out, because it would have exceeded `limit`.
   */
  decode(input: Uint8Array, emit: Emit, limit: number, refuse?: () => void): void
  /**
   * Offset in the input of the smallest unit (escape, group of four characters) that byte `offset` of the segment came
   * from. Absent: a hit is mapped to the whole segment.
   */
  locate?(input: Uint8Array, segment: Segment, offset: number): number
  /** Each must decode to what it says; each must be missed by no gate. */
  readonly examples: readonly DecoderExample[]
}
