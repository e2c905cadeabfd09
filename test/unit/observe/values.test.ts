import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createValues } from '../../../src/observe/values.js'

test('the table finds what was added, in its place, and nothing else', () => {
  const values = createValues()
  const all = Array.from({ length: 20_000 }, (_, index) => ({ place: index % 7, value: String.fromCharCode(index % 256).repeat(index % 40) + index }))
  const numbers = all.map(({ place, value }) => {
    assert.equal(values.find(place, value), -1)
    return values.add(place, value)
  })
  assert.deepEqual(numbers, all.map((_, index) => index))
  assert.equal(values.count, all.length)
  for (const [index, { place, value }] of all.entries()) {
    assert.equal(values.find(place, value), index)
    assert.equal(values.find(place + 7, value), -1)
    assert.equal(values.find(place, `${value}x`), -1)
    assert.deepEqual([values.placeAt(index), values.valueAt(index)], [place, value])
  }
})

test('a value of the greatest length, of no length, and of every byte comes back as it was', () => {
  const values = createValues()
  const bytes = String.fromCharCode(...Array.from({ length: 256 }, (_, byte) => byte))
  for (const value of ['', bytes, bytes.repeat(16), 'a'.repeat(4_096)]) {
    const number = values.add(0, value)
    assert.equal(values.valueAt(number), value)
    assert.equal(values.find(0, value), number)
  }
})
