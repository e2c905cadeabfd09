/** What may stand beside a needle. Text is UTF-8 bytes; anything that is no character of a word counts as an edge. */
import { isAscii } from './spelling.js'

/**
 * `none`: anything · `start`: no letter before it, no number that goes on before or behind it · `whole`: no letter on either side ·
 * `word`: neither letter nor digit on either side · `inflected`: as `word`, but for the ending of a plural or an
 * adjective · `ending`: the word may go on before it, and is inflected behind it · `beginning`: the word goes on behind
 * it · `cut`: no letter before it, and behind it the value ends · `number`: no digit on either side · `address`: nothing that would make it another address · `mailbox`: nothing
 * before it that would make it another e-mail address, no letter or digit behind it.
 * A change from a small to a capital letter is an edge too (`searchUrologie`).
 */
export type Boundary = 'none' | 'start' | 'whole' | 'word' | 'inflected' | 'ending' | 'beginning' | 'cut' | 'number' | 'address' | 'mailbox'

/** Says whether `[start, end)` of `text` stands free as `boundary` demands. */
export function standsFree(boundary: Boundary, text: Uint8Array, start: number, end: number): boolean {
  switch (boundary) {
    case 'none':
      return true
    case 'start':
      return isEdgeBefore(text, start) && !(isDigit(text[start]) && isDigit(text[start - 1])) && !(isDigit(text[end - 1]) && isDigit(text[end]))
    case 'whole':
      return isEdgeBefore(text, start) && isEdgeBehind(text, end)
    case 'word':
      return isEdgeBefore(text, start) && isEdgeBehind(text, end) && noDigitBeside(text, start, end)
    case 'inflected':
      return isEdgeBefore(text, start) && noDigitBefore(text, start) && endOfInflected(text, end) >= 0
    case 'ending':
      return endOfInflected(text, end) >= 0
    case 'beginning':
      return isEdgeBefore(text, start) && !isEdgeBehind(text, end)
    case 'cut':
      return isEdgeBefore(text, start) && isEndOfValue(text, end)
    case 'number':
      return noDigitBeside(text, start, end)
    case 'address':
      return standsAsAddress(text, start, end)
    case 'mailbox':
      return !isOfMailbox(text, start) && isEdgeBehind(text, end) && !isDigit(text[end])
  }
}

/** True where no letter ends at `at`, or where a capital one begins behind a small one. */
export function isEdgeBefore(text: Uint8Array, at: number): boolean {
  if (!endsLetter(text, at)) return true
  return (isSmall(text[at - 1]!) && isCapital(text[at] ?? 0)) || isBehindItemKey(text, at)
}

/** In the items of Google Analytics two characters before a value say what it is: `pr1=id12~nmendometriosis~c2women~pr9.9`. */
function isBehindItemKey(text: Uint8Array, at: number): boolean {
  return text[at - 3] === TILDE && isSmall(text[at - 2]!) && (isSmall(text[at - 1]!) || isDigit(text[at - 1]))
}

/** True where no letter begins at `at`, or a capital one behind a small one. */
export function isEdgeBehind(text: Uint8Array, at: number): boolean {
  if (!beginsLetter(text, at)) return true
  return isSmall(text[at - 1] ?? 0) && isCapital(text[at]!)
}

/** Nothing, a sign that ends a value, or dots where it was cut; no escape of a letter, in which the word would go on. */
const END_OF_VALUE = /^(?:$|[\0-\x1f"'<|;,)\]}]|&(?!#|\w{1,10};|\w{1,4}(?:uml|lig|acute|grave|circ|cedil))|\\["nrt]|\.{3}|…)/

export function isEndOfValue(text: Uint8Array, end: number): boolean {
  return END_OF_VALUE.test(Buffer.from(text.buffer, text.byteOffset + end, Math.min(16, text.length - end)).toString('utf8'))
}

/** `disorders`, `anxieuse`, `anxieux`, `gynäkologischen`: at most two letters, in small or capital. */
const ENDINGS: ReadonlySet<string> = new Set(['s', 'es', 'e', 'en', 'n', 'er', 'em', 'x', 'ne', 'le'])
const LONGEST_ENDING = 2

