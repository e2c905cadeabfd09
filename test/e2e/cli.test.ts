/** The command as users script it: exit statuses, sentences, what is printed, and what is left alone. */
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { Database } from '../sqlite.js'
import type { Report } from '../../src/model.js'

const cli = join(process.cwd(), 'dist/src/cli.js')
const cases = join(process.cwd(), 'test/cases')
const leaking = join(cases, 'leak.page-url-in-dl/input.har')
const silent = join(cases, 'ok.first-party-only/input.har')
const persona = join(cases, 'persona.json')

let folder: string
before(() => { folder = mkdtempSync(join(tmpdir(), 'tattle-cli-')) })
after(() => rmSync(folder, { recursive: true, force: true }))

interface Ran { readonly status: number | null; readonly out: string; readonly err: string }

function tattle(args: readonly string[], options: { cwd?: string; input?: Buffer } = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd: options.cwd ?? folder, input: options.input, encoding: 'utf8', maxBuffer: 1 << 26, timeout: 60_000 })
  return { status, out: stdout, err: stderr }
}

/** A working folder of its own. */
function fresh(name: string): string {
  const cwd = join(folder, name)
  mkdirSync(cwd)
  return cwd
}

test('what is made can be read by whoever made it, whatever the mask, and by nobody whom the mask leaves out', () => {
  const cwd = fresh('mask')
  for (const mask of ['0777', '0077']) {
    const { status, stderr } = spawnSync('sh', ['-c', `umask ${mask}; exec "$@"`, 'sh', process.execPath, cli, 'analyze', silent, '--db', `made/${mask}.sqlite`], { cwd, encoding: 'utf8' })
    assert.equal(status, 0, stderr)
    assert.equal(statSync(join(cwd, 'made', `${mask}.sqlite`)).mode & 0o777, 0o600)
    assert.equal(statSync(join(cwd, 'made')).mode & 0o777, 0o700)
    rmSync(join(cwd, 'made'), { recursive: true })
  }
})

const isSentence = (err: string): boolean => /^tattle: .+\.(\n|$)/s.test(err) && !/\n\s+at /.test(err)

