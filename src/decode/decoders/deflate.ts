/** Raw DEFLATE (RFC 1951), as a whole value; believed only where text or a known format comes out. */
import { inflateRawSync } from 'node:zlib'
import type { Decoder } from '../decoder.js'
import { emitInflated } from '../inflate.js'
import { isPlausible } from '../plausible.js'
import { looksDeflated } from '../structure/deflate.js'
import { BINARY_BYTES, isText } from '../text.js'

const deflate: Decoder = {
  inflates: true,
  triggers: BINARY_BYTES,
  gate: (input) => looksDeflated(input) && !isText(input),
  decode(input, emit, limit, refuse) {
    if (looksDeflated(input) && !isText(input)) emitInflated(input, inflateRawSync, isPlausible, emit, limit, refuse)
  },
  examples: [{ encoded: Buffer.from('Cy3Kz8lPz0wFAA==', 'base64'), decoded: 'Urologie' }],
}
export default deflate
