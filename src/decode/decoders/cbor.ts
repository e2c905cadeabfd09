/** The strings of a CBOR map, list or tagged value, each by itself. */
import type { Decoder } from '../decoder.js'
import { isBlob } from '../plausible.js'
import { createEmitter } from '../runs.js'
import { cborLeaves } from '../structure/cbor.js'
import { BINARY_BYTES, bytesOf, isUtf8Text } from '../text.js'

const cbor: Decoder = {
  triggers: BINARY_BYTES,
  gate: (input) => input.length >= 6 && !isUtf8Text(input),
  decode(input, emit, limit, refuse) {
    if (isUtf8Text(input)) return
    const put = createEmitter(emit, limit, refuse)
    for (const { start, end } of cborLeaves(input, isBlob) ?? []) {
      if (!put(input.slice(start, end), start, end)) return
    }
  },
  locate: (_input, segment, offset) => segment.start + offset,
  examples: [{ encoded: bytesOf('\xa2aq\x68Urologiean\x19\x01\x00'), decoded: 'Urologie' }],
}
export default cbor
