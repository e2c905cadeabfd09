/**
 * Base64 (RFC 4648), both alphabets, padded or not, inside longer text: `data=…`, `a.b.c`, `/path/…`. A run may have a
 * prefix that belongs to the alphabet (`v2_eyJ…`), so it is read from its start, from behind each `/ + - _` and, where
 * that yields nothing, from each of its first characters. Taken is what reads as text, to where it stops doing so, or what announces itself as a format that is decoded further. Only
 * a whole run may be Latin-1: noise reads as that too easily.
 */
import { BASE64_BYTES, base64Byte, base64Group, decodeBase64, locateBase64 } from '../base64.js'
import type { Decoder } from '../decoder.js'
import { isGzip, isKnownBinary, isZlib } from '../plausible.js'
import { createEmitter, nextToken, runEnd, TOKEN_TRIGGERS, type Put } from '../runs.js'
import { byteSet, isLatin1Text, isText, isTextState, isUtf8Text, nextTextState, wholeCharacters } from '../text.js'

/** The shortest run that with its padding makes eight characters. */
const MIN_RUN = 6
const MIN = 8
/** A stretch of text that goes over into noise, and binary formats, must be longer to be believed. */
const MIN_DOUBTFUL = 12
const EQUALS = 0x3d
const SLASH = 0x2f
const PERCENT = 0x25

const DELIMITERS = byteSet('/+-_')

/** Reads one run; false where the limit was reached. */
function readRun(input: Uint8Array, start: number, end: number, put: Put): boolean {
  const padding = paddingAt(input, end)
  let complete = false
  for (let at = start; end - at + padding >= MIN; ) {
    const lenient = at === start ? textEnd(input, at, end, true) : -1
    const stop = lenient === end ? end : slashBehind(input, at, textEnd(input, at, end, false), end)
    if (stop === end || stop - at >= MIN_DOUBTFUL) {
      const bytes = decodeBase64(input, at, stop)
      const isWhole = at === start && stop === end
      if (isWhole ? isText(bytes) : isUtf8Text(bytes, 0, wholeCharacters(bytes))) {
        complete ||= isWhole
        if (!put(bytes, at, stop === end ? paddedEnd(at, end, padding) : stop)) return false
      }
      at = stop
    } else if (isCompressed(input, at, end) && !goesOnEscaped(input, end)) {
      return put(decodeBase64(input, at, end), at, paddedEnd(at, end, padding))
    }
    at = afterDelimiter(input, at, end)
  }
  return complete || readBinary(input, start, end, padding, put)
}

/** The slash that ends a segment of a path, where the text goes on to it within the group of four that it interrupts. */
function slashBehind(input: Uint8Array, start: number, stop: number, end: number): number {
  if (stop === end) return end
  const slash = input.subarray(stop, Math.min(stop + 4, end)).indexOf(SLASH)
  return slash > 1 && isUtf8Text(decodeBase64(input, start, stop + slash)) ? stop + slash : stop
}

/** Characters of a prefix that nothing sets off, and of the text behind it. */
const LONGEST_PREFIX = 32
const MIN_BEHIND_PREFIX = 20

function readBehindPrefix(input: Uint8Array, start: number, end: number, put: Put): boolean {
  // Behind a percent sign stand two digits of its own.
  if (input[start - 1] === PERCENT) return true
  const padding = paddingAt(input, end)
  for (let at = start + 1; at <= start + LONGEST_PREFIX && end - at >= MIN_BEHIND_PREFIX; at++) {
    const stop = textEnd(input, at, end, false)
    if (stop - at < MIN_BEHIND_PREFIX) continue
    const bytes = decodeBase64(input, at, stop)
    if (isUtf8Text(bytes, 0, wholeCharacters(bytes))) return put(bytes, at, stop === end ? paddedEnd(at, end, padding) : stop)
  }
  return true
}

/** So many pieces between slashes are tried together: a path has more only where it is no one's data. */
const MOST_PIECES = 12

/**
 * The run as a whole, then what stands between its slashes, which may be those of a path or digits of the encoding: the
 * longest stretch of pieces first.
 */
function readBinary(input: Uint8Array, start: number, end: number, padding: number, put: Put): boolean {
  if (end - start < MIN_DOUBTFUL || goesOnEscaped(input, end)) return true
  const borders = bordersOf(input, start, end)
  const most = borders.length - 1 > MOST_PIECES ? 1 : borders.length - 1
  const whole = decodeBase64(input, start, end)
  if (isKnownBinary(whole)) return put(whole, start, paddedEnd(start, end, padding))
  for (let first = 0; first + 1 < borders.length; first++) {
    const from = borders[first]!
    for (let last = Math.min(first + most, borders.length - 1); last > first; last--) {
      const to = borders[last]! - 1
      if (to - from < MIN_DOUBTFUL || (from === start && to === end) || !isTokenLike(input, from, to)) continue
      const part = decodeBase64(input, from, to)
      if (!isKnownBinary(part) && !isLatin1Text(part)) continue
      if (!put(part, from, to === end ? paddedEnd(from, end, padding) : to)) return false
      // What begins with names of the path may be known by chance, so the next piece is tried as well.
      break
    }
  }
  return true
}

