/** Text in UTF-32 of either byte order, without or with a byte order mark, which is dropped. */
import type { Decoder } from '../decoder.js'
import { unescapingInOrder, type Escapes } from '../escapes.js'
import { utf32At, utf32Order } from '../plausible.js'
import { bytesOf, writeCodePoint } from '../text.js'

const LENGTH = 4
const BYTE_ORDER_MARK = 0xfeff

function createEscapes(order: 'le' | 'be'): Escapes {
  return {
    starts: new Uint8Array(256).fill(1),
    growth: 1,
    length: () => LENGTH,
    write(input, at, _length, out, to) {
      const point = utf32At(input, at, order)
      return point === BYTE_ORDER_MARK ? 0 : writeCodePoint(out, to, point)
    },
  }
}

const orders = { le: createEscapes('le'), be: createEscapes('be') }

const utf32: Decoder = {
  triggers: new Uint8Array([0]),
  ...unescapingInOrder(orders, utf32Order),
  examples: [
    { encoded: bytesOf('U\0\0\0r\0\0\0o\0\0\0l\0\0\0\xf6\0\0\0'), decoded: 'Urolö' },
    { encoded: bytesOf('\0\0\xfe\xff\0\0\0U\0\0\0r\0\0\0o\0\x01\xf6\x00'), decoded: 'Uro😀' },
  ],
}
export default utf32
