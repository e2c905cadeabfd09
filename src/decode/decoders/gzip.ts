/** Gzip (RFC 1952). What is cut off at the end is read as far as it goes. */
import { constants, gunzipSync } from 'node:zlib'
import type { Decoder } from '../decoder.js'
import { emitInflated, type Decompress } from '../inflate.js'
import { isGzip } from '../plausible.js'

const asFarAsItGoes: Decompress = (input, options) =>
  gunzipSync(input, { ...options, finishFlush: constants.Z_SYNC_FLUSH })

const gzip: Decoder = {
  inflates: true,
  triggers: new Uint8Array([0x1f]),
  gate: isGzip,
  decode(input, emit, limit, refuse) {
    if (!isGzip(input)) return
    emitInflated(input, asFarAsItGoes, () => true, emit, limit, refuse)
  },
  examples: [{ encoded: Buffer.from('H4sIAAAAAAAAAwstys/JT89MBQDDu0kBCAAAAA==', 'base64'), decoded: 'Urologie' }],
}
export default gzip
