// Where a command may not write, cannot write, or finds another version's database: a sentence, exit 2, nothing lost.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Database } from '../../sqlite.js'
import { openStore } from '../../../src/store/store.js'
import { createTattle, makeCaptureZip, makeDatabase } from './fixture.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-places-'))
after(() => {
  chmodSync(join(folder, 'locked'), 0o700)
  rmSync(folder, { recursive: true, force: true })
})
const at = (name: string): string => join(folder, name)
const tattle = createTattle(folder)
const cli = fileURLToPath(new URL('../../../src/cli.js', import.meta.url))
const isRoot = process.getuid?.() === 0
let zip = ''

before(async () => {
  zip = await makeCaptureZip(folder)
  await makeDatabase(at('findings.sqlite'), [zip])
  mkdirSync(at('locked'))
  copyFileSync(at('findings.sqlite'), at('locked/findings.sqlite'))
  chmodSync(at('locked/findings.sqlite'), 0o400)
  chmodSync(at('locked'), 0o500)
  assert.equal(tattle('evidence', 'pack', 'latest', '--db', at('findings.sqlite'), '--out', at('whole'), '--no-sign').status, 0)
})

/** As a user who is not root: root may write everywhere. */
function asNobody(...args: string[]): { status: number | null; out: string; err: string } {
  if (!isRoot) return tattle(...args)
  for (const path of [folder, at('locked')]) chmodSync(path, path === folder ? 0o755 : 0o555)
  chmodSync(at('locked/findings.sqlite'), 0o444)
  chmodSync(zip, 0o644)
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8', uid: 65534, gid: 65534, env: { ...process.env, HOME: '/nonexistent', XDG_CONFIG_HOME: '/nonexistent' } })
  chmodSync(zip, 0o600)
  return { status, out: stdout, err: stderr }
}

const head = (file: string): unknown => {
  const store = openStore(file, { readonly: true })
  const found = store.head()
  store.close()
  return found
}

/** What each command does with a database that it can only read. */
const COMMANDS: readonly (readonly [command: readonly string[], status: number, said: RegExp])[] = [
  [['evidence', 'log'], 0, /The chain in .* holds/],
  [['evidence', 'log', '--tsa', 'http://127.0.0.1:9/'], 2, /cannot be (written|opened)|gave no time-stamp/],
  [['evidence', 'prune', '--before', '2026-06-01'], 2, /cannot be (written|opened)/],
  [['diff', 'latest', 'latest'], 0, /In both: [1-9]/],
  [['runs'], 0, /booking|search/],
]

for (const [command, status, said] of COMMANDS) {
  test(`a database that can only be read: tattle ${command.join(' ')}`, () => {
    const bytes = readFileSync(at('locked/findings.sqlite'))
    const result = asNobody(...command, '--db', at('locked/findings.sqlite'))
    assert.equal(result.status, status, result.err)
    assert.match(result.out + result.err, said)
    assert.doesNotMatch(result.err, /an error of its own/)
    assert.deepEqual(readFileSync(at('locked/findings.sqlite')), bytes)
    assert.deepEqual(readdirSync(at('locked')), ['findings.sqlite'])
  })
}

test('a database that can only be read is packed, to a place that can be written', () => {
  const result = tattle('evidence', 'pack', 'latest', '--db', at('locked/findings.sqlite'), '--out', at('from-locked'), '--no-sign')
  assert.equal(result.status, 0, result.err)
  assert.equal(tattle('evidence', 'verify', at('from-locked')).status, 0)
  const refused = asNobody('evidence', 'pack', 'latest', '--db', at('locked/findings.sqlite'), '--out', at('locked/bundle'), '--no-sign')
  assert.equal(refused.status, 2)
  assert.doesNotMatch(refused.err, /an error of its own/)
})

test('a bundle that can only be read is verified, findings as well, and redacted to another place', () => {
  const result = asNobody('evidence', 'verify', at('whole'))
  assert.doesNotMatch(result.err, /an error of its own/)
  const verified = tattle('evidence', 'verify', at('whole'), '--reanalyse')
  assert.equal(verified.status, 0, verified.out)
})

