import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import type { FieldMeaning, Kind } from '../../../src/model.js'
import { detectorOf, found, terms, toExchange, toField, toRecipient } from './exchange.js'

const meaning = (kind?: Kind): FieldMeaning => ({ meaning: 'browser id', source: 'observed',
  ...(kind ? { kind } : {}) })
const recipient = toRecipient({
  fbp: meaning('identifier.cookie'),
  dl: meaning(),
  'ud[em]': meaning('identity.email'),
  'x_*': meaning('identifier.device'),
  'cookie:_ga': meaning('identifier.cookie'),
  'data.ui': meaning('identifier.cookie'),
  'req[].t.u_c1': meaning('identifier.cookie'),
  uid: meaning('identifier.account'),
  ip: meaning('network.ip'),
})
const detector = detectorOf({ terms: terms({ 'identity.email': ['joerg@example.org'],
  'network.ip': ['203.0.113.77'] }) })

test('a field is an identifier by its name, a family of names, or its cookie', () => {
  assert.deepEqual(found(detector, 'query', 'fbp', 'fb.1.1700000000000.123456', recipient),
    ['identifier.cookie:fbp fbp - - exact'])
  assert.deepEqual(found(detector, 'body', 'x_device', 'abcd-ef', recipient),
    ['identifier.device:x_* x_device - - exact'])
  assert.deepEqual(found(detector, 'cookie', '_ga', 'GA1.1.22.33', recipient),
    ['identifier.cookie:cookie:_ga _ga - - exact'])
  assert.deepEqual(found(detector, 'cookie', 'fbp', 'fb.1.1700000000000.123456', recipient), [])
  assert.deepEqual(found(detector, 'query', 'dl', 'https://a.example/', recipient), [])
  assert.deepEqual(found(detector, 'query', 'fbp', 'fb.1.1700000000000.123456'), [])
})

test('a family of cookies is known by its beginning, the longest beginning first', () => {
  const families = toRecipient({ 'cookie:_hjSessionUser_*': meaning('identifier.cookie'),
    'x_*': meaning('identifier.device'), 'x_user_*': meaning('identifier.account') })
  assert.deepEqual(found(detector, 'cookie', '_hjSessionUser_12345', 'eyJpZCI6IjEyMyJ9', families),
    ['identifier.cookie:cookie:_hjSessionUser_* _hjSessionUser_12345 - - exact'])
  assert.deepEqual(found(detector, 'query', '_hjSessionUser_12345', 'abcdef', families), [])
  assert.deepEqual(found(detector, 'cookie', 'x_device', 'abcdef', families), [])
  assert.deepEqual(found(detector, 'query', 'x_user_id', 'abcdef', families),
    ['identifier.account:x_user_* x_user_id - - exact'])
})

test('a property of JSON is an identifier by its path', () => {
  const value = encodeURIComponent('{"ii":"/","ui":"abc-123","x":{"ui":"other"}}')
  const [match] = detector.detect(toExchange(toField('query', 'data', value)), recipient)
  assert.deepEqual([match?.term.id, match?.fieldPath, match?.layers],
    ['identifier.cookie:data.ui', 'data.ui', ['percent']])
  assert.equal(value.slice(match?.start, match?.end), 'abc-123')
  assert.deepEqual(found(detector, 'body', '',
    '{"req":[{"t":{"u_c1":"11111111-2222"}},{"t":{"u_c1":null}}],"uid": 123456}', recipient), [
    'identifier.cookie:req[].t.u_c1 req[0].t.u_c1 - - exact', 'identifier.account:uid uid - - exact',
  ])
})

test('of several identifiers of one kind in a body each is one', () => {
  assert.deepEqual(found(detector, 'body', '', '{"req":[{"t":{"u_c1":"11111111-2222"}},{"t":{"u_c1":"33333333-4444"}}],"fbp":"fb.1.1700000000000.123456"}', recipient), [
    'identifier.cookie:req[].t.u_c1 req[0].t.u_c1 - - exact', 'identifier.cookie:req[].t.u_c1 req[1].t.u_c1 - - exact',
    'identifier.cookie:fbp fbp - - exact',
  ])
})

