/**
 * A gzip or zlib stream that was pushed through a Latin-1 decoder and stands in the HAR as characters U+0000 to U+00FF:
 * the bytes come back from the characters. Where the decoder was UTF-8 the bytes are lost, and nothing is emitted.
 */
import type { Decoder } from '../decoder.js'
import { emitUnescaped, locateUnescaped, type Escapes } from '../escapes.js'
import { bytesOf } from '../text.js'

const escapes: Escapes = {
  starts: new Uint8Array(256).fill(1, 0xc2, 0xc4),
  growth: 1,
  length: (input, at) => ((input[at + 1]! & 0xc0) === 0x80 ? 2 : 0),
  write(input, at, _length, out, to) {
    out[to] = ((input[at]! & 3) << 6) | (input[at + 1]! & 0x3f)
    return 1
  },
}

function isMojibake(input: Uint8Array): boolean {
  const isGzip = input[0] === 0x1f && input[1] === 0xc2 && input[2] === 0x8b && input[3] === 8
  const level = ((input[1] ?? 0) << 8) | (input[2] ?? 0)
  const isZlib = input[0] === 0x78 && (level === 0xc29c || level === 0xc39a)
  if (input.length < 12 || !(isGzip || isZlib)) return false
  for (let at = 0; at < input.length; at++) {
    if (input[at]! < 0x80) continue
    if (escapes.starts[input[at]!] === 0 || escapes.length(input, at) === 0) return false
    at++
  }
  return true
}

const mojibakeGzip: Decoder = {
  triggers: bytesOf('\xc2\xc3'),
  gate: isMojibake,
  decode(input, emit, limit, refuse) {
    if (isMojibake(input)) emitUnescaped(input, escapes, emit, limit, refuse)
  },
  locate: (input, segment, offset) => locateUnescaped(input, escapes, segment, offset),
  examples: [{ encoded: 'x\x9cUrologie \xc3\xa4', decoded: 'x\ufffdUrologie ä' }],
}
export default mojibakeGzip
