/** A database of an earlier version: what reads it leaves it as it is, what may add to it brings it up to date and says so. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Database } from '../../sqlite.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-older-test-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const VERSIONS = [1, 2, 3]

function makeOld(version: number, name: string): string {
  const file = join(folder, name)
  const database = new Database(file)
  database.exec(readFileSync(join(process.cwd(), `test/unit/store/version-${version}.sql`), 'utf8'))
  database.close()
  return file
}

function tattle(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [join(process.cwd(), 'dist/src/cli.js'), ...args], {
    cwd: folder, encoding: 'utf8', env: { ...process.env, TMPDIR: folder },
  })
}

/** `RUN` and `STATE` stand for what the database holds. */
const READING: readonly (readonly string[])[] = [
  ['runs'], ['report', '--format', 'json'], ['report', '--format', 'jsonl'], ['report', '--out', 'page.html'],
  ['check', '--baseline', 'none'], ['diff', 'RUN', 'RUN'],
]

for (const version of VERSIONS) test(`what reads a database of version ${version} says that it reads a copy, and changes nothing`, () => {
  const old = makeOld(version, `old-${version}.sqlite`)
  const raised = makeOld(version, `raised-${version}.sqlite`)
  const log = tattle('evidence', 'log', '--db', raised)
  assert.match(log.stderr, /raised-\d\.sqlite was made by an older version of tattle and has been brought up to date; its rows are as they were\.\n/)
  assert.match(log.stdout, /The chain in .* holds/)
  const [{ runId } = { runId: '' }] = JSON.parse(tattle('runs', '--json', '--db', raised).stdout) as { runId: string }[]
  const before = readFileSync(old)
  for (const command of READING) {
    const args = command.map((arg) => (arg === 'RUN' ? runId : arg))
    const ofOld = tattle(...args, '--db', old)
    const ofRaised = tattle(...args, '--db', raised)
    assert.equal(ofOld.status, ofRaised.status, ofOld.stderr)
    assert.notEqual(ofOld.status, 2, ofOld.stderr)
    assert.match(ofOld.stderr, /old-\d\.sqlite was made by an older version of tattle: a copy of it is read, and it stays as it is\.\n/)
    assert.doesNotMatch(ofRaised.stderr, /older version/)
    // The chain of version 1 begins in the database itself.
    const custody = version > 1 ? /(?!)/ : /,?\s*"custody": ?\{[^}]*\}/
    const shown = (text: string): string =>
      text.replace(custody, '').replace(/"generatedAt":.*/, '').replaceAll('raised-', 'old-').trimEnd()
    assert.ok(shown(ofOld.stdout) === shown(ofRaised.stdout), `${args.join(' ')} says something else of the copy`)
  }
  assert.deepEqual(readFileSync(old), before)
  assert.doesNotMatch(tattle('runs', '--quiet', '--db', old).stderr, /./)
})

test('of a database that cannot be copied it is said what to do', () => {
  const old = makeOld(3, 'no-room.sqlite')
  writeFileSync(join(folder, 'no-folder'), '')
  const { status, stderr } = spawnSync(process.execPath, [join(process.cwd(), 'dist/src/cli.js'), 'runs', '--db', old], {
    encoding: 'utf8', env: { ...process.env, TMPDIR: join(folder, 'no-folder') },
  })
  assert.equal(status, 2)
  assert.match(stderr, /^tattle: The database .* older version .* cannot be made in .*no-folder .*"tattle evidence log --db .*" brings the database itself up to date\.\n$/)
})

test('an empty file, as a killed first writer leaves it, is no older version', () => {
  writeFileSync(join(folder, 'empty.sqlite'), '')
  const runs = tattle('runs', '--db', 'empty.sqlite')
  assert.deepEqual([runs.status, runs.stdout, runs.stderr], [0, '', ''])
  const report = tattle('report', '--db', 'empty.sqlite', '--format', 'json')
  assert.equal(report.status, 2)
  assert.match(report.stderr, /^tattle: Nothing in empty\.sqlite fits a report[^\n]*\n$/)
  assert.equal(readFileSync(join(folder, 'empty.sqlite')).length, 0)
  assert.doesNotMatch(tattle('evidence', 'log', '--db', 'empty.sqlite').stderr, /older version/)
})