test('a property is an identifier however many of its name stand elsewhere before it', () => {
  const others = Array.from({ length: 100 }, () => ({ ui: 'fb.1.1.2', x: { uid: 'abc-77123' } }))
  assert.deepEqual(found(detector, 'body', '', JSON.stringify({ others, data: { ui: 'fb.1.1700000000000.123456' }, uid: 'abc-77123' }), recipient),
    ['identifier.cookie:data.ui data.ui - - exact', 'identifier.account:uid uid - - exact'])
  const placeholders = Array.from({ length: 100 }, () => ({ t: { u_c1: '0' } }))
  assert.deepEqual(found(detector, 'body', '', JSON.stringify({ req: [...placeholders, { t: { u_c1: 'fb.1.1700000000000.123456' } }] }), recipient),
    ['identifier.cookie:req[].t.u_c1 req[100].t.u_c1 - - exact'])
})

test('its meaning stands for the value, the signature and field for the rule', () => {
  const [match] = detector.detect(toExchange(toField('query', 'fbp', 'fb.1.1700000000000.123456')), recipient)
  assert.equal(match?.term.value, 'browser id')
  assert.equal(match?.term.source, 'signature')
  assert.equal(match?.rule, 'signature:test#fbp')
})

test('what stands there for nothing is no identifier', () => {
  const nothing = ['', 'abc', 'undefined', 'null', '(not set)', '%28not%20set%29', '[object Object]', '{user_id}',
    '${id}', '{{ID}}',
    '%5B%23Email%20address%23%5D', '[%23Email%20address%23]', '%%ID%%', '$UID', '%25DID%25', 'MARKUP_REDACTED',
    '00000000-0000-0000-0000-000000000000', '0000']
  for (const value of nothing) assert.deepEqual(found(detector, 'query', 'fbp', value, recipient), [], value)
})

test('constant digests and digests of nothing name nobody', () => {
  const empty = createHash('sha256').update('').digest('hex')
  for (const value of [`FFF7b7416ec1${'0'.repeat(55)}`, `24aba99b${'1'.repeat(56)}`, empty, `FFF${empty}`, 'tv.1']) {
    assert.deepEqual(found(detector, 'query', 'ud[em]', value, recipient), [], value)
  }
})

test('the digest of an unknown person is one, that of the persona is the persona\'s', () => {
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
  assert.deepEqual(found(detector, 'query', 'ud[em]', hash('other@example.org'), recipient),
    ['identity.email:ud[em] ud[em] - - hashed'])
  assert.deepEqual(found(detector, 'query', 'ud[em]', hash('joerg@example.org'), recipient),
    ['identity.email#0 ud[em] - sha256 hashed'])
})

test('a field for data of a person holds some, or nothing', () => {
  const person = toRecipient({ em: meaning('identity.email'), ph: meaning('identity.phone'), fn: meaning('identity.name') })
  const digest = 'Ab1_'.repeat(10).concat('xyz')
  const rows: readonly (readonly [name: string, value: string, certainty: string])[] = [
    ['em', 'other%40example.org', 'exact'], ['em', `tv.1~em.${digest}`, 'hashed'], ['em', `tv.1~pn.${digest}~em.${digest}`, 'hashed'],
    ['ph', '%2B49 30 23125-018', 'exact'], ['fn', 'ab'.repeat(32), 'hashed'],
  ]
  for (const [name, value, certainty] of rows) {
    assert.deepEqual(found(detector, 'query', name, value, person).map((one) => one.split(' ').at(-1)), [certainty], `${name}=${value}`)
  }
  for (const [name, value] of [['em', 'newsletter'], ['em', `tv.1~pn.${digest}`], ['ph', 'mobile'], ['ph', '12'], ['fn', 'Anna'], ['fn', 'SubscribedButtonClick']] as const) {
    assert.deepEqual(found(detector, 'query', name, value, person), [], `${name}=${value}`)
  }
})

test('an address field holds an address, or nothing', () => {
  assert.deepEqual(found(detector, 'query', 'ip', '1', recipient), [])
  assert.deepEqual(found(detector, 'query', 'ip', '126.0.6478.127', recipient), [])
  assert.deepEqual(found(detector, 'query', 'ip', '198.51.100.9', recipient), ['network.ip:ip ip - - exact'])
  assert.deepEqual(found(detector, 'query', 'ip', '203.0.113.77', recipient), ['network.ip#0 ip - - exact'])
})
