/** Raw DEFLATE (RFC 1951), as a whole value. */
import type { Decoder } from '../decoder.js'
import { isPlausible } from '../plausible.js'
import { inflateRaw, mayBeDeflated } from '../structure/deflate.js'
import { BINARY_BYTES, isText } from '../text.js'

const mayBe = (input: Uint8Array): boolean => mayBeDeflated(input) && !isText(input)

const deflate: Decoder = {
  inflates: true,
  precedence: -1, // Formats that say what they are go before one that does not.
  triggers: BINARY_BYTES,
  gate: mayBe,
  decode(input, emit, limit, refuse) {
    if (!mayBe(input)) return
    const bytes = inflateRaw(input, limit, isPlausible)
    if (bytes === 'refused') refuse?.()
    else if (bytes) emit({ bytes, start: 0, end: input.length })
  },
  examples: [{ encoded: Buffer.from('Cy3Kz8lPz0wFAA==', 'base64'), decoded: 'Urologie' }],
}
export default deflate
