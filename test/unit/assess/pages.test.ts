import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { createPages } from '../../../src/assess/pages.js'

test('pages give back what was put into them, in order, as often as they are asked, whatever the texts are', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('', '\ud800', 'ä\u0000'))
  const record = fc.record({ number: fc.integer(), amount: fc.double({ noNaN: false }), text, often: fc.option(text, { nil: undefined }) })
  fc.assert(fc.property(fc.array(record, { maxLength: 50 }), (records) => {
    const pages = createPages()
    for (const { number, amount, text, often } of records) {
      pages.int(number | 0)
      pages.double(amount)
      pages.text(text)
      pages.shared(often)
      pages.end()
    }
    for (let round = 0; round < 2; round++) {
      const reader = pages.read()
      for (const { number, amount, text, often } of records) {
        assert.ok(reader.next())
        assert.deepEqual([reader.int(), reader.double(), reader.text(), reader.shared()], [number | 0, amount, text, often])
      }
      assert.equal(reader.next(), false)
    }
    pages.close()
  }), { numRuns: 200 })
})

test('records that fill many pages, and one that is longer than a page, are whole, and can be passed over', () => {
  const pages = createPages()
  const texts = Array.from({ length: 300 }, (_, index) => (index === 150 ? 'y' : 'xä').repeat(index === 150 ? 3_000_000 : 5_000 + index))
  for (const [index, text] of texts.entries()) {
    pages.int(index)
    pages.text(text)
    pages.shared(`often ${index % 3}`)
    pages.end()
  }
  const reader = pages.read()
  for (const [index, text] of texts.entries()) {
    assert.ok(reader.next())
    assert.equal(reader.int(), index)
    if (index % 7 === 0) reader.skip()
    else assert.ok(reader.text() === text && reader.shared() === `often ${index % 3}`)
  }
  assert.equal(reader.next(), false)
  pages.close()
})