/**
 * Whether the run goes on behind an escape (`H4sI…%2B…`). What is compressed does not inflate by halves, so it is left to
 * the layer in which the escapes are undone.
 */
function goesOnEscaped(input: Uint8Array, end: number): boolean {
  if (input[end] !== PERCENT) return false
  return /^%(25)*2[bf]/i.test(Buffer.from(input.buffer, input.byteOffset + end, Math.min(12, input.length - end)).toString('latin1'))
}

/** Where the pieces of a run begin; at last, behind where a slash would end it. */
function bordersOf(input: Uint8Array, start: number, end: number): number[] {
  const borders = [start]
  for (let at = start; at < end; at++) if (input[at] === SLASH) borders.push(at + 1)
  borders.push(end + 1)
  return borders
}

/** Without a digit, what is shorter is words. */
const LONG = 20

/** Bytes that are no text give capital letters, small ones and digits alike. */
function isTokenLike(input: Uint8Array, from: number, to: number): boolean {
  let capital = false
  let small = false
  let digit = to - from >= LONG
  for (let at = from; at < to && !(capital && small && digit); at++) {
    const byte = input[at]!
    if (byte > 0x60) small = true
    else if (byte > 0x40) capital = true
    else if (byte > 0x2f) digit = true
  }
  return capital && small && digit
}

/** Where the run stops to read as text (in UTF-8, or in Latin-1 too), at the border of a group of four characters. */
function textEnd(input: Uint8Array, start: number, end: number, orLatin1: boolean): number {
  let state = 0
  let at = start
  for (let size = 4; at + 4 <= end; at += 4, size += 3) {
    const group = base64Group(input, at)
    state = nextTextState(state, group >> 16)
    if (state >= 0) state = nextTextState(state, (group >> 8) & 0xff)
    if (state >= 0) state = nextTextState(state, group & 0xff)
    if (state < 0 || (state > 3 && !(orLatin1 && isTextState(state, size + 3)))) return at
  }
  for (let index = 0; index < end - at - 1; index++) {
    state = nextTextState(state, base64Byte(input, at, index))
    if (state < 0 || (state > 3 && !orLatin1)) return at
  }
  return end
}

function isCompressed(input: Uint8Array, start: number, end: number): boolean {
  if (end - start < MIN_DOUBTFUL) return false
  const first = base64Byte(input, start, 0)
  if (first !== 0x1f && first !== 0x78) return false
  const head = decodeBase64(input, start, Math.min(end, start + 24))
  return isGzip(head) || isZlib(head)
}

function afterDelimiter(input: Uint8Array, start: number, end: number): number {
  let at = start
  while (at < end && DELIMITERS[input[at]!] === 0) at++
  return at + 1
}

function paddingAt(input: Uint8Array, end: number): number {
  return input[end] !== EQUALS ? 0 : input[end + 1] !== EQUALS ? 1 : 2
}

function paddedEnd(start: number, end: number, padding: number): number {
  return (end - start + padding) % 4 === 0 ? end + padding : end
}

const base64: Decoder = {
  triggers: TOKEN_TRIGGERS,
  gate: (input) => nextToken(input, BASE64_BYTES, MIN_RUN) >= 0,
  decode(input, emit, limit, refuse) {
    let count = 0
    const put = createEmitter((segment) => {
      count++
      emit(segment)
    }, limit, refuse)
    for (let start = nextToken(input, BASE64_BYTES, MIN_RUN); start >= 0; ) {
      const end = runEnd(input, BASE64_BYTES, start)
      const before = count
      if (!readRun(input, start, end, put)) return
      if (count === before && !readBehindPrefix(input, start, end, put)) return
      start = nextToken(input, BASE64_BYTES, MIN_RUN, end)
    }
  },
  locate: (_input, segment, offset) => locateBase64(segment, offset),
  examples: [
    { encoded: 'data=eyJxIjoiQmxhc2Vuc2Nod8OkY2hlIn0=&ip=1', decoded: '{"q":"Blasenschwäche"}' },
    { encoded: '/i/VXJvbG9naWU', decoded: 'Urologie' },
    { encoded: 'v2_VXJvbG9naWU', decoded: 'Urologie' },
    { encoded: '/i/MnN1RW5Ka004dTQ5M0F1b2N4NEdrWQ/~', decoded: '2suEnJkM8u493Auocx4GkY' },
    { encoded: 's4eyJxIjoiQmxhc2Vuc2Nod8OkY2hlIn0', decoded: '{"q":"Blasenschwäche"}' },
    { encoded: 'THltZQ==', decoded: 'Lyme' },
    { encoded: 'Pj4-Pz8_Pj4-', decoded: '>>>???>>>' },
  ],
}
export default base64
