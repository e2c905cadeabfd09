/** Characters or bytes as a list of numbers: `97,110,110,97`, `[0x61, 0x6e]`, `61 6e 6e 61`. */
import { isKnownBinary } from './plausible.js'
import { hexDigit, isTextCodePoint, isUtf8Text, writeCodePoint } from './text.js'

/** One number of a list. */
export interface Code {
  /** Where it begins, and its digits end. */
  readonly start: number
  readonly end: number
  /** As a decimal number, -1 where it has letters; as a hexadecimal one. */
  readonly decimal: number
  readonly hex: number
  readonly isPrefixed: boolean
}

/**
 * The numbers of a list side by side, and what is true of all: a list may have tens of thousands, and as many objects
 * that live until its end cost more to keep than it costs to read them.
 */
export interface Codes {
  readonly starts: number[]
  readonly decimals: number[]
  readonly hexes: number[]
  /** Where the digits of the last one end. */
  end: number
  /** How many begin with 0x, have no letters, have two digits and nothing else. */
  prefixed: number
  decimal: number
  pairs: number
}

export function createCodes(): Codes {
  return { starts: [], decimals: [], hexes: [], end: 0, prefixed: 0, decimal: 0, pairs: 0 }
}

export function addCode(codes: Codes, { start, end, decimal, hex, isPrefixed }: Code): void {
  codes.starts.push(start)
  codes.decimals.push(decimal)
  codes.hexes.push(hex)
  codes.end = end
  if (isPrefixed) codes.prefixed++
  if (decimal >= 0) codes.decimal++
  if (end - start === 2) codes.pairs++
}

/** Shorter lists are sizes, versions and addresses. */
export const FEWEST_CODES = 6
/** Of what is no text. */
const FEWEST_BYTES = 8
const MOST_DIGITS = 7

/** The number at `at`, undefined where none stands or it is longer than any code point. */
export function codeAt(input: Uint8Array, at: number): Code | undefined {
  const isPrefixed = input[at] === 0x30 && (input[at + 1]! | 0x20) === 0x78
  let end = isPrefixed ? at + 2 : at
  const from = end
  let decimal = 0
  let hex = 0
  for (; end - from <= MOST_DIGITS; end++) {
    const digit = hexDigit(input[end])
    if (digit < 0) break
    decimal = digit < 10 && decimal >= 0 ? decimal * 10 + digit : -1
    hex = hex * 16 + digit
  }
  return end === from || end - from > MOST_DIGITS ? undefined : { start: at, end, decimal, hex, isPrefixed }
}

export interface DecodedCodes {
  readonly bytes: Uint8Array
  /** For each number the offset of its first byte. */
  readonly offsets: readonly number[]
}

/** What the list says, decimal before hexadecimal: pairs of digits can be read as both. Empty where that is nothing. */
export function decodeCodes(codes: Codes): readonly DecodedCodes[] {
  if (codes.starts.length < FEWEST_CODES) return []
  return readings(codes).flatMap((numbers) => asText(numbers) ?? asBinary(numbers) ?? asCharacters(numbers) ?? [])
}

/** Decimal where every one can be; hexadecimal where all say so, or all have two digits. */
function readings({ starts: { length }, decimals, hexes, prefixed, decimal, pairs }: Codes): (readonly number[])[] {
  if (prefixed > 0) return prefixed === length ? [hexes] : []
  return [...(decimal === length ? [decimals] : []), ...(pairs === length ? [hexes] : [])]
}

const areBytes = (numbers: readonly number[]): boolean => numbers.every((number) => number < 256)
const each = (numbers: readonly number[]): number[] => numbers.map((_, at) => at)

/** Bytes in UTF-8. */
function asText(numbers: readonly number[]): DecodedCodes | undefined {
  if (!areBytes(numbers)) return undefined
  const bytes = Uint8Array.from(numbers)
  return isUtf8Text(bytes) ? { bytes, offsets: each(numbers) } : undefined
}

function asBinary(numbers: readonly number[]): DecodedCodes | undefined {
  if (!areBytes(numbers) || numbers.length < FEWEST_BYTES) return undefined
  const bytes = Uint8Array.from(numbers)
  return isKnownBinary(bytes) ? { bytes, offsets: each(numbers) } : undefined
}

/**
 * Code points, or the units of UTF-16 that JavaScript's charCodeAt() gives; a quarter of them in ASCII, as in words of
 * most languages and not in sizes and times, but for what takes two units, which no list has by chance.
 */
function asCharacters(numbers: readonly number[]): DecodedCodes | undefined {
  const ascii = numbers.filter((number) => number < 0x80).length
  const halves = numbers.filter((number) => number >= 0xd800 && number < 0xe000).length
  if (ascii * 4 < numbers.length - halves) return undefined
  const bytes = new Uint8Array(numbers.length * 4)
  const offsets: number[] = []
  let to = 0
  for (let at = 0; at < numbers.length; at++) {
    offsets.push(to)
    const unit = numbers[at]!
    const trail = numbers[at + 1] ?? 0
    const isPair = unit >= 0xd800 && unit < 0xdc00 && trail >= 0xdc00 && trail < 0xe000
    const point = isPair ? 0x10000 + ((unit & 0x3ff) << 10) + (trail & 0x3ff) : unit
    if (!isTextCodePoint(point)) return undefined
    to += writeCodePoint(bytes, to, point)
    if (isPair) offsets.push(offsets[at++]!)
  }
  return { bytes: bytes.subarray(0, to), offsets }
}
