/** Zlib (RFC 1950). What is cut off at the end is read as far as it goes. */
import { constants, inflateSync } from 'node:zlib'
import type { Decoder } from '../decoder.js'
import { emitInflated } from '../inflate.js'
import { isZlib } from '../plausible.js'
import { bytesOf } from '../text.js'

const zlib: Decoder = {
  inflates: true,
  triggers: bytesOf('x'),
  gate: isZlib,
  decode(input, emit, limit, refuse) {
    if (!isZlib(input)) return
    emitInflated(input, (bytes, options) => inflateSync(bytes, { ...options, finishFlush: constants.Z_SYNC_FLUSH }), () => true, emit, limit, refuse)
  },
  examples: [{ encoded: Buffer.from('eJwLLcrPyU/PTAUADqwDRw==', 'base64'), decoded: 'Urologie' }],
}
export default zlib
