import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTrail, keptIn, storageNotes, storedOf, type Kept } from '../../../src/assess/stored.js'
import type { Exchange, Field, Match, Recipient, StoredRecord } from '../../../src/model.js'
import { createObserver } from '../../../src/observe/observe.js'

const meta: Recipient = { host: 'www.facebook.com', domain: 'facebook.com', entity: 'Meta', category: 'social', via: 'direct', rule: 'signature:meta-pixel' }
const own: Recipient = { host: 'www.clinic.example', domain: 'clinic.example', category: 'other', via: 'direct', rule: 'registrable-domain' }

function send(entry: number, recipient: Recipient, name: string, value: string, part: Field['part'] = 'query'): Exchange {
  return {
    entry, startedAt: 1_000 * entry, method: 'GET', url: `https://${recipient.host}/`, host: recipient.host, domain: recipient.domain,
    resourceType: '', status: 200, delivery: 'sent', recordedBy: 'har', requestBodyBytes: 0, setCookies: [], pageUrl: 'https://www.clinic.example/',
    fields: [{ part, name, value: Buffer.from(value), pointer: '/request/url', offset: 0 }],
  }
}

const kept = (area: Kept['area'], name: string, ...values: string[]): Kept => ({
  area, name, place: area === 'cookie' ? '.clinic.example' : 'https://www.clinic.example', step: 'Search', storedAt: null,
  setBy: 'script', setByUrl: null, expires: null, values,
})

function trace(all: readonly Kept[], sent: readonly (readonly [Exchange, Recipient, Match[]?])[]): StoredRecord[] {
  const observer = createObserver()
  const trail = createTrail()
  for (const [exchange, recipient, matches = []] of sent) {
    observer.see(exchange, recipient)
    trail.see(exchange, recipient, matches)
  }
  return storedOf(all, {
    analysisId: 'a', captureId: 'c', firstParty: new Set(['clinic.example']), observations: observer.observations(), trail,
    termsIn: (text) => text.includes('Blasenschwäche') ? ['health.search#0'] : [],
  })
}

const ways = (rows: readonly StoredRecord[]): string[] =>
  rows.map(({ name, recipientDomain, part, field, requests }) => `${name} → ${recipientDomain ?? '-'} ${part ?? '-'} ${field ?? '-'} ${requests}`)

const fbp = 'fb.1.1772355600000.1234567890'
const ga = 'GA1.1.987654321.1772355600'

test('a value that a third party receives is traced to where it was kept, whole or in part', () => {
  const rows = trace([
    kept('cookie', '_fbp', fbp), kept('cookie', '_ga', ga), kept('local', 'state', JSON.stringify({ id: '3f2a9c1e7b60d4f8', n: 1 })),
    kept('session', 'quoted', encodeURIComponent('"9c1e7b603f2ad4f8"')), kept('indexed-db', 'events'), kept('local', 'theme', 'dark'),
  ], [
    [send(1, meta, 'fbp', fbp), meta], [send(2, meta, 'fbp', fbp), meta],
    [send(3, meta, 'cid', '987654321.1772355600'), meta],
    [send(4, meta, 'uid', '3f2a9c1e7b60d4f8'), meta], [send(5, meta, 'sid', '9c1e7b603f2ad4f8', 'body'), meta],
  ])
  assert.deepEqual(ways(rows), [
    '_fbp → facebook.com query fbp 2', '_ga → facebook.com query cid 1', 'state → facebook.com query uid 1',
    'quoted → facebook.com body sid 1', 'events → - - - 0', 'theme → - - - 0',
  ])
  assert.deepEqual(rows.map(({ ordinal }) => ordinal), [0, 1, 2, 3, 4, 5])
  assert.deepEqual([rows[0]?.firstEntry, rows[0]?.firstSentAt, rows[0]?.recipientEntity], [1, '1970-01-01T00:00:01.000Z', 'Meta'])
})

test('what the site itself gets back is no way to a third party', () => {
  assert.deepEqual(ways(trace([kept('cookie', '_fbp', fbp)], [[send(1, own, '_fbp', fbp, 'cookie'), own]])), ['_fbp → - - - 0'])
})

test('words, short values and parts that are no identifier do not coincide', () => {
  const all = [kept('local', 'tab', 'overview'), kept('local', 'count', '42'), kept('local', 'seen', 'page.2024.01')]
  const sent = [send(1, meta, 'tab', 'overview'), send(2, meta, 'n', '42'), send(3, meta, 'm', '2024.01')] as const
  assert.deepEqual(ways(trace(all, sent.map((one) => [one, meta] as const))), ['tab → - - - 0', 'count → - - - 0', 'seen → - - - 0'])
})

