/** Text in UTF-16 of either byte order, without or with a byte order mark, which is dropped. */
import type { Decoder } from '../decoder.js'
import { unescapingInOrder, type Escapes } from '../escapes.js'
import { utf16Order } from '../plausible.js'
import { bytesOf, writeCodePoint } from '../text.js'

/** `low` is the place of the low byte in each unit, 0 or 1. */
function createEscapes(low: number): Escapes {
  const unitAt = (input: Uint8Array, at: number): number => (input[at + 1 - low]! << 8) | input[at + low]!
  return {
    starts: new Uint8Array(256).fill(1),
    growth: 1.5,
    length: (input, at) => ((unitAt(input, at) & 0xfc00) === 0xd800 ? 4 : 2),
    write(input, at, length, out, to) {
      const unit = unitAt(input, at)
      if (unit === 0xfeff) return 0
      if (length === 2) return writeCodePoint(out, to, unit)
      return writeCodePoint(out, to, 0x10000 + ((unit & 0x3ff) << 10) + (unitAt(input, at + 2) & 0x3ff))
    },
  }
}

const orders = { le: createEscapes(0), be: createEscapes(1) }

const utf16: Decoder = {
  triggers: new Uint8Array([0, 0xff]),
  ...unescapingInOrder(orders, utf16Order),
  examples: [
    { encoded: bytesOf('U\0r\0o\0l\0o\0g\0i\0e\0'), decoded: 'Urologie' },
    { encoded: bytesOf('\xfe\xff\0U\0r\0o\0l\0\xf6'), decoded: 'Urolö' },
  ],
}
export default utf16
