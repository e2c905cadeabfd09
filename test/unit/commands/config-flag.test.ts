/** `--config` stands in the help of a command exactly where it is read; elsewhere it is taken, and said to be nothing. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openStore } from '../../../src/store/store.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-config-flag-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const COMMANDS: readonly (readonly [args: string, isRead: boolean])[] = [
  ['audit https://klinik.example', true], ['record https://klinik.example', true], ['analyze none.har', true], ['check', true],
  ['evidence pack latest --no-sign', true],
  ['runs', false], ['report', false], ['diff latest latest', false], ['export 0123', false],
  ['assess 01234567 --status pending --reason r --by b', false], ['evidence log', false], ['evidence prune --before 2020-01-01', false],
]

function tattle(...args: string[]): { out: string; err: string; status: number | null } {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(process.cwd(), 'dist/src/cli.js'), ...args], { cwd: folder, encoding: 'utf8' })
  return { out: stdout, err: stderr, status }
}

test('what --help shows is read, and what is not read is said', () => {
  writeFileSync(join(folder, 'wrong.yaml'), 'nonsense: 1\n')
  openStore(join(folder, 'db.sqlite')).close()
  for (const [command, isRead] of COMMANDS) {
    const args = command.split(' ')
    const name = args.slice(0, args[0] === 'evidence' ? 2 : 1)
    assert.equal(tattle(...name, '--help').out.includes('--config'), isRead, `${name.join(' ')} --help`)
    const { err, status } = tattle(...args, '--db', 'db.sqlite', '--config', 'wrong.yaml')
    if (isRead) {
      assert.equal(status, 2)
      assert.match(err, /^tattle: wrong\.yaml:1:1: "nonsense" means nothing here/, command)
    } else assert.match(err, new RegExp(`^tattle: --config wrong\\.yaml is not read: nothing in a configuration is for "${name.at(-1) ?? ''}"\\.\\n`), command)
  }
})
