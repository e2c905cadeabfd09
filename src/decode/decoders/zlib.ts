/**
 * Zlib (RFC 1950), by itself or within other bytes, as behind the header of a session replay. By itself, what is cut off at
 * the end is read as far as it goes. Within others its two bytes come about by chance, and only a stream that ends with
 * the sum of what it holds is one.
 */
import { constants, inflateSync } from 'node:zlib'
import type { Decoder, Emit } from '../decoder.js'
import { emitInflated, type Decompress, type WithInfo } from '../inflate.js'
import { isZlib, ZLIB_LEVELS } from '../plausible.js'

const asFarAsItGoes: Decompress = (input, options) =>
  inflateSync(input, { ...options, finishFlush: constants.Z_SYNC_FLUSH })

const inflateWithInfo = inflateSync as unknown as WithInfo

const X = 0x78

/** Where a stream may begin at or behind `from`, -1 where none does. */
function nextStream(input: Uint8Array, from: number): number {
  let at = input.indexOf(X, from)
  while (at >= 0 && !isZlib(input.subarray(at, at + SHORTEST))) at = input.indexOf(X, at + 1)
  return at
}

const SHORTEST = 8
/** So many are undone in one input, and so many tried of those that came about by chance. */
const MOST_STREAMS = 64
const MOST_TRIED = 4_096
/** Noise is no stream any more before so many bytes have come out of it. */
const ENOUGH = 1_024

function isStream(input: Uint8Array): boolean {
  try {
    inflateSync(input, { maxOutputLength: ENOUGH })
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
  }
}

const zlib: Decoder = {
  inflates: true,
  triggers: Uint8Array.from(ZLIB_LEVELS),
  gate: (input) => nextStream(input, 0) >= 0,
  decode(input, emit, limit, refuse) {
    let left = limit
    let start = nextStream(input, 0)
    for (let tried = 0, streams = 0; start >= 0; tried++) {
      if (streams === MOST_STREAMS || tried === MOST_TRIED) return refuse?.()
      if (start > 0 && !isStream(input.subarray(start))) {
        start = nextStream(input, start + 1)
        continue
      }
      streams++
      let taken = 0
      const upToItsEnd: Decompress = (bytes, options) => {
        const { buffer, engine } = inflateWithInfo(bytes, { ...options, info: true })
        taken = engine.bytesWritten
        return buffer
      }
      const take: Emit = ({ bytes }) => {
        taken ||= input.length
        left -= bytes.length
        emit({ bytes, start, end: start + taken })
      }
      let isRefused = false
      emitInflated(input.subarray(start), start === 0 ? asFarAsItGoes : upToItsEnd, () => true, take, left, () => (isRefused = true))
      if (isRefused) return refuse?.()
      start = nextStream(input, start + (taken || 1))
    }
  },
  examples: [
    { encoded: Buffer.from('eJwLLcrPyU/PTAUADqwDRw==', 'base64'), decoded: 'Urologie' },
    { encoded: Buffer.from('eyJzZWdtZW50X2lkIjowfQp4nAstys/JT89MBQAOrANH', 'base64'), decoded: 'Urologie' },
  ],
}
export default zlib
