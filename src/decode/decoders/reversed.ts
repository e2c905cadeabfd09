/**
 * What was turned round, last character first: base64 and hexadecimal digits that read as text from behind, and JSON and
 * addresses, which end as they should begin. Any other text can be read both ways; values are looked for backwards by
 * themselves (detect/needles.ts).
 */
import { BASE64_BYTES, base64Group, decodeBase64 } from '../base64.js'
import type { Decoder } from '../decoder.js'
import { ALPHANUMERIC, createEmitter, nextRun, nextToken, runEnd, TOKEN_TRIGGERS } from '../runs.js'
import { byteSet, bytesOf, hexDigit, isOrdinary, nextTextState, utf8Length } from '../text.js'

const MIN = 16
/** With its padding before it, as nothing else has it. */
const MIN_PADDED = 10
const MIN_HEX = 16
/** Of digits alone, so many are no number. */
const MIN_DIGITS = 32
const HEX = byteSet('0123456789abcdefABCDEF')
const EQUALS = 0x3d
const MOST_PADDING = 2
/** Characters that must read as text, to be told from noise. */
const ENOUGH = 24
/** What JSON begins with, by what it ends with. */
const OPENINGS: ReadonlyMap<number, number> = new Map([[0x7d, 0x7b], [0x5d, 0x5b]])
/** The ends of addresses turned round. */
const SCHEMES = ['//:sptth', '//:ptth', '//:ssw'].map((scheme) => Buffer.from(scheme))

function isTurned(input: Uint8Array): boolean {
  if (input.length < MIN) return false
  const opening = OPENINGS.get(input[0]!)
  if (opening !== undefined) return opening === input.at(-1)
  return SCHEMES.some((scheme) => scheme.every((byte, at) => input[input.length - scheme.length + at] === byte))
}

/** Character by character, of UTF-8. */
function turned(input: Uint8Array): Uint8Array {
  const out = new Uint8Array(input.length)
  for (let at = 0; at < input.length; ) {
    const length = utf8Length(input, at) || 1
    for (let index = 0; index < length; index++) out[input.length - at - length + index] = input[at + index]!
    at += length
  }
  return out
}

const group = new Uint8Array(4)

/** Whether the run is base64 from behind, of text or of what gzip and zlib begin with; its padding before it tells much. */
function isBase64(input: Uint8Array, start: number, end: number, padded: boolean): boolean {
  let state = 0
  let first = 0
  for (let at = end - 1; at - 3 >= start && end - at <= ENOUGH; at -= 4) {
    for (let index = 0; index < 4; index++) group[index] = input[at - index]!
    const bytes = base64Group(group, 0)
    if (at === end - 1) first = bytes
    for (let shift = 16; shift >= 0 && state >= 0; shift -= 8) state = nextTextState(state, (bytes >> shift) & 0xff)
    if (state < 0 || state > 3) return first === GZIP || (first >> 8 === ZLIB && end - start > ENOUGH)
  }
  if (end - start > ENOUGH || (padded && end - start >= MIN)) return true
  return isOrdinary(decodeBase64(new Uint8Array(input.subarray(start, end)).reverse(), 0, end - start))
}

const GZIP = 0x1f8b08
const ZLIB = 0x789c

/** Whether the run is hexadecimal from behind, and no number. */
function isHex(input: Uint8Array, start: number, end: number): boolean {
  if (end - start < MIN_HEX || (end - start) % 2 !== 0) return false
  let state = 0
  let hasLetter = false
  for (let at = end - 1; at > start && state >= 0; at -= 2) {
    const high = hexDigit(input[at])
    const low = hexDigit(input[at - 1])
    if (high < 0 || low < 0) return false
    hasLetter ||= high > 9 || low > 9
    state = nextTextState(state, high * 16 + low)
  }
  return state === 0 && (hasLetter || end - start >= MIN_DIGITS)
}

function reads(input: Uint8Array, start: number, end: number): boolean {
  const padded = isPadded(input, start, end)
  return ((end - start >= MIN || padded) && isBase64(input, start, end, padded)) || isHex(input, start, end)
}

/** Whether the padding that the run needs stands before it, and is not the sign behind a name. */
function isPadded(input: Uint8Array, start: number, end: number): boolean {
  const padding = (4 - ((end - start) % 4)) % 4
  if (padding === 0 || padding > MOST_PADDING) return false
  for (let at = start - padding; at < start; at++) if (input[at] !== EQUALS) return false
  const before = input[start - padding - 1] ?? EQUALS
  return ALPHANUMERIC[before] === 0
}

/** The run, where it reads so, or what does between its slashes, which may be those of a path. */
function piecesOf(input: Uint8Array, start: number, end: number): readonly (readonly [number, number])[] {
  if (reads(input, start, end)) return [[start, end]]
  const pieces: [number, number][] = []
  for (let from = start; from < end; ) {
    const slash = input.subarray(from, end).indexOf(SLASH)
    const to = slash < 0 ? end : from + slash
    if (to - from >= MIN_PADDED && to - from < end - start && reads(input, from, to)) pieces.push([from, to])
    from = to + 1
  }
  return pieces
}

const SLASH = 0x2f

/** Where the padding before the run begins. */
function paddedStart(input: Uint8Array, start: number, end: number): number {
  const padding = (4 - ((end - start) % 4)) % 4
  let at = start
  while (start - at < padding && input[at - 1] === EQUALS) at--
  return start - at === padding ? at : start
}

const reversed: Decoder = {
  triggers: new Uint8Array([...TOKEN_TRIGGERS, ...bytesOf('}]/')]),
  gate: (input) => isTurned(input) || nextToken(input, BASE64_BYTES, MIN_PADDED) >= 0 || nextRun(input, HEX, MIN_DIGITS) >= 0,
  decode(input, emit, limit, refuse) {
    const put = createEmitter(emit, limit, refuse)
    if (isTurned(input)) return void put(turned(input), 0, input.length)
    for (let start = nextToken(input, BASE64_BYTES, MIN_PADDED); start >= 0; ) {
      const end = runEnd(input, BASE64_BYTES, start)
      for (const [first, last] of piecesOf(input, start, end)) {
        const from = paddedStart(input, first, last)
        if (!put(new Uint8Array(input.subarray(from, last)).reverse(), from, last)) return
      }
      start = nextToken(input, BASE64_BYTES, MIN_PADDED, end)
    }
    for (let start = nextRun(input, HEX, MIN_DIGITS); start >= 0; ) {
      const end = runEnd(input, HEX, start)
      if (isHex(input, start, end) && !put(new Uint8Array(input.subarray(start, end)).reverse(), start, end)) return
      start = nextRun(input, HEX, MIN_DIGITS, end)
    }
  },
  examples: [
    { encoded: 'q===AN3kTMgUWan9GbvJXV', decoded: 'VXJvbG9naWUgMTk3NA==' },
    { encoded: 'q==UWan9GbvJXd', decoded: 'dXJvbG9naWU=' },
    { encoded: '==gM9ImJ3QTOx0jYvlnJx0TY', decoded: 'YT0xJnlvYj0xOTQ3JmI9Mg==' },
    { encoded: '47565627473502564696272402473502234313', decoded: '31343220537420427269646520537472656574' },
    { encoded: '569676f6c6f62755', decoded: '55726f6c6f676965' },
    { encoded: '}"ehcäwhcsnesalB":"q"{', decoded: '{"q":"Blasenschwäche"}' },
    { encoded: 'eigoloru/elpmaxe.sixarp//:sptth', decoded: 'https://praxis.example/urologie' },
  ],
}
export default reversed
