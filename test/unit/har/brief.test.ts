/** What is left out of an entry that is read in brief changes no exchange; what is put aside comes back whole. */
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { createDetector } from '../../../src/detect/detector.js'
import { detectPieces } from '../../../src/detect/pieces.js'
import { createExchangeReader } from '../../../src/exchange/exchange.js'
import { isTattleError } from '../../../src/errors.js'
import { createLongText, OVERLAP, PIECE } from '../../../src/har/long-text.js'
import { openInput, type HarSink } from '../../../src/har/read.js'
import { createSplitter, SPLIT_LIMITS } from '../../../src/har/split.js'
import type { HarEntry } from '../../../src/har/types.js'
import type { Diagnostic, Exchange } from '../../../src/model.js'
import { collection, skip } from '../../hars.js'

const toExchange = createExchangeReader({ body: () => undefined, pages: () => new Map(), diagnostic: () => {} })

function exchangesOf(source: string, chunkBytes: number, brief: boolean): (Exchange | undefined)[] {
  const exchanges: (Exchange | undefined)[] = []
  const splitter = createSplitter({
    brief,
    entry: (json, index) => void exchanges.push(toExchange(JSON.parse(json.toString()) as HarEntry, index)),
    diagnostic: () => {},
  })
  const bytes = Buffer.from(source)
  for (let at = 0; at < bytes.length; at += chunkBytes) splitter.push(bytes.subarray(at, at + chunkBytes))
  assert.equal(splitter.end().ok, true)
  return exchanges
}

const name = fc.constantFrom('cookie', 'Cookie', 'referer', 'x-a', 'location', 'Set-Cookie', 'non-authoritative-reason', 'name', 'value')
const value = fc.oneof(fc.string(), fc.constantFrom('a=1; b=2', 'cookie', 'name', 'value', '"', '}]'), fc.constant(null))
const pair = fc.oneof(fc.record({ name, value }), fc.record({ value, name }), fc.record({ name, comment: value, value }, { requiredKeys: [] }))
const pairs = fc.oneof(fc.array(pair, { maxLength: 4 }), fc.constant(null))
const url = fc.constantFrom(
  'https://a.example/', 'https://a.example/?', 'https://a.example/?#x', 'https://a.example/#?q=1', 'https://a.example/p?q=1', 'https://a.example/?x',
)
const request = fc.record({ method: fc.constant('GET'), url, headers: pairs, queryString: pairs, cookies: pairs }, { requiredKeys: [] })
const response = fc.record({ status: fc.constant(200), headers: pairs, cookies: pairs, redirectURL: fc.constant('/x') }, { requiredKeys: [] })
/** Members in any order, as producers have them. */
const shuffled = (record: fc.Arbitrary<object>): fc.Arbitrary<object> => record
  .chain((one) => fc.shuffledSubarray(Object.entries(one), { minLength: Object.keys(one).length }))
  .map((members) => Object.fromEntries(members) as object)
const entry = shuffled(fc.record({ request: shuffled(request), response: shuffled(response), queryString: pairs, cookies: pairs }, { requiredKeys: [] }))

test('an entry that is read in brief gives the same exchange', () => {
  fc.assert(fc.property(fc.array(entry, { minLength: 1, maxLength: 4 }), fc.constantFrom(undefined, 1), fc.integer({ min: 1, max: 400 }), (entries, space, chunkBytes) => {
    const source = JSON.stringify({ log: { entries } }, null, space)
    const expected = exchangesOf(source, source.length * 4, false)
    assert.deepEqual(exchangesOf(source, source.length * 4, true), expected)
    assert.deepEqual(exchangesOf(source, chunkBytes, true), expected)
  }), { numRuns: 500 })
})

test('lists that repeat what stands elsewhere are empty', () => {
  const request = { url: 'https://a.example/?q=1', headers: [{ name: 'Cookie', value: 'a=1' }], queryString: [{ name: 'q', value: '1' }], cookies: [{ name: 'a', value: '1' }] }
  const response = { headers: [{ name: 'date', value: 'today' }] }
  const seen: unknown[] = []
  const splitter = createSplitter({ brief: true, entry: (json) => void seen.push(JSON.parse(json.toString())), diagnostic: () => {} })
  splitter.push(Buffer.from(JSON.stringify({ log: { entries: [{ request, response }] } })))
  assert.deepEqual(seen, [{ request: { ...request, queryString: [], cookies: [] }, response: { headers: [] } }])
})

