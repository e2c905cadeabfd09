// Hostile values, eight times as long, must not take much more than eight times the steps: quadratic would be 64 times.
import { workOf } from '../../work.js'
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { brotliCompressSync, deflateRawSync, gzipSync } from 'node:zlib'
import { decoders } from '../../../src/decode/decoders.generated.js'
import charCodes from '../../../src/decode/decoders/char-codes.js'
import { peel } from '../../../src/decode/peel.js'

const SMALL = 16 * 1024
const FACTOR = 8
/** What is done once, and not for each byte. */
const ONCE = 20_000
const MAX_GROWTH = FACTOR * 1.5
/** Functions and blocks that are entered for one byte, by all decoders and layers. */
const MOST_FOR_A_BYTE = 1_000

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))
const repeat = (piece: string) => (size: number): Uint8Array =>
  bytes(piece.repeat(Math.ceil(size / piece.length)).slice(0, size))
const base64 = (value: Uint8Array): Uint8Array => bytes(Buffer.from(value).toString('base64'))

function nested(size: number): Uint8Array {
  let value = repeat('Urologie ')(Math.ceil(size / 3.2))
  for (let round = 0; round < 4; round++) value = base64(value)
  return value
}

/** Messages in messages, each a field around the next. */
function nestedProtobuf(size: number): Uint8Array {
  let value: number[] = [10, 4, 65, 66, 67, 1]
  while (value.length < 120) value = [10, value.length, ...value]
  return repeat(String.fromCharCode(...value))(size)
}

const noise = (size: number): Uint8Array =>
  Uint8Array.from({ length: size }, (_, at) => Math.imul(at + 1, 2654435761) >>> 13)

/** A list's length in four bytes, and its items. */
function counted(count: number, item: (at: number) => string): string {
  const items = Math.floor(count)
  const length = [items >>> 24, (items >>> 16) & 255, (items >>> 8) & 255, items & 255]
  return String.fromCharCode(...length) + Array.from({ length: items }, (_, at) => item(at)).join('')
}

