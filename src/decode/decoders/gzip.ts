/**
 * Gzip (RFC 1952), by itself or within other bytes, as behind the header of a gRPC message. What is cut off at the end is
 * read as far as it goes, and what follows the end is left alone.
 */
import { constants, gunzipSync, inflateRawSync } from 'node:zlib'
import type { Decoder, Emit } from '../decoder.js'
import { emitInflated, type Decompress, type WithInfo } from '../inflate.js'
import { isGzip } from '../plausible.js'

const gunzipWithInfo = gunzipSync as unknown as WithInfo
const inflateRawWithInfo = inflateRawSync as unknown as WithInfo

type Inflated = ReturnType<WithInfo>

function asFarAsItGoes(input: Uint8Array, options: { readonly maxOutputLength: number }): Inflated {
  const cut = { ...options, finishFlush: constants.Z_SYNC_FLUSH, info: true } as const
  try {
    return gunzipWithInfo(input, cut)
  } catch (error) {
    // Takes whatever follows for one more member: the rest of a path, where the stream stood in one. Where the sum of the
    // bytes is wrong, so are they.
    if (error instanceof Error && 'code' in error && error.code === 'Z_DATA_ERROR' && error.message !== 'incorrect data check') {
      return inflateRawWithInfo(input.subarray(headerLength(input)), cut)
    }
    throw error
  }
}

/** Bytes in front of the deflated ones: ten, and what the flags (RFC 1952 §2.3.1) say follows them. */
function headerLength(input: Uint8Array): number {
  const flags = input[3]!
  let at = 10
  if ((flags & 4) !== 0) at += 2 + input[at]! + (input[at + 1]! << 8)
  for (const text of [8, 16]) {
    if ((flags & text) === 0) continue
    const end = input.indexOf(0, at)
    at = end < 0 ? input.length : end + 1
  }
  return (flags & 2) === 0 ? at : at + 2
}

const MAGIC = Buffer.from([0x1f, 0x8b, 8])

/** Where a member begins at or behind `from`, -1 where none does. */
function nextMember(input: Uint8Array, from: number): number {
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.length)
  let at = bytes.indexOf(MAGIC, from)
  while (at >= 0 && !isGzip(bytes.subarray(at, at + SHORTEST))) at = bytes.indexOf(MAGIC, at + 1)
  return at
}

const SHORTEST = 18
/** So many are undone in one input, one behind the other counted once. */
const MOST_MEMBERS = 64

const gzip: Decoder = {
  inflates: true,
  triggers: new Uint8Array([0x1f]),
  gate: (input) => nextMember(input, 0) >= 0,
  decode(input, emit, limit, refuse) {
    let left = limit
    let at = nextMember(input, 0)
    for (let members = 0; at >= 0; members++) {
      if (members === MOST_MEMBERS) return refuse?.()
      const start = at
      let taken = 0
      const inflate: Decompress = (bytes, options) => {
        const { buffer, engine } = asFarAsItGoes(bytes, options)
        taken = engine.bytesWritten
        return buffer
      }
      const take: Emit = ({ bytes }) => {
        left -= bytes.length
        emit({ bytes, start, end: input.length })
      }
      let isRefused = false
      emitInflated(input.subarray(at), inflate, () => true, take, left, () => (isRefused = true))
      if (isRefused) return refuse?.()
      at = nextMember(input, at + Math.max(taken, SHORTEST))
    }
  },
  examples: [
    { encoded: Buffer.from('H4sIAAAAAAAAAwstys/JT89MBQDDu0kBCAAAAA==', 'base64'), decoded: 'Urologie' },
    { encoded: Buffer.from('H4sIAAAAAAAAAwstys/JT89MBQDDu0kBCAAAAP8/index', 'base64'), decoded: 'Urologie' },
    { encoded: Buffer.from('AQAAABwfiwgAAAAAAAADCy3Kz8lPz0wFAMO7SQEIAAAA', 'base64'), decoded: 'Urologie' },
  ],
}
export default gzip
