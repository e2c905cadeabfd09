/** International domain names (RFC 3492): each label that begins with `xn--`. */
import { domainToUnicode } from 'node:url'
import type { Decoder } from '../decoder.js'
import { ALPHANUMERIC, createEmitter } from '../runs.js'
import { bytesOf } from '../text.js'

const HYPHEN = 0x2d
/** RFC 1035 §2.3.4. */
const MAX = 63

/** Start of the first `xn--` at or after `from` that begins a label, -1 where there is none. */
function nextLabel(input: Uint8Array, from: number): number {
  for (let at = from; at + 4 < input.length; at++) {
    if ((input[at]! | 0x20) !== 0x78 || (input[at + 1]! | 0x20) !== 0x6e) continue
    if (input[at + 2] !== HYPHEN || input[at + 3] !== HYPHEN) continue
    if (at === 0 || !isLabelByte(input[at - 1]!)) return at
  }
  return -1
}

function isLabelByte(byte: number): boolean {
  return ALPHANUMERIC[byte] === 1 || byte === HYPHEN
}

const punycode: Decoder = {
  triggers: bytesOf('-'),
  gate: (input) => nextLabel(input, 0) >= 0,
  decode(input, emit, limit, refuse) {
    const put = createEmitter(emit, limit, refuse)
    for (let start = nextLabel(input, 0); start >= 0; ) {
      let end = start
      while (end < input.length && isLabelByte(input[end]!)) end++
      if (end - start <= MAX) {
        const label = domainToUnicode(Buffer.from(input.subarray(start, end)).toString('latin1'))
        if (label !== '' && !label.startsWith('xn--') && !put(new Uint8Array(Buffer.from(label)), start, end)) return
      }
      start = nextLabel(input, end)
    }
  },
  examples: [{ encoded: 'https://xn--blasenschwche-kfb.example/', decoded: 'blasenschwäche' }],
}
export default punycode
