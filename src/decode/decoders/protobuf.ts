/** The text inside a protocol buffer of any schema, each string by itself. */
import type { Decoder } from '../decoder.js'
import { isBlob } from '../plausible.js'
import { createEmitter } from '../runs.js'
import { protobufLeaves } from '../structure/protobuf.js'
import { BINARY_BYTES, bytesOf, isUtf8Text } from '../text.js'

const protobuf: Decoder = {
  triggers: BINARY_BYTES,
  gate: (input) => input.length >= 6 && !isUtf8Text(input),
  decode(input, emit, limit, refuse) {
    if (isUtf8Text(input)) return
    const put = createEmitter(emit, limit, refuse)
    for (const { start, end } of protobufLeaves(input, isBlob) ?? []) {
      if (!put(input.slice(start, end), start, end)) return
    }
  },
  locate: (_input, segment, offset) => segment.start + offset,
  examples: [{ encoded: bytesOf('\x08\x96\x01\x12\x0a\x0a\x08Urologie'), decoded: 'Urologie' }],
}
export default protobuf
