/**
 * Streams that do not announce themselves: raw DEFLATE and Brotli. Noise decodes to nothing, or to something and stops
 * short of its end, but for one in thirty thousand. So what comes out is believed, be it text or not, where the stream
 * ends with the last byte of the input; where it is cut off, or something follows it, if it is `accepted`.
 */
import type { InputType, ZlibOptions } from 'node:zlib'

export interface Unpacking {
  /** Of node:zlib. */
  readonly unpack: (input: InputType, options: ZlibOptions) => Buffer
  /** What its `finishFlush` is where the end of the stream may be missing. */
  readonly cutOff: number
  readonly accepted: (bytes: Uint8Array) => boolean
}

/** What node:zlib returns where `info` is asked for. */
interface Unpacked {
  readonly buffer: Uint8Array
  /** How many bytes it took. */
  readonly engine: { readonly bytesWritten: number }
}

/** The bytes; undefined for noise; `'refused'` where there would be more than `limit` of them. */
export function unpackUnannounced(
  input: Uint8Array, limit: number, how: Unpacking,
): Uint8Array | 'refused' | undefined {
  if (limit < 1) return 'refused'
  const whole = attempt(input, limit, how)
  if (whole === 'refused') return 'refused'
  if (whole === 'noise') return undefined
  if (whole !== 'cut off') {
    const { buffer, engine } = whole
    return buffer.length > 0 && (engine.bytesWritten === input.length || how.accepted(buffer)) ? buffer : undefined
  }
  const part = attempt(input, limit, how, how.cutOff)
  if (typeof part !== 'object' || part.buffer.length < LEAST_OF_PART) return undefined
  return how.accepted(part.buffer) ? part.buffer : undefined
}

/** Of a stream that is cut off, so much must have come out. */
export const LEAST_OF_PART = 16

type Failure = 'refused' | 'cut off' | 'noise'

function attempt(input: Uint8Array, limit: number, { unpack }: Unpacking, finishFlush?: number): Unpacked | Failure {
  try {
    const options = { maxOutputLength: limit, info: true, ...(finishFlush === undefined ? {} : { finishFlush }) }
    return unpack(input, options) as unknown as Unpacked
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    return code === 'ERR_BUFFER_TOO_LARGE' ? 'refused' : code === 'Z_BUF_ERROR' ? 'cut off' : 'noise'
  }
}