/** Where the word ends that reaches `at`: there, or behind an ending; -1 where it goes on as another word. */
export function endOfInflected(text: Uint8Array, at: number): number {
  if (isEdgeBehind(text, at)) return isDigit(text[at]) ? -1 : at
  for (let end = at + 1; end <= at + LONGEST_ENDING; end++) {
    if (!isEdgeBehind(text, end) || isDigit(text[end])) continue
    const ending = Buffer.from(text.buffer, text.byteOffset + at, end - at).toString('latin1').toLowerCase()
    return ENDINGS.has(ending) ? end : -1
  }
  return -1
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39
}

export const isSmall = (byte: number): boolean => byte >= 0x61 && byte <= 0x7a
const isCapital = (byte: number): boolean => byte >= 0x41 && byte <= 0x5a
const isTrail = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80

function noDigitBeside(text: Uint8Array, start: number, end: number): boolean {
  return noDigitBefore(text, start) && !isDigit(text[end])
}

function noDigitBefore(text: Uint8Array, start: number): boolean {
  return !isDigit(text[start - 1]) || isBehindItemKey(text, start)
}

function endsLetter(text: Uint8Array, at: number): boolean {
  const byte = text[at - 1]
  if (byte === undefined) return false
  if (byte < 0x80) return isSmall(byte) || isCapital(byte)
  let from = at - 1
  while (from > 0 && at - from < 4 && isTrail(text[from])) from--
  return isWordCharacter(text, from, at)
}

function beginsLetter(text: Uint8Array, at: number): boolean {
  const byte = text[at]
  if (byte === undefined) return false
  if (byte === PERCENT) return beginsEscapedLetter(text, at)
  if (byte < 0x80) return isSmall(byte) || isCapital(byte)
  let to = at + 1
  while (to < text.length && to - at < 4 && isTrail(text[to])) to++
  return isWordCharacter(text, at, to)
}

/** `anger%C3%BCckt` is no `anger`: of UTF-8 the letters from `À` to `ſ`, percent-encoded once or twice. */
function beginsEscapedLetter(text: Uint8Array, at: number): boolean {
  const from = text[at + 1] === TWO && text[at + 2] === FIVE ? at + 3 : at + 1
  return ((text[from] ?? 0) | 0x20) === SMALL_C && text[from + 1]! >= THREE && text[from + 1]! <= FIVE
}

/** Letters beyond ASCII, and the marks that NFD sets behind them; not the signs and dashes among them. */
function isWordCharacter(text: Uint8Array, from: number, to: number): boolean {
  const character = Buffer.from(text.buffer, text.byteOffset + from, to - from).toString('utf8')
  return character !== '\ufffd' && /^[\p{L}\p{M}]/u.test(character)
}

/** Whether what stands before `at` belongs to the same local part, and is not the rest of an escape (`%3D`, `\\n`). */
function isOfMailbox(text: Uint8Array, at: number): boolean {
  const byte = text[at - 1] ?? 0
  if (!isDigit(byte) && isEdgeBefore(text, at) && byte !== DOT && byte !== HYPHEN) return false
  return text[at - 2] !== BACKSLASH && text[at - 3] !== PERCENT
}

const TILDE = 0x7e
const TWO = 0x32
const THREE = 0x33
const FIVE = 0x35
const SMALL_C = 0x63
const HYPHEN = 0x2d
const BACKSLASH = 0x5c
const PERCENT = 0x25
const DOT = 0x2e
const COLON = 0x3a

function isHex(byte: number | undefined): boolean {
  return isDigit(byte) || (byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66)
}

