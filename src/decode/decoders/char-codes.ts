/**
 * Lists of character codes or bytes, decimal or hexadecimal, with the same signs between them throughout:
 * `97,110,110,97`, `[0x61, 0x6e]`, `61:6e:6e:61`. Six numbers or more that read as text, or are a format read further.
 */
import { addCode, codeAt, createCodes, decodeCodes, type Codes, type DecodedCodes } from '../code-list.js'
import type { Decoder, Segment } from '../decoder.js'
import { nextRun, runEnd } from '../runs.js'
import { byteSet, bytesOf } from '../text.js'

const SEPARATORS = ' ,;:|.+_/\t\r\n-'
const SEPARATOR = byteSet(SEPARATORS)
const IN_LIST = byteSet(`0123456789abcdefABCDEFxX${SEPARATORS}`)
/** Six numbers of two digits, and what stands between them. */
const MIN = 17
const LONGEST_SEPARATOR = 2
/** A longer list is read in parts, so that memory does not follow it. */
const MOST_CODES = 65_536

/** Length of the separator at `at`, 0 where none or a longer one stands. */
function separatorLength(input: Uint8Array, at: number): number {
  let end = at
  while (end - at <= LONGEST_SEPARATOR && SEPARATOR[input[end] ?? 0] === 1) end++
  return end - at > LONGEST_SEPARATOR ? 0 : end - at
}

function isSame(input: Uint8Array, a: number, b: number, length: number): boolean {
  for (let index = 0; index < length; index++) if (input[a + index] !== input[b + index]) return false
  return true
}

/** The list that begins at `at`, and where to look on. */
function listAt(input: Uint8Array, at: number, end: number): { readonly codes: Codes; readonly next: number } {
  const codes = createCodes()
  let separator = -1
  let length = 0
  for (let from = at; from < end; ) {
    if (codes.starts.length === MOST_CODES) return { codes, next: from }
    const code = codeAt(input, from)
    if (!code) return { codes, next: Math.max(from, at + 1) }
    if (codes.starts.length > 0 && code.isPrefixed !== (codes.prefixed > 0)) return { codes, next: from }
    addCode(codes, code)
    const found = separatorLength(input, code.end)
    if (found === 0) return { codes, next: code.end + 1 }
    if (separator < 0) {
      separator = code.end
      length = found
    } else if (found !== length || !isSame(input, separator, code.end, length)) {
      // The last one may begin another list.
      return { codes, next: from }
    }
    from = code.end + found
  }
  return { codes, next: end }
}

/** Where a number may begin: behind what is none of its digits. */
function nextStart(input: Uint8Array, from: number, end: number): number {
  let at = from
  while (at < end && SEPARATOR[input[at]!] === 1) at++
  return at
}

const charCodes: Decoder = {
  triggers: bytesOf('0123456789'),
  gate: (input) => nextRun(input, IN_LIST, MIN) >= 0,
  decode(input, emit, limit, refuse) {
    let left = limit
    for (let start = nextRun(input, IN_LIST, MIN); start >= 0; ) {
      const end = runEnd(input, IN_LIST, start)
      for (let at = nextStart(input, start, end); end - at >= MIN; ) {
        const { codes, next } = listAt(input, at, end)
        for (const decoded of decodeCodes(codes)) {
          if (decoded.bytes.length > left) return refuse?.()
          left -= decoded.bytes.length
          emit(toSegment(codes, decoded))
        }
        at = nextStart(input, next, end)
      }
      start = nextRun(input, IN_LIST, MIN, end)
    }
  },
  locate(_input, { start, end, marks }, offset) {
    if (!marks) return start
    let low = 0
    for (let high = marks.length / 2; low < high; ) {
      const middle = (low + high) >> 1
      if (marks[middle * 2]! <= offset) low = middle + 1
      else high = middle
    }
    return low > 0 && offset < marks[marks.length - 2]! + LONGEST_CHARACTER ? marks[low * 2 - 1]! : end
  },
  examples: [
    { encoded: 'q=[85,114,111,108,111,103,105,101]', decoded: 'Urologie' },
    { encoded: '85 114 111 108 246 8364', decoded: 'Urolö€' },
    { encoded: '0x55, 0x72, 0x6f, 0x6c, 0xc3, 0xb6', decoded: 'Urolö' },
    { encoded: '55:72:6f:6c:6f:67:69:65', decoded: 'Urologie' },
    { encoded: '1,2,85 114 111 108 111 103,3', decoded: 'Urolog' },
    { encoded: '54:52:55:56:41:44:41', decoded: 'TRUVADA' },
  ],
}

const LONGEST_CHARACTER = 4

function toSegment({ starts, end }: Codes, { bytes, offsets }: DecodedCodes): Segment {
  const marks = new Uint32Array(starts.length * 2)
  let to = 0
  for (let at = 0; at < starts.length; at++) {
    if (offsets[at] === offsets[at - 1]) continue // the second half of a pair begins no character
    marks[to++] = offsets[at]!
    marks[to++] = starts[at]!
  }
  return { bytes, start: starts[0]!, end, marks: marks.subarray(0, to) }
}

export default charCodes
