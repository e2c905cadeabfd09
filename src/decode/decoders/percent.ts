/**
 * Percent-encoding (RFC 3986 §2.1) and the `%u00e4` of JavaScript's old escape(). Yields bytes, whatever their
 * character set; `+` stays, since only a form means a blank by it. A step of a path that is base64 with a slash in it
 * is also yielded by itself: once its slash is none of `%2F`, nobody can tell it from those of the path.
 */
import { BASE64_BYTES } from '../base64.js'
import type { Decoder, Segment } from '../decoder.js'
import { emitUnescaped, unescaping, type Escapes } from '../escapes.js'
import { byteSet, bytesOf, hexNumber } from '../text.js'
import { unicodeEscapeLength, writeUnicodeEscape } from '../unicode-escape.js'

const U = 0x75

const escapes: Escapes = {
  starts: byteSet('%'),
  growth: 1,
  length(input, at) {
    if ((input[at + 1]! | 0x20) === U) return unicodeEscapeLength(input, at)
    return hexNumber(input, at + 1, 2) < 0 ? 0 : 3
  },
  write(input, at, length, out, to) {
    if (length !== 3) return writeUnicodeEscape(input, at, length, out, to)
    out[to] = hexNumber(input, at + 1, 2)
    return 1
  },
}

const PERCENT = 0x25
const SLASH = 0x2f
const EQUALS = 0x3d
/** Shorter steps are words. */
const MIN_STEP = 12

/** The byte behind the escape at `at`, be it percent-encoded once more, and where it ends; -1 where none is. */
function escapedAt(input: Uint8Array, at: number): readonly [byte: number, end: number] {
  let from = at + 1
  while (input[from] === 0x32 && input[from + 1] === 0x35) from += 2
  return [hexNumber(input, from, 2), from + 2]
}

/** Whether the step `[start, end)` of a path has nothing but characters of base64, and an escaped slash. */
function hasEscapedSlash(input: Uint8Array, start: number, end: number): boolean {
  let slashes = 0
  for (let at = start; at < end; ) {
    const isEscape = input[at] === PERCENT
    const [byte, next] = isEscape ? escapedAt(input, at) : [input[at]!, at + 1]
    if (byte < 0 || (BASE64_BYTES[byte] === 0 && byte !== EQUALS)) return false
    if (byte === SLASH) slashes++
    at = next
  }
  return slashes > 0
}

function emitSteps(input: Uint8Array, emit: (segment: Segment) => void, limit: number, refuse?: () => void): void {
  let left = limit
  for (let start = input.indexOf(SLASH) + 1; start > 0; ) {
    const slash = input.indexOf(SLASH, start)
    const end = slash < 0 ? input.length : slash
    if (end - start >= MIN_STEP && hasEscapedSlash(input, start, end)) {
      emitUnescaped(input.subarray(start, end), escapes, ({ bytes }) => {
        left -= bytes.length
        emit({ bytes, start, end })
      }, left, refuse)
    }
    start = slash + 1
  }
}

const whole = unescaping(escapes)

const percent: Decoder = {
  triggers: bytesOf('%'),
  ...whole,
  decode(input, emit, limit, refuse) {
    let left = limit
    whole.decode(input, (segment) => {
      left -= segment.bytes.length
      emit(segment)
    }, limit, refuse)
    emitSteps(input, emit, left, refuse)
  },
  examples: [
    {
      encoded: 'dl=https%3A%2F%2Fpraxis.example%2Furologie%3Fq%3DBlasenschw%C3%A4che',
      decoded: 'dl=https://praxis.example/urologie?q=Blasenschwäche',
    },
    { encoded: '%25C3%25A4', decoded: '%C3%A4' },
    { encoded: 'Vorgespr%u00e4ch %uD83D%uDE00', decoded: 'Vorgespräch 😀' },
    { encoded: '/x/VXJvbG9naWU%2FPz8%3D/y', decoded: 'VXJvbG9naWU/Pz8=' },
    { encoded: '100% %zz %41', decoded: '100% %zz A' },
  ],
}
export default percent
