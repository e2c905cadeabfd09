import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import type { Exchange, Field, Part, Recipient } from '../../../src/model.js'
import { identifiersIn, looksLikeIdentifier, normaliseField } from '../../../src/observe/normalise.js'
import { createObserver, type Observation } from '../../../src/observe/observe.js'
import { ObservationTable } from '../../../src/observe/table.js'

test('names lose what changes from run to run, and nothing else', () => {
  const cases: Record<string, string> = {
    'events[0].ids[12]': 'events[].ids[]', 'u20': 'u20', 'v12': 'v12', 'cd[buttonText]': 'cd[buttonText]',
    '_hjSessionUser_1562091': '_hjSessionUser_*', '_pk_id.1.1fff': '_pk_id.1.1fff', 'a.0123456789ab.b': 'a.*.b',
    'x-6fbc5e50-082b-4e00-824d-dde2f8bd2a9a': 'x-*', 'n12345': 'n12345', 'n123456': 'n*', '': '',
  }
  for (const [name, expected] of Object.entries(cases)) assert.equal(normaliseField(name), expected, name)
  assert.ok(normaliseField('a'.repeat(100_000)).length <= 256)
})

test('what looks like an identifier', () => {
  for (const value of [
    '6fbc5e50-082b-4e00-824d-dde2f8bd2a9a', 'fb.1.1643952222064.1428071586', '382963395.1498614516',
    'GA1.2.382963395.1498614516',
    'Vg3D-vR_Rj7FrPgxXgSMGc', '4eae742078161112914dcaebdb0e0533',
    'AHWqTUmHdH7LFUfbT0y9FrDeRmqeqIWgyFhslenwz5DLFMujWfIFtlvpBQ',
    'MjA2NDA1NzE1MjAx', '88391027465', 'CAESEJnDqytH3zdPPQ7sTRV2Gzs',
    'v2_727e42c5d06a0996fd031ccb7727412c_d9c20ffc-1131',
    '5e500823004dc580', '-1378101304145867844',
  ]) assert.equal(looksLikeIdentifier(value), true, value)
})

test('what merely looks so', () => {
  for (const value of [
    '', 'short1', 'https://clinic.example/a?b=1234567890abcdef', '//cdn.example/x1234567', 'www.clinic123.example',
    'tracker1.example.com', '/path/to/page-1234',
    '-1378101304', '-13.37810130414586784', '6G1ynYcLPuiQxYZrsz_pkqfLG9yMXBpb2zX5dvJdYQJzPXImdj0y',
    '126.0.6478.127', '1.2.9.5', 'v10.12.13', '203.0.113.77', '0.123456789012', '12345.6789', '1643952222',
    '1643952222064', '2024-01-31T10:00:00.000Z',
    '20240131', '31.01.2024', '1920x1080x24', '1920x1080', 'de-DE,de;q=0.9', 'en_US', 'de-DE',
    'Vorgespraech-Vasektomie', 'SubscribedButtonClick',
    'PermutiveSegmentEntry', 'button_12_submit', 'Urologie in Berlin 2024', 'page-view-1234', 'UA-12345678-1',
    'GTM-WL8XZV', 'G-ABCDEF1234',
    '11111111', '00000000-0000-0000-0000-000000000000', '101509157~103116026~103200004', '300,250|728,90',
    'joerg@example.org', 'script123.min.js',
    'Category|1522185802621', 'undefined', 'Blasenschwäche',
  ]) assert.equal(looksLikeIdentifier(value), false, value)
})

