import assert from 'node:assert/strict'
import { test } from 'node:test'
import { transforms } from '../../src/detect/transforms.generated.js'

for (const [id, transform] of Object.entries(transforms)) {
  test(`transform ${id} gives the digests of its examples`, () => {
    assert.ok(transform.examples.length >= 2, 'two examples at least')
    for (const { value, hex } of transform.examples) {
      assert.equal(Buffer.from(transform.digest(Buffer.from(value))).toString('hex'), hex, JSON.stringify(value))
    }
  })
}

test('no two transforms give the same digest, so that a match names one', () => {
  const digests = Object.values(transforms).map((transform) =>
    Buffer.from(transform.digest(Buffer.from('tattle'))).toString('hex'))
  assert.equal(new Set(digests).size, digests.length)
})
