/** What the build packs finds what the vocabularies themselves find. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadWords, packWords, toWordSearch, unpackWords, type WordSearch } from '../../../src/detect/word-search.js'
import { vocabularies } from '../../../src/detect/vocabularies.generated.js'

const TEXTS = [
  'q=Vasektomie&u=https%3A//praxis.example/urologie/schwangerschaftsabbruch', 'HIV-Test depression grossesse chlamydia',
  'nothing of interest', 'BLASENSCHWÄCHE blasenschwache blasenschwaeche Gyn\u0061kologie gynécologue',
]

function findings(words: WordSearch): unknown[] {
  return TEXTS.map((text) => {
    const found: unknown[] = []
    words.search(Buffer.from(text), (index, end) => {
      const { bytes, ...manner } = words.needleAt(index)
      found.push([end, Buffer.from(bytes).toString('latin1'), manner])
    })
    return found
  })
}

test('packed words are those of the vocabularies', async () => {
  const all = Object.values(vocabularies)
  const expected = findings(toWordSearch(all))
  assert.ok(expected.flat().length > 5)
  const packed = packWords(all)
  const unpacked = unpackWords(packed)
  assert.ok(unpacked)
  assert.deepEqual(findings(unpacked), expected)
  assert.equal(unpacked.needleCount, toWordSearch(all).needleCount)
  // Where a file happens to lie in memory does not matter.
  const shifted = new Uint8Array(packed.length + 1)
  shifted.set(packed, 1)
  assert.deepEqual(findings(unpackWords(shifted.subarray(1))!), expected)
  assert.deepEqual(findings(await loadWords()), expected)
})

test('a file of another byte order is refused', () => {
  const packed = Uint8Array.from(packWords([]))
  packed.subarray(0, 4).reverse()
  assert.equal(unpackWords(packed), undefined)
})
