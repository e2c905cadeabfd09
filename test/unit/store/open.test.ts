import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Database } from '../../sqlite.js'
import { isTattleError, type ErrorCode } from '../../../src/errors.js'
import { isMissingBinary } from '../../../src/store/database.js'
import { driverName } from '../../../src/store/sqlite.js'
import { currentSchema, migrate, versionOf, type Schema } from '../../../src/store/migrations.js'
import { openStore } from '../../../src/store/store.js'
import { summarise } from '../../../src/report/summary.js'
import { makeAnalysed, run, storeOf } from '../../golden/fixture.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-open-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const accept = makeAnalysed({ consent: 'accept' })
const dumpOf = (version: number): string => join(process.cwd(), `test/unit/store/version-${version}.sql`)

function refuses(code: ErrorCode, pattern: RegExp, work: () => unknown): void {
  assert.throws(work, (error: unknown) => {
    assert.ok(isTattleError(error), String(error))
    assert.equal(error.code, code, error.message)
    assert.match(error.message, pattern)
    assert.doesNotMatch(error.message, /\n/)
    return true
  })
}

/** Everything but blanks: a database's schema as SQLite keeps it. */
function schemaOf(file: string): unknown[] {
  const database = new Database(file, { readonly: true })
  const rows = database.prepare("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name").all()
  database.close()
  return rows.map((row) => Object.values(row as Record<string, string>).map((text) => String(text).replace(/--.*$/gm, '').replace(/\s+/g, ' ').replace(/ ?([(),]) ?/g, '$1')))
}

for (const version of [1, 2, 3]) test(`a database of version ${version}, as it was dumped then, is brought to this version with all its rows`, () => {
  const old = join(folder, `version-${version}.sqlite`)
  const database = new Database(old)
  database.exec(readFileSync(dumpOf(version), 'utf8'))
  assert.equal(versionOf(database, old), version)
  const leaks = database.prepare('SELECT count(*) FROM leaks').pluck().get()
  database.close()

  const store = openStore(old)
  const report = store.report({}, summarise)
  assert.equal(report.findings.flatMap((finding) => finding.leaks).length, leaks)
  assert.ok(report.findings.length > 0)
  store.writeRun({ ...run, runId: 'new' })
  store.close()

  const fresh = join(folder, `fresh-${version}.sqlite`)
  openStore(fresh).close()
  assert.deepEqual(schemaOf(old), schemaOf(fresh))
})

/** The next version, as somebody may write it: a new column, a new table, and a view that shows both. */
function nextSchema(): Schema {
  const { version, steps, sql } = currentSchema()
  return {
    version: version + 1,
    steps: [...steps, { from: version, up: (database) => database.exec('ALTER TABLE runs ADD COLUMN operator TEXT') }],
    sql: `${sql.replace('CREATE VIEW run AS\n  SELECT r.run_id,', 'CREATE VIEW run AS\n  SELECT r.operator, r.run_id,')}
      CREATE TABLE IF NOT EXISTS notes (note TEXT) STRICT;`,
  }
}

test('a migration changes tables, makes the new ones, renews the views, keeps what users added, and happens once', () => {
  const file = join(folder, 'migrated.sqlite')
  storeOf([accept], file).close()
  const database = new Database(file)
  database.exec('CREATE VIEW mine AS SELECT count(*) AS n FROM leaks')
  migrate(database, file, nextSchema())
  assert.equal(versionOf(database, file), currentSchema().version + 1)
  assert.deepEqual({ ...database.prepare('SELECT run_id, operator FROM run').get() as object }, { run_id: run.runId, operator: null })
  assert.equal(database.prepare('SELECT count(*) FROM notes').pluck().get(), 0)
  assert.equal(database.prepare('SELECT n FROM mine').pluck().get(), accept.leaks.length)
  assert.throws(() => database.exec('DELETE FROM leaks'), /append-only/)
  migrate(database, file, nextSchema())
  database.close()
  const newer = readFileSync(file)
  refuses('database-newer', /newer version.*schema 5.*update tattle/, () => openStore(file))
  refuses('database-newer', /newer version/, () => openStore(file, { readonly: true }))
  assert.deepEqual(readFileSync(file), newer)
})

