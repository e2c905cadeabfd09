// A JSON document is cut into what JSON.parse makes of it, wherever a chunk ends.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createMemberSplitter } from '../../../src/har/members.js'

function cut(text: string, size: number): Record<string, unknown> {
  const found: Record<string, unknown> = {}
  const splitter = createMemberSplitter(new Set(['list']), 1000, (name, json, isElement) => {
    const value: unknown = JSON.parse(json.toString('utf8'))
    if (isElement) (found[name] as unknown[]).push(value)
    else found[name] = value
  })
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) splitter.push(Buffer.from(bytes.subarray(at, at + size)))
  splitter.end()
  return found
}

test('the same as JSON.parse, at every size of chunk', () => {
  const document = { schema: 1, 'n"ä\\': 'Weißmüller "q" \\', no: null, deep: { list: [[1], { x: ']}' }] }, list: [{ a: [1, -2.5e3] }, 'x,]', 3, true, []], last: false }
  for (const text of [JSON.stringify(document), JSON.stringify(document, null, 2), ` ${JSON.stringify(document)}\n`]) {
    for (let size = 1; size <= text.length; size++) assert.deepEqual(cut(text, size), document, `${size}`)
  }
  assert.deepEqual(cut('{}', 1), {})
  assert.deepEqual(cut('{"list":[]}', 3), { list: [] })
})

test('what is no JSON, no object, has a list that is none, a member twice or a value that is too long is refused', () => {
  const odd = ['', '[]', '1', '{', '{"a":1', '{"a":1,}', '{"a" 1}', '{"a":}', '{"list":1}', '{"list":[1,]}', '{"list":[1 2]}', '{"list":[1}',
    '{"a":1}x', '{"a":1}{}', '{"a":1,"a":2}', '{"list":[],"list":[]}', '{"a":tru}', '{"a":1}}', '{a:1}', '\uFEFF{}']
  for (const text of odd) for (const size of [1, 2, 1000]) assert.throws(() => cut(text, size), SyntaxError, text)
  for (const size of [1, 100, 10_000]) for (const value of [`"${'x'.repeat(2000)}"`, `[${'1,'.repeat(2000)}1]`]) assert.throws(() => cut(`{"a":${value}}`, size), RangeError)
})
