/** Digests are found where an automaton of all of them, written out, finds them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { createAutomaton } from '../../../src/detect/automaton.js'
import { createDigestSearch } from '../../../src/detect/digest-search.js'
import { toDigestNeedles } from '../../../src/detect/needles.js'
import { transforms } from '../../../src/detect/transforms.generated.js'
import type { Term } from '../../../src/model.js'

const values: readonly (readonly [Term['kind'], string])[] = [
  ['identity.email', 'joerg@example.org'], ['identity.name', 'Jörg Weißmüller'], ['identity.phone', '+49 30 23125 017'],
  ['health.search', 'Blasenschwäche'], ['health.reason', 'Blasenschwäche'], ['network.ip', '203.0.113.77'],
]
const terms = values.map(([kind, value], index): Term => ({ id: `${kind}#${index}`, kind, value, source: 'persona', ordinal: index }))
const needles = terms.flatMap((term) => toDigestNeedles(term, transforms))
const search = createDigestSearch(terms, transforms)
const automaton = createAutomaton(needles.map(({ bytes }) => bytes))

function hitsOf(one: Pick<typeof search, 'search'>, bytes: Uint8Array): string[] {
  const hits: string[] = []
  one.search(bytes, (needle, end) => hits.push(`${needle} ${end}`))
  return hits.sort()
}

test('a digest keeps its number', () => {
  assert.equal(search.count, needles.length)
  for (const index of [0, 1, 77, search.count - 1]) assert.deepEqual(search.needleAt(index), needles[index])
})

test('each digest of any value is found under its number', () => {
  const kind = fc.constantFrom<Term['kind']>('identity.email', 'identity.name', 'identity.address', 'identity.birthdate', 'health.search')
  fc.assert(fc.property(kind, fc.string({ unit: 'grapheme', maxLength: 40 }), (one, value) => {
    const term: Term = { id: one, kind: one, value, source: 'persona', ordinal: 0 }
    const written = toDigestNeedles(term, transforms)
    const ofOne = createDigestSearch([term], transforms)
    assert.equal(ofOne.count, written.length)
    for (const [index, { bytes }] of written.entries()) assert.ok(hitsOf(ofOne, bytes).includes(`${index} ${bytes.length}`))
  }), { numRuns: 50 })
})

test('what is found is what stands there, whatever is around it and however it is written', () => {
  const digest = fc.nat({ max: needles.length - 1 }).map((index) => Buffer.from(needles[index]!.bytes).toString('latin1'))
  const piece = fc.oneof(
    digest, digest.map((one) => one.toUpperCase()), digest.map((one) => one.replaceAll('+', ' ')), digest.map((one) => one.slice(0, -1)),
    digest.map((one) => one.slice(1)), fc.string({ maxLength: 20 }), fc.constantFrom('0123456789abcdef', 'fff', '=', '%', 'ä', ''),
  )
  let found = 0
  fc.assert(fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
    const bytes = Buffer.from(pieces.join(''))
    const hits = hitsOf(search, bytes)
    assert.deepEqual(hits, hitsOf(automaton, bytes))
    found += hits.length
  }), { numRuns: 2_000 })
  assert.ok(found > 1_000)
})

test('without values there is nothing to find', () => {
  assert.deepEqual(hitsOf(createDigestSearch([], transforms), Buffer.from('5d41402abc4b2a76b9719d911017c592')), [])
})
