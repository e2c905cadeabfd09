import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isTelling, keyBefore, toKeyName } from '../../../src/detect/keys.js'
import { isNoise } from '../../../src/detect/noise.js'

const before = (text: string, word: string): string | undefined => keyBefore(new TextEncoder().encode(text),
  Buffer.from(text).indexOf(word))

test('the name in front of a value: of a parameter, a property, a segment of a path', () => {
  assert.equal(before('https://a.example/?b=1&insuranceSector=private&c', 'private'), 'insuranceSector')
  assert.equal(before('{"a":1,"insurance": "private"}', 'private'), 'insurance')
  assert.equal(before('https://a.example/versicherung/private', 'private'), 'versicherung')
  assert.equal(before('a;u20=private;b', 'private'), 'u20')
  assert.equal(before('private', 'private'), undefined)
  assert.equal(before('a, private', 'private'), '')
})

test('names are compared in small words', () => {
  assert.equal(toKeyName('cd[contentName]'), 'content name')
  assert.equal(toKeyName('data.events[0].Prénom'), 'prenom')
  assert.equal(toKeyName('motive_ids[]'), 'motive ids')
})

test('a name tells by its words, not by letters within other words', () => {
  for (const [kind, key] of [['health.insurance', 'insurance sector'], ['identity.name', 'fn'],
    ['identity.address', 'ct'], ['health.search', 'search term']] as const) {
    assert.ok(isTelling(kind, key), key)
  }
  for (const [kind, key] of [['identity.address', 'true'], ['identity.address', 'sort'],
    ['health.search', 'promotion'], ['identity.name', 'economy'], ['health.appointment', 'update']] as const) {
    assert.ok(!isTelling(kind, key), key)
  }
})

test('tokens are noise, names of events are not', () => {
  const noise = (text: string, word: string): boolean => isNoise(Buffer.from(text), text.indexOf(word),
    text.indexOf(word) + word.length)
  for (const text of ['aB3+HIV/x9Qz', 'q8Jx2-HIV_9aZkQ1', '\u0001\u0002HIV']) assert.ok(noise(text, 'HIV'), text)
  for (const text of ['clickBookHivTestButton', 'x=1&q=Hiv&y=2&Z=3&a=B',
    'https://a.example/Hiv/2024/Praxis12']) assert.ok(!noise(text, 'Hiv'), text)
})