/** `1.203.0.113.77` and `203.0.113.77.5` are no `203.0.113.77`; a full stop behind it is none of its business. */
function standsAsAddress(text: Uint8Array, start: number, end: number): boolean {
  const isSix = text.subarray(start, end).includes(COLON)
  const before = text[start - 1]
  const behind = text[end]
  if (isSix) {
    if (isHex(before) || isHex(behind)) return false
    // `dl::2001:db8::1` is unlikely, another group in front of or behind the address is not.
    return !(before === COLON && isHex(text[start - 2])) && !(behind === COLON && isHex(text[end + 1]))
  }
  if (isDigit(before) || isDigit(behind)) return false
  if (before === DOT && isDigit(text[start - 2])) return false
  return !(behind === DOT && isDigit(text[end + 1]))
}

/** True where the text is a piece of a compound name (`private-label`, `semi_private`). */
export function isHyphenated(text: Uint8Array, start: number, end: number): boolean {
  const isHyphen = (byte: number | undefined): boolean => byte === 0x2d || byte === 0x5f
  return (isHyphen(text[end]) && beginsLetter(text, end + 1)) || (isHyphen(text[start - 1]) && endsLetter(text, start - 1))
}

/** Minutes that are no multiple of five, or seconds. */
const CLOCK = /^(?:T|[\s+,_]|%20)+\d{1,2}(?::|%3A)\d(?:[1-46-9]|\d(?::|%3A)(?!00)\d\d)/i

/** True where behind a day stands the time of something that happened (`T08:12:33Z`): nobody has an appointment at 8:12. */
export function goesOnAsClock(text: Uint8Array, end: number): boolean {
  return CLOCK.test(Buffer.from(text.buffer, text.byteOffset + end, Math.min(24, text.length - end)).toString('latin1'))
}

const SURNAME = /^(?:[\s+]|%20)+\p{Lu}(?:\p{Ll}|%(?:25)*[\dA-Fa-f]{2}){2}/u

/** True where behind a first name stands a surname: `Jörg Müller` is not Jörg Weißmüller. */
export function goesOnAsName(text: Uint8Array, end: number): boolean {
  return SURNAME.test(Buffer.from(text.buffer, text.byteOffset + end, Math.min(32, text.length - end)).toString('utf8'))
}

/** True where the byte stands in the host name of a URL, be its slashes encoded or not: the site's own name, not what it says. */
export function isInHost(text: Uint8Array, at: number): boolean {
  const from = Math.max(0, at - 300)
  const before = Buffer.from(text.buffer, text.byteOffset + from, at - from).toString('latin1')
  return /(?:\/|%(?:25)*2f){2}[\w.@:-]*$/i.test(before)
}

/** True where nothing but the text stands in its value, and perhaps the name of the site: `Stroke`, `Stroke | Clinic`. */
export function isAlone(text: Uint8Array, start: number, end: number): boolean {
  const before = text[start - 1]
  if (before !== undefined && before !== QUOTE && before !== EQUALS) return false
  const behind = Buffer.from(text.buffer, text.byteOffset + end, Math.min(12, text.length - end)).toString('utf8')
  return /^($|["&]|(\s|%20|\+)*([-|–—·•]|%7C)(\s|%20|\+))/i.test(behind)
}

/** True where the text is all of a step of a path. */
export function isStep(text: Uint8Array, start: number, end: number): boolean {
  return text[start - 1] === SLASH && (end === text.length || text[end] === SLASH)
}

/** True where the step of a path in which the text stands has nothing but words: no number, no ending of a file. */
export function isInWords(text: Uint8Array, start: number, end: number): boolean {
  const before = text.lastIndexOf(SLASH, start)
  const behind = text.indexOf(SLASH, end)
  const step = Buffer.from(text.subarray(before + 1, behind < 0 ? text.length : behind)).toString('utf8', 0, LONGEST_STEP)
  if (before < 0) return false
  // First the escapes go: a pattern of letters and escapes could read `%25ab` in two ways, and many of them in all.
  const rest = step.replace(/%(?:25)*[0-9a-f]{2}/gi, '')
  return isAscii(rest) ? /^[a-z-]*$/i.test(rest) : /^[\p{L}\p{M}-]*$/u.test(rest)
}

const LONGEST_STEP = 200
const SLASH = 0x2f
const QUOTE = 0x22
const EQUALS = 0x3d
