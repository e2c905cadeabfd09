// The other direction of every decoder, written apart from them: what the properties wrap a marker in.
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'

/** `text` is text, `whole` text that must stand alone, `known` a binary format. */
export type Shape = 'text' | 'whole' | 'known'

export interface Encoder {
  /** Ids of the layers that undo it, outermost first. */
  readonly layers: readonly string[]
  readonly takes: readonly Shape[]
  readonly gives: (taken: Shape) => Shape
  /** A range inside the encoded value is found, not only the value as a whole. */
  readonly locates: boolean
  /** What it encodes may stand in its output as it is, and be found without it. */
  readonly transparent?: boolean
  encode(value: Uint8Array): Uint8Array
}

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))
const text = (value: Uint8Array): string => Buffer.from(value).toString()
const utf8 = (value: string): Uint8Array => new Uint8Array(Buffer.from(value))
const hex = (number: number, width: number): string => number.toString(16).padStart(width, '0')
const units = (value: Uint8Array): number[] => text(value).split('').map((unit) => unit.charCodeAt(0))
const points = (value: Uint8Array): number[] => Array.from(text(value), (character) => character.codePointAt(0) ?? 0)
const base64 = (value: Uint8Array): string => Buffer.from(value).toString('base64')
const base64url = (value: Uint8Array): string => Buffer.from(value).toString('base64url')

/** Big-endian digits of the bytes read as one number. */
function digits(value: Uint8Array, alphabet: string): string {
  let number = BigInt('0x' + (Buffer.from(value).toString('hex') || '0'))
  let out = ''
  for (const base = BigInt(alphabet.length); number > 0n; number /= base) {
    out = alphabet.charAt(Number(number % base)) + out
  }
  return out
}

function base32(value: Uint8Array, alphabet: string): string {
  const bits = Array.from(value, (byte) => byte.toString(2).padStart(8, '0')).join('')
  const values = (bits.match(/.{1,5}/g) ?? []).map((five) => parseInt(five.padEnd(5, '0'), 2))
  return values.map((five) => alphabet.charAt(five)).join('')
}

const padded = (out: string): string => out.padEnd(Math.ceil(out.length / 8) * 8, '=')

function base85(value: Uint8Array, alphabet: string): string {
  const groups = Array.from({ length: Math.ceil(value.length / 4) }, (_, at) => value.subarray(at * 4, at * 4 + 4))
  return groups.map((group) => {
    let number = parseInt(Buffer.from([...group, 0, 0, 0].slice(0, 4)).toString('hex'), 16)
    let digits = ''
    for (let digit = 0; digit < 5; digit++, number = Math.floor(number / 85)) digits = alphabet.charAt(number % 85) + digits
    return digits.slice(0, group.length + 1)
  }).join('')
}

const DIGITS = '0123456789'
const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const ASCII85 = Array.from({ length: 85 }, (_, at) => String.fromCharCode(33 + at)).join('')

function uuencode(value: Uint8Array): string {
  const lines = Array.from({ length: Math.ceil(value.length / 45) }, (_, at) => value.subarray(at * 45, at * 45 + 45))
  const sign = (six: number): string => String.fromCharCode(six === 0 ? 96 : 32 + six)
  return lines.map((line) => {
    const bits = Array.from(line, (byte) => byte.toString(2).padStart(8, '0')).join('').padEnd(Math.ceil(line.length / 3) * 24, '0')
    return sign(line.length) + (bits.match(/.{6}/g) ?? []).map((six) => sign(parseInt(six, 2))).join('')
  }).join('\n') + '\n'
}

/** Every byte that is no sign of its own in a mail, in lines of 76 at most. */
function quotedPrintable(value: Uint8Array): string {
  const units = Array.from(value, (byte) => (byte > 31 && byte < 127 && byte !== 61 ? String.fromCharCode(byte) : '=' + hex(byte, 2).toUpperCase()))
  let column = 0
  return units.map((unit) => {
    column += unit.length
    if (column < 76) return unit
    column = unit.length
    return '=\r\n' + unit
  }).join('')
}

