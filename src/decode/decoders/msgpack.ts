/** The strings of a MessagePack map or list, each by itself. */
import type { Decoder } from '../decoder.js'
import { isBlob } from '../plausible.js'
import { createEmitter } from '../runs.js'
import { msgpackLeaves } from '../structure/msgpack.js'
import { BINARY_BYTES, bytesOf, isUtf8Text } from '../text.js'

const msgpack: Decoder = {
  triggers: BINARY_BYTES,
  gate: (input) => input.length >= 6 && !isUtf8Text(input),
  decode(input, emit, limit, refuse) {
    if (isUtf8Text(input)) return
    const put = createEmitter(emit, limit, refuse)
    for (const { start, end } of msgpackLeaves(input, isBlob) ?? []) {
      if (!put(input.slice(start, end), start, end)) return
    }
  },
  locate: (_input, segment, offset) => segment.start + offset,
  examples: [{ encoded: bytesOf('\x82\xa1q\xa8Urologie\xa1n\xcd\x01\x00'), decoded: 'Urologie' }],
}
export default msgpack
