import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { brotliCompressSync, constants, deflateRawSync, deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { isBlob, utf16Order } from '../../../src/decode/plausible.js'
import { nextRun, nextToken, runEnd } from '../../../src/decode/runs.js'
import { looksBrotli } from '../../../src/decode/structure/brotli.js'
import { cborLeaves } from '../../../src/decode/structure/cbor.js'
import { looksDeflated, mayBeDeflated } from '../../../src/decode/structure/deflate.js'
import { looksLzString } from '../../../src/decode/structure/lz-string.js'
import { msgpackLeaves } from '../../../src/decode/structure/msgpack.js'
import { protobufLeaves } from '../../../src/decode/structure/protobuf.js'
import { byteSet, isLatin1Text, isText, isUtf8Text, utf8Length } from '../../../src/decode/text.js'

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))
const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text))

type Leaves = typeof protobufLeaves
const read = (leaves: Leaves, input: Uint8Array): string[] | undefined =>
  leaves(input, isBlob)?.map(({ start, end }) => Buffer.from(input.subarray(start, end)).toString())

describe('protocol buffers', () => {
  const cases: readonly (readonly [string, string, string[] | undefined])[] = [
    ['a string', '\x08\x01\x12\x08Urologie', ['Urologie']],
    ['a string in a message in a message', '\x0a\x0d\x08\x01\x12\x09\x08\x02\x12\x05Arzt!', ['Arzt!']],
    ['fixed numbers around it', '\x09ABCDEFGH\x12\x04Arzt\x1dABCD', ['Arzt']],
    ['a gRPC frame', '\0\0\0\0\x0c\x08\x01\x12\x08Urologie', ['Urologie']],
    ['a size that goes beyond the end', '\x08\x01\x12\x09Urologie', undefined],
    ['an unknown wire type', '\x08\x01\x17\x12\x08Urologie', undefined],
    ['a field number of zero', '\x00\x01\x12\x08Urologie', undefined],
    ['no text', '\x08\x01\x10\x02', undefined],
    ['a number that never ends', '\x08' + '\xff'.repeat(40), undefined],
  ]
  for (const [name, input, expected] of cases) {
    it(name, () => assert.deepEqual(read(protobufLeaves, bytes(input)), expected))
  }

  it('a compressed field', () => {
    const packed = deflateSync('Vorgespräch Vasektomie, Vorgespräch Vasektomie')
    const input = new Uint8Array(Buffer.concat([Buffer.from([0x0a, packed.length]), packed]))
    assert.deepEqual(protobufLeaves(input, isBlob), [{ start: 2, end: input.length }])
  })
})

describe('MessagePack', () => {
  const cases: readonly (readonly [string, string, string[] | undefined])[] = [
    ['a map', '\x82\xa4name\xa4J\xc3\xb6g\xa1n\x07', ['name', 'Jög']],
    ['every width of string', '\x93\xd9\x04Arzt\xda\0\x05Praxi\xdb\0\0\0\x06Termin', ['Arzt', 'Praxi', 'Termin']],
    [
      'numbers, nothing and extensions between',
      '\x98\xc0\xc3\xcb12345678\xd3\0\0\0\0\0\0\0\x01\xd6\x01abcd\xc7\x02\x01ab\xe0\xa4Arzt',
      ['Arzt'],
    ],
    ['lists that promise more than there is', '\xdd\xff\xff\xff\xff\xa4Arzt', undefined],
    ['a map with a value too few', '\x81\xa4Arzt', undefined],
    ['something behind the end', '\x91\xa4Arzt\x01', undefined],
    ['a byte that means nothing', '\x92\xc1\xa4Arzt', undefined],
  ]
  for (const [name, input, expected] of cases) {
    it(name, () => assert.deepEqual(read(msgpackLeaves, bytes(input)), expected))
  }

  it('no depth of lists exhausts the stack', () => {
    assert.equal(msgpackLeaves(new Uint8Array(1 << 20).fill(0x91), isBlob), undefined)
  })
})