test('a migration that fails leaves the database as it was', () => {
  const file = join(folder, 'failed.sqlite')
  storeOf([accept], file).close()
  const before = schemaOf(file)
  const database = new Database(file)
  const { version, sql } = nextSchema()
  const steps = [{ from: version - 1, up: (): void => { database.exec('ALTER TABLE runs ADD COLUMN operator TEXT; SELECT nonsense') } }]
  assert.throws(() => migrate(database, file, { version, steps, sql }), /nonsense/)
  assert.throws(() => migrate(database, file, { version: version + 5, steps: [], sql }), /nothing leads/)
  database.close()
  assert.deepEqual(schemaOf(file), before)
  const store = openStore(file)
  assert.equal(store.report({}, summarise).verdict, 'leaks')
  store.close()
})

test('a database that another process is writing without a log, for it has just made it, is waited for', async () => {
  const file = join(folder, 'waited.sqlite')
  openStore(file).close()
  const script = `const database = new (require('${driverName()}'))(process.argv[1]); database.exec('BEGIN IMMEDIATE')
    process.stdout.write('held'); setTimeout(() => { database.exec('COMMIT'); database.close() }, 400)`
  const holder = spawn(process.execPath, ['-e', script, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(holder.stdout, 'data')
  const store = openStore(file)
  store.writeRun(run)
  assert.deepEqual(store.runs().map(({ runId }) => runId), [run.runId])
  store.close()
})

test('what is no findings database is refused in a sentence, and left alone', () => {
  const write = (name: string, content: string | Uint8Array): string => {
    const file = join(folder, name)
    writeFileSync(file, content)
    return file
  }
  const text = write('notes.txt', 'these are notes, and more than sixteen bytes of them')
  refuses('database-unreadable', /notes\.txt is not an SQLite file.*--db/, () => openStore(text))
  assert.equal(readFileSync(text, 'utf8'), 'these are notes, and more than sixteen bytes of them')

  const directory = join(folder, 'directory')
  mkdirSync(directory)
  refuses('database-unreadable', /is a directory/, () => openStore(directory))
  refuses('database-unreadable', /cannot be opened/, () => openStore(join(text, 'below-a-file.sqlite')))

  const foreign = join(folder, 'foreign.sqlite')
  const database = new Database(foreign)
  database.exec("CREATE TABLE meta (key TEXT, value TEXT); INSERT INTO meta VALUES ('schema_version', '1')")
  database.close()
  const bytes = readFileSync(foreign)
  refuses('database-unreadable', /not a findings database/, () => openStore(foreign))
  refuses('database-unreadable', /not a findings database/, () => openStore(foreign, { readonly: true }))
  const left = new Database(foreign, { readonly: true })
  assert.deepEqual(left.prepare('SELECT name FROM sqlite_master').pluck().all(), ['meta'])
  left.close()
  assert.deepEqual(readFileSync(foreign), bytes)
})

test('a damaged database is refused in a sentence', () => {
  const file = join(folder, 'damaged.sqlite')
  storeOf([accept], file).close()
  const whole = readFileSync(file)
  truncateSync(file, 4096 * 3)
  refuses('database-unreadable', /damaged/, () => {
    const store = openStore(file)
    try {
      store.report({}, summarise)
    } finally {
      store.close()
    }
  })
  writeFileSync(file, Buffer.concat([whole.subarray(0, 100), Buffer.alloc(4096, 0x5a), whole.subarray(4196)]))
  refuses('database-unreadable', /damaged|not an SQLite file/, () => openStore(file))
})

test('reading only: a missing file is not made, a present one is not written', () => {
  const missing = join(folder, 'missing.sqlite')
  refuses('database-unreadable', /There is no database at/, () => openStore(missing, { readonly: true }))
  const file = join(folder, 'reading.sqlite')
  storeOf([accept], file).close()
  const bytes = readFileSync(file)
  const store = openStore(file, { readonly: true })
  assert.equal(store.report({}, summarise).verdict, 'leaks')
  refuses('database-unreadable', /cannot be written/, () => store.writeRun(run))
  store.close()
  assert.deepEqual(readFileSync(file), bytes)
})

test('a database that another process is writing is busy', () => {
  const file = join(folder, 'busy.sqlite')
  storeOf([accept], file).close()
  const other = new Database(file)
  const store = openStore(file, { busyTimeout: 20 })
  other.exec('BEGIN IMMEDIATE')
  refuses('database-busy', /in use by another process/, () => store.writeRun({ ...run, runId: 'x' }))
  assert.equal(store.report({}, summarise).verdict, 'leaks', 'it can still be read')
  other.exec('ROLLBACK')
  store.writeRun({ ...run, runId: 'x' })
  store.close()
  other.close()
  const exclusive = new Database(file)
  exclusive.pragma('journal_mode = DELETE')
  exclusive.exec('BEGIN EXCLUSIVE')
  refuses('database-busy', /in use by another process/, () => openStore(file, { busyTimeout: 20 }))
  exclusive.exec('ROLLBACK')
  exclusive.close()
})

test('what a writer left half done that was killed is undone for whoever opens the database to read it', () => {
  const file = join(folder, 'half-done.sqlite')
  storeOf([accept], file).close()
  const before = readFileSync(file)
  const program = `
    const database = new (require('${driverName()}'))(process.argv[1])
    database.pragma('cache_size = 10')
    database.exec('BEGIN; CREATE TABLE half (done TEXT)')
    for (let row = 0; row < 500; row++) database.prepare('INSERT INTO half VALUES (?)').run('x'.repeat(1000))
    process.kill(process.pid, 'SIGKILL')`
  assert.equal(spawnSync(process.execPath, ['-e', program, file]).signal, 'SIGKILL')
  assert.notDeepEqual(readFileSync(file), before)
  const store = openStore(file, { readonly: true })
  assert.equal(store.report({}, summarise).verdict, 'leaks')
  store.close()
  assert.deepEqual(readFileSync(file), before)
})

test('a database that is written once is made with its first rows, or not at all', () => {
  const file = join(folder, 'once.sqlite')
  const store = openStore(file, { once: true })
  assert.throws(() => store.atOnce(() => {
    store.writeWhole(run, [accept], [])
    throw new Error('in the middle')
  }), /in the middle/)
  assert.deepEqual(schemaOf(file), [])
  store.atOnce(() => {
    store.writeWhole(run, [accept], [])
    store.writeRun({ ...run, exitCode: 3 })
  })
  assert.deepEqual(store.checkChain().faults, [])
  assert.equal(store.runs()[0]?.exitCode, 3)
  store.close()
  const usual = join(folder, 'usual.sqlite')
  storeOf([accept], usual).close()
  assert.deepEqual(schemaOf(file), schemaOf(usual))
})

test('without the binary of the SQLite library, a sentence says what to do', () => {
  const program = `
    process.dlopen = () => { throw Object.assign(new Error('not for this system'), { code: 'ERR_DLOPEN_FAILED' }) }
    import(process.argv[1]).then(({ openStore }) => openStore(process.argv[2])).catch((error) => console.log(JSON.stringify({ ...error, message: error.message })))`
  const store = new URL('../../../src/store/store.js', import.meta.url).href
  const { stdout } = spawnSync(process.execPath, ['-e', program, store, join(folder, 'never.sqlite')], { encoding: 'utf8' })
  const said = JSON.parse(stdout) as { name: string; code: string; message: string }
  assert.equal(said.name, 'TattleError')
  assert.match(said.message, driverName() === 'better-sqlite3' ? /^[^\n]*python3, make and g\+\+[^\n]*$/ : /^[^\n]*run "npm install" again[^\n]*$/)
})

test('a missing binary of the SQLite library is recognised', () => {
  const missing = new Error('Could not locate the bindings file. Tried:\n → build/better_sqlite3.node')
  const otherNode = Object.assign(new Error('The module was compiled against a different Node.js version'), { code: 'ERR_DLOPEN_FAILED' })
  assert.ok(isMissingBinary(missing) && isMissingBinary(otherNode))
  assert.equal(isMissingBinary(Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR' })), false)
})
