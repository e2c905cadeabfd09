import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Database } from '../../sqlite.js'
import { questions } from './documented.js'
import { makeCaptureZip, makeDatabase } from './fixture.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-questions-'))
after(() => rmSync(folder, { recursive: true, force: true }))

let database: Database

before(async () => {
  const file = join(folder, 'findings.sqlite')
  await makeDatabase(file, [await makeCaptureZip(folder, 'accept'), await makeCaptureZip(folder, 'reject', { consent: 'reject' })])
  // A later analysis of the same captures must not count twice.
  await makeDatabase(file, [join(folder, 'accept.zip')], '01KB00000000000000000000BB')
  database = new Database(file, { readonly: true })
})
after(() => database.close())

test('there are ten questions', () => {
  assert.deepEqual(questions.map(({ number }) => number), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
})

type Row = Record<string, unknown>

/** What the answer to each must show of the fixture. */
const ANSWERS: Readonly<Record<number, (rows: readonly Row[]) => void>> = {
  1: (rows) => {
    const outbrain = rows.find(({ recipient_domain, kind }) => recipient_domain === 'outbrain.com' && kind === 'health.specialty')
    assert.ok(outbrain)
    assert.equal(outbrain['requests'], 2) // one in each capture, however often they were analysed
    assert.ok(rows.every(({ kind }) => String(kind).startsWith('health.')))
  },
  2: (rows) => assert.deepEqual([...new Set(rows.map(({ consent_at }) => consent_at))], ['rejected']),
  3: (rows) => {
    const facebook = rows.find(({ recipient_domain }) => recipient_domain === 'facebook.com')
    assert.match(String(facebook?.['identity']), /identity\.email \(sha256\)/)
    assert.match(String(facebook?.['health']), /health\.search/)
  },
  4: (rows) => assert.ok(['facebook.com', 'outbrain.com', 'bing.com', 'tracker.example', 'widgets.example'].every((domain) => rows.some((row) => row['domain'] === domain))),
  5: (rows) => assert.ok(rows.some(({ recipient_country }) => /^[A-Z]{2}$/.test(String(recipient_country)))),
  6: (rows) => assert.ok(rows.some(({ step }) => step === 'Nach „Blasenschwäche“ suchen')),
  7: (rows) => {
    const findings = database.prepare('SELECT count(*) FROM finding WHERE leaks > 0').pluck().get()
    assert.equal(rows.length, findings)
    assert.ok(rows.every(({ har_sha256, pointer }) => /^[0-9a-f]{64}$/.test(String(har_sha256)) && String(pointer).startsWith('/log/entries/')))
  },
  8: (rows) => assert.ok(rows.some(({ accepted, rejected }) => Number(accepted) > 0 && Number(rejected) > 0)),
  9: (rows) => assert.deepEqual(rows.map(({ consent_asked, coverage }) => [consent_asked, coverage]).sort(), [['accept', 'full'], ['reject', 'full']]),
  10: (rows) => {
    assert.deepEqual([...new Set(rows.map(({ subject }) => subject))].sort(), ['analysis', 'capture', 'run', 'run-end', 'steps'])
    assert.ok(rows.some(({ parent_analysis_id }) => parent_analysis_id !== null))
  },
}

for (const { number, title, sql } of questions) {
  test(`question ${number} is answered: ${title}`, () => {
    const rows = database.prepare(sql).all() as Row[]
    assert.ok(rows.length > 0)
    assert.ok('target' in (rows[0] ?? {}))
    ANSWERS[number]?.(rows)
  })
}