test('the parts of a value that look like identifiers by themselves', () => {
  const cases: Record<string, readonly string[]> = {
    '7ca29899-4661-4821-82e7-b03bb620c385:lv=1513979931468:ss=1513979931468': ['7ca29899-4661-4821-82e7-b03bb620c385'],
    'id=7ca29899-4661-4821-82e7-b03bb620c385|x': ['id=7ca29899-4661-4821-82e7-b03bb620c385', '7ca29899-4661-4821-82e7-b03bb620c385'],
    '[CS]v1|30B76D482A3F2E2D-40000800D9D9196D[CE]': ['30B76D482A3F2E2D-40000800D9D9196D'],
    '3cf9c76ab6e23eb4.1440859428.1.1440859428.1440859427': ['3cf9c76ab6e23eb4'],
    'v_id:017c9e5a2c9b00153d8a$_sn:1$ses_id:1634740783423': ['017c9e5a2c9b00153d8a'],
    'MCMID|25320229740607185222798667576333144107|NONE': ['25320229740607185222798667576333144107'],
    'GA1.2.410254270.1591058921': [], '88814473.410254270.1591058921.1591058932.1': [], 'a|b|c': [], '': [],
    'page:Gifts for dads|2021-10-19T14:47:33|1920x1080': [], '6fbc5e50-082b-4e00-824d-dde2f8bd2a9a': [],
  }
  for (const [value, expected] of Object.entries(cases)) assert.deepEqual(identifiersIn(value), expected, value)
})

test('what a cookie is called names no visitor', () => {
  const name = '_ga_6fbc5e50-082b-4e00-824d-dde2f8bd2a9a'
  assert.deepEqual(observe([to('https://t.test/', [field('cookie', '(name)', name)])]), [])
  assert.equal(observe([to('https://t.test/', [field('cookie', 'uid', name)])]).length, 1)
})

test('the same value in the same field is one observation, with its places in bytes', () => {
  const url = 'https://t.test/?x=ü&uid=Vg3D-vR_Rj7FrPgxXgSMGc'
  const offset = Buffer.from(url).indexOf('Vg3D')
  const seen = observe([
    to(url, [field('query', 'uid', 'Vg3D-vR_Rj7FrPgxXgSMGc', offset)],
      { entry: 4, startedAt: 10, pageUrl: 'https://clinic.test/a' }),
    to(url, [field('query', 'uid', 'Vg3D-vR_Rj7FrPgxXgSMGc', offset)],
      { entry: 9, startedAt: 20, pageUrl: 'https://clinic.test/b' }),
  ])
  assert.equal(seen.length, 1)
  const [one] = seen
  assert.ok(one)
  assert.deepEqual([one.field, one.key, one.count, one.pages, one.firstEntry, one.lastEntry, one.firstAt, one.lastAt,
    one.identifier],
    ['uid', 'uid', 2, 2, 4, 9, 10, 20, true])
  assert.equal(one.digest, createHash('sha256').update('Vg3D-vR_Rj7FrPgxXgSMGc').digest('hex'))
  const [place] = one.occurrences
  assert.ok(place)
  assert.equal(Buffer.from(url).subarray(place.start, place.end).toString(), 'Vg3D-vR_Rj7FrPgxXgSMGc')
})

test('an id inside the address inside a parameter keeps its own key, and its bytes', () => {
  const page = 'https://clinic.test/booking?insuranceSector=private&motiveIds[]=1234&specialityId=1302#x'
  for (const [value, layers] of [[encodeURIComponent(page), 1], [encodeURIComponent(encodeURIComponent(page)), 2],
    [page.replace('[]', '%5B%5D'), 0]] as const) {
    const motive = observe([to('https://t.test/', [field('query', 'dl', value, 100)])]).find(({ key }) =>
      key === 'motiveIds[]')
    assert.ok(motive)
    assert.deepEqual([motive.field, motive.value, motive.identifier, motive.layers.length],
      ['dl', '1234', false, layers])
    const [place] = motive.occurrences
    assert.equal(value.slice((place?.start ?? 0) - 100, (place?.end ?? 0) - 100), '1234')
  }
})

