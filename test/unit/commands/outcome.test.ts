/** Exit statuses: the first that applies of wrong usage, findings, inconclusive, done, whatever comes first. And what is printed. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { writeZip } from '../../../src/capture/har-zip.js'
import { exitOf, exitOfRun, graver } from '../../../src/commands/outcome.js'
import { SEVERITIES } from '../../../src/model.js'
import { openStore } from '../../../src/store/store.js'
import { makeAnalysed, makeHonest, run as made } from '../../golden/fixture.js'

const CLI = fileURLToPath(new URL('../../../src/cli.js', import.meta.url))

test('of two exit statuses the graver one holds, in either order', () => {
  const cases = [[0, 0, 0], [0, 3, 3], [0, 1, 1], [3, 1, 1], [3, 3, 3], [1, 1, 1], [2, 0, 2], [2, 1, 2], [2, 3, 2]] as const
  for (const [one, other, expected] of cases) {
    assert.equal(graver(one, other), expected, `${one} ${other}`)
    assert.equal(graver(other, one), expected, `${other} ${one}`)
  }
})

test('the exit status of a run that was written is that of its report, whatever was dismissed or broken', () => {
  const told = new Set<number>()
  for (const captures of [
    [makeAnalysed({ consent: 'accept' })], [makeHonest({ consent: 'reject' })], [makeHonest({ consent: 'reject', coverage: 'broken' })],
    [makeAnalysed({ consent: 'accept' }), makeHonest({ consent: 'reject', coverage: 'broken' })],
  ]) {
    for (const dismissed of [0, 1, Infinity]) {
      const store = openStore(':memory:')
      store.writeWhole(made, captures, [])
      const selection = { runIds: [made.runId] }
      for (const { fingerprint } of store.report(selection, () => '').findings.slice(0, dismissed)) {
        // What was said of it before does not hold any more.
        for (const [status, assessedAt] of [['confirmed', '2026-03-02T09:00:00.000Z'], ['dismissed', '2026-03-03T09:00:00.000Z']] as const) {
          store.writeAssessment({ fingerprint, status, reason: 'seen', assessedBy: 'me', assessedAt })
        }
      }
      const report = store.report(selection, () => '')
      for (const failOn of [...SEVERITIES, 'never']) {
        const status = exitOfRun(store, made.runId, captures.map(({ capture }) => capture), [], failOn)
        assert.equal(status, exitOf(report, failOn), `${failOn}, ${dismissed} dismissed`)
        told.add(status)
      }
      assert.equal(exitOfRun(store, 'another run', [], [], 'low'), 0)
      store.close()
    }
  }
  assert.deepEqual([...told].sort(), [0, 1, 3])
})

test('what calls itself inconclusive does not end with 0: an input that could not be read beside one where nothing was observed', () => {
  const here = mkdtempSync(join(tmpdir(), 'tattle-lost-'))
  try {
    const har = (url: string): string => JSON.stringify({ log: { version: '1.2', creator: { name: 'x', version: '1' }, entries: [
      { startedDateTime: '2026-03-01T09:00:00.000Z', request: { method: 'GET', url, headers: [] }, response: { status: 200 } }] } })
    writeFileSync(join(here, 'silent.har'), har('https://t.example/'))
    writeFileSync(join(here, 'leaking.har'), har('https://t.example/?q=Sterilisation'))
    writeFileSync(join(here, 'page.har'), '<!doctype html><title>Sign in</title>')
    const told = [['silent.har'], ['silent.har', 'page.har'], ['silent.har', 'page.har', '--fail-on', 'low'], ['leaking.har', 'page.har'],
      ['leaking.har', 'page.har', '--fail-on', 'critical'], ['leaking.har', 'page.har', '--fail-on', 'info']].map((args, at) => {
      const { status, stdout } = spawnSync(process.execPath, [CLI, 'analyze', ...args, '--first-party', 'klinik.example', '--db', `${at}.sqlite`], { cwd: here, encoding: 'utf8' })
      return [status, stdout.includes('Inconclusive')]
    })
    assert.deepEqual(told, [[0, false], [3, true], [3, true], [0, false], [3, false], [1, false]])
  } finally {
    rmSync(here, { recursive: true })
  }
})

test('an analysis is read back when it is written, its end and exit status as well', () => {
  const here = mkdtempSync(join(tmpdir(), 'tattle-end-'))
  try {
    const entry = { startedDateTime: '2026-03-01T09:00:00.000Z', request: { method: 'GET', url: 'https://t.example/?q=Sterilisation', headers: [] }, response: { status: 200 } }
    writeFileSync(join(here, 'a.har'), JSON.stringify({ log: { version: '1.2', creator: { name: 'x', version: '1' }, entries: [entry] } }))
    for (const [failOn, exit] of [['never', 0], ['info', 1]] as const) {
      const args = ['analyze', 'a.har', '--first-party', 'klinik.example', '--json', '--fail-on', failOn, '--db', `${failOn}.sqlite`]
      const { status, stdout } = spawnSync(process.execPath, [CLI, ...args], { cwd: here, encoding: 'utf8' })
      const { runs } = JSON.parse(stdout) as { runs: { exitCode: number | null }[] }
      assert.deepEqual([status, runs.map(({ exitCode }) => exitCode)], [exit, [exit]])
    }
  } finally {
    rmSync(here, { recursive: true })
  }
})

test('what a new baseline changes is told as JSON where that is asked for; a report of a check that is not made is refused', () => {
  const here = mkdtempSync(join(tmpdir(), 'tattle-baseline-'))
  try {
    const entry = { startedDateTime: '2026-03-01T09:00:00.000Z', request: { method: 'GET', url: 'https://t.example/?q=Sterilisation', headers: [] }, response: { status: 200 } }
    writeFileSync(join(here, 'a.har'), JSON.stringify({ log: { version: '1.2', creator: { name: 'x', version: '1' }, entries: [entry] } }))
    const tattle = (...args: string[]) => spawnSync(process.execPath, [CLI, ...args, '--db', 'a.sqlite'], { cwd: here, encoding: 'utf8' })
    assert.equal(tattle('analyze', 'a.har', '--first-party', 'klinik.example', '--quiet').status, 0)
    const refused = tattle('check', '--update-baseline', '--report', 'sarif=a.sarif')
    assert.deepEqual([refused.status, refused.stdout, existsSync(join(here, 'reports'))], [2, '', false])
    assert.match(refused.stderr, /^tattle: With --update-baseline .*--report.*\.\n$/)
    const { status, stdout } = tattle('check', '--update-baseline', '--json')
    const { baselines: [only, ...more] } = JSON.parse(stdout) as { baselines: { scenario: string; file: string; changes: { sign: string }[]; kept: string[] }[] }
    assert.deepEqual([status, only?.scenario, only?.file, only?.kept, more], [0, 'a', join('reports/baseline/a.json'), [], []])
    assert.ok(only !== undefined && only.changes.length > 0 && only.changes.every(({ sign }) => sign === '+'))
    assert.ok(existsSync(join(here, only.file)))
  } finally {
    rmSync(here, { recursive: true })
  }
})

test('HARs of a live site and of a stand-in: two databases, the live one to be read next, and one document in JSON', () => {
  const here = mkdtempSync(join(tmpdir(), 'tattle-mixed-'))
  try {
    const har = (host: string): string => JSON.stringify({ log: { version: '1.2', creator: { name: 'x', version: '1' }, entries: [
      { startedDateTime: '2026-03-01T09:00:00.000Z', _resourceType: 'document', request: { method: 'GET', url: `https://${host}/`, headers: [] }, response: { status: 200 } },
      { startedDateTime: '2026-03-01T09:00:01.000Z', request: { method: 'GET', url: 'https://t.example/?q=Sterilisation', headers: [] }, response: { status: 200 } },
    ] } })
    writeFileSync(join(here, 'a.har'), har('www.klinik.example'))
    writeFileSync(join(here, 'b.har'), har('localhost'))
    const tattle = (...args: string[]): { out: string; err: string } => {
      const { stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { cwd: here, encoding: 'utf8' })
      return { out: stdout, err: stderr }
    }
    interface Told { target: string; verdict: string; summary: string; captures: { target: string }[]; findings: { target: string }[]; runs: object[] }
    const targetsOf = (text: string): unknown => {
      const { target, verdict, summary, captures, findings, runs } = JSON.parse(text) as Told
      assert.match(summary, /^Live site and stand-in, mixed/)
      return [target, verdict, captures.map((one) => one.target), findings.map((one) => one.target), runs.length]
    }
    const mixed = ['mixed', 'leaks', ['stand-in', 'live'], ['stand-in', 'live'], 1]
    const apart = tattle('analyze', 'a.har', 'b.har', '--json')
    assert.deepEqual(targetsOf(apart.out), mixed)
    assert.equal(apart.err.match(/^Chain /gm)?.length, 2)
    assert.match(tattle('report', '--format', 'markdown').out, /Live site: klinik/)
    const together = tattle('analyze', 'a.har', 'b.har', '--json', '--db', 'both.sqlite')
    assert.deepEqual(targetsOf(together.out), mixed)
    assert.equal(together.err.match(/^Chain /gm)?.length, 1)
    assert.equal(tattle('analyze', 'a.har', 'b.har', '--db', 'both.sqlite').out.match(/^Chain /gm)?.length, 1)
  } finally {
    rmSync(here, { recursive: true })
  }
})

test('what a file or a word is called does not speak to the terminal', () => {
  const name = 'a\u001b[31mred\u001b]0;title\u0007\u202eb'
  for (const args of [
    ['analyze', `${name}.har`], ['runs', '--db', `${name}.sqlite`], [name], ['analyze', 'x.har', '--first-party', name], ['report', '--format', name],
    ['analyze', 'x.har', '--config', `${name}.yaml`], ['evidence', 'verify', name], ['audit', name],
  ]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { cwd: tmpdir(), encoding: 'utf8' })
    assert.equal(status, 2, args.join(' '))
    assert.doesNotMatch(stdout + stderr, /[\u001b\u0007\u202e]/, args.join(' '))
    assert.match(stderr, /\\u\{1b\}\[31mred/)
  }
})

test('what diff finds neither as a run nor as a capture it calls by neither flag', () => {
  const here = mkdtempSync(join(tmpdir(), 'tattle-diff-'))
  try {
    openStore(join(here, 'db.sqlite')).close()
    const { status, stderr } = spawnSync(process.execPath, [CLI, 'diff', 'abc', 'latest', '--db', 'db.sqlite'], { cwd: here, encoding: 'utf8' })
    assert.equal(status, 2)
    assert.match(stderr, /^tattle: There is no run and no capture "abc" in db\.sqlite; "tattle runs" lists what there is\.\n$/)
    const states = spawnSync(process.execPath, [CLI, 'diff', 'reject', 'accept', '--db', 'db.sqlite'], { cwd: here, encoding: 'utf8' })
    assert.match(states.stderr, /^tattle: Nothing in db\.sqlite fits --run latest --consent reject; "tattle runs" lists what there is\.\n$/)
  } finally {
    rmSync(here, { recursive: true })
  }
})

test('one of the HARs of an archive is exported by its id', async () => {
  const here = mkdtempSync(join(tmpdir(), 'tattle-member-'))
  try {
    const har = (path: string): Buffer => Buffer.from(JSON.stringify({ log: { version: '1.2', creator: { name: 'x', version: '1' }, entries: [
      { startedDateTime: '2026-03-01T09:00:00.000Z', request: { method: 'GET', url: `https://klinik.example/${path}`, headers: [] }, response: { status: 200 } }] } }))
    await writeZip(join(here, 'both.zip'), [{ name: 'one.har', content: har('one') }, { name: 'in/two.har', content: har('two') }])
    const tattle = (...args: string[]) => spawnSync(process.execPath, [CLI, ...args], { cwd: here, encoding: 'utf8' })
    const { captures } = JSON.parse(tattle('analyze', 'both.zip', '--json').stdout) as { captures: { captureId: string, path: string }[] }
    for (const { captureId, path } of captures) {
      const { status, stderr } = tattle('export', captureId, '--har', 'out.har')
      assert.equal(status, 0, stderr)
      assert.match(readFileSync(join(here, 'out.har'), 'utf8'), path.endsWith('two.har') ? /klinik\.example\/two/ : /klinik\.example\/one/)
    }
    assert.equal(captures.length, 2)
    assert.equal(tattle('analyze', captures[1]!.path, '--quiet').status, 0, 'as reports say that a finding is checked again')
    const { status, stderr } = tattle('analyze', 'both.zip/none.har')
    assert.deepEqual([status, /^tattle: both\.zip\/none\.har does not exist: both\.zip is there/.test(stderr)], [2, true], stderr)
    await writeZip(join(here, 'both.zip'), [{ name: 'one.har', content: har('other') }])
    assert.match(tattle('export', captures[0]!.captureId, '--har', 'out.har').stderr, /^tattle: both\.zip does not hold the HAR that was analysed any more;/)
    rmSync(join(here, 'both.zip'))
    assert.match(tattle('export', captures[0]!.captureId, '--har', 'out.har').stderr, /^tattle: The capture .* is not at both\.zip\/.* any more; give the path/)
  } finally {
    rmSync(here, { recursive: true })
  }
})

test('what is read is not written over: a HAR by its export, a database by its report', () => {
  const here = mkdtempSync(join(tmpdir(), 'tattle-over-'))
  try {
    const har = JSON.stringify({ log: { version: '1.2', creator: { name: 'x', version: '1' }, entries: [] } })
    writeFileSync(join(here, 'a.har'), har)
    symlinkSync(join(here, 'a.har'), join(here, 'link.har'))
    openStore(join(here, 'db.sqlite')).close()
    const before = readFileSync(join(here, 'db.sqlite'))
    for (const args of [
      ['export', 'a.har', '--har', './a.har'], ['export', 'a.har', '--warc', 'link.har'], ['report', '--db', 'db.sqlite', '--out', join(here, 'db.sqlite')],
      ['check', '--db', 'db.sqlite', '--report', 'sarif=db.sqlite'],
    ]) {
      const { status, stderr } = spawnSync(process.execPath, [CLI, ...args], { cwd: here, encoding: 'utf8' })
      assert.equal(status, 2, args.join(' '))
      assert.match(stderr, /^tattle: .*(?: is what is to be exported| is the database|over the database); name another file/)
    }
    assert.equal(readFileSync(join(here, 'a.har'), 'utf8'), har)
    assert.deepEqual(readFileSync(join(here, 'db.sqlite')), before)
  } finally {
    rmSync(here, { recursive: true })
  }
})

test('one address and another base URL are told apart, the same are not', () => {
  const told = (baseUrl: string): string =>
    spawnSync(process.execPath, [CLI, 'audit', 'http://127.0.0.1:9/page', '--base-url', baseUrl, '--host-map', 'nothing'], { cwd: tmpdir(), encoding: 'utf8' }).stderr
  assert.match(told('http://127.0.0.1:8'), /^tattle: The visit is to http:\/\/127\.0\.0\.1:9\/page, and --base-url says http:\/\/127\.0\.0\.1:8; leave it out/)
  assert.match(told('http://127.0.0.1:9/other'), /--host-map takes PATTERN=HOST/)
})

test('a browser with a window says that it needs a display', { skip: process.platform !== 'linux' }, () => {
  const here = mkdtempSync(join(tmpdir(), 'tattle-display-'))
  try {
    const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env
    const { status, stderr } = spawnSync(process.execPath, [CLI, 'record', 'https://klinik.example'], { cwd: here, encoding: 'utf8', env })
    assert.equal(status, 2)
    assert.match(stderr, /^tattle: A browser with a window needs a display, and there is none .*xvfb-run\.\n$/)
  } finally {
    rmSync(here, { recursive: true })
  }
})