/** Codes of an LZ-string stream as bits, each code's lowest bit first. */
function lzBits(value: string): string {
  const codes = new Map<string, number>()
  const introduced = new Set<string>()
  let next = 3
  let width = 2
  let room = 2
  let out = ''
  const write = (number: number, count: number): void => {
    out += Array.from({ length: count }, (_, bit) => (number >> bit) & 1).join('')
  }
  const spend = (): void => {
    if (--room > 0) return
    room = 2 ** width
    width++
  }
  const writePhrase = (phrase: string): void => {
    if (introduced.has(phrase)) {
      write(codes.get(phrase) ?? 0, width)
    } else {
      introduced.add(phrase)
      const unit = phrase.charCodeAt(0)
      write(unit < 256 ? 0 : 1, width)
      write(unit, unit < 256 ? 8 : 16)
      spend()
    }
    spend()
  }
  let phrase = ''
  for (const character of value.split('')) {
    if (!codes.has(character)) codes.set(character, next++)
    if (codes.has(phrase + character)) {
      phrase += character
      continue
    }
    writePhrase(phrase)
    introduced.add(phrase + character)
    codes.set(phrase + character, next++)
    phrase = character
  }
  if (phrase !== '') writePhrase(phrase)
  write(2, width)
  return out
}

export function lzCompress(value: string, width: number): number[] {
  const parts = (lzBits(value) + '0').match(new RegExp(`.{1,${width}}`, 'g')) ?? []
  return parts.map((part) => parseInt(part.padEnd(width, '0'), 2))
}

const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const lz = (value: Uint8Array, alphabet: string): Uint8Array =>
  bytes(lzCompress(text(value), 6).map((code) => alphabet.charAt(code)).join(''))

function varint(number: number): number[] {
  return number < 128 ? [number] : [(number & 127) | 128, ...varint(number >> 7)]
}

function utf16(value: Uint8Array, order: 'le' | 'be'): Uint8Array {
  const pairs = units(value).map((unit) => [unit & 255, unit >> 8])
  return Uint8Array.from(pairs.flatMap((pair) => (order === 'le' ? pair : pair.toReversed())))
}

function utf32(value: Uint8Array, order: 'le' | 'be'): Uint8Array {
  const quads = points(value).map((point) => [point & 255, (point >> 8) & 255, point >> 16, 0])
  return Uint8Array.from(quads.flatMap((quad) => (order === 'le' ? quad : quad.toReversed())))
}

const size16 = (value: Uint8Array): number[] => [value.length >> 8, value.length & 255]

/** One frame of one raw block: Zstandard without its compression. */
function zstandard(value: Uint8Array): Uint8Array {
  const header = (value.length << 3) | 1
  const block = [header & 255, (header >> 8) & 255, header >> 16]
  // The window of 1 MB holds whatever the properties make.
  return Uint8Array.from([0x28, 0xb5, 0x2f, 0xfd, 0, 10 << 3, ...block, ...value])
}

const always = (shape: Shape) => (): Shape => shape
/** What had to stand alone still has to. */
const inPlace = (taken: Shape): Shape => (taken === 'text' ? 'text' : 'whole')

const token = { takes: ['text', 'whole', 'known'], gives: always('text'), locates: true } as const
const wholeText = { takes: ['text', 'whole'], gives: inPlace, locates: true } as const
const anything = ['text', 'whole', 'known'] as const
const packed = { takes: anything, gives: always('known'), locates: false, transparent: true } as const
const structure = { takes: ['text', 'whole'], gives: always('known'), locates: false, transparent: true } as const