test('a database of a newer version is refused by every command, and left as it is', () => {
  const newer = at('newer.sqlite')
  copyFileSync(at('findings.sqlite'), newer)
  const database = new Database(newer)
  database.exec("UPDATE meta SET value = '999' WHERE key = 'schema_version'")
  database.close()
  const bytes = readFileSync(newer)
  for (const command of [...COMMANDS.map(([one]) => one), ['evidence', 'pack', 'latest', '--no-sign', '--out', at('from-newer')]]) {
    const { status, err } = tattle(...command, '--db', newer)
    assert.equal(status, 2, command.join(' '))
    assert.match(err, /made by a newer version of tattle \(schema 999.*update tattle/, command.join(' '))
    assert.deepEqual(readFileSync(newer), bytes)
  }
  assert.equal(existsSync(at('from-newer')), false)
})

test('a database of version 1 is brought to this version by what reads its chain, and what was in it holds', () => {
  const old = at('old.sqlite')
  const database = new Database(old)
  database.exec(readFileSync(join(process.cwd(), 'test/unit/store/version-1.sql'), 'utf8'))
  const runs = database.prepare('SELECT count(*) FROM runs').pluck().get()
  database.close()
  const { status, out } = tattle('evidence', 'log', '--db', old)
  assert.equal(status, 0, out)
  const now = new Database(old, { readonly: true })
  assert.equal(now.prepare('SELECT count(*) FROM runs').pluck().get(), runs)
  now.close()
})

/** No file may grow beyond so many blocks, as if the disk were full then. */
function withoutRoom(blocks: number, ...args: string[]): { status: number | null; err: string } {
  const { status, stderr } = spawnSync('sh', ['-c', `trap '' XFSZ; ulimit -f ${blocks}; exec "$0" "$@"`, process.execPath, cli, ...args], { encoding: 'utf8' })
  return { status, err: stderr }
}

test('no room left: each command says so, exit 2, and nothing is lost or half there', async () => {
  const file = at('crowded.sqlite')
  await makeDatabase(file, [await makeCaptureZip(folder, 'crowded')])
  const before = head(file)
  const commands: readonly (readonly [number, string[]])[] = [
    [40, ['evidence', 'redact', at('whole'), '--out', at('full'), '--no-sign']],
    [40, ['evidence', 'pack', 'latest', '--db', file, '--out', at('full.zip'), '--no-sign']],
    [40, ['evidence', 'prune', '--db', file, '--before', new Date(Date.now() - 1).toISOString()]],
    [40, ['analyze', zip, '--db', file, '--quiet']],
    [2, ['export', zip, '--har', at('full.har')]],
    [2, ['export', zip, '--warc', at('full.warc.gz')]],
  ]
  for (const [blocks, command] of commands) {
    const { status, err } = withoutRoom(blocks, ...command)
    assert.equal(status, 2, `${command.join(' ')}: ${err}`)
    assert.doesNotMatch(err, /an error of its own/, command.join(' '))
    assert.deepEqual(readdirSync(folder).filter((name) => name.startsWith('full')), [], command.join(' '))
    const store = openStore(file)
    assert.deepEqual(store.checkChain().faults, [])
    store.close()
    assert.deepEqual(head(file), before, command.join(' '))
    assert.ok(existsSync(at('crowded.zip')), 'no capture was removed whose rows are still there')
  }
})

test('no room for what is analysed again is no fault of the bundle', () => {
  const crowded = withoutRoom(2, 'evidence', 'verify', at('whole'), '--reanalyse')
  const nowhere = spawnSync(process.execPath, [cli, 'evidence', 'verify', at('whole'), '--reanalyse'], { encoding: 'utf8', env: { ...process.env, TMPDIR: at('nowhere') } })
  for (const [status, err] of [[crowded.status, crowded.err], [nowhere.status, nowhere.stderr]] as const) {
    assert.equal(status, 2, err)
    assert.match(err, /^tattle: What does not fit into memory cannot be kept in the folder for temporary files, .*TMPDIR\.\n$/)
  }
})
