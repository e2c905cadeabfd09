import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { createByteMemo } from '../../src/byte-memo.js'

test('a memo gives what was made of the same bytes under the same key, or nothing', () => {
  const call = fc.record({ bytes: fc.uint8Array({ maxLength: 3, max: 3 }), key: fc.constantFrom('a', 'b') })
  fc.assert(fc.property(fc.array(call, { maxLength: 300 }), fc.constantFrom(400, 4_000, 400_000), (calls, most) => {
    const memo = createByteMemo<string, string>({ longest: 2, most, isSame: (one, other) => one === other })
    for (const { bytes, key } of calls) {
      const made = `${key} ${bytes.join()}`
      const known = memo.get(bytes, key)
      assert.ok(known === undefined || known === made)
      if (bytes.length > 2) assert.equal(known, undefined)
      if (known === undefined) memo.set(bytes, key, () => made, () => 8)
    }
  }))
})

test('what comes again and again is remembered, what comes once is not made', () => {
  const memo = createByteMemo<string, string>({ longest: 100, most: 10_000, isSame: (one, other) => one === other })
  let makings = 0
  const ask = (text: string): string | undefined => {
    const bytes = Buffer.from(text)
    const known = memo.get(bytes, '')
    if (known === undefined) memo.set(bytes, '', () => `${++makings}`, () => 0)
    return known
  }
  assert.deepEqual(['x', 'x', 'x', 'x'].map(ask), [undefined, undefined, '1', '1'])
  assert.equal(ask('once'), undefined)
  assert.equal(makings, 1)
})