export const encoders: Readonly<Record<string, Encoder>> = {
  percent: {
    layers: ['percent'], takes: ['text', 'whole', 'known'], gives: inPlace, locates: true,
    encode: (value) => bytes(Array.from(value, (byte) => '%' + hex(byte, 2).toUpperCase()).join('')),
  },
  'percent u': {
    ...wholeText, layers: ['percent'],
    encode: (value) => bytes(units(value).map((unit) => '%u' + hex(unit, 4)).join('')),
  },
  base64: { ...token, layers: ['base64'], encode: (value) => bytes(base64(value)) },
  'base64 in a URL': {
    ...token, layers: ['base64'],
    encode: (value) => bytes('https://t.example/i.gif?v=1&data=' + base64url(value) + '&x=2'),
  },
  'base64 in a path': {
    ...token, layers: ['base64'], takes: ['text'],
    encode: (value) => bytes('/i/' + base64url(value)),
  },
  base32: { ...token, layers: ['base32'], encode: (value) => bytes(padded(base32(value, CAPITALS + '234567'))) },
  base32hex: { ...token, layers: ['base32hex'], encode: (value) => bytes(padded(base32(value, DIGITS + CAPITALS.slice(0, 22)))) },
  "Crockford's base32": {
    ...token, layers: ['base32-crockford'], encode: (value) => bytes(base32(value, DIGITS + CAPITALS.replace(/[ILOU]/g, ''))),
  },
  Ascii85: {
    ...token, takes: ['text', 'whole'], locates: false, layers: ['ascii85'], encode: (value) => bytes(`<~${base85(value, ASCII85)}~>`),
  },
  'Ascii85 without its brackets': {
    ...token, takes: ['text', 'whole'], gives: always('whole'), locates: false, layers: ['ascii85'], encode: (value) => bytes(base85(value, ASCII85)),
  },
  Z85: {
    ...token, takes: ['text', 'whole'], gives: always('whole'), layers: ['z85'],
    encode: (value) => bytes(base85(value, `${DIGITS}${CAPITALS.toLowerCase()}${CAPITALS}.-:+=^!/*?&<>()[]{}@%$#`)),
  },
  "git's base85": {
    ...token, takes: ['text', 'whole'], gives: always('whole'), layers: ['base85'],
    encode: (value) => bytes(base85(value, `${DIGITS}${CAPITALS}${CAPITALS.toLowerCase()}!#$%&()*+-;<=>?@^_\`{|}~`)),
  },
  uuencode: { ...token, takes: ['text', 'whole'], gives: always('whole'), locates: false, layers: ['uuencode'], encode: (value) => bytes(uuencode(value)) },
  'quoted-printable': {
    // A piece of it has no line that is long enough to be folded.
    ...wholeText, locates: false, transparent: true, layers: ['quoted-printable'], encode: (value) => bytes(quotedPrintable(value)),
  },
  'quoted-printable, every byte': {
    ...wholeText, layers: ['quoted-printable'], encode: (value) => bytes(Array.from(value, (byte) => '=' + hex(byte, 2).toUpperCase()).join('')),
  },
  'octal escapes': {
    ...wholeText, takes: ['text', 'whole', 'known'], layers: ['octal'],
    encode: (value) => bytes(Array.from(value, (byte) => '\\' + byte.toString(8).padStart(3, '0')).join('')),
  },
  'CSS escapes': {
    ...wholeText, layers: ['css'], encode: (value) => bytes(points(value).map((point) => `\\${hex(point, 1)} `).join('')),
  },
  'character codes': {
    // UTF-8 that was taken for Latin-1 is a list of its bytes.
    ...token, takes: ['text', 'whole'], transparent: true, layers: ['char-codes'], encode: (value) => bytes(`[${units(value).join(',')}]`),
  },
  'character codes with blanks': {
    ...token, takes: ['text', 'whole'], transparent: true, layers: ['char-codes'], encode: (value) => bytes(points(value).join(' ')),
  },
  'bytes in a list': { ...token, layers: ['char-codes'], encode: (value) => bytes(`[${Array.from(value).join(', ')}]`) },
  'bytes in hexadecimal, in a list': {
    ...token, layers: ['char-codes'], encode: (value) => bytes(Array.from(value, (byte) => '0x' + hex(byte, 2)).join(',')),
  },
  'hexadecimal with colons': {
    ...token, layers: ['char-codes'], encode: (value) => bytes(Array.from(value, (byte) => hex(byte, 2)).join(':')),
  },
  'typed array in JSON': {
    ...token, locates: false, layers: ['typed-array'], encode: (value) => utf8(JSON.stringify({ d: value })),
  },
  'base64 from behind': {
    ...token, takes: ['text'], locates: false, layers: ['reversed', 'base64'],
    encode: (value) => bytes('q=' + [...base64(value)].reverse().join('')),
  },
  'hexadecimal from behind': {
    ...token, takes: ['text'], locates: false, layers: ['reversed', 'hex'],
    encode: (value) => bytes([...Buffer.from(value).toString('hex')].reverse().join('')),
  },
  'UTF-32, little end first': {
    ...wholeText, takes: ['text'], gives: always('known'), layers: ['utf-32'], encode: (value) => utf32(value, 'le'),
  },
  'UTF-32, big end first': {
    ...wholeText, takes: ['text'], gives: always('known'), layers: ['utf-32'], encode: (value) => utf32(value, 'be'),
  },
  base58: {
    layers: ['base58'], takes: ['text'], gives: always('text'), locates: false,
    encode: (value) => bytes(digits(value, '123456789' + ALPHANUMERIC.replace(/[IOl0-9]/g, ''))),
  },
  hex: { ...token, layers: ['hex'], encode: (value) => bytes(Buffer.from(value).toString('hex')) },
  'hex in capitals': {
    ...token, layers: ['hex'],
    encode: (value) => bytes('a=0x' + Buffer.from(value).toString('hex').toUpperCase()),
  },
  'HTML entities': {
    ...wholeText, layers: ['html-entities'],
    encode: (value) => bytes(points(value).map((point) => `&#${point};`).join('')),
  },
  'HTML entities in hex': {
    ...wholeText, layers: ['html-entities'],
    encode: (value) => bytes(points(value).map((point) => `&#x${hex(point, 1)};`).join('')),
  },
  'JSON escapes': {
    ...wholeText, layers: ['json'],
    encode: (value) => bytes(units(value).map((unit) => '\\u' + hex(unit, 4)).join('')),
  },
  'JavaScript escapes': {
    ...wholeText, layers: ['js'],
    encode: (value) =>
      bytes(points(value).map((point) => (point < 256 ? '\\x' + hex(point, 2) : `\\u{${hex(point, 1)}}`)).join('')),
  },
  jwt: {
    ...wholeText, takes: ['text'], layers: ['jwt'],
    encode(value) {
      const claims = Buffer.concat([bytes('{"s":"'), value, bytes('"}')])
      return bytes(`Bearer ${base64url(bytes('{"alg":"HS256"}'))}.${base64url(claims)}.c2lnbmF0dXJl`)
    },
  },
  gzip: { ...packed, layers: ['gzip'], encode: (value) => new Uint8Array(gzipSync(value)) },
  zlib: { ...packed, layers: ['zlib'], encode: (value) => new Uint8Array(deflateSync(value)) },
  deflate: { ...packed, layers: ['deflate'], encode: (value) => new Uint8Array(deflateRawSync(value)) },
  brotli: { ...packed, layers: ['brotli'], encode: (value) => new Uint8Array(brotliCompressSync(value)) },
  zstd: { ...packed, layers: ['zstd'], encode: zstandard },
  'gzip as Latin-1': {
    ...packed, layers: ['mojibake-gzip', 'gzip'],
    encode: (value) => utf8(gzipSync(value).toString('latin1')),
  },
  'gzip as Windows-1252': {
    ...packed, layers: ['mojibake-gzip', 'gzip'],
    encode: (value) => utf8(new TextDecoder('windows-1252').decode(gzipSync(value))),
  },
  'raw deflate as Latin-1': {
    ...packed, takes: ['text'], layers: ['binary-string', 'deflate'],
    encode(value) {
      // Bytes so few that none is a control character are taken for the text that they look like.
      const pad = Array.from({ length: 60 }, (_, at) => `k${(at * 7919) % 1009}`).join()
      return utf8(deflateRawSync(Buffer.concat([bytes(`[${pad},`), value, bytes(']')])).toString('latin1'))
    },
  },
  'gzip as a string in JSON': {
    ...packed, layers: ['binary-string', 'gzip'],
    encode: (value) => utf8(JSON.stringify({ d: gzipSync(value).toString('latin1') })),
  },
  'lz-string in base64': {
    ...wholeText, gives: always('text'), locates: false, layers: ['lz-string'],
    encode: (value) => lz(value, ALPHANUMERIC + '+/'),
  },
  'lz-string in a URI': {
    ...wholeText, gives: always('text'), locates: false, layers: ['lz-string'],
    encode: (value) => bytes('s=' + text(lz(value, ALPHANUMERIC + '+-'))),
  },
  'lz-string in hexadecimal': {
    ...wholeText, gives: always('text'), locates: false, layers: ['hex', 'lz-string'],
    encode: (value) => bytes(Buffer.from(lzCompress(text(value), 8)).toString('hex')),
  },
  'lz-string in UTF-16': {
    ...wholeText, locates: false, gives: always('known'), layers: ['lz-string'],
    encode: (value) => utf8(lzCompress(text(value), 15).map((code) => String.fromCharCode(code + 32)).join('') + ' '),
  },
  protobuf: {
    ...structure, layers: ['protobuf'],
    encode(value) {
      const inner = [10, ...varint(value.length), ...value]
      return Uint8Array.from([8, 150, 1, 18, ...varint(inner.length), ...inner])
    },
  },
  msgpack: {
    ...structure, layers: ['msgpack'],
    encode: (value) => Uint8Array.from([0x82, 0xa1, 0x6e, 0xcd, 1, 0, 0xa1, 0x71, 0xda, ...size16(value), ...value]),
  },
  cbor: {
    ...structure, layers: ['cbor'],
    encode: (value) => Uint8Array.from([0xa2, 0x61, 0x6e, 0x19, 1, 0, 0x61, 0x71, 0x79, ...size16(value), ...value]),
  },
  'UTF-16, little end first': {
    ...wholeText, takes: ['text'], gives: always('known'), layers: ['utf-16'],
    encode: (value) => utf16(value, 'le'),
  },
  'UTF-16, big end first': {
    ...wholeText, takes: ['text'], gives: always('known'), layers: ['utf-16'],
    encode: (value) => utf16(value, 'be'),
  },
}
