/** Every hash that a published detector covers is found, in every spelling of its digest. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { murmur3x64 } from '../../../src/detect/murmur3.js'
import { transforms } from '../../../src/detect/transforms.generated.js'
import { detectorOf, terms, toExchange, toField, toRecipient } from './exchange.js'

const ADDRESS = 'joerg@example.org'
const detector = detectorOf({ terms: terms({ 'identity.email': [ADDRESS] }) })

function transformsFound(value: string): string[] {
  return detector.detect(toExchange(toField('query', 'x', value)), toRecipient()).map((match) => match.transforms.join('>'))
}

/** Senol, Acar, Humbert, Borgesius, "Leaky Forms", USENIX Security 2022; its halves of MurmurHash3 are numbers. */
const PUBLISHED = ['md2', 'md4', 'md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3-224', 'sha3-256', 'sha3-384', 'sha3-512',
  'murmur3-128', 'ripemd160', 'whirlpool', 'salted-sha256']

test('each hash of the published list is there, and those of node beside it', () => {
  const beside = ['blake2b512', 'blake2s256', 'sha512-256', 'sm3', 'murmur3-128-x86']
  assert.deepEqual(Object.keys(transforms).sort(), [...PUBLISHED, ...beside].sort())
})

for (const [id, transform] of Object.entries(transforms)) {
  test(`${id}: hex in both cases, base64, base64url, prefixed, cut to 32 digits, within other text`, () => {
    const digest = Buffer.from(transform.digest(Buffer.from(ADDRESS)))
    const hex = digest.toString('hex')
    const spellings = [hex, hex.toUpperCase(), digest.toString('base64'), digest.toString('base64url'), `FFF${hex}`, `sha256:${hex}`,
      hex.slice(0, 32), `v1.${hex}.x`, `{"em":"${hex}"}`, encodeURIComponent(digest.toString('base64'))]
    for (const value of spellings) assert.deepEqual(transformsFound(value), [id], value)
    const others = [hex.slice(0, 12), Buffer.from(digest).fill(0, 4, 8).toString('hex')]
    for (const value of others) assert.deepEqual(transformsFound(value), [], value)
  })
}

test('halves of MurmurHash3 as numbers, signed and unsigned', () => {
  const [first, second] = murmur3x64(Buffer.from(ADDRESS))
  for (const number of [first, second, BigInt.asIntN(64, first), BigInt.asIntN(64, second), (second << 64n) | first]) {
    assert.deepEqual(transformsFound(String(number)), ['murmur3-128'], String(number))
    assert.deepEqual(transformsFound(`${number}7`), [], `${number}7`)
  }
})

test('hash of hash and hash of encoding, with the names in the order in which they were done', () => {
  const hash = (id: string, text: string): string => createHash(id).update(text).digest('hex')
  for (const inner of ['md5', 'sha1', 'sha256']) {
    for (const outer of ['md5', 'sha1', 'sha256']) assert.deepEqual(transformsFound(hash(outer, hash(inner, ADDRESS))), [`${inner}>${outer}`])
  }
  assert.deepEqual(transformsFound(hash('sha256', Buffer.from(ADDRESS).toString('base64'))), ['base64>sha256'])
  assert.deepEqual(transformsFound(hash('md5', Buffer.from(ADDRESS).toString('hex'))), ['hex>md5'])
  assert.deepEqual(transformsFound(hash('sha1', encodeURIComponent(ADDRESS))), ['percent>sha1'])
})

test('an address under the substitution of a script is found, alone and within other encodings', () => {
  const swapped = 'J2fSc@fTwL0rf.2Sc'
  for (const [value, layers] of [[swapped, 'substitution'], [`e=${swapped}&x`, 'substitution'], [encodeURIComponent(swapped), 'percent>substitution'],
    [Buffer.from(swapped).toString('base64'), 'base64>substitution'], ['wzilF@iSDk3qi.zlF', 'substitution']] as const) {
    const matches = detector.detect(toExchange(toField('query', 'x', value)), toRecipient())
    assert.deepEqual(matches.map((match) => match.layers.join('>')), [layers], value)
  }
  assert.deepEqual(transformsFound('K2fSc@fTwL0rf.2Sc'), [])
})
