/** Zlib (RFC 1950). What is cut off at the end is read as far as it goes. */
import { constants, inflateSync } from 'node:zlib'
import type { Decoder } from '../decoder.js'
import { emitInflated, type Decompress } from '../inflate.js'
import { isZlib } from '../plausible.js'
import { bytesOf } from '../text.js'

const asFarAsItGoes: Decompress = (input, options) =>
  inflateSync(input, { ...options, finishFlush: constants.Z_SYNC_FLUSH })

const zlib: Decoder = {
  inflates: true,
  triggers: bytesOf('x'),
  gate: isZlib,
  decode(input, emit, limit, refuse) {
    if (!isZlib(input)) return
    emitInflated(input, asFarAsItGoes, () => true, emit, limit, refuse)
  },
  examples: [{ encoded: Buffer.from('eJwLLcrPyU/PTAUADqwDRw==', 'base64'), decoded: 'Urologie' }],
}
export default zlib