test('leaves of JSON, in a body or percent-encoded in a parameter', () => {
  const body = '{"a":{"b":[{"motive":1234},{"user":"Vg3D-vR_Rj7FrPgxXgSMGc"}]},"esc":"x\\u002d6fbc5e50082b4e00824d","n":true}'
  const seen = observe([to('https://t.test/', [field('body', '', body)])])
  assert.deepEqual(seen.map((each) => [each.field, each.key, each.value]), [
    ['a.b[].motive', 'motive', '1234'], ['a.b[].user', 'user', 'Vg3D-vR_Rj7FrPgxXgSMGc'],
      ['esc', 'esc', 'x-6fbc5e50082b4e00824d'],
  ])
  const place = seen[1]?.occurrences[0]
  assert.equal(body.slice(place?.start, place?.end), 'Vg3D-vR_Rj7FrPgxXgSMGc')
  assert.deepEqual([place?.field, seen[2]?.layers], ['a.b[1].user', ['json']])
  const inQuery = encodeURIComponent('{"u":"https://clinic.test/?id=98765","ui":"6fbc5e50-082b-4e00-824d-dde2f8bd2a9a"}')
  const nested = observe([to('https://t.test/', [field('query', 'data', inQuery)])])
  assert.deepEqual(nested.map((each) => [each.field, each.key, each.value]), [
    ['data.u', 'id', '98765'], ['data.ui', 'ui', '6fbc5e50-082b-4e00-824d-dde2f8bd2a9a'],
  ])
  const at = nested[1]?.occurrences[0]
  assert.equal(inQuery.slice(at?.start, at?.end), '6fbc5e50-082b-4e00-824d-dde2f8bd2a9a')
})

test('JSON in base64 has leaves, which stand where the base64 does', () => {
  const data = Buffer.from('[{"user":"Vg3D-vR_Rj7FrPgxXgSMGc","n":[1]}] ').toString('base64')
  assert.match(data, /=$/)
  for (const [part, name] of [['body', ''], ['query', 'data']] as const) {
    const [one, ...more] = observe([to('https://t.test/', [field(part, name, data)])])
    assert.deepEqual([one?.field, one?.key, one?.value, one?.layers, more], [`${name}[].user`, 'user', 'Vg3D-vR_Rj7FrPgxXgSMGc', ['base64'], []])
    const place = one?.occurrences[0]
    assert.deepEqual([place?.start, place?.end, place?.field], [0, data.length, `${name}[0].user`])
  }
})

test('parameters in a path and a query string sent as text are fields of their own', () => {
  const path = '/activityi;src=4558437;auiddc=1234567890.1;u20=%2Fclinic;~oref=https%3A%2F%2Fclinic.test%2F%3FmotiveId%3D714912'
  const seen = observe([to('https://t.test/',
    [field('path', '', path), field('body', '', 'en=scroll&cid=382963395.1498614516\r\nen=x&epn.n=25')])])
  const named = seen.map((each) => `${each.part} ${each.field} ${each.key} ${each.value}`)
  assert.ok(named.includes('path src src 4558437'))
  assert.ok(named.includes('path ~oref motiveId 714912'))
  assert.ok(named.includes('body cid cid 382963395.1498614516'))
  assert.ok(named.includes('body epn.n epn.n 25'))
})

test('what stays with the site is not observed, its cookies are', () => {
  const own = { ...other, host: 'www.clinic.test', domain: 'clinic.test' }
  const fields = [field('query', 'id', '1234'), field('cookie', '_ga', 'GA1.2.382963395.1498614516')]
  const exchange = to('https://www.clinic.test/', fields, { pageUrl: 'https://www.clinic.test/x' })
  assert.deepEqual(observe([exchange], own).map(({ part, field }) => [part, field]), [['cookie', '_ga']])
  assert.equal(observe([exchange], { ...own, via: 'first-party', rule: 'signature:x' }).length, 2,
    'unless a tracker is behind it')
})

test('secrets are kept neither as values nor as digests', () => {
  const names = ['password', 'client_secret', 'access_token', 'id_token', 'userIdToken', 'X-CSRF-Token', 'apiKey']
  const fields = names.map((name) => field('query', name, '6fbc5e50-082b-4e00-824d-dde2f8bd2a9a'))
  assert.deepEqual(observe([to('https://t.test/',
    [...fields, field('body', '', '{"user":{"password":"Vg3D-vR_Rj7FrPgxXgSMGc"}}')])]), [])
})

test('an identifier by signature is kept whatever it looks like', () => {
  const fields = { uid: { meaning: 'id', source: 'x', kind: 'identifier.cookie' as const },
    'cookie:fr': { meaning: 'id', source: 'x', kind: 'identifier.cookie' as const } }
  const seen = observe([to('https://t.test/', [field('query', 'uid', 'joe'), field('query', 'plain', 'joe'),
    field('cookie', 'fr', 'abc')])], { ...other, rule: 'signature:t', fields })
  assert.deepEqual(seen.map((each) => each.field), ['uid', 'fr'])
})

