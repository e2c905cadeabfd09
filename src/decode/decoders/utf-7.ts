/**
 * UTF-7 (RFC 2152): characters beyond ASCII, and signs that gateways of mail spoil, as UTF-16 in base64 between `+` and
 * `-`. Words behind a blank that became a plus look alike, so only letters and print of Europe are taken, two at a time.
 */
import { base64Byte, BASE64_BYTES } from '../base64.js'
import type { Decoder } from '../decoder.js'
import { hasEscape, unescaping, type Escapes } from '../escapes.js'
import { byteSet, bytesOf, writeCodePoint } from '../text.js'

const HYPHEN = 0x2d
const MOST_UNITS = 2
/** Characters of base64 for so many units. */
const LENGTHS = [0, 3, 6]
/** Where in the byte behind the last unit the bits begin that its last character has to spare. */
const SPARE = [0, 6, 4]
/** Signs of ASCII that may be written so, and those that need not. */
const SIGNS = byteSet('!"#$%&*;<=>@[\\]^_`{|}~')

const isWritten = (unit: number): boolean =>
  unit < 0x80 ? SIGNS[unit] === 1 : (unit >= 0xa0 && unit < 0x250) || (unit >= 0x2010 && unit < 0x20d0)

const unitAt = (input: Uint8Array, start: number, index: number): number =>
  (base64Byte(input, start, index * 2) << 8) | (base64Byte(input, start, index * 2 + 1) & 0xff)

/** How many units stand in `[start, end)`; 0 where it is something else, or has bits to spare that are not 0. */
function unitsIn(input: Uint8Array, start: number, end: number): number {
  const units = LENGTHS.indexOf(end - start)
  if (units <= 0) return 0
  for (let index = 0; index < units; index++) if (!isWritten(unitAt(input, start, index))) return 0
  return base64Byte(input, start, units * 2) >> SPARE[units]! === 0 ? units : 0
}

/** Length of what is written so at `at` with its plus and hyphen, 0 where nothing is. */
function runLength(input: Uint8Array, at: number): number {
  let end = at + 1
  while (end - at <= LENGTHS[MOST_UNITS]! && BASE64_BYTES[input[end]!] === 1 && input[end] !== HYPHEN) end++
  return input[end] === HYPHEN && unitsIn(input, at + 1, end) > 0 ? end + 1 - at : 0
}

const telling: Escapes = {
  starts: byteSet('+'),
  growth: 1,
  length: runLength,
  write(input, at, length, out, to) {
    let size = 0
    for (let index = 0; index < LENGTHS.indexOf(length - 2); index++) {
      size += writeCodePoint(out, to + size, unitAt(input, at + 1, index))
    }
    return size
  },
}

/** The plus itself is `+-`, which shows nothing by itself. */
const escapes: Escapes = {
  ...telling,
  length: (input, at) => (input[at + 1] === HYPHEN ? 2 : runLength(input, at)),
  write(input, at, length, out, to) {
    if (length > 2) return telling.write(input, at, length, out, to)
    out[to] = input[at]!
    return 1
  },
}

const utf7: Decoder = {
  triggers: bytesOf('+'),
  ...unescaping(escapes, (input) => hasEscape(input, telling)),
  examples: [
    { encoded: 'Blasenschw+AOQ-che, Vorgespr+AOQ-ch', decoded: 'Blasenschwäche, Vorgespräch' },
    { encoded: 'joerg+-praxis+AEA-example.org', decoded: 'joerg+praxis@example.org' },
    { encoded: 'crise d+IBk-angoisse', decoded: 'crise d’angoisse' },
    { encoded: 'Gr+APwA3w-e', decoded: 'Grüße' },
  ],
}
export default utf7
