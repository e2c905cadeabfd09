/**
 * LZ-string, the LZW of sites that keep state in a URL: its base64 and URI alphabets as tokens; as whole values its
 * UTF-16 forms (15 bits a character, from U+0020 on, or all 16, of which those get through that hold no half of a pair)
 * and its bytes. Codes are read bit by bit, lowest bit first; 0 and 1 introduce a
 * new character of 8 or 16 bits, 2 ends the stream. A stream that does not end, or goes on after its end, is none.
 */
import { isUtf8 } from 'node:buffer'
import type { Decoder } from '../decoder.js'
import { ALPHANUMERIC_CHARACTERS, createEmitter, nextToken, runEnd, TOKEN_TRIGGERS, valuesOf, type Put } from '../runs.js'
import { byteSet, HIGH_BYTES, isTextCodePoint, isUtf8Text } from '../text.js'

const CHARACTERS = ALPHANUMERIC_CHARACTERS + '+/'
const TOKEN_BYTES = byteSet(CHARACTERS + '-')
const VALUES = valuesOf(CHARACTERS)
const HYPHEN = 0x2d
const SLASH = 0x2f
const MIN = 8
const MIN_TEXT = 5
const MAX_UNIT = 0x8020
/** With this byte or a higher one begins what is more than one byte in UTF-8. */
const LEAST_LEAD = 0xc2

/** Numbers of `width` bits, the highest of which is read first. */
interface Source {
  readonly width: number
  readonly length: number
  at(index: number): number
}

/** The text, `undefined` where the source is none, `'refused'` where it would be longer than `limit` characters. */
function decompress(source: Source, limit: number): { text: string } | 'refused' | undefined {
  let index = 0
  let mask = 0
  let current = 0
  let ended = false

  const dictionary: string[] = ['', '', '']
  let width = 2
  let room = 1
  let previous = ''
  let text = ''
  for (;;) {
    const code = read(width)
    if (ended) return undefined
    if (code === 2) return source.length - index <= 3 && text.length >= MIN_TEXT ? { text } : undefined
    let entry = dictionary[code]
    if (code < 2) {
      const unit = read(code === 0 ? 8 : 16)
      if (ended || (!isTextCodePoint(unit) && (unit < 0xd800 || unit > 0xdfff))) return undefined
      entry = String.fromCharCode(unit)
      dictionary.push(entry)
      // The first character has a code of two bits to itself; the next ones have three.
      if (previous === '') room = 4 + 1
      spend()
    } else if (code === dictionary.length && previous !== '') {
      entry = previous + previous.charAt(0)
    }
    if (entry === undefined || entry === '') return undefined
    if (text.length + entry.length > limit) return 'refused'
    text += entry
    if (previous !== '') {
      dictionary.push(previous + entry.charAt(0))
      spend()
    } else {
      width = 3
    }
    previous = entry
  }

  /** Each new code takes one of the places that the present width has left. */
  function spend(): void {
    room--
    if (room > 0) return
    room = 1 << width
    width++
  }

  function read(count: number): number {
    let value = 0
    for (let bit = 0; bit < count; bit++) {
      if (mask === 0) {
        if (index >= source.length) {
          ended = true
          return 0
        }
        current = source.at(index++)
        mask = 1 << (source.width - 1)
      }
      if ((current & mask) !== 0) value |= 1 << bit
      mask >>= 1
    }
    return value
  }
}

function tokenSource(input: Uint8Array, start: number, end: number): Source {
  return {
    width: 6,
    length: end - start,
    at: (index) => (input[start + index] === HYPHEN ? 63 : VALUES[input[start + index]!]!),
  }
}

/** The whole value as the forms that fill UTF-16, where its characters allow that, and as bytes. */
function wholeSources(input: Uint8Array): Source[] {
  if (!mayBeWhole(input)) return []
  const bytes: Source[] = isUtf8Text(input) ? [] : [{ width: 8, length: input.length, at: (index) => input[index]! }]
  if (input[0]! < LEAST_LEAD || !isUtf8(input)) return bytes
  const units = Buffer.from(input).toString()
  const all: Source = { width: 16, length: units.length, at: (index) => units.charCodeAt(index) }
  for (let at = 0; at < units.length; at++) {
    const unit = units.charCodeAt(at)
    if (unit < 0x20 || unit >= MAX_UNIT) return [all, ...bytes]
  }
  return [{ width: 15, length: units.length, at: (index) => units.charCodeAt(index) - 0x20 }, all, ...bytes]
}

/** Nearly all characters of the UTF-16 forms take two bytes or more in UTF-8; the bytes are no text. */
function mayBeWhole(input: Uint8Array): boolean {
  return input.length >= MIN && (input[0]! >= LEAST_LEAD || !isUtf8Text(input))
}

function emptyToUndefined(result: ReturnType<typeof decompress>, refuse?: () => void): Uint8Array | undefined {
  if (result !== 'refused') return result && new Uint8Array(Buffer.from(result.text))
  refuse?.()
  return undefined
}

/** So many pieces between slashes are tried together: a path has more only where it is no one's data. */
const MOST_PIECES = 12

/**
 * Emits what a run stands for: as a whole, or what stands between its slashes, which may be those of a path or digits of
 * the encoding, the longest stretch of pieces first. False where the limit was reached.
 */
function readRun(input: Uint8Array, start: number, end: number, limit: number, put: Put, refuse?: () => void): boolean {
  const borders = [start]
  for (let at = start; at < end; at++) if (input[at] === SLASH) borders.push(at + 1)
  borders.push(end + 1)
  for (let first = 0; first + 1 < borders.length; first++) {
    const from = borders[first]!
    const furthest = first === 0 ? borders.length - 1 : Math.min(first + MOST_PIECES, borders.length - 1)
    for (let last = furthest; last > first; last--) {
      if (first === 0 && last < furthest && last > MOST_PIECES) continue
      const to = borders[last]! - 1
      if (to - from < MIN) continue
      const bytes = emptyToUndefined(decompress(tokenSource(input, from, to), limit), refuse)
      if (!bytes) continue
      if (!put(bytes, from, to)) return false
      first = last - 1
      break
    }
  }
  return true
}

const lzString: Decoder = {
  inflates: true,
  triggers: new Uint8Array([...TOKEN_TRIGGERS, ...HIGH_BYTES]),
  gate: (input) => nextToken(input, TOKEN_BYTES, MIN) >= 0 || mayBeWhole(input),
  decode(input, emit, limit, refuse) {
    const put = createEmitter(emit, limit, refuse)
    for (let start = nextToken(input, TOKEN_BYTES, MIN); start >= 0; ) {
      const end = runEnd(input, TOKEN_BYTES, start)
      if (!readRun(input, start, end, limit, put, refuse)) return
      start = nextToken(input, TOKEN_BYTES, MIN, end)
    }
    for (const source of wholeSources(input)) {
      const bytes = emptyToUndefined(decompress(source, limit), refuse)
      if (bytes) return void put(bytes, 0, input.length)
    }
  },
  examples: [
    { encoded: 'state=BIUwNmD2A0AEDukBOYAmBCIA', decoded: 'Hello, world!' },
    { encoded: '/s/BIUwNmD2A0AEDukBOYAmBCIA/y', decoded: 'Hello, world!' },
    { encoded: '/x/EIGwhgzgpgBACgJzADwJYRgWTAOx/JNDAVQQHsQyBzVKIA/y', decoded: 'Blase Praxis Mann Praxis Urologie' },
    { encoded: Buffer.from('BIUwNmD2A0AEDukBOYAmBCIA', 'base64'), decoded: 'Hello, world!' },
  ],
}
export default lzString