test('memory is bounded, and says so', () => {
  const observer = createObserver({ identifiers: 3, ids: 2 })
  for (let entry = 0; entry < 10; entry += 1) {
    const id = createHash('sha256').update(String(entry)).digest('hex')
    observer.see(to('https://t.test/', [field('query', 'a', id), field('query', 'n', String(1000 + entry))],
      { entry }), other)
  }
  assert.equal(observer.observations().length, 5)
  assert.deepEqual(observer.diagnostics().map(({ code, entry }) => [code, entry]).sort(),
    [['observe-identifiers-full', 3], ['observe-ids-full', 2]])
  const often = createObserver()
  const again = field('query', 'a', 'Vg3D-vR_Rj7FrPgxXgSMGc')
  for (let entry = 0; entry < 200; entry += 1) often.see(to('https://t.test/', [again], { entry }), other)
  assert.deepEqual([often.observations()[0]?.count, often.observations()[0]?.occurrences.length], [200, 50])
})

test('a value that was sent often is known in later seconds, too', () => {
  const observer = createObserver()
  const again = field('query', 'a', 'Vg3D-vR_Rj7FrPgxXgSMGc')
  for (let entry = 0; entry < 100; entry += 1) observer.see(to('https://t.test/', [again], { entry, startedAt: entry }), other)
  for (let entry = 100; entry < 120; entry += 1) observer.see(to('https://t.test/', [again], { entry, startedAt: 60_000 + 250 * entry }), other)
  const [one] = observer.observations()
  assert.deepEqual(one?.occurrences.slice(50).map(({ entry }) => entry), [100, 104, 108, 112, 116])
})

test('places of values are bounded, and it is known which value has none', () => {
  const table = new ObservationTable()
  const where = { recipient: other, part: 'query', field: 'a', key: 'a' } as const
  const sent = { entry: 0, at: 0, page: -1 }
  const addAll = (value: string): boolean[] => {
    const number = table.add('a', where, value, [], true, sent)
    return Array.from({ length: 51 }, () => table.addOccurrence(number, sent, '', 0, 1, 'query', 'a'))
  }
  for (let at = 0; at < 10_000; at += 1) assert.ok(addAll(`v${at}`).every((isKept) => isKept))
  assert.ok(!addAll('last').some((isKept) => isKept))
})

test('hostile values do not throw, and each is looked through to its end or its bound', () => {
  for (const value of [
    '['.repeat(500_000), '{"a":'.repeat(100_000), `a=b${'&'.repeat(500_000)}`, `a=${'%25'.repeat(300_000)}41`, '%',
    '%%%=%zz', '{"a":"\\', '{"__proto__":{"id":"1234567a"}}',
    '=;=?=&=', `{"a":"${'\\u0041'.repeat(100_000)}"}`, 'a=b&'.repeat(200_000), '{:::}', '{"a" 12 "b"}', '[1,2',
    '\u0000'.repeat(1000),
  ]) {
    for (const part of ['query', 'body', 'path', 'cookie'] as const) {
      const observer = createObserver()
      observer.see(to('https://t.test/', [field(part, part === 'body' ? '' : 'x', value)]), other)
      assert.ok(observer.observations().length <= 5_000, value.slice(0, 20))
    }
  }
})

const other: Recipient = { host: 't.test', domain: 't.test', category: 'other', via: 'direct',
  rule: 'registrable-domain' }

function observe(exchanges: readonly Exchange[], recipient = other): readonly Observation[] {
  const observer = createObserver()
  for (const exchange of exchanges) observer.see(exchange, recipient)
  return observer.observations()
}

function field(part: Part, name: string, value: string, offset = 0): Field {
  return { part, name, value: Buffer.from(value), pointer: '/request/url', offset }
}

function to(url: string, fields: readonly Field[], given: Partial<Exchange> = {}): Exchange {
  const host = new URL(url).hostname
  return {
    entry: 0, startedAt: 0, method: 'GET', url, host, domain: host.split('.').slice(-2).join('.'),
    resourceType: 'script', status: 200,
    delivery: 'sent', recordedBy: 'har', requestBodyBytes: 0, fields, setCookies: [], ...given,
  }
}
