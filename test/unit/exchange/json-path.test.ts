import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { createJsonPaths, jsonPathAt } from '../../../src/exchange/json-path.js'

const at = (json: string, needle: string): string | undefined => {
  const bytes = Buffer.from(json)
  const offset = bytes.indexOf(needle)
  assert.ok(offset >= 0, needle)
  return jsonPathAt(bytes, offset)
}

test('names the member in which a byte stands', () => {
  const json = '{"events":[{"properties":{"url":"https://a/","n":12}},{"a.b":["x","ü","y"]}],"last":true}'
  assert.equal(at(json, 'https'), 'events[0].properties.url')
  assert.equal(at(json, '12'), 'events[0].properties.n')
  assert.equal(at(json, '"y"'), 'events[1]["a.b"][2]')
  assert.equal(at(json, 'true'), 'last')
  assert.equal(at(json, 'properties'), 'events[0].(name)')
  assert.equal(at(json, 'last'), '(name)')
  assert.equal(at('[["a",["Urologie"]]]', 'Urologie'), '[0][1][0]')
})

test('tolerates guards, several documents, escapes and truncation', () => {
  assert.equal(at(')]}\'\n[{"a":"Needle"}]', 'Needle'), '[0].a')
  assert.equal(at('for(;;);{"a":{"b":"Needle"}}', 'Needle'), 'a.b')
  assert.equal(at('{"a":1}\n{"b":"Needle"}', 'Needle'), 'b')
  assert.equal(at('{"a\\"]}":"x","\\u0062":"Needle"', 'Needle'), 'b')
  assert.equal(at('{"a":[{"b":"Needle', 'Needle'), 'a[0].b')
  assert.equal(at('}}]]{"a":"Needle"', '}'), undefined)
  assert.equal(at('name=value', 'value'), undefined)
  assert.equal(jsonPathAt(Buffer.from(''), 0), undefined)
  assert.equal(typeof jsonPathAt(Buffer.from('['.repeat(100_000)), 99_999), 'string')
})

test('finds every leaf of any JSON at its own path', () => {
  const leaf = fc.integer({ min: 10_000, max: 99_999 }).map((number) => `leaf-${number}`)
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.stringMatching(/^[a-z][\w"\\]{0,5}$/), tie('value'), { maxKeys: 3 })),
  }))
  fc.assert(fc.property(value, fc.constantFrom(undefined, 2), (source, space) => {
    const root = [source]
    const json = Buffer.from(JSON.stringify(root, null, space))
    const paths: string[] = []
    const visit = (one: unknown, path: string): void => {
      if (typeof one === 'string') paths.push(path)
      else if (Array.isArray(one)) one.forEach((item, index) => visit(item, `${path}[${index}]`))
      else for (const [key, item] of Object.entries(one as object)) visit(item, path + (/^[\w$-]+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`))
    }
    visit(root, '')
    const found: (string | undefined)[] = []
    for (let from = json.indexOf('"leaf-'); from >= 0; from = json.indexOf('"leaf-', from + 1)) found.push(jsonPathAt(json, from + 3))
    assert.deepEqual(found, paths)
  }), { numRuns: 200 })
})

test('any bytes, any offset: no exception', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(70), (bytes, offset) => {
    jsonPathAt(bytes, offset)
    jsonPathAt(Buffer.concat([Buffer.from('{"'), bytes]), offset)
  }))
})

test('a walk that goes on from where it was finds the same paths, in whatever order they are asked for', () => {
  const signs = fc.constantFrom(...'{}[]:,"\\ab1 ')
  fc.assert(fc.property(fc.array(signs, { maxLength: 80 }), fc.array(fc.nat(90), { maxLength: 40 }), (text, offsets) => {
    const json = Buffer.from(`{"${text.join('')}`)
    const paths = createJsonPaths()
    for (const offset of offsets) assert.equal(paths(json, offset), jsonPathAt(json, offset), `${String(json)} at ${offset}`)
  }), { numRuns: 2000 })
  fc.assert(fc.property(fc.json({ maxDepth: 5 }), fc.array(fc.nat(200), { maxLength: 40 }), (text, offsets) => {
    const json = Buffer.from(text)
    const paths = createJsonPaths()
    for (const offset of offsets.sort((a, b) => a - b)) assert.equal(paths(json, offset), jsonPathAt(json, offset), `${text} at ${offset}`)
  }), { numRuns: 500 })
})

test('of a long text the paths are the same from a mark as from its beginning, in any order', () => {
  const items = Array.from({ length: 2_000 }, (_, at) => ({ at, deep: [[{ text: `"${'x'.repeat(at % 40)}` }]], long: at === 700 ? '{'.repeat(30_000) : '' }))
  const json = Buffer.from(JSON.stringify({ items }))
  const paths = createJsonPaths()
  for (let step = 1; step <= 400; step++) {
    const offset = (step * 7_919_993) % json.length
    assert.equal(paths(json, offset), jsonPathAt(json, offset), `at ${offset}`)
  }
})

test('what is walked is paid for, and what was walked before is not paid for again', () => {
  const json = Buffer.from(JSON.stringify(Array.from({ length: 50_000 }, (_, at) => ({ at }))))
  const paths = createJsonPaths()
  const budget = { left: 3 * json.length }
  for (let offset = json.length - 20; offset > 0; offset -= 10_007) assert.match(paths(json, offset, budget) ?? '', /^\[\d+\]/)
  assert.ok(budget.left > 0)
  assert.equal(paths(json, 5, { left: 1 }), undefined)
})