describe('exit status 2: one sentence, and nothing was written', () => {
  const truncated = (): string => {
    const file = join(folder, 'empty.har')
    writeFileSync(file, '')
    return file
  }
  const personaWith = (more: object): string => {
    const file = join(folder, 'odd.json')
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(persona, 'utf8')) as object, ...more }))
    return file
  }
  const wrong: readonly (readonly [string, () => readonly string[], RegExp])[] = [
    ['a file that is not there', () => ['analyze', 'nothing.har'], /nothing\.har does not exist/],
    ['an empty file', () => ['analyze', truncated()], /empty/],
    ['a file that is no HAR', () => ['analyze', persona], /no HAR/],
    ['a persona that is not there', () => ['analyze', silent, '--persona', 'who.json'], /who\.json cannot be read/],
    ['a value without a kind', () => ['analyze', silent, '--value', 'Urologie'], /kind=text/],
    ['an address that is none, as a value', () => ['analyze', silent, '--value', 'network.ip=1.2.3'], /network\.ip takes an IPv4 or IPv6 address/],
    ['an address that is none, in a persona', () => ['analyze', silent, '--persona', personaWith({ values: { 'network.ip': ['1.2.3'] } })], /"1\.2\.3" under "network\.ip"/],
    ['a persona with something that none has', () => ['analyze', silent, '--persona', personaWith({ contrl: {} })], /has "contrl", which no persona has/],
    ['a severity that does not exist', () => ['analyze', silent, '--fail-on', 'terrible'], /terrible/],
    ['a command that does not exist', () => ['frobnicate'], /frobnicate/],
    ['a format that does not exist', () => ['report', '--format', 'docx'], /docx/],
    ['a report without a database', () => ['report'], /no database/],
    ['a scenario that does not exist', () => ['audit', 'no-such-scenario'], /no-such-scenario/],
    ['an address that is none', () => ['audit', 'booking.de', '--base-url', 'klinik.example'], /klinik\.example/],
    ['a consent state that does not exist', () => ['audit', 'booking.de', '--consent', 'maybe'], /maybe/],
    ['a scenario that is none', () => ['audit', silent, '--base-url', 'http://127.0.0.1:4/'], /input\.har is no scenario/],
    ['a first party that is no domain', () => ['analyze', silent, '--first-party', 'https://klinik.example/'], /must be a domain without scheme/],
    ['a database without a name', () => ['analyze', silent, '--db', ''], /must be a path/],
    ['an export without a name', () => ['export', silent, '--har', ' '], /must be a path/],
    ['a locale that is none', () => ['audit', 'http://127.0.0.1:4/', '--locale', 'de_DE'], /BCP 47.*"de_DE" is none\.$/m],
    ['a time zone that is none', () => ['audit', 'http://127.0.0.1:4/', '--timezone', 'Mars/Phobos'], /IANA.*"Mars\/Phobos" is none\.$/m],
    ['a proxy that is none', () => ['audit', 'http://127.0.0.1:4/', '--proxy', 'ftp://proxy'], /--proxy takes .*"ftp:\/\/proxy" is not that\.$/m],
    ['a state that is none', () => ['audit', 'http://127.0.0.1:4/', '--storage-state', truncated()], /empty\.har.*holds no state/],
    ['a port that is none', () => ['audit', 'http://127.0.0.1:4/', '--host-map', '*=127.0.0.1:99999'], /--host-map takes/],
    ['two formats at once', () => ['report', '--json', '--format', 'csv'], /--json and --format csv/],
    ['a flag that does not exist', () => ['analyze', silent, '--frob'], /'--frob'\n\(tattle analyze --help says what it takes\)/],
    ['a browser that is not there', () => ['audit', 'https://127.0.0.1:1/', '--browser', '/no/browser'], /\/no\/browser/],
  ]
  for (const [what, args, says] of wrong) {
    test(what, () => {
      const cwd = fresh(what.replaceAll(' ', '-'))
      const { status, err, out } = tattle(args(), { cwd })
      assert.equal(status, 2, err)
      assert.match(err, says)
      assert.ok(!/\n\s+at /.test(err), 'no stack')
      assert.equal(out, '')
      assert.ok(!existsSync(join(cwd, 'reports')), 'nothing was written')
    })
  }
})

