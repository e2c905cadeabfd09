/** Values of unknown shape: whatever JSON says, each helper gives what it promises and throws nothing. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isObject, listOf, memberOf, textOf, toRecord, toTimestamp, valueAt, withinEntry } from '../../src/shapes.js'

test('any JSON value is read without a throw, and only its own members are seen', () => {
  fc.assert(fc.property(fc.jsonValue(), fc.string(), (value, name) => {
    const own = typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    assert.equal(memberOf(value, name), own ? (value as Record<string, unknown>)[name] : undefined)
    assert.equal(typeof textOf(value, name), 'string')
    assert.equal(isObject(toRecord(value)), true)
    assert.equal(Array.isArray(listOf(value)), true)
  }))
  for (const inherited of ['constructor', '__proto__', 'toString', 'length']) assert.equal(memberOf({}, inherited), undefined)
})

test('a JSON pointer leads to every value of a document, whatever its names are', () => {
  const escape = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1')
  fc.assert(fc.property(fc.jsonValue(), (root) => {
    const visit = (value: unknown, pointer: string): void => {
      assert.equal(valueAt(root, pointer), value)
      if (typeof value !== 'object' || value === null) return
      for (const [name, one] of Object.entries(value)) visit(one, `${pointer}/${escape(name)}`)
    }
    visit(root, '')
  }))
  assert.equal(valueAt({ a: ['x'] }, '/a/1/b'), undefined)
  assert.equal(withinEntry('/log/entries/12/request/url'), '/request/url')
  assert.equal(withinEntry('/request/url'), '/request/url')
})

test('a time that no date can say is none', () => {
  const cases: [number | null, string | null][] = [
    [0, '1970-01-01T00:00:00.000Z'], [1_772_355_600_123, '2026-03-01T09:00:00.123Z'], [-1, '1969-12-31T23:59:59.999Z'],
    [null, null], [NaN, null], [Infinity, null], [-Infinity, null], [8.64e15, null], [-9e15, null],
  ]
  for (const [time, text] of cases) assert.equal(toTimestamp(time), text)
})