const hostile: Readonly<Record<string, (size: number) => Uint8Array>> = {
  'percent signs': repeat('%25'),
  'percent signs, unfinished': repeat('%'),
  'percent u': repeat('%u00e4%ud83d'),
  'deep percent': repeat('%252525252525'),
  backslashes: repeat('\\'),
  'escaped backslashes': repeat('\\\\u005c'),
  'JavaScript escapes': repeat('\\x5cx\\u{5c}'),
  ampersands: repeat('&'),
  'entities without an end': repeat('&amp&#38'),
  entities: repeat('&amp;amp;'),
  punycode: repeat('xn--'),
  'punycode labels': repeat('xn--a-ecp.'),
  'base64 of text, every character a delimiter': repeat('Pz8/'),
  'base64 that stops to be text': repeat('/VXJvbG9naWUg\x41\x41\x41\x41'),
  'base64, short texts between slashes': repeat('/VXJvbG9n'),
  'base64 of compressed streams': repeat('/H4sIAAAAAAAAAwst'),
  'base64 of base64': nested,
  'letters that may be anything': repeat('aA0'),
  'many tokens': repeat('VXJvbG9naWU5 '),
  'many different tokens': (size) =>
    bytes(Array.from({ length: size / 21 }, (_, at) => btoa(`Praxis ${1e6 + at}`)).join(' ')),
  'many different strings in MessagePack': (size) =>
    bytes('\xdd' + counted(size / 12, (at) => `\xabPraxis ${1000 + at % 9000}`)),
  'tokens in base58': repeat('FHwhT19Gm9EFHwhT19Gm9EFHwhT19Gm9EFHwhT19Gm9E.'),
  hex: repeat('55726f6c6f67696520'),
  'hex of hex': repeat('3535373236663663'),
  base32: repeat('KVZG63DPM5UWKIA'),
  'tokens that begin': repeat('eyJ.'),
  'tokens that go on': repeat('eyJh.eyJh.'),
  'lz-string of one letter': repeat('IYwNmD2A'),
  'lz-string between slashes': repeat('/IYwNmD2A'),
  'words far apart': repeat('a\n                             '),
  'one blank after the other': repeat(' '),
  'soft hyphens': repeat('\xc2\xad'),
  'UTF-8 as Latin-1, again and again': repeat('\xc3\x83\xc2\x83'),
  'lines of base64': repeat(`${'VXJv'.repeat(16)}\n`),
  'gzip, again and again': repeat('\x1f\x8b\x08\0\0\0\0\0\0\x03'),
  'tokens behind prefixes': repeat('aVXJvbG9naWUgVXJvbG9naWU~'),
  zeros: repeat('\0'),
  'zeros and letters': repeat('\0A'),
  'Latin-1': repeat('schw\xe4che '),
  'half of UTF-8': repeat('\xf0\x9f\x98'),
  'MessagePack lists': repeat('\x91'),
  'MessagePack maps': repeat('\x82\xa4name\xa4Jorg'),
  'CBOR lists': repeat('\x81'),
  'CBOR without an end': repeat('\x9f\x64name'),
  protobuf: repeat('\x0a\x08Urologie\x12\x02\x08\x01'),
  'nested protobuf': nestedProtobuf,
  'UTF-16': repeat('U\0r\0'),
  'gzip heads': repeat('\x1f\x8b\x08\0\0\0\0\0\0\x03'),
  'gzip of noise': (size) => new Uint8Array(gzipSync(noise(size))),
  'deflate heads': repeat('\x05\xc1\x01\0'),
  'raw deflate of noise': (size) => new Uint8Array(deflateRawSync(noise(size))),
  'bombs of raw deflate in base64': repeat(`${deflateRawSync(Buffer.alloc(60_000)).toString('base64')} `),
  'bombs of brotli in base64': repeat(`${brotliCompressSync(Buffer.alloc(60_000)).toString('base64')} `),
  'many streams in base64': repeat(`${deflateRawSync(brotliCompressSync('Praxis')).toString('base64')} `),
  'binary strings': repeat('\xc3\xa4\xc2\x9c\x03'),
  'binary strings in JSON': repeat('"\\u0003\xc2\x9c\\"\\u001f",'),
  'octal escapes': repeat('\\134\\303'),
  'escapes of CSS': repeat('\\5c \\41\\@'),
  'quoted-printable': repeat('=3D=C3=A4=\r\n'),
  'lists of numbers': repeat('97, 110;0x61 '),
  'lists of numbers that end soon': repeat('97,110,110,97,32,32,1'),
  'one list of numbers': repeat('97,'),
  'one list of numbers in hexadecimal': repeat('0x61,'),
  'one long number': repeat('1234567890'),
  'typed arrays': repeat('{"0":97,"1":97,"2":97,"3":97,"4":97,"5":97},'),
  'typed arrays that begin': repeat('{"0":'),
  'base64 from behind': repeat('gUnz2ZphXYyBFI '),
  'base64 from behind, between slashes': repeat('/Unz2ZphXYyBF'),
  'JSON from behind': (size) => bytes(`}${repeat('"ehca":"q",')(size - 2).toString()}{`),
  'strings in base85': (size) => bytes(`[${'"RdR1^Z)a&`",'.repeat(size / 13)}]`),
  'Ascii85 that begins': repeat('<~87cUR~'),
  'Ascii85, zeros': (size) => bytes(`<~${'z'.repeat(size - 4)}~>`),
  'strings in prose that may be base85': repeat('RdR1^Z)a& '),
  'parameters that may be base85': repeat('=rDr1]z!A'),
  'UTF-7': repeat('+AOQ-'),
  'UTF-7 without an end': repeat('+AOQ'),
  'ROT13 of base64': repeat('IKWioT9anJHtZGx3AN '),
  'ROT13 of percent': repeat('%P3%N4'),
  'escaped slashes in a path': repeat('/VXJvbG9naWU%2F'),
  'escaped slashes': repeat('%252F'),
  'letters of quoted-printable': repeat('l=61'),
  'numbers that are hexadecimal from behind': repeat('27560707962747 '),
  'uuencoded lines': repeat('(57)O;&]G:64 \n'),
  'UTF-32': repeat('U\0\0\0'),
  'quotes that are escaped, and controls': repeat('\\"\\u0003'),
}

function assertLinear(name: string, work: (size: number) => void): void {
  // Whether there is anything to undo may depend on what is left over at the end, so two small sizes are asked.
  const small = Math.max(workOf(() => work(SMALL)), 2 * workOf(() => work(SMALL / 2)))
  const large = workOf(() => work(SMALL * FACTOR))
  assert.ok(large <= ONCE + small * MAX_GROWTH, `${name}: ${small} became ${large}`)
}

describe('peeling', () => {
  for (const [name, make] of Object.entries(hostile)) {
    it(`grows with the length of: ${name}`, () => {
      const values = new Map([SMALL / 2, SMALL, SMALL * FACTOR].map((size) => [size, make(size)]))
      assertLinear(name, (size) => peel(values.get(size) ?? new Uint8Array(), () => {}))
    })
  }
})

it('each decoder grows with the length of its own example, repeated', () => {
  for (const decoder of Object.values(decoders)) {
    for (const { encoded } of decoder.examples) {
      const make = repeat(Buffer.from(encoded).toString('latin1'))
      assertLinear(String(encoded), (size) => {
        const input = make(size)
        if (decoder.gate(input)) decoder.decode(input, () => {}, 1 << 24)
      })
    }
  }
})

it('of lists of numbers each byte is read a few times, however long the list, and whatever it turns out to be', () => {
  const lists = charCodes.examples.map(({ encoded }) => String(encoded)).flatMap((encoded) =>
    [encoded, encoded.slice(0, encoded.length / 2), encoded.slice(encoded.length / 2)])
  for (const piece of lists) {
    for (const size of [1 << 18, 1 << 20]) {
      let read = 0
      const counted = new Proxy(repeat(piece)(size), {
        get: (target, key) => {
          read++
          return Reflect.get(target, key, target) as unknown
        },
      })
      charCodes.decode(counted, () => {}, 1 << 24)
      // Each look costs one read more, of the length: whether the run ends, where it ends, its digits, what stands between.
      assert.ok(read < size * 8, `${piece}: ${read} reads of ${size} bytes`)
    }
  }
})

it('half a megabyte of anything takes a bounded number of steps', () => {
  for (const [name, make] of Object.entries(hostile)) {
    const value = make(1 << 19)
    let layers = 0
    const steps = workOf(() => peel(value, () => layers++))
    assert.ok(layers <= 10_001)
    assert.ok(steps < value.length * MOST_FOR_A_BYTE, `${name}: ${steps} steps`)
  }
})
