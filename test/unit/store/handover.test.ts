/** Rows that threads hand over become what the same rows become without; nothing of them stays behind. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Database } from '../../sqlite.js'
import type { Analysed, AnalysedRows } from '../../../src/model.js'
import { createHandover } from '../../../src/store/handover.js'
import { openStore } from '../../../src/store/store.js'
import { createTakeover, HandedRows } from '../../../src/store/takeover.js'
import { enlarge, HOSTILE, makeAnalysed, run } from '../../golden/fixture.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-handover-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const ids = ['reject', 'accept', 'withdraw'] as const
const sorted = (rows: Analysed): Analysed => ({
  ...rows, requests: rows.requests.toSorted((a, b) => a.entry - b.entry), leaks: rows.leaks.toSorted((a, b) => (a.leakId < b.leakId ? -1 : 1)),
})
const plain = ids.map((consent) => sorted(makeAnalysed({ consent })))

interface Given { readonly rows: readonly AnalysedRows[]; close(): void }

/** Each of the analyses from a thread's files; so many threads take turns. */
function handed(all: readonly Analysed[], threads = 1): Given {
  const handovers = Array.from({ length: threads }, createHandover)
  const take = createTakeover()
  const taken = all.map((rows, at) => ({ rest: rows, ...take(handovers[at % threads]!(rows)) }))
  return {
    rows: taken.map(({ rest, requests, leaks }) => ({ ...rest, requests, leaks })),
    close: () => taken.forEach(({ close }) => close()),
  }
}

/** Everything in the database that is not of the time at which it was written. */
function written(name: string, rows: readonly AnalysedRows[], file = join(folder, name)): unknown {
  const store = openStore(file, { once: true })
  store.writeWhole(run, rows, [])
  store.close()
  const again = openStore(file, { readonly: true })
  assert.deepEqual(again.checkChain().faults, [])
  again.close()
  const database = new Database(file, { readonly: true })
  const tables = ['requests', 'leaks', 'findings', 'analyses', 'captures', 'diagnostics']
  const all = tables.map((table) => database.prepare(`SELECT * FROM ${table}`).all())
  const links = database.prepare('SELECT link, subject, id, content_sha256 FROM chain').all()
  database.close()
  return { all, links }
}

test('what was handed over is written as it would be without, in as many files as there are threads', () => {
  const expected = written('plain.sqlite', plain)
  for (const threads of [1, 2]) {
    const given = handed(plain, threads)
    assert.ok(given.rows.every(({ leaks, requests }) => leaks instanceof HandedRows && requests instanceof HandedRows))
    assert.deepEqual(written(`handed-${threads}.sqlite`, given.rows), expected)
    given.close()
  }
})

test('as many threads as no database can be attached of, and more rows than are kept in memory', () => {
  const many = Array.from({ length: 12 }, (_, at) => {
    const analysisId = `01KB00000000000000000001${String(at).padStart(2, '0')}`
    return sorted(makeAnalysed({ consent: 'accept', captureId: `capture-${at}`, analysisId }))
  })
  const all = [...many, sorted(enlarge(plain[0]!, 20_000))]
  const given = handed(all, 12)
  assert.deepEqual(written('many-handed.sqlite', given.rows), written('many-plain.sqlite', all))
  given.close()
})

test('texts that are not valid, and rows in another order than the chain demands, are digested as they are read', () => {
  const odd = plain.map((rows, at): Analysed => (at === 0
    ? { ...rows, leaks: rows.leaks.map((leak) => ({ ...leak, excerpt: HOSTILE.lone, field: 'ä"\u0000\\ud' })) }
    : { ...rows, leaks: rows.leaks.toReversed(), requests: rows.requests.toReversed() }))
  const given = handed(odd)
  assert.deepEqual(written('odd-handed.sqlite', given.rows), written('odd-plain.sqlite', odd))
  given.close()
})

test('they are read as the records that they were, as often as it is asked; what was changed on the way is written so', () => {
  const given = handed(plain)
  for (const [at, { requests, leaks }] of given.rows.entries()) {
    for (let time = 0; time < 2; time++) assert.deepEqual({ requests: [...requests], leaks: [...leaks] }, { requests: plain[at]!.requests, leaks: plain[at]!.leaks })
  }
  const changed = (rows: AnalysedRows): AnalysedRows => ({ ...rows, leaks: [...rows.leaks].map((leak) => ({ ...leak, control: 'confirmed' })) })
  assert.deepEqual(written('changed-handed.sqlite', given.rows.map(changed)), written('changed-plain.sqlite', plain.map(changed)))
  given.close()
})

test('a database that is there already takes them beside what it holds, and is whole afterwards', () => {
  const [first, ...others] = plain
  const files = ['beside-plain.sqlite', 'beside-handed.sqlite'].map((name) => join(folder, name))
  const [expected, actual] = files.map((file, at) => {
    written('', [first!], file)
    if (at === 0) return written('', others, file)
    const given = handed(others)
    const all = written('', given.rows, file)
    given.close()
    return all
  })
  assert.deepEqual(actual, expected)
  assert.deepEqual(readdirSync(folder).filter((name) => name.startsWith('beside-handed')), ['beside-handed.sqlite'])
})

test('what cannot be written leaves the database as it was', () => {
  const file = join(folder, 'twice.sqlite')
  const before = written('', [plain[0]!], file)
  const twice = sorted(makeAnalysed({ consent: 'accept', analysisId: '01KB0000000000000000000299' }))
  const given = handed([twice, { ...plain[1]!, leaks: plain[0]!.leaks }])
  const store = openStore(file)
  assert.throws(() => store.writeWhole(run, given.rows, []), /UNIQUE constraint failed: leaks.leak_id/)
  store.close()
  given.close()
  const database = new Database(file, { readonly: true })
  assert.deepEqual(database.prepare('SELECT * FROM leaks').all(), (before as { all: unknown[] }).all[1])
  database.close()
})

test('a process that is killed while it holds them leaves nothing behind', { skip: process.platform === 'win32' }, () => {
  const temporary = join(folder, 'tmp')
  mkdirSync(temporary)
  const from = (path: string): string => JSON.stringify(new URL(`../../../${path}`, import.meta.url).href)
  const script = `
    const { createHandover } = await import(${from('src/store/handover.js')})
    const { createTakeover } = await import(${from('src/store/takeover.js')})
    const { makeAnalysed } = await import(${from('test/golden/fixture.js')})
    const rows = createTakeover()(createHandover()(makeAnalysed({ consent: 'accept' })))
    if ([...rows.leaks].length > 0) process.kill(process.pid, 'SIGKILL')`
  const { signal, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { env: { ...process.env, TMPDIR: temporary }, encoding: 'utf8' })
  assert.equal(signal, 'SIGKILL', stderr)
  assert.ok(existsSync(temporary))
  assert.deepEqual(readdirSync(temporary), [])
})