test('the collection of HARs', { skip }, async () => {
  for (const file of readdirSync(collection).filter((one) => /\.har(\.gz)?$/.test(one))) {
    const read = async (brief: boolean): Promise<unknown[]> => {
      const exchanges: unknown[] = []
      const sink: HarSink = { brief, entry: (one, index) => void exchanges.push(toExchange(one, index)), diagnostic: () => {} }
      for (const document of await openInput(join(collection, file))) {
        await document.read(sink).catch((error: unknown) => assert.ok(isTattleError(error)))
        document.close()
      }
      return exchanges
    }
    assert.deepEqual(await read(true), await read(false), file)
  }
})

test('a long text comes back whole, whatever its escapes are and wherever it is cut', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('ä', '€', '🩺', '\\', '"', '\ud83d', '\ud83d\ude00', '\\u00e4', '\u0000'))
  fc.assert(fc.property(fc.array(text, { minLength: 1, maxLength: 20 }), fc.integer({ min: 20_000, max: 90_000 }), (parts, times) => {
    const whole = Buffer.from(parts.join('')).toString().repeat(Math.ceil(times / Math.max(1, parts.join('').length)))
    const long = createLongText()
    long.write(Buffer.from(JSON.stringify(whole).slice(1, -1)))
    // Every escape that JSON allows.
    long.write(Buffer.from([...whole.slice(0, 100)].map((one) => [...Array(one.length).keys()].map((at) => `\\u${one.charCodeAt(at).toString(16).padStart(4, '0')}`).join('')).join('')))
    const expected = Buffer.from(whole + [...whole.slice(0, 100)].join(''))
    let reached = 0
    for (const { bytes, offset } of long.pieces()) {
      assert.ok(offset <= reached)
      assert.ok(bytes.equals(expected.subarray(offset, offset + bytes.length)))
      reached = offset + bytes.length
    }
    assert.equal(reached, expected.length)
    long.close()
  }), { numRuns: 60 })
})

test('a request body that is put aside is searched to its end, in pieces, and that is said', () => {
  const detector = createDetector({
    terms: [{ id: 'identity.email#0', kind: 'identity.email', value: 'joerg@example.org', source: 'persona', ordinal: 0 }],
    clientIps: [], vocabularies: [],
  })
  // Across the end of the first piece, encoded in the midst of a later one, and at the very end.
  const places: readonly (readonly [number, string])[] = [
    [PIECE - 5, 'joerg@example.org'], [2 * PIECE + 3 * OVERLAP, 'joerg%40example.org'], [3 * PIECE, 'am9lcmdAZXhhbXBsZS5vcmc='],
  ]
  for (const [at, needle] of places) {
    const body = Buffer.alloc(3 * PIECE + 100, 'lorem ipsum\n ')
    body.write(` ${needle} `, at)
    const source = JSON.stringify({ log: { entries: [{ request: { url: 'https://px.example/c', postData: { mimeType: 'text/plain', text: body.toString() } } }, { request: { url: 'https://b.example/' } }] } })
    for (const chunkBytes of [200_000, source.length]) {
      const told: Diagnostic[] = []
      const urls: string[] = []
      const splitter = createSplitter({
        brief: true,
        entry(json, index, long) {
          const exchange = toExchange(JSON.parse(json.toString()) as HarEntry, index)
          assert.ok(exchange)
          urls.push(exchange.url)
          assert.equal(long !== undefined, index === 0)
          if (long === undefined) return
          const recipient = { host: 'px.example', domain: 'px.example', category: 'other', via: 'direct', rule: '' } as const
          const { matches, bytes } = detectPieces(detector, exchange, recipient, long.pieces(), (one) => void told.push(one))
          long.close()
          assert.equal(bytes, body.length)
          assert.equal(matches.length, 1, `${needle} at ${at}`)
          const { field, start, end } = matches[0]!
          assert.equal(Buffer.from(field.value.subarray(start, end)).toString(), needle)
          assert.equal(field.offset + start, at + 1)
        },
        diagnostic: (one) => void told.push(one),
      }, { ...SPLIT_LIMITS, longBytes: 100_000 })
      for (let at = 0; at < source.length; at += chunkBytes) splitter.push(Buffer.from(source.slice(at, at + chunkBytes)))
      assert.deepEqual(urls, ['https://px.example/c', 'https://b.example/'])
      assert.deepEqual(told.map(({ code, entry: of }) => [code, of]), [['body-in-pieces', 0]])
      assert.match(told[0]!.message, /gzip/)
    }
  }
})
