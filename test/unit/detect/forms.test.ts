import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compress, isTelling, toAddressForms, toGroups } from '../../../src/detect/addresses.js'
import { availableOf, digestInputs, toDigests } from '../../../src/detect/digests.js'
import { emailForms, isLowEntropy, toForms, toNameParts } from '../../../src/detect/forms.js'
import { phoneForms, toDate, toPhone } from '../../../src/detect/numbers.js'
import { textSpellings, toPlainText } from '../../../src/detect/spelling.js'
import { transforms } from '../../../src/detect/transforms.generated.js'
import type { Kind } from '../../../src/model.js'
import { PLANTABLE } from '../../../src/persona.js'

const texts = (kind: Kind, value: string): string[] => toForms(kind,
  value).map((form) => Buffer.from(form.bytes).toString())

test('the spellings of a text', () => {
  const spellings = textSpellings('Vorgespräch Straße')
  for (const one of ['Vorgespräch Straße', 'Vorgespraech Strasse', 'Vorgesprach Strasse', 'VORGESPRÄCH STRASSE',
    'VorgesprächStraße']) {
    assert.ok(spellings.includes(one), one)
  }
  assert.ok(spellings.includes('Vorgespräch Straße'.normalize('NFD')))
  assert.ok(textSpellings('Vasektomie/Sterilisation').includes('Vasektomie-Sterilisation'))
  assert.equal(toPlainText(' <b>Vor</b>  sorge '), 'Vor sorge')
})

test('a text in Latin-1 is a form of its own', () => {
  assert.ok(toForms('health.search', 'Blasenschwäche').some((form) =>
    Buffer.from(form.bytes).toString('latin1') === 'Blasenschwäche'))
})

test('what says little by itself', () => {
  for (const value of ['private', 'HNO', '1974', '10115', 'Privée', 'Männer']) assert.ok(isLowEntropy(value), value)
  for (const value of ['Urologie', 'Techniker Krankenkasse']) assert.ok(!isLowEntropy(value), value)
})

test('no value of two letters or more is without a form, whatever its kind makes of it', () => {
  const odd = ['M. B.', 'Dr.', 'Dr. med.', 'Li', 'Frau', 'abc', '--', '31.', 'a@b', 'Herr Dr.', '09:40', 'Straße']
  for (const kind of PLANTABLE) for (const value of odd) assert.ok(toForms(kind, value).length > 0, `${kind} ${value}`)
})

test('e-mail addresses: the tag goes, the dots only where the host ignores them', () => {
  assert.deepEqual(emailForms('j.w+x@example.org'), ['j.w+x@example.org', 'j.w@example.org'])
  assert.ok(emailForms('j.w+x@gmail.com').includes('jw@googlemail.com'))
})

test('names: titles are no names, the comma turns the order round', () => {
  assert.deepEqual(toNameParts('Dr. med. Anna Maria Schmidt'), { first: ['Anna', 'Maria'], last: 'Schmidt' })
  assert.deepEqual(toNameParts('Schmidt, Anna'), { first: ['Anna'], last: 'Schmidt' })
  assert.ok(texts('identity.name', 'Anna Maria Schmidt').includes('Anna Schmidt'))
})

test('telephone numbers of three countries', () => {
  assert.deepEqual(toPhone('+33 1 99 00 12 34'), { international: '33199001234', national: '0199001234', groups: ['1',
    '99', '00', '12', '34'], country: '33' })
  assert.deepEqual(toPhone('+1 202-555-0143')?.national, '2025550143')
  assert.ok(phoneForms('+12025550143').includes('(202) 555 0143'))
  assert.ok(phoneForms('+33199001234').includes('01 99 00 12 34'))
  assert.ok(phoneForms('030 23125017').includes('03023125017'))
  assert.equal(toPhone('+44 (0)20 7946 0123')?.international, '442079460123')
  assert.equal(toPhone('abc'), undefined)
})

test('dates in the orders in use; what is none is looked for as text', () => {
  assert.deepEqual(toDate('9.3.1974'), { year: '1974', month: '03', day: '09' })
  assert.equal(toDate('1974-13-09'), undefined)
  for (const named of ['9. März 1974', '09. Maerz 1974', 'Samstag, 9. Mrz. 1974', 'March 9, 1974', 'Sat, Mar 9th, 1974', '9 March 1974', '9th of March 1974', 'samedi 9 mars 1974']) {
    assert.deepEqual(toDate(named), { year: '1974', month: '03', day: '09' }, named)
  }
  assert.deepEqual(toDate('1er août 1974'), { year: '1974', month: '08', day: '01' })
  for (const none of ['Marchtaler Str. 9 1974', 'Zimmer 9 1974', '32. März 1974', 'März 1974']) assert.equal(toDate(none), undefined, none)
  assert.ok(texts('identity.birthdate', '1974-03-09').includes('9 mars 1974'))
})

test('addresses of the internet', () => {
  assert.equal(compress(toGroups('2001:0db8:004d:0:0:0:0:09a1') ?? []), '2001:db8:4d::9a1')
  assert.equal(compress(toGroups('::ffff:203.0.113.77') ?? []), '::ffff:cb00:714d')
  assert.equal(compress([1, 0, 2, 3, 4, 5, 6, 7]), '1:0:2:3:4:5:6:7')
  assert.ok(toAddressForms('::ffff:203.0.113.77')?.written.includes('203.0.113.77'))
  assert.equal(toAddressForms('1.2.3'), undefined)
  assert.deepEqual(['127.0.0.1', '::1', '::', '0.0.0.0', '::ffff:127.0.0.1', 'x', '203.0.113.1',
    '2001:db8::1'].map(isTelling),
    [false, false, false, false, false, false, true, true])
})

test('the texts that vendors hash', () => {
  assert.ok(digestInputs('identity.phone', '+1 650-555-0112').includes('16505550112'))
  assert.ok(digestInputs('identity.address', 'Invalidenstraße 998, 10115 Bad Urach').includes('badurach'))
  assert.ok(digestInputs('identity.address', 'Invalidenstraße 998, 10115 Bad Urach').includes('10115'))
  assert.deepEqual(digestInputs('health.insurance', 'private'), [])
  assert.deepEqual(digestInputs('health.search', 'HIV'), [])
})

test('a hash that this build lacks is left out', () => {
  const broken = { digest: (): Uint8Array => { throw new Error('unsupported') }, examples: [] }
  const digests = toDigests('identity.email', 'a@example.org', availableOf({ broken, md5: transforms['md5']! }))
  assert.deepEqual([...new Set(digests.map((digest) => digest.transforms.join('>')))].sort(),
    ['base64>md5', 'hex>md5', 'md5', 'md5>md5', 'percent>md5'])
})