describe('CBOR', () => {
  const cases: readonly (readonly [string, string, string[] | undefined])[] = [
    ['a map', '\xa2\x64name\x68Urologie\x61n\x07', ['name', 'Urologie']],
    [
      'maps, lists and strings without a size',
      '\xbf\x64name\x9f\x64Arzt\xff\x7f\x64Prax\x64isen\xff\x01\xff',
      ['name', 'Arzt', 'Prax', 'isen'],
    ],
    ['a tagged list', '\xd9\xd9\xf7\x81\x64Arzt', ['Arzt']],
    [
      'numbers of every width, and nothing',
      '\x87\x18\x01\x19\0\x01\x1a\0\0\0\x01\x1b\0\0\0\0\0\0\0\x01\xf6\xfb12345678\x64Arzt',
      ['Arzt'],
    ],
    ['lists that promise more than there is', '\x9b\xff\xff\xff\xff\xff\xff\xff\xff\x64Arzt', undefined],
    ['a string in pieces of another kind', '\x81\x7f\x44Arzt\xff', undefined],
    ['a list without its end', '\x9f\x64Arzt', undefined],
    ['something behind the end', '\x81\x64Arzt\x01', undefined],
  ]
  for (const [name, input, expected] of cases) {
    it(name, () => assert.deepEqual(read(cborLeaves, bytes(input)), expected))
  }

  it('no depth of lists exhausts the stack', () => {
    assert.equal(cborLeaves(new Uint8Array(1 << 20).fill(0x81), isBlob), undefined)
  })
})

/** Compressed, at every level and of anything: text, and what is compressed already. */
const streams: Readonly<Record<string, { readonly looks: Looks; readonly levels: number; readonly pack: (value: Uint8Array, level: number) => Buffer }>> = {
  'raw DEFLATE': { looks: looksDeflated, levels: 10, pack: (value, level) => deflateRawSync(value, { level }) },
  Brotli: {
    looks: looksBrotli, levels: 12,
    pack: (value, level) => brotliCompressSync(value, { params: { [constants.BROTLI_PARAM_QUALITY]: level } }),
  },
}
type Looks = (bytes: Uint8Array, accepted: (decoded: Uint8Array) => boolean) => boolean

for (const [name, { looks, levels, pack }] of Object.entries(streams)) {
  describe(name, () => {
    const level = fc.integer({ min: 0, max: levels - 1 })

    it('is seen in what zlib makes of text, at every level', () => {
      fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 8 }), level, fc.nat(30), (text, level, times) => {
        assert.ok(looks(new Uint8Array(pack(utf8(text.repeat(times + 1)), level)), isBlob), text)
      }), { numRuns: 500 })
    })

    it('is seen in what it makes of bytes that are no text', () => {
      fc.assert(fc.property(fc.uint8Array({ minLength: 16, maxLength: 400 }), level, (noise, level) => {
        assert.ok(looks(new Uint8Array(pack(noise, level)), () => false))
      }), { numRuns: 500 })
    })

    it('is seen in a stream of text that is cut off', () => {
      const text = Array.from({ length: 60 }, (_, at) => `Nierenstein ${(at * 7919) % 1009}`).join()
      assert.ok(looks(new Uint8Array(pack(utf8(text), 5).subarray(0, -20)), isBlob))
    })

    it('is seen in a bomb', () => {
      assert.ok(looks(new Uint8Array(pack(new Uint8Array(3 << 20), 9)), isBlob))
    })

    it('is seen in one of a thousand random values at most', () => {
      let seen = 0
      fc.assert(fc.property(fc.uint8Array({ minLength: 8, maxLength: 64 }), (value) => {
        if (looks(value, isBlob)) seen++
      }), { numRuns: 5_000, seed: 3 })
      assert.ok(seen <= 5, `${seen} of 5000`)
    })
  })
}

it('one of thirty random values at most is tried as raw DEFLATE', () => {
  let tried = 0
  fc.assert(fc.property(fc.uint8Array({ minLength: 24, maxLength: 24 }), (value) => {
    if (mayBeDeflated(value)) tried++
  }), { numRuns: 3_000, seed: 3 })
  assert.ok(tried < 100, `${tried} of 3000`)
})

