/**
 * Base32 (RFC 4648 §6) in capitals or small letters: whole tokens of eight characters or more, padded or
 * not; of sixteen or more where they hold Latin-1 or a binary format.
 */
import type { Decoder } from '../decoder.js'
import { isPlausible } from '../plausible.js'
import { ALPHANUMERIC, createEmitter, nextToken, runEnd, TOKEN_TRIGGERS, valuesOf } from '../runs.js'
import { nextTextState } from '../text.js'

const CAPITALS = valuesOf('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')
const SMALL = valuesOf('abcdefghijklmnopqrstuvwxyz234567')
const MIN = 8
const MIN_BINARY = 16
const EQUALS = 0x3d
/** Lengths that no encoder produces, modulo 8. */
const WRONG_LENGTHS = [1, 3, 6]

/** Whether the token is base32 whose bytes read as text (1), may be binary (0), or no base32 (-1). */
function judge(input: Uint8Array, start: number, end: number, values: Uint8Array): number {
  let state = 0
  let bits = 0
  let held = 0
  let size = 0
  for (let at = start; at < end; at++) {
    const value = values[input[at]!]!
    if (value === 255) return -1
    bits = ((bits << 5) | value) & 0xfff
    held += 5
    if (held < 8) continue
    held -= 8
    size++
    if (state >= 0) state = nextTextState(state, (bits >> held) & 0xff)
    if (state < 0 && end - start < MIN_BINARY) return -1
  }
  return state === 0 && size > 0 ? 1 : 0
}

function toBytes(input: Uint8Array, start: number, end: number, values: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(Math.floor(((end - start) * 5) / 8))
  let bits = 0
  let held = 0
  let to = 0
  for (let at = start; at < end; at++) {
    bits = ((bits << 5) | values[input[at]!]!) & 0xfff
    held += 5
    if (held < 8) continue
    held -= 8
    bytes[to++] = (bits >> held) & 0xff
  }
  return bytes
}

function paddedEnd(input: Uint8Array, end: number): number {
  let at = end
  while (at < end + 6 && input[at] === EQUALS) at++
  return at
}

const base32: Decoder = {
  triggers: TOKEN_TRIGGERS,
  gate: (input) => nextToken(input, ALPHANUMERIC, MIN - 1) >= 0,
  decode(input, emit, limit, refuse) {
    const put = createEmitter(emit, limit, refuse)
    for (let start = nextToken(input, ALPHANUMERIC, MIN - 1); start >= 0; ) {
      const end = runEnd(input, ALPHANUMERIC, start)
      const values = CAPITALS[input[start]!] === 255 || CAPITALS[input[start + 1]!] === 255 ? SMALL : CAPITALS
      if (!WRONG_LENGTHS.includes((end - start) % 8)) {
        const verdict = judge(input, start, end, values)
        if (verdict > 0 || (verdict === 0 && end - start >= MIN_BINARY)) {
          const bytes = toBytes(input, start, end, values)
          if ((verdict > 0 || isPlausible(bytes)) && !put(bytes, start, paddedEnd(input, end))) return
        }
      }
      start = nextToken(input, ALPHANUMERIC, MIN - 1, end)
    }
  },
  locate: (_input, segment, offset) => Math.min(segment.start + Math.floor(offset / 5) * 8, segment.end),
  examples: [
    { encoded: 'q=KVZG63DPM5UWK', decoded: 'Urologie' },
    { encoded: 'KVZG63DPM5UWK===', decoded: 'Urologie' },
    { encoded: 'kvzg63dpm5uwk', decoded: 'Urologie' },
    { encoded: 'IJWGC43FNZZWG2DX4RRWQZI', decoded: 'Blasenschw\ufffdche' },
  ],
}
export default base32
