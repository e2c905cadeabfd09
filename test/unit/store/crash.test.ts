import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Database } from '../../sqlite.js'
import { openStore } from '../../../src/store/store.js'
import { summarise } from '../../../src/report/summary.js'
import { makeAnalysed, storeOf } from '../../golden/fixture.js'
import { LEAKS } from './crash-writer.js'

const WRITER = fileURLToPath(new URL('crash-writer.js', import.meta.url))

/** TATTLE_KILLS=1000 for a long night. */
const KILLS = Number(process.env['TATTLE_KILLS'] ?? 20)

/** Lets the writer live for some milliseconds after it said so many lines, then kills it. Returns what it said was committed. */
async function killAfter(file: string, life: number, lines: number, milliseconds: number): Promise<string[]> {
  const child = spawn(process.execPath, [WRITER, file, `life${life}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  await new Promise<void>((resolve, reject) => {
    child.on('error', reject)
    child.stdout.on('data', (chunk: Buffer) => {
      const before = said.split('\n').length
      said += chunk.toString('latin1')
      // However slow the machine is, some lives end before anything was committed and some after.
      if (before <= lines && said.split('\n').length > lines) setTimeout(() => child.kill('SIGKILL'), milliseconds)
    })
    child.on('close', () => resolve())
  })
  return said.split('\n').slice(0, -1).filter((line) => line !== 'ready')
}

/** So many lives share a database: it grows with each, and so does the time that looking at all of it takes. */
const LIVES = 20

test('a writer that is killed leaves whole analyses or none, and loses nothing that it committed', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'tattle-crash-'))
  let file = ''
  let committed: string[] = []
  let analyses = 0
  try {
    for (let life = 0; life < KILLS; life++) {
      if (life % LIVES === 0) {
        if (file !== '') rmSync(file)
        file = join(folder, `findings-${life}.sqlite`)
        committed = []
      }
      const before = committed.length
      committed.push(...await killAfter(file, life, 1 + life % 3, 1 + (life * 37) % 90))
      const database = new Database(file)
      assert.equal(database.pragma('integrity_check', { simple: true }), 'ok')
      assert.deepEqual(database.pragma('foreign_key_check'), [])
      const sizes = database.prepare(`
        SELECT a.analysis_id, (SELECT count(*) FROM leaks l WHERE l.analysis_id = a.analysis_id) AS leaks,
          (SELECT count(*) FROM requests r WHERE r.analysis_id = a.analysis_id) AS requests,
          (SELECT count(*) FROM diagnostics d WHERE d.analysis_id = a.analysis_id) AS diagnostics
        FROM analyses a`).all() as { analysis_id: string; leaks: number; requests: number; diagnostics: number }[]
      const captures = database.prepare('SELECT count(*) FROM captures').pluck().get()
      database.close()
      for (const { leaks, requests, diagnostics } of sizes) {
        assert.deepEqual({ leaks, requests, diagnostics }, { leaks: LEAKS, requests: LEAKS, diagnostics: 1 })
      }
      assert.equal(captures, sizes.length, 'no capture without its analysis')
      const there = new Set(sizes.map(({ analysis_id }) => analysis_id))
      assert.deepEqual(committed.filter((id) => !there.has(id)), [])
      analyses += committed.length - before
      const store = openStore(file)
      assert.deepEqual(store.checkChain().faults, [])
      store.close()
      assert.deepEqual(readdirSync(folder), [basename(file)])
    }
    assert.ok(analyses >= Math.min(KILLS, 3), `only ${analyses} analyses were committed: nothing was put to the test`)
    t.diagnostic(`${KILLS} kills, ${analyses} analyses committed before them`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('several processes at once make one database and lose nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tattle-several-'))
  const file = join(folder, 'findings.sqlite')
  try {
    const codes = await Promise.all([1, 2, 3].map((number) => new Promise<number | null>((resolve) => {
      spawn(process.execPath, [WRITER, file, `process${number}`, '3'], { stdio: ['ignore', 'ignore', 'inherit'] }).on('close', resolve)
    })))
    assert.deepEqual(codes, [0, 0, 0])
    assert.deepEqual(readdirSync(folder), ['findings.sqlite'])
    const store = openStore(file)
    assert.equal(store.runs()[0]?.captures.length, 9)
    assert.ok(store.runs()[0]?.captures.every(({ leaks }) => leaks === LEAKS))
    store.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('no room left: a sentence, and the database is as it was', { skip: process.platform === 'win32' }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'tattle-full-'))
  const file = join(folder, 'findings.sqlite')
  try {
    storeOf([makeAnalysed({ consent: 'accept' })], file).close()
    // No file may grow beyond some megabytes, as if the disk were full then.
    const { status, stderr } = spawnSync('sh', ['-c', "trap '' XFSZ; ulimit -f 8000; exec \"$0\" \"$@\"", process.execPath, WRITER, file, 'full'], { encoding: 'utf8' })
    assert.equal(status, 1)
    assert.match(stderr, /TattleError: (The database|There is no room left)[^\n]*findings\.sqlite/)
    const store = openStore(file)
    const { captures } = store.report({ runIds: 'all' }, summarise)
    store.close()
    assert.ok(captures.length > 1, 'some were written before')
    const database = new Database(file, { readonly: true })
    assert.equal(database.pragma('integrity_check', { simple: true }), 'ok')
    const whole = database.prepare('SELECT count(*) AS n FROM leaks WHERE analysis_id LIKE ? GROUP BY analysis_id').pluck().all('full%')
    database.close()
    assert.ok(whole.every((count) => count === LEAKS))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
