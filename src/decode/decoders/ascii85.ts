/**
 * Ascii85 (PostScript Language Reference, §3.13.3), as a whole value or between `<~` and `~>`, with `z` for four zeros
 * and line ends anywhere.
 */
import { mayBe85, toBytes85 } from '../base85.js'
import type { Decoder } from '../decoder.js'
import { createEmitter, valuesOf } from '../runs.js'

const VALUES = valuesOf(Array.from({ length: 85 }, (_, at) => String.fromCharCode(0x21 + at)).join(''))
const MIN = 10
const Z = 0x7a
const BLANK = 0x20
const ZERO = 0x30
const NINE = 0x39
const OPENING = Buffer.from('<~')
const CLOSING = Buffer.from('~>')

function read(input: Uint8Array): Uint8Array | undefined {
  if (!input.some((byte) => byte === Z || byte <= BLANK)) return toBytes85(input, 0, input.length, VALUES)
  const groups = Buffer.from(input).toString('latin1').replace(/[\0-\x20]/g, '').replaceAll('z', '!!!!!')
  return toBytes85(Buffer.from(groups, 'latin1'), 0, groups.length, VALUES)
}

/** A number is no stretch of it. */
function mayBe(input: Uint8Array): boolean {
  if (input.length < MIN) return false
  if (mayBe85(input, 0, input.length, VALUES) && input.some((byte) => byte > NINE || byte < ZERO)) return true
  const sign = input.indexOf(OPENING[0]!)
  return sign >= 0 && Buffer.from(input.buffer, input.byteOffset, input.length).includes(OPENING, sign)
}

const ascii85: Decoder = {
  gate: mayBe,
  decode(input, emit, limit, refuse) {
    if (!mayBe(input)) return
    const put = createEmitter(emit, limit, refuse)
    const buffer = Buffer.from(input.buffer, input.byteOffset, input.length)
    let start = buffer.indexOf(OPENING)
    if (start < 0) {
      const bytes = read(input)
      if (bytes) put(bytes, 0, input.length)
      return
    }
    while (start >= 0) {
      const end = buffer.indexOf(CLOSING, start + 2)
      if (end < 0) return
      const bytes = read(input.subarray(start + 2, end))
      if (bytes && !put(bytes, start, end + 2)) return
      start = buffer.indexOf(OPENING, end + 2)
    }
  },
  examples: [
    { encoded: '<H<"oDeEcq', decoded: 'Urologie' },
    { encoded: 'q=<~6>U(OASuR!BQq@i\n@q]F)+>Gl81]~>', decoded: 'Blasenschwäche, 1974' },
  ],
}
export default ascii85
