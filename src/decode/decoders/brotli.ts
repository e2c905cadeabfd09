/** Brotli (RFC 7932), as a whole value. It has no magic number, so it is tried on what is no text and nothing else. */
import type { Decoder } from '../decoder.js'
import { isGzip, isPlausible, isZlib } from '../plausible.js'
import { decompressBrotli } from '../structure/brotli.js'
import { BINARY_BYTES, isText } from '../text.js'

const MAX = 4 * 1024 * 1024

function mayBeBrotli(input: Uint8Array): boolean {
  if (input.length < 8 || input.length > MAX || isText(input)) return false
  return !isGzip(input) && !isZlib(input)
}

const brotli: Decoder = {
  inflates: true,
  precedence: -1, // Formats that say what they are go before one that does not.
  triggers: BINARY_BYTES,
  gate: mayBeBrotli,
  decode(input, emit, limit, refuse) {
    if (!mayBeBrotli(input)) return
    const bytes = decompressBrotli(input, limit, isPlausible)
    if (bytes === 'refused') refuse?.()
    else if (bytes) emit({ bytes, start: 0, end: input.length })
  },
  examples: [{ encoded: Buffer.from('iwOAVXJvbG9naWUD', 'base64'), decoded: 'Urologie' }],
}
export default brotli
