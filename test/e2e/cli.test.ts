/** The command as users script it: exit statuses, sentences, what is printed, and what is left alone. */
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'

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

const isSentence = (err: string): boolean => /^tattle: .+\.(\n|$)/s.test(err) && !/\n\s+at /.test(err)

describe('exit status 2: one sentence, and nothing was written', () => {
  const truncated = (): string => {
    const file = join(folder, 'empty.har')
    writeFileSync(file, '')
    return file
  }
  const wrong: readonly (readonly [string, () => readonly string[], RegExp])[] = [
    ['a file that is not there', () => ['analyze', 'nothing.har'], /nothing\.har does not exist/],
    ['an empty file', () => ['analyze', truncated()], /empty/],
    ['a file that is no HAR', () => ['analyze', persona], /no HAR/],
    ['a persona that is not there', () => ['analyze', silent, '--persona', 'who.json'], /who\.json cannot be read/],
    ['a value without a kind', () => ['analyze', silent, '--value', 'Urologie'], /kind=text/],
    ['a severity that does not exist', () => ['analyze', silent, '--fail-on', 'terrible'], /terrible/],
    ['a command that does not exist', () => ['frobnicate'], /frobnicate/],
    ['a format that does not exist', () => ['report', '--format', 'docx'], /docx/],
    ['a report without a database', () => ['report'], /no database/],
    ['a scenario that does not exist', () => ['audit', 'no-such-scenario'], /no-such-scenario/],
    ['an address that is none', () => ['audit', 'booking.de', '--base-url', 'klinik.example'], /klinik\.example/],
    ['a consent state that does not exist', () => ['audit', 'booking.de', '--consent', 'maybe'], /maybe/],
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