describe('analyze', () => {
  test('finds, prints, keeps; a second run adds and overwrites nothing', () => {
    const cwd = fresh('twice')
    const first = tattle(['analyze', leaking, '--persona', persona], { cwd })
    assert.equal(first.status, 0, first.err)
    assert.match(first.out, /^Live site: klinik\.example\./)
    assert.match(first.out, /facebook\.com/)
    assert.match(first.out, /reason\s+for\s+the\s+visit/)
    assert.match(first.out, /limited/)
    assert.ok(existsSync(join(cwd, 'reports/findings.sqlite')))
    assert.ok(!existsSync(join(cwd, 'reports/findings.sqlite-wal')), 'the file alone is whole')
    assert.equal(tattle(['analyze', leaking, '--persona', persona], { cwd }).status, 0)
    const runs = JSON.parse(tattle(['runs', '--json'], { cwd }).out) as { captures: unknown[] }[]
    assert.deepEqual(runs.map(({ captures }) => captures.length), [1, 1])
  })

  test('none observed names its coverage and its blind spots', () => {
    const { status, out } = tattle(['analyze', silent, '--persona', persona], { cwd: fresh('none') })
    assert.equal(status, 0)
    assert.match(out, /None observed/)
    assert.match(out, /limited/)
    assert.match(out, /Not seen: /)
  })

  test('one bad file among many is a refusal that is kept; the rest is there', () => {
    const cwd = fresh('many')
    const { status, out } = tattle(['analyze', leaking, persona, silent, '--persona', persona], { cwd })
    assert.equal(status, 0)
    assert.match(out, /persona\.json/)
    const report = JSON.parse(tattle(['report', '--format', 'json'], { cwd }).out) as { captures: unknown[]; diagnostics: { code: string }[] }
    assert.equal(report.captures.length, 2)
    assert.ok(report.diagnostics.some(({ code }) => code === 'har-unreadable'))
  })

  test('reads gzip from standard input', () => {
    const { status, out } = tattle(['analyze', '-', '--persona', persona, '--quiet', '--fail-on', 'critical'], { cwd: fresh('stdin'), input: gzipSync(readFileSync(leaking)) })
    assert.deepEqual([status, out], [1, ''])
  })

  test('--fail-on decides the exit status, and a broken capture is inconclusive', () => {
    assert.equal(tattle(['analyze', leaking, '--persona', persona, '--quiet', '--fail-on', 'high'], { cwd: fresh('high') }).status, 1)
    assert.equal(tattle(['analyze', silent, '--persona', persona, '--quiet', '--fail-on', 'info'], { cwd: fresh('info') }).status, 0)
    const cut = join(folder, 'cut.har')
    writeFileSync(cut, readFileSync(silent).subarray(0, -120))
    const { status, out } = tattle(['analyze', cut, '--persona', persona], { cwd: fresh('cut') })
    assert.equal(status, 3)
    assert.match(out, /Inconclusive/)
  })

  test('--json prints schema 1 with the columns of the views in camelCase', () => {
    const { out } = tattle(['analyze', leaking, '--persona', persona, '--json'], { cwd: fresh('json') })
    const report = JSON.parse(out) as { schema: number; verdict: string; coverage: string; target: string; findings: { leaks: Record<string, unknown>[] }[] }
    assert.deepEqual([report.schema, report.verdict, report.coverage, report.target], [1, 'leaks', 'limited', 'live'])
    const leak = report.findings[0]?.leaks[0] ?? {}
    for (const column of ['leakId', 'recipientDomain', 'recipientVia', 'kind', 'matchSource', 'pointer', 'startByte', 'endByte', 'layers', 'severityRule', 'fingerprint']) {
      assert.ok(column in leak, column)
    }
  })

  test('a database that is none is left byte for byte as it was', () => {
    const cwd = fresh('foreign')
    const file = join(cwd, 'notes.sqlite')
    writeFileSync(file, 'these are notes, not a database, and somebody needs them')
    const digest = createHash('sha256').update(readFileSync(file)).digest('hex')
    const { status, err } = tattle(['analyze', leaking, '--persona', persona, '--db', file], { cwd })
    assert.equal(status, 2)
    assert.ok(isSentence(err), err)
    assert.equal(createHash('sha256').update(readFileSync(file)).digest('hex'), digest)
  })

  test('killed in the middle, the database is as it was before', async () => {
    const cwd = fresh('killed')
    assert.equal(tattle(['analyze', silent, '--persona', persona, '--quiet'], { cwd }).status, 0)
    for (const delay of [120, 240, 360, 480]) {
      const child = spawn(process.execPath, [cli, 'analyze', leaking, '--persona', persona, '--quiet'], { cwd, stdio: 'ignore' })
      const ended = once(child, 'close')
      await sleep(delay)
      child.kill('SIGKILL')
      await ended
      const runs = JSON.parse(tattle(['runs', '--json'], { cwd }).out) as { captures: { verdict: string }[] }[]
      assert.ok(runs.every(({ captures }) => captures.length === 1), 'a run is there whole or not at all')
    }
  })
})

