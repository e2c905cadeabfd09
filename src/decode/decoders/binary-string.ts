/**
 * What is compressed, or of another binary format, and stands in a text as JavaScript's binary string, a character for
 * each byte: as the whole value, or as a string in JSON. Believed only where some decoder reads the format of the bytes.
 */
import { binaryStringsIn, mayHaveBinaryString } from '../binary-string.js'
import type { Decoder } from '../decoder.js'
import { isKnownBinary } from '../plausible.js'
import { createEmitter } from '../runs.js'
import { bytesOf } from '../text.js'

const binary: Decoder = {
  triggers: bytesOf('\xc2\xc3\xc5\xc6\xcb\xe2\\'),
  gate: mayHaveBinaryString,
  decode(input, emit, limit, refuse) {
    const put = createEmitter(emit, limit, refuse)
    for (const { bytes, start, end } of binaryStringsIn(input, isKnownBinary)) if (!put(bytes, start, end)) return
  },
  examples: [
    { encoded: '\x8b\x03\x80Urologie\x03', decoded: '\ufffd\x03\ufffdUrologie\x03' },
    { encoded: '{"d":"\u008b\\u0003\u0080Urologie\\u0003"}', decoded: '\ufffd\x03\ufffdUrologie\x03' },
    { encoded: Buffer.from('{"d":"\x8b\\u0003\x80Urologie\\u0003"}', 'latin1'), decoded: '\ufffd\x03\ufffdUrologie\x03' },
  ],
}
export default binary
