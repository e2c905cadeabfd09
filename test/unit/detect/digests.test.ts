/** Every hash that a published detector covers is found, in every spelling of its digest. */
import assert from 'node:assert/strict'
import { createHash, getHashes } from 'node:crypto'
import { test } from 'node:test'
import type { Kind } from '../../../src/model.js'
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
  const beside = ['blake2b512', 'blake2s256', 'sha512-224', 'sha512-256', 'shake128', 'shake256', 'sm3', 'murmur3-128-x86',
    'keccak-256', 'keccak-512', 'blake3', 'xxhash64', 'fnv1a-64']
  assert.deepEqual(Object.keys(transforms).sort(), [...PUBLISHED, ...beside].sort())
})

for (const [id, transform] of Object.entries(transforms)) {
  test(`${id}: hex in both cases, base64, base64url, prefixed, cut to 32 digits, within other text`, () => {
    const digest = Buffer.from(transform.digest(Buffer.from(ADDRESS)))
    const hex = digest.toString('hex')
    const spellings = [hex, hex.toUpperCase(), `FFF${hex}`, `sha256:${hex}`, hex.slice(0, 32), `v1.${hex}.x`, `{"em":"${hex}"}`,
      // Eleven characters are too few to be told from an id.
      ...(digest.length === 8 ? [] : [digest.toString('base64'), digest.toString('base64url'), encodeURIComponent(digest.toString('base64'))])]
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

test('a hash of node that is missing here is missing for a reason', () => {
  const known = new Set(Object.values(transforms).map(({ digest }) => Buffer.from(digest(Buffer.from(ADDRESS))).toString('hex')))
  const missing = getHashes().filter((id) => !known.has(createHash(id).update(ADDRESS).digest('hex')))
  // MD5 and SHA-1 one behind the other: found by its longer piece. What newer versions add is nobody's way to send an
  // address, or found as the beginning of a longer one.
  const added = /^(?:keccak-(?:224|384|kmac.*)|sha2?-?256[/-]192)$/
  assert.deepEqual(missing.filter((id) => !/^ssl3-|^RSA-MD5-SHA1$/.test(id) && !added.test(id)), ['md5-sha1'])
  assert.deepEqual(transformsFound(createHash('md5-sha1').update(ADDRESS).digest('hex')), ['sha1'])
})

test('numbers of hashes of 64 bits, signed and unsigned', () => {
  for (const id of ['xxhash64', 'fnv1a-64']) {
    const number = Buffer.from(transforms[id]!.digest(Buffer.from(ADDRESS))).readBigUInt64BE()
    for (const one of [number, BigInt.asIntN(64, number)]) assert.deepEqual(transformsFound(String(one)), [id], String(one))
  }
})

test('hash of hash and hash of encoding, with the names in the order in which they were done', () => {
  const hash = (id: string, text: string): string => createHash(id).update(text).digest('hex')
  for (const inner of ['md5', 'sha1', 'sha256']) {
    for (const outer of ['md5', 'sha1', 'sha256']) assert.deepEqual(transformsFound(hash(outer, hash(inner, ADDRESS))), [`${inner}>${outer}`])
  }
  const bytes = createHash('sha256').update(ADDRESS).digest()
  assert.deepEqual(transformsFound(createHash('md5').update(bytes).digest('hex')), ['sha256>md5'], 'of the bytes, not of their digits')
  assert.deepEqual(transformsFound(hash('sha256', Buffer.from(ADDRESS).toString('base64'))), ['base64>sha256'])
  assert.deepEqual(transformsFound(hash('md5', Buffer.from(ADDRESS).toString('hex'))), ['hex>md5'])
  assert.deepEqual(transformsFound(hash('sha1', encodeURIComponent(ADDRESS))), ['percent>sha1'])
})

/** What each vendor asks its customers to hash, by its own documents. */
const ASKED: readonly (readonly [vendor: string, kind: Kind, value: string, hashed: string])[] = [
  ['Meta em', 'identity.email', 'Joerg.W@Example.org', 'joerg.w@example.org'],
  ['Meta ph', 'identity.phone', '+49 30 23125 017', '493023125017'],
  ['Meta ph without country', 'identity.phone', '030 23125 017', '3023125017'],
  ['Meta fn', 'identity.name', 'Maëlle Grondin-Thévard', 'maëlle'],
  ['Meta ln', 'identity.name', 'Maëlle Grondin-Thévard', 'grondinthévard'],
  ['Meta f5first', 'identity.name', 'Maëlle Grondin-Thévard', 'maëll'],
  ['Meta f5last', 'identity.name', 'Maëlle Grondin-Thévard', 'grond'],
  ['Anybody, phone with code and zero', 'identity.phone', '+49 30 23125 017', '4903023125017'],
  ['Anybody, day as it is written', 'identity.birthdate', '1974-03-09', '9.3.1974'],
  ['Meta db', 'identity.birthdate', '1974-03-09', '19740309'],
  ['Meta ct', 'identity.address', 'Wall 3, 72574 Bad Urach', 'badurach'],
  ['Meta ct, of which the pixel drops all letters but those of ASCII', 'identity.address', 'Wall 3, 80331 München', 'mnchen'],
  ['Meta ct, the same of two words', 'identity.address', '3 rue Basse, 42000 Saint-Étienne', 'sainttienne'],
  ['Meta zp', 'identity.address', 'Wall 3, 72574 Bad Urach', '72574'],
  ['Meta zp, United States', 'identity.address', '12 Hollow Way, Boston, MA 02110-1234', '02110'],
  ['Meta ct, United States', 'identity.address', '12 Hollow Way, Boston, MA 02110-1234', 'boston'],
  ['Meta zp, United Kingdom', 'identity.address', '12 Hollow Way, London SW1A 1AA', 'sw1a1aa'],
  ['Meta ct, United Kingdom', 'identity.address', '12 Hollow Way\nLondon\nSW1A 1AA', 'london'],
  ['Google, phone', 'identity.phone', '+49 30 23125 017', '+493023125017'],
  ['Google, e-mail at gmail', 'identity.email', 'cloudy.fog+shop@gmail.com', 'cloudyfog@gmail.com'],
  ['Google, last name', 'identity.name', "Anna O'Hara", 'ohara'],
  ['Google, street', 'identity.address', 'Invalidenstraße 998, 10115 Berlin', 'invalidenstraße 998'],
  ['Google, street with a comma in it', 'identity.address', '12 bis, rue Basse, 42000 Saint-Étienne', '12 bis, rue basse'],
  ['Google, the same without it', 'identity.address', '12 bis, rue Basse, 42000 Saint-Étienne', '12 bis rue basse'],
  ['Google, street of the United States', 'identity.address', '12 Hollow Way Apt 4, Boston, MA 02110-1234', '12 hollow way apt 4'],
  ['Anybody, day as it is written there', 'identity.birthdate', '1974-03-09', '3/9/1974'],
  ['Anybody, name in capitals', 'identity.name', 'Maëlle Grondin-Thévard', 'GRONDIN-THÉVARD'],
  ['Anybody, apostrophe of a keyboard', 'health.reason', 'Consultation d’IVG', "consultation d'ivg"],
  ['Anybody, slug without the apostrophe', 'health.condition', "Crohn's disease", 'crohns-disease'],
  ['Masked field, Germany', 'identity.phone', '+49 30 23125017', '030 23125017'],
  ['Masked field, France', 'identity.phone', '+33639984127', '06 39 98 41 27'],
  ['Masked field, with the code of France', 'identity.phone', '+33639984127', '+33 6 39 98 41 27'],
  ['Masked field, United States', 'identity.phone', '+1 212 555 0142', '(212) 555-0142'],
  ['Masked field, with the code of the United States', 'identity.phone', '+1 212 555 0142', '+1 212-555-0142'],
  ['Snap ph', 'identity.phone', '+44 (0)20 7946 0123', '442079460123'],
  ['Pinterest ln', 'identity.name', 'Dr. Jörg Weißmüller', 'weißmüller'],
  ['Reddit em', 'identity.email', 'Al.ice-x+Apple@Example.com', 'alicex@example.com'],
  ['Criteo, old: capitals', 'identity.email', 'joerg@example.org', 'JOERG@EXAMPLE.ORG'],
  ['TikTok phone_number', 'identity.phone', '+33 6 39 98 41 27', '+33639984127'],
]

for (const [vendor, kind, value, hashed] of ASKED) {
  test(`${vendor}: ${value} is found as the digest of ${hashed}`, () => {
    const one = detectorOf({ terms: terms({ [kind]: [value] }) })
    for (const spelling of ['hex', 'base64', 'base64url'] as const) {
      const sent = createHash('sha256').update(hashed).digest(spelling)
      const matches = one.detect(toExchange(toField('query', 'x', sent)), toRecipient())
      assert.deepEqual(matches.map((match) => match.transforms.join('>')), ['sha256'], spelling)
    }
  })
}

test('the digest of what says little counts under a telling key only', () => {
  const one = detectorOf({ terms: terms({ 'health.insurance': ['private'], 'identity.birthdate': ['1974-03-09'] }) })
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
  const kinds = (name: string, value: string): string[] =>
    one.detect(toExchange(toField('query', name, value)), toRecipient()).map(({ term }) => term.kind)
  assert.deepEqual(kinds('insuranceSector', hash('private')), ['health.insurance'])
  assert.deepEqual(kinds('doby', hash('1974')), ['identity.birthdate'])
  for (const value of ['private', '1974']) assert.deepEqual(kinds('x', hash(value)), [])
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
