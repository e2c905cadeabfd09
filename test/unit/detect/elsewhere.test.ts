import assert from 'node:assert/strict'
import { test } from 'node:test'
import { detectorOf, found, toExchange, toField, toRecipient } from './exchange.js'

const detector = detectorOf({ vocabularies: [{ language: 'de', groups: [
  { category: 'condition', kind: 'health.condition', words: '~cataract, ~symptom, ~stress, Blinddarm, Migräne, -itis, -cataract' },
  { category: 'body-part', kind: 'health.condition', words: '~~knee' },
  { category: 'complaint', kind: 'health.condition', words: '~~torn' },
] }] })

test('a weak word beside a word of another world says nothing about health, wherever in the value that stands', () => {
  for (const value of ['cataract falls hiking', 'CATARACT-HIKING', 'hiking%20cataract', 'symptom of a bug', 'stress+Film',
    'Symptôme symptom: poster']) {
    assert.deepEqual(found(detector, 'query', 'q', value), [], value)
  }
  const json = encodeURIComponent('{"q":"cataract-falls-hiking"}')
  assert.deepEqual(found(detector, 'query', 'q', json), [])
})

test('in another value, or beside a strong word or as half of a pair, such a word changes nothing', () => {
  for (const value of ['cataract', 'cataract surgery', 'https://a.example/?q=cataract&tab=film', '{"search":"cataract","sort":"film"}',
    'torn knee football', 'Migräne Film']) {
    assert.equal(detector.detect(toExchange(toField('query', 'q', value)), toRecipient()).length, 1, value)
  }
})

test('a compound that ends in such a word is none', () => {
  assert.deepEqual(found(detector, 'query', 'q', 'Blinddarmrennen'), [])
  assert.deepEqual(found(detector, 'query', 'q', 'Blinddarmoperation'), ['vocabulary:blinddarm q - - inferred'])
})