describe('analysed again', () => {
  test('as another site, under another name: each report says what its own analysis took it for', () => {
    const cwd = fresh('again')
    const run = (...args: readonly string[]): Report => JSON.parse(tattle(['analyze', silent, '--json', ...args], { cwd }).out) as Report
    const first = run('--first-party', 'elsewhere.example')
    const moved = join(cwd, 'moved.har')
    writeFileSync(moved, readFileSync(silent))
    const again = JSON.parse(tattle(['analyze', moved, '--json', '--first-party', 'klinik.example', '--client-ip', '203.0.113.77', '--persona', persona], { cwd }).out) as Report
    const of = ({ captures }: Report): unknown[] => captures.map(({ captureId, site, firstParty, scenario, path, persona: who, blindSpots }) =>
      [captureId, site, firstParty, scenario, path?.replace(/^.*\//, ''), who, blindSpots.some((spot) => spot.includes('--client-ip'))])
    const [capture] = first.captures
    assert.deepEqual(of(first), [[capture?.captureId, 'elsewhere.example', ['elsewhere.example'], capture?.scenario, 'input.har', null, true]])
    assert.deepEqual(of(again), [[capture?.captureId, 'klinik.example', ['klinik.example'], 'moved', 'moved.har', 'case', false]])
    assert.match(tattle(['report', '--format', 'markdown'], { cwd }).out, /klinik\.example/)
    assert.doesNotMatch(tattle(['report', '--format', 'markdown'], { cwd }).out, /elsewhere\.example/)
    const [runId] = first.runs.map((one) => one.runId)
    assert.match(tattle(['report', '--format', 'markdown', '--run', String(runId)], { cwd }).out, /elsewhere\.example/)
    assert.equal(tattle(['evidence', 'pack', 'latest', '--no-sign', '--out', 'bundle', '--persona', persona, '--client-ip', '203.0.113.77'], { cwd }).status, 0)
    assert.match(tattle(['evidence', 'verify', 'bundle', '--reanalyse'], { cwd }).out, /^findings +holds /m)
    const database = new Database(join(cwd, 'reports/findings.sqlite'), { readonly: true })
    const rows = (view: string): unknown[] => database.prepare(`SELECT site, persona FROM ${view}`).raw().all()
    assert.deepEqual(rows('capture'), [['klinik.example', 'case']])
    assert.deepEqual(rows('analysed_capture'), [['elsewhere.example', null], ['klinik.example', 'case']])
    database.close()
  })
})

describe('what all commands take', () => {
  test('--json is JSON, --quiet is silence, --config is there', () => {
    const cwd = fresh('common')
    const key = ['--key', 'key.pem', '--no-passphrase']
    tattle(['analyze', leaking, '--persona', persona, '--quiet'], { cwd })
    const [{ fingerprint = '' } = {}] = (JSON.parse(tattle(['report', '--json'], { cwd }).out) as Report).findings
    writeFileSync(join(cwd, 'none.yaml'), '{}')
    const commands: readonly (readonly string[])[] = [
      ['runs'], ['report'], ['check'], ['diff', 'latest', 'latest'], ['export', leaking, '--har', 'out.har'],
      ['assess', fingerprint, '--status', 'pending', '--reason', 'seen', '--by', 'A'],
      ['evidence', 'log'], ['evidence', 'prune', '--before', '2020-01-01'],
    ]
    for (const command of commands) {
      const json = tattle([...command, '--json', '--config', 'none.yaml'], { cwd })
      assert.doesNotThrow(() => JSON.parse(json.out), `${command.join(' ')}: ${json.out}${json.err}`)
      assert.equal(tattle([...command, '--quiet'], { cwd }).out, '', command.join(' '))
    }
    for (const command of [['keygen', ...key], ['pack', 'latest', '--no-sign', '--out', 'bundle', '--persona', persona], ['redact', 'bundle', '--no-sign', '--out', 'copy'], ['verify', 'bundle']]) {
      const { out, err } = tattle(['evidence', ...command, '--json'], { cwd })
      assert.doesNotThrow(() => JSON.parse(out), `${command.join(' ')}: ${out}${err}`)
    }
  })

  test('runs and diff say what fits nothing, and take names of states; report and diff decide with --fail-on', () => {
    const cwd = fresh('selected')
    tattle(['analyze', silent, '--persona', persona, '--quiet'], { cwd })
    tattle(['analyze', leaking, '--persona', persona, '--quiet'], { cwd })
    const [latest, first] = JSON.parse(tattle(['runs', '--json'], { cwd }).out) as { runId: string }[]
    const chosen = JSON.parse(tattle(['runs', '--run', 'latest', '--json'], { cwd }).out) as { runId: string }[]
    assert.deepEqual(chosen.map(({ runId }) => runId), [latest?.runId])
    for (const args of [['runs', '--run', 'nope'], ['runs', '--consent', 'accept'], ['diff', 'reject', 'accept']]) {
      const { status, err } = tattle(args, { cwd })
      assert.equal(status, 2, args.join(' '))
      assert.ok(isSentence(err), err)
    }
    assert.equal(tattle(['report', '--quiet'], { cwd }).status, 0)
    assert.equal(tattle(['report', '--quiet', '--fail-on', 'high'], { cwd }).status, 1)
    const diff = (...args: readonly string[]): number | null => tattle(['diff', ...args, '--quiet', '--fail-on', 'high'], { cwd }).status
    assert.deepEqual([diff('latest', first?.runId ?? ''), diff(first?.runId ?? '', 'latest')], [0, 1])
  })
})

describe('standard output', () => {
  test('a reader that has seen enough is no fault; a place without room is one', () => {
    const cwd = fresh('output')
    const shell = (command: string): Ran => {
      const { status, stdout, stderr } = spawnSync('bash', ['-c', `set -o pipefail; ${command}`, 'sh', process.execPath, cli, leaking, persona], { cwd, encoding: 'utf8', timeout: 60_000 })
      return { status, out: stdout, err: stderr }
    }
    const tell = '"$1" "$2" analyze "$3" --persona "$4" --json'
    assert.deepEqual(shell(`${tell} 2>err | true`), { status: 0, out: '', err: '' })
    assert.doesNotMatch(readFileSync(join(cwd, 'err'), 'utf8'), /Error|EPIPE/)
    assert.equal(shell(`"$1" "$2" report --format json | head -c 10`).status, 0)
    assert.ok(!existsSync(join(cwd, 'reports/findings.sqlite-wal')), 'the file alone is whole')
    const { status, err } = shell(`${tell} >/dev/full`)
    assert.equal(status, 2, err)
    assert.match(err, /^tattle: (standard output cannot be written|The report could not be written) \(.*ENOSPC/m)
    assert.ok(!/\n\s+at /.test(err), 'no stack')
  })
})

describe('audit', () => {
  test('a loopback address is a stand-in, whether its page can be opened or not', () => {
    const cwd = fresh('unopened')
    const { status, out, err } = tattle(['audit', 'http://127.0.0.1:4/', '--consent', 'no-choice', '--json'], { cwd })
    assert.equal(status, 3, err)
    const { target, verdict, captures } = JSON.parse(out) as Report
    assert.deepEqual([target, verdict, captures.map(({ site, coverage }) => [site, coverage])], ['stand-in', 'inconclusive', [['127.0.0.1', 'broken']]])
    assert.ok(existsSync(join(cwd, 'reports/stand-in.sqlite')) && !existsSync(join(cwd, 'reports/findings.sqlite')))
  })
})

describe('report', () => {
  test('every format, to a file and to standard output', () => {
    const cwd = fresh('formats')
    tattle(['analyze', leaking, '--persona', persona, '--quiet'], { cwd })
    for (const [format, says] of [['json', /"schema": 1/], ['jsonl', /"type":"finding"/], ['csv', /recipient_domain/i], ['markdown', /facebook\.com/]] as const) {
      const { status, out } = tattle(['report', '--format', format], { cwd })
      assert.equal(status, 0)
      assert.match(out, says)
      assert.equal(tattle(['report', '--format', format, '--out', `out/report.${format}`, '--quiet'], { cwd }).status, 0)
      assert.ok(existsSync(join(cwd, 'out', `report.${format}`)))
    }
    assert.equal(tattle(['report'], { cwd }).status, 0)
    const html = readFileSync(join(cwd, 'reports/index.html'), 'utf8')
    assert.match(html, /^<!doctype html>/i)
    assert.match(html, /Content-Security-Policy/)
    assert.equal(tattle(['report', '--run', 'no-such-run'], { cwd }).status, 2)
    assert.equal(tattle(['report', '--out', 'reports/index.html/below-a-file.html'], { cwd }).status, 2)
  })
})
