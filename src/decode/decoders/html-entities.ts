/** Character references of HTML: all numeric ones, and the named ones that European languages are written with. */
import type { Decoder } from '../decoder.js'
import { unescaping, type Escapes } from '../escapes.js'
import { byteSet, bytesOf, hexDigit, hexNumber, isTextCodePoint, writeCodePoint } from '../text.js'

const SEMICOLON = 0x3b
const HASH = 0x23
const MAX_NAME = 8
const MAX_DIGITS = 7

/** U+00A0 to U+00FF, in order (HTML 4.01, §24.2.1). */
const LATIN = (
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro '
  + 'para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil '
  + 'Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave '
  + 'Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml '
  + 'igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute '
  + 'thorn yuml'
).split(' ')

const OTHERS = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", AMP: '&', LT: '<', GT: '>', QUOT: '"', Tab: '\t', NewLine: '\n',
  euro: '€', hellip: '…', ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”',
  bdquo: '„', lsaquo: '‹', rsaquo: '›', bull: '•', trade: '™', OElig: 'Œ', oelig: 'œ', Scaron: 'Š', scaron: 'š',
  Zcaron: 'Ž', zcaron: 'ž', Yuml: 'Ÿ', fnof: 'ƒ', ensp: '\u2002', emsp: '\u2003', thinsp: '\u2009', zwnj: '\u200c',
  zwj: '\u200d',
  sol: '/', bsol: '\\', colon: ':', semi: ';', comma: ',', period: '.', excl: '!', quest: '?', num: '#', percnt: '%',
  equals: '=', plus: '+', lowbar: '_', lpar: '(', rpar: ')', lbrack: '[', rbrack: ']', commat: '@', dollar: '$',
  ast: '*',
}

const NAMES: ReadonlyMap<string, number> = new Map([
  ...LATIN.map((name, at): [string, number] => [name, 0xa0 + at]),
  ...Object.entries(OTHERS).map(([name, text]): [string, number] => [name, text.codePointAt(0) ?? 0]),
])

function nameAt(input: Uint8Array, at: number, length: number): string {
  let name = ''
  for (let index = at + 1; index < at + length - 1; index++) name += String.fromCharCode(input[index]!)
  return name
}

/** The code point that the reference of `length` bytes names, -1 where it names none. */
function codePointAt(input: Uint8Array, at: number, length: number): number {
  if (input[at + 1] !== HASH) return NAMES.get(nameAt(input, at, length)) ?? -1
  const end = at + length - (input[at + length - 1] === SEMICOLON ? 1 : 0)
  if ((input[at + 2]! | 0x20) === 0x78) return hexNumber(input, at + 3, end - at - 3)
  let number = 0
  for (let index = at + 2; index < end; index++) number = number * 10 + input[index]! - 0x30
  return number
}

/** Length of the reference at `at`, 0 where there is none; it may name nothing. A numeric one may lack its semicolon. */
function formLength(input: Uint8Array, at: number): number {
  let end = at + 1
  if (input[end] !== HASH) {
    while (end <= at + MAX_NAME && isNameByte(input[end] ?? 0)) end++
    return end > at + 2 && input[end] === SEMICOLON ? end + 1 - at : 0
  }
  const isHex = (input[at + 2]! | 0x20) === 0x78
  const from = at + (isHex ? 3 : 2)
  for (end = from; end < from + MAX_DIGITS; end++) {
    const digit = hexDigit(input[end])
    if (digit < 0 || (!isHex && digit > 9)) break
  }
  return end > from ? end + (input[end] === SEMICOLON ? 1 : 0) - at : 0
}

function isNameByte(byte: number): boolean {
  const letter = byte | 0x20
  return (letter >= 0x61 && letter <= 0x7a) || (byte >= 0x30 && byte <= 0x39)
}

const escapes: Escapes = {
  starts: byteSet('&'),
  growth: 1,
  length(input, at) {
    const length = formLength(input, at)
    return length > 0 && isTextCodePoint(codePointAt(input, at, length)) ? length : 0
  },
  write: (input, at, length, out, to) => writeCodePoint(out, to, codePointAt(input, at, length)),
}

const htmlEntities: Decoder = {
  triggers: bytesOf('&'),
  ...unescaping(escapes),
  examples: [
    { encoded: 'Blasenschw&auml;che &amp; Vorgespr&#228;ch', decoded: 'Blasenschwäche & Vorgespräch' },
    { encoded: '&#x1F600;&#x41; a&b=c;d &bogus; &#xD800;', decoded: '😀A a&b=c;d &bogus; &#xD800;' },
    { encoded: 'Blasenschw&#228che, Vorgespr&#xE4 ch &auml', decoded: 'Blasenschwäche, Vorgesprä ch &auml' },
  ],
}
export default htmlEntities
