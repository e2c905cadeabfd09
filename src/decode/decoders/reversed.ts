/**
 * What was turned round, last character first: base64 and hexadecimal digits that read as text from behind, and JSON and
 * addresses, which end as they should begin. Any other text can be read both ways; values are looked for backwards by
 * themselves (detect/needles.ts).
 */
import { BASE64_BYTES, hidesBase64 } from '../base64.js'
import type { Decoder } from '../decoder.js'
import { ALPHANUMERIC, createEmitter, nextRun, nextToken, runEnd, TOKEN_TRIGGERS } from '../runs.js'
import { byteSet, bytesOf, hexDigit, isOrdinary, nextTextState, utf8Length } from '../text.js'

/** Of JSON and addresses. */
const MIN = 16
/** Of base64; so long with its padding before it, as nothing else has it, it need not be words. */
const MIN_BASE64 = 8
const MIN_SHOWN = 16
/** Of hexadecimal digits, and so many need not be words. */
const MIN_HEX = 10
const MIN_SURE_HEX = 32
const DIGITS = byteSet('0123456789')
const EQUALS = 0x3d
const MOST_PADDING = 2
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

const AS_IT_IS = Uint8Array.from({ length: 256 }, (_, byte) => byte)

const byteBefore = (input: Uint8Array, at: number): number => hexDigit(input[at]) * 16 + hexDigit(input[at - 1])

/** Whether the run is hexadecimal from behind: of words, where it is as short as numbers and ids are. */
function isHex(input: Uint8Array, start: number, end: number): boolean {
  if (end - start < MIN_HEX || (end - start) % 2 !== 0) return false
  let state = 0
  for (let at = end - 1; at > start && state >= 0; at -= 2) {
    if (hexDigit(input[at]) < 0 || hexDigit(input[at - 1]) < 0) return false
    state = nextTextState(state, byteBefore(input, at))
  }
  if (state !== 0) return false
  const text = (): Uint8Array => Uint8Array.from({ length: (end - start) / 2 }, (_, at) => byteBefore(input, end - 1 - 2 * at))
  return end - start >= MIN_SURE_HEX || isOrdinary(text())
}

/** Start of the next run of decimal digits, no letter beside it, that is hexadecimal from behind; -1 where none is. */
function nextNumber(input: Uint8Array, from = 0): number {
  for (let start = nextRun(input, DIGITS, MIN_HEX, from); start >= 0; ) {
    const end = runEnd(input, DIGITS, start)
    const isAlone = ALPHANUMERIC[input[start - 1] ?? EQUALS] === 0 && ALPHANUMERIC[input[end] ?? EQUALS] === 0
    if (isAlone && isHex(input, start, end)) return start
    start = nextRun(input, DIGITS, MIN_HEX, end)
  }
  return -1
}

function reads(input: Uint8Array, start: number, end: number): boolean {
  const isShown = isPadded(input, start, end) && end - start >= MIN_SHOWN
  return hidesBase64(input, start, end, AS_IT_IS, true, isShown) || isHex(input, start, end)
}

/** Whether the padding that the run needs stands before it, and is not the sign behind a name. */
function isPadded(input: Uint8Array, start: number, end: number): boolean {
  const padding = (4 - ((end - start) % 4)) % 4
  if (padding === 0 || padding > MOST_PADDING) return false
  for (let at = start - padding; at < start; at++) if (input[at] !== EQUALS) return false
  const before = input[start - padding - 1] ?? EQUALS
  return ALPHANUMERIC[before] === 0
}

/** So many pieces between slashes are tried together: a path has more only where it is no one's data. */
const MOST_PIECES = 12

/**
 * The run, where it reads so, or what does between its slashes, which may be those of a path or digits of the encoding:
 * the longest stretch of pieces first.
 */
function piecesOf(input: Uint8Array, start: number, end: number): readonly (readonly [number, number])[] {
  if (reads(input, start, end)) return [[start, end]]
  const borders = [start]
  for (let at = start; at < end; at++) if (input[at] === SLASH) borders.push(at + 1)
  if (borders.length === 1) return []
  borders.push(end + 1)
  const pieces: [number, number][] = []
  for (let first = 0; first + 1 < borders.length; first++) {
    for (let last = Math.min(first + MOST_PIECES, borders.length - 1); last > first; last--) {
      const [from, to] = [borders[first]!, borders[last]! - 1]
      if (to - from < MIN_BASE64 || to - from === end - start || !reads(input, from, to)) continue
      pieces.push([from, to])
      first = last - 1
      break
    }
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
  gate: (input) => isTurned(input) || nextToken(input, BASE64_BYTES, MIN_BASE64) >= 0 || nextNumber(input) >= 0,
  decode(input, emit, limit, refuse) {
    const put = createEmitter(emit, limit, refuse)
    if (isTurned(input)) return void put(turned(input), 0, input.length)
    for (let start = nextToken(input, BASE64_BYTES, MIN_BASE64); start >= 0; ) {
      const end = runEnd(input, BASE64_BYTES, start)
      for (const [first, last] of piecesOf(input, start, end)) {
        const from = paddedStart(input, first, last)
        if (!put(new Uint8Array(input.subarray(from, last)).reverse(), from, last)) return
      }
      start = nextToken(input, BASE64_BYTES, MIN_BASE64, end)
    }
    for (let start = nextNumber(input); start >= 0; ) {
      const end = runEnd(input, DIGITS, start)
      if (!put(new Uint8Array(input.subarray(start, end)).reverse(), start, end)) return
      start = nextNumber(input, end)
    }
  },
  examples: [
    { encoded: 'q===AN3kTMgUWan9GbvJXV', decoded: 'VXJvbG9naWUgMTk3NA==' },
    { encoded: 'q==UWan9GbvJXd', decoded: 'dXJvbG9naWU=' },
    { encoded: 'q=l52bkFGa0VWb', decoded: 'bWV0aGFkb25l' },
    { encoded: '==gM9ImJ3QTOx0jYvlnJx0TY', decoded: 'YT0xJnlvYj0xOTQ3JmI9Mg==' },
    { encoded: '47565627473502564696272402473502234313', decoded: '31343220537420427269646520537472656574' },
    { encoded: '27560707962747', decoded: '74726970706572' },
    { encoded: '569676f6c6f62755', decoded: '55726f6c6f676965' },
    { encoded: '}"ehcäwhcsnesalB":"q"{', decoded: '{"q":"Blasenschwäche"}' },
    { encoded: 'eigoloru/elpmaxe.sixarp//:sptth', decoded: 'https://praxis.example/urologie' },
  ],
}
export default reversed