test('a planted value that was kept is traced by what was found of it, under whatever encoding it went', () => {
  const match = {
    term: { id: 'health.search#0', kind: 'health.search', value: 'Blasenschwäche', source: 'persona', ordinal: 0 }, transforms: ['sha256'],
    field: { part: 'query', name: 'h', value: Buffer.alloc(0), pointer: '', offset: 0 }, fieldPath: 'h', layers: [], start: 0, end: 0,
    certainty: 'hashed', rule: '',
  } satisfies Match
  const exchange = send(7, meta, 'h', '5e88')
  assert.deepEqual(ways(trace([kept('local', 'last', '["Blasenschwäche"]')], [[exchange, meta, [match]], [exchange, meta, [match]]])),
    ['last → facebook.com query h 2'])
  assert.deepEqual(ways(trace([kept('local', 'last', 'Blasenschwäche')], [[{ ...exchange, delivery: 'attempted' }, meta, [match]]])), ['last → - - - 0'])
})

test('the record of a capture: each thing once, at its first step, with who set it; writes count though they were taken back', () => {
  const at = (second: number): string => `2026-03-01T09:00:${String(second).padStart(2, '0')}.000Z`
  const cookie = { name: 'id', domain: '.tracker.example', value: 'one', expires: at(50), setBy: { how: 'answer', url: 'https://tracker.example/p?x=1', at: at(2) } }
  const origin = 'https://www.clinic.example'
  const record = {
    snapshots: [
      { at: at(5), title: 'Open', cookies: [cookie], origins: [{ origin, local: [['a', '1']], session: [], indexedDb: ['db'] }] },
      { at: at(9), title: 'Search', cookies: [{ ...cookie, value: 'two' }, 7, null], origins: [{ origin, local: [['a', '2']], session: 'none' }] },
    ],
    writes: [
      { at: at(1), origin, area: 'local', key: 'gone', value: 'soon' }, { at: at(6), origin, area: 'session', key: 's', value: 'x' },
      { at: at(7), origin, area: 'elsewhere', key: 's', value: 'x' }, { at: at(11), origin, area: 'local', key: 'late', value: 'y' },
    ],
  }
  const said = keptIn(record).map(({ area, name, place, step, storedAt, setBy, setByUrl, values }) => [area, name, place, step, storedAt, setBy, setByUrl, values])
  assert.deepEqual(said, [
    ['local', 'gone', origin, 'Open', at(1), 'script', null, ['soon']],
    ['cookie', 'id', '.tracker.example', 'Open', at(2), 'answer', 'https://tracker.example/p?x=1', ['one', 'two']],
    ['local', 'a', origin, 'Open', at(5), 'script', null, ['1', '2']],
    ['indexed-db', 'db', origin, 'Open', at(5), 'script', null, []],
    ['session', 's', origin, 'Search', at(6), 'script', null, ['x']],
    ['local', 'late', origin, null, at(11), 'script', null, ['y']],
  ])
})

for (const record of [undefined, null, 7, [], {}, { snapshots: 5, writes: {} }, { snapshots: [null, { cookies: [[]], origins: [{ local: [[1], 'x'] }] }], writes: [null, 3] }]) {
  test(`a record of any shape is no exception: ${JSON.stringify(record)}`, () => {
    assert.ok(keptIn(record).every(({ place }) => typeof place === 'string'))
  })
}

test('what a hostile site keeps is bounded', () => {
  const many = Array.from({ length: 5_000 }, (_, at) => kept('local', `n${at}`, `${'a.'.repeat(2_000)}${at}`))
  assert.ok(trace(many, []).length <= 3_000)
  const local = Array.from({ length: 5_000 }, (_, at) => [`n${at}`, 'v'])
  assert.ok(keptIn({ snapshots: [{ title: 't', at: '', origins: [{ origin: 'o', local }] }] }).length <= 1_000)
})

test('more things than are told of are a note', () => {
  const items = (count: number): unknown => ({ writes: Array.from({ length: count }, (_, at) => ({ area: 'local', key: `k${at}`, origin: 'https://www.clinic.example', at: '', value: 'v' })) })
  const codes = (count: number): string[] => storageNotes(keptIn(items(count)), []).map(({ code }) => code)
  assert.deepEqual([codes(999), codes(1_500)], [[], ['storage-bounded']])
})
