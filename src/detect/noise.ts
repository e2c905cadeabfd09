/** Tells text from tokens: in 40 letters of base64, three in a row are a word sooner or later. */

const WINDOW = 12
const TURNS = 4
const SHARE = 0.35

/**
 * Whether the bytes around `[start, end)` turn from letter to digit or from small to capital as often as no text does
 * (`clickHivTestButton` turns three times in eighteen, `aB3+HIV/x9Qz` at almost every step), or are no text.
 */
export function isNoise(text: Uint8Array, start: number, end: number): boolean {
  const to = Math.min(text.length, end + WINDOW)
  let turns = 0
  let steps = 0
  let last = OTHER
  for (let at = Math.max(0, start - WINDOW); at < to; at++) {
    const sort = at >= start && at < end ? OTHER : sortOf(text[at]!)
    if (sort === CONTROL) return true
    if (sort !== OTHER && last !== OTHER) {
      steps++
      if (sort !== last && !(last === CAPITAL && sort === SMALL)) turns++
    }
    last = sort
  }
  return turns >= TURNS && turns >= SHARE * steps
}

const REACH = 32
const SHORTEST_TOKEN = 16
const FEWEST_TURNS = 5
const TOKEN_SHARE = 0.25

/**
 * Whether `[start, end)` stands in an unbroken run of letters and digits, as long as no word is, that has small letters,
 * capitals and digits and turns so often: where a token is longer, less of it is enough to tell.
 */
export function isInToken(text: Uint8Array, start: number, end: number): boolean {
  let from = start
  while (from > 0 && start - from < REACH && isTokenByte(text[from - 1]!)) from--
  let to = end
  while (to < text.length && to - end < REACH && isTokenByte(text[to]!)) to++
  if (start - from + to - end < SHORTEST_TOKEN) return false
  let sorts = 0
  let turns = 0
  let steps = 0
  let last = OTHER
  for (let at = from; at < to; at++) {
    const sort = at >= start && at < end ? OTHER : sortOf(text[at]!)
    if (sort !== OTHER) sorts |= 1 << sort
    if (sort !== OTHER && last !== OTHER) {
      steps++
      if (sort !== last && !(last === CAPITAL && sort === SMALL)) turns++
    }
    last = sort
  }
  return sorts === OF_TOKEN && turns >= FEWEST_TURNS && turns >= TOKEN_SHARE * steps
}

const OTHER = 0
const SMALL = 1
const CAPITAL = 2
const DIGIT = 3
const CONTROL = 4

function sortOf(byte: number): number {
  if (byte >= 0x61 && byte <= 0x7a) return SMALL
  if (byte >= 0x41 && byte <= 0x5a) return CAPITAL
  if (byte >= 0x30 && byte <= 0x39) return DIGIT
  return byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d ? CONTROL : OTHER
}

const OF_TOKEN = (1 << SMALL) | (1 << CAPITAL) | (1 << DIGIT)
/** Letters and digits, and what base64 has beside them. */
const isTokenByte = (byte: number): boolean => byte < 0x80 && (isLetterOrDigit(byte) || [0x2b, 0x2f, 0x3d, 0x5f, 0x2d].includes(byte))

/** Whether a capital letter follows a small one in it: two words of a programmer (`codeIn`), where the word itself has none. */
export function isOfTwoNames(word: string, text: Uint8Array, start: number, end: number): boolean {
  for (let at = start + 1; at < end; at++) {
    if (sortOf(text[at]!) === CAPITAL && sortOf(text[at - 1]!) === SMALL) return !/[a-z][A-Z]/.test(word)
  }
  return false
}

const NAME_MOST = 60
const HOST_MOST = 200

/** Whether `[start, end)` stands in the name of a parameter or property, or in the host of an address. */
export function isInName(text: Uint8Array, start: number, end: number): boolean {
  let behind = end
  while (behind < text.length && behind - end < NAME_MOST && isNameByte(text[behind]!)) behind++
  if (text[behind] === EQUALS || (text[behind] === QUOTE && text[behind + 1] === COLON)) return true
  let before = start
  while (before > 0 && start - before < HOST_MOST && isHostByte(text[before - 1]!)) before--
  return text[before - 1] === SLASH && text[before - 2] === SLASH
}

const SELECTOR_MOST = 60
const SELECTED = /^(?:[\w.:#>~+*,()\s-]|%(?:25)*(?:20|23|2[bc]|3[ae]|0a))*(?:\{|%(?:25)*7b)/i

/** Whether `[start, end)` stands in a class or an id of a style sheet: `.acne-card:hover {`. */
export function isInSelector(text: Uint8Array, start: number, end: number): boolean {
  let before = start
  while (before > 0 && start - before < NAME_MOST && isNameByte(text[before - 1]!)) before--
  const name = Buffer.from(text.buffer, text.byteOffset + before, start - before).toString('latin1')
  const isEscapedHash = text[before - 1] === PERCENT && /^(?:25)*23/.test(name)
  if (text[before - 1] !== DOT && text[before - 1] !== HASH && !isEscapedHash) return false
  const length = Math.min(SELECTOR_MOST, text.length - end)
  return SELECTED.test(Buffer.from(text.buffer, text.byteOffset + end, length).toString('latin1'))
}

const DOT = 0x2e
const HASH = 0x23
const PERCENT = 0x25
const SLASH = 0x2f
const COLON = 0x3a
const EQUALS = 0x3d
const QUOTE = 0x22
const isLetterOrDigit = (byte: number): boolean => (sortOf(byte) !== OTHER && sortOf(byte) !== CONTROL) || byte >= 0x80
/** Letters, digits, `_ - [ ]`. */
const isNameByte = (byte: number): boolean => isLetterOrDigit(byte) || [0x5f, 0x2d, 0x5b, 0x5d].includes(byte)
/** Letters, digits, `- .`. */
const isHostByte = (byte: number): boolean => isLetterOrDigit(byte) || byte === 0x2d || byte === 0x2e
