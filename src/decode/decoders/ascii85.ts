/**
 * Ascii85 (PostScript Language Reference, §3.13.3), as a whole value, between blanks, behind a parameter's name, or
 * between `<~` and `~>` with line ends anywhere; `z` stands for four zeros.
 */
import { mayBe85, piecesOf85, toBytes85 } from '../base85.js'
import type { Decoder } from '../decoder.js'
import { createEmitter, runEnd, valuesOf } from '../runs.js'
import { byteSet } from '../text.js'

const Z = 0x7a
const BLANK = 0x20
const VALUES = valuesOf(Array.from({ length: 85 }, (_, at) => String.fromCharCode(0x21 + at)).join(''))
const ALPHABET = VALUES.map((value, byte) => (value !== 255 || byte === Z ? 1 : 0))
const NUMBER = byteSet('0123456789')
const OPENING = Buffer.from('<~')
const CLOSING = Buffer.from('~>')

function read(input: Uint8Array, start: number, end: number, isShown = false): Uint8Array | undefined {
  const part = input.subarray(start, end)
  if (!part.some((byte) => byte === Z || byte <= BLANK)) return toBytes85(part, 0, part.length, VALUES, isShown)
  const groups = Buffer.from(part).toString('latin1').replace(/[\0-\x20]/g, '').replaceAll('z', '!!!!!')
  return toBytes85(Buffer.from(groups, 'latin1'), 0, groups.length, VALUES, isShown)
}

/** A number is no stretch of it. */
const mayBe = (input: Uint8Array, start: number, end: number): boolean =>
  mayBe85(input, start, end, VALUES) && runEnd(input, NUMBER, start) < end

const openingIn = (input: Uint8Array): number => {
  const sign = input.indexOf(OPENING[0]!)
  return sign < 0 ? -1 : Buffer.from(input.buffer, input.byteOffset, input.length).indexOf(OPENING, sign)
}

const ascii85: Decoder = {
  gate: (input) => mayBe(input, 0, input.length) || openingIn(input) >= 0
    || piecesOf85(input, VALUES, ALPHABET, () => true),
  decode(input, emit, limit, refuse) {
    const put = createEmitter(emit, limit, refuse)
    const take = (start: number, end: number): boolean => {
      const bytes = mayBe(input, start, end) ? read(input, start, end) : undefined
      if (bytes) put(bytes, start, end)
      return bytes !== undefined
    }
    const buffer = Buffer.from(input.buffer, input.byteOffset, input.length)
    let start = openingIn(input)
    if (start < 0 && !take(0, input.length)) piecesOf85(input, VALUES, ALPHABET, take)
    while (start >= 0) {
      const end = buffer.indexOf(CLOSING, start + 2)
      if (end < 0) return
      const bytes = read(input, start + 2, end, true)
      if (bytes && !put(bytes, start, end + 2)) return
      start = buffer.indexOf(OPENING, end + 2)
    }
  },
  examples: [
    { encoded: '<H<"oDeEcq', decoded: 'Urologie' },
    { encoded: 'q=<~6>U(OASuR!BQq@i\n@q]F)+>Gl81]~>', decoded: 'Blasenschwäche, 1974' },
    { encoded: 'a <~<-!,)@:Wd~>', decoded: 'Truvada' },
    { encoded: 'seen: 6>U(OASuR!BQq@i@q]F)+>Gl81] today', decoded: 'Blasenschwäche, 1974' },
  ],
}
export default ascii85
