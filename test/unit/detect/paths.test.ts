// Where in JSON a value stands, however long the JSON is and however often it is asked.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { createFieldPaths } from '../../../src/detect/paths.js'
import type { Layer } from '../../../src/decode/peel.js'
import { createJsonPaths } from '../../../src/exchange/json-path.js'
import { detectorOf, terms, toExchange, toField, toRecipient } from './exchange.js'

const root = (text: string): Layer => {
  const bytes = Buffer.from(text)
  return { bytes, parent: undefined, decoder: '', depth: 0, start: 0, end: bytes.length, ranges: undefined }
}

const planted = { 'identity.email': ['joerg@example.org'], 'health.search': ['Blasenschwäche'] } as const
const tail = Array.from({ length: 60 }, (_, at) => ({ [`k${at}`]: { mail: 'joerg@example.org', query: 'Blasenschwäche' } }))
const items = Array.from({ length: 20_000 }, (_, at) => ({ at, text: 'x'.repeat(20) }))

for (const [where, body, before] of [
  ['behind many short values', { items, tail }, ''],
  ['behind a long one', { text: 'lorem '.repeat(150_000), tail }, ''],
  ['in a string that is JSON itself', { data: JSON.stringify({ items, tail }) }, 'data.'],
] as const) {
  test(`of 120 places at the end of a long JSON, ${where}, each has its path`, () => {
    const detector = detectorOf({ terms: terms(planted), jsonPathAt: createJsonPaths() })
    const found = detector.detect(toExchange(toField('body', '', JSON.stringify(body))), toRecipient()).map(({ fieldPath }) => fieldPath)
    assert.deepEqual(found.sort(), tail.flatMap((_, at) => ['mail', 'query'].map((name) => `${before}tail[${at}].k${at}.${name}`)).sort())
  })
}

test('paths lead into JSON in strings, whatever is escaped in front of the place and in whatever order they are asked for', () => {
  const text = fc.string({ unit: fc.constantFrom('"', '\\', 'é', '\u{1f600}', '\n', 'a', ' ', '{', '['), maxLength: 300 })
  const part = fc.record({ before: text, nested: fc.boolean() })
  fc.assert(fc.property(fc.array(part, { minLength: 1, maxLength: 30 }), fc.boolean(), (parts, isTwice) => {
    const inner = { list: parts.map(({ before, nested }, at) => ({ before, [`k${at}`]: nested ? JSON.stringify({ in: `leaf-${at}-` }) : `leaf-${at}-` })) }
    const once = { data: JSON.stringify(inner) }
    const layer = root(JSON.stringify(isTwice ? { outer: JSON.stringify(once) } : once))
    const paths = createFieldPaths(createJsonPaths())
    const expected = parts.map(({ nested }, at) => `f.${isTwice ? 'outer.' : ''}data.list[${at}].k${at}${nested ? '.in' : ''}`)
    const places = parts.map((_, at) => Buffer.from(layer.bytes).indexOf(`leaf-${at}-`))
    assert.deepEqual(places.map((place) => paths.pathAt('f', layer, place)), expected)
    assert.deepEqual(places.toReversed().map((place) => paths.pathAt('f', layer, place)), expected.toReversed())
  }), { numRuns: 200 })
})
