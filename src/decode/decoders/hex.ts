/** Base16: runs of an even number of hexadecimal digits, eight or more, that are text or a format read further. */
import type { Decoder } from '../decoder.js'
import { isKnownBinary } from '../plausible.js'
import { createEmitter, nextRun, runEnd } from '../runs.js'
import { bytesOf, byteSet, hexDigit, isTextState, nextTextState } from '../text.js'

const DIGITS = byteSet('0123456789abcdefABCDEF')
const MIN = 8
const MIN_BINARY = 16

function byteAt(input: Uint8Array, at: number): number {
  return hexDigit(input[at]) * 16 + hexDigit(input[at + 1])
}

/** Text has one, and so has what announces itself; a word like `effaced` has none. */
function hasDigit(input: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (input[at]! < 0x40) return true
  return false
}

function reads(input: Uint8Array, start: number, end: number): boolean {
  let state = 0
  for (let at = start; at < end && state >= 0; at += 2) state = nextTextState(state, byteAt(input, at))
  return isTextState(state, (end - start) / 2)
}

function toBytes(input: Uint8Array, start: number, end: number): Uint8Array {
  const bytes = new Uint8Array((end - start) / 2)
  for (let to = 0; to < bytes.length; to++) bytes[to] = byteAt(input, start + to * 2)
  return bytes
}

const hex: Decoder = {
  triggers: bytesOf('0123456789'),
  gate: (input) => nextRun(input, DIGITS, MIN) >= 0,
  decode(input, emit, limit, refuse) {
    const put = createEmitter(emit, limit, refuse)
    for (let start = nextRun(input, DIGITS, MIN); start >= 0; ) {
      const end = runEnd(input, DIGITS, start)
      if ((end - start) % 2 === 0 && hasDigit(input, start, end)) {
        const isText = reads(input, start, end)
        if (isText || end - start >= MIN_BINARY) {
          const bytes = toBytes(input, start, end)
          if ((isText || isKnownBinary(bytes)) && !put(bytes, start, end)) return
        }
      }
      start = nextRun(input, DIGITS, MIN, end)
    }
  },
  locate: (_input, segment, offset) => segment.start + offset * 2,
  examples: [
    { encoded: 'q=55726f6c6f676965', decoded: 'Urologie' },
    { encoded: '0x426C6173656E73636877C3A4636865', decoded: 'Blasenschwäche' },
  ],
}
export default hex