it('one of a thousand random values at most is LZ-string', () => {
  let seen = 0
  fc.assert(fc.property(fc.uint8Array({ minLength: 8, maxLength: 64 }), (value) => {
    if (looksLzString(value)) seen++
  }), { numRuns: 5_000, seed: 3 })
  assert.ok(seen <= 5, `${seen} of 5000`)
})

describe('text', () => {
  const cases: readonly (readonly [Uint8Array, boolean, boolean, boolean])[] = [
    // text, UTF-8, Latin-1
    [bytes('Urologie\r\n\t'), true, true, false],
    [utf8('Blasenschwäche 日本 😀'), true, true, false],
    [bytes('Blasenschw\xe4che'), true, false, true],
    [bytes('m\xe9decin g\xe9n\xe9raliste'), true, false, true],
    [bytes('\xe4\xf6\xfc'), false, false, false],
    [bytes('Urolog\0ie'), false, false, false],
    [bytes('Urologie\x7f'), false, false, false],
    [bytes(''), false, false, false],
  ]
  for (const [value, text, isUtf8, isLatin1] of cases) {
    it(JSON.stringify(Buffer.from(value).toString('latin1')), () => {
      assert.deepEqual([isText(value), isUtf8Text(value), isLatin1Text(value)], [text, isUtf8, isLatin1])
    })
  }

  it('sequences in UTF-8 are as long as a TextDecoder takes them to be', () => {
    const decoder = new TextDecoder('utf-8', { fatal: true })
    const isValid = (value: Uint8Array): boolean => {
      try {
        return decoder.decode(value).length > 0
      } catch {
        return false
      }
    }
    const trails = [0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf]
    const leads = [0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xed, 0xef, 0xf0, 0xf1, 0xf4, 0xf5, 0xff]
    const four = fc.array(fc.constantFrom(...trails, ...leads), { minLength: 4, maxLength: 4 })
    fc.assert(fc.property(four, (array) => {
      const value = new Uint8Array(array)
      const expected = [1, 2, 3, 4].find((length) => isValid(value.subarray(0, length))) ?? 0
      assert.equal(utf8Length(value, 0), expected)
    }), { numRuns: 3000 })
  })

  it('UTF-16 has an order only where it is well-formed and has ASCII in it', () => {
    const encode = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'))
    assert.equal(utf16Order(encode('Blasenschwäche')), 'le')
    assert.equal(utf16Order(encode('Blasenschwäche').map((_, at, all) => all[at ^ 1] ?? 0)), 'be')
    assert.equal(utf16Order(encode('\ufeff日本語の')), 'le')
    assert.equal(utf16Order(encode('Urologie\ud800')), undefined)
    assert.equal(utf16Order(encode('日本語の文章')), undefined)
    assert.equal(utf16Order(new Uint8Array(16)), undefined)
  })
})

describe('runs', () => {
  const alphabet = byteSet('ab')

  it('are found as a plain search finds them', () => {
    const texts = fc.array(fc.constantFrom('a', 'b', 'a', 'b', 'b', '.')).map((parts) => parts.join(''))
    fc.assert(fc.property(texts, fc.integer({ min: 1, max: 6 }), (text, min) => {
      const starts: number[] = []
      for (let start = nextRun(bytes(text), alphabet, min); start >= 0; ) {
        starts.push(start)
        start = nextRun(bytes(text), alphabet, min, runEnd(bytes(text), alphabet, start))
      }
      assert.deepEqual(starts, [...text.matchAll(new RegExp(`[ab]{${min},}`, 'g'))].map((match) => match.index))
    }), { numRuns: 1000 })
  })

  it('of words and numbers are no tokens', () => {
    const letters = byteSet('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789')
    for (const text of ['urologie', 'Urologie', '1700000000000', 'urologie Praxis 12345678']) {
      assert.equal(nextToken(bytes(text), letters, 6), -1)
    }
    assert.equal(nextToken(bytes('urologie VXJvbG9n'), letters, 6), 9)
  })
})
