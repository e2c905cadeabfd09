/** Where a report is written to: a file that is whole or not there, or whatever else stands in that place. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { writeReport } from '../../../src/commands/report.js'
import { isTattleError } from '../../../src/errors.js'
import { reporters } from '../../../src/report/reporters.generated.js'
import { makeHonest, reportOf, run, storeOf } from '../../golden/fixture.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-report-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const report = reportOf([makeHonest({ consent: 'accept' })])
const json = reporters['json']!

test('a file that a link names is written, and the link stays', async () => {
  const [file, link] = [join(folder, 'file.json'), join(folder, 'link.json')]
  writeFileSync(file, 'old')
  symlinkSync('file.json', link)
  await writeReport(json, report, link)
  assert.ok(lstatSync(link).isSymbolicLink())
  assert.equal((JSON.parse(readFileSync(file, 'utf8')) as { verdict: string }).verdict, 'none-observed')
  assert.deepEqual(readdirSync(folder).sort(), ['file.json', 'link.json'])
})

test('what is no file, a pipe or a device, is written into and not replaced', { skip: process.platform === 'win32' }, async () => {
  const pipe = join(folder, 'pipe')
  assert.equal(spawnSync('mkfifo', [pipe]).status, 0)
  const read = import('node:fs/promises').then(({ readFile }) => readFile(pipe, 'utf8'))
  await writeReport(json, report, pipe)
  assert.match(await read, /"verdict": "none-observed"/)
  assert.ok(lstatSync(pipe).isFIFO())
})

const full = '/dev/full'
test('a full disk is one sentence, and ends nothing', { skip: !existsSync(full) }, async () => {
  const script = `
    import { writeReport } from ${JSON.stringify(new URL('../../../src/commands/report.js', import.meta.url).href)}
    const many = { write: async (_, out) => { for (let at = 0; at < 4; at++) await new Promise((done, fail) => out.write('x'.repeat(100000), (error) => error ? fail(error) : done())) } }
    await writeReport(many, {}, ${JSON.stringify(full)}).catch(({ message }) => console.log(message))
    console.log('goes on')`
  const { stdout, status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  assert.deepEqual([status, stderr], [0, ''])
  assert.match(stdout, /^The report cannot be written to \/dev\/full \([^()]*ENOSPC[^()]*\); name another place with --out\.\ngoes on\n$/)
  await assert.rejects(writeReport(json, report, full), /^(?!.*could not be written).*ENOSPC[^()]*\); name another place/)
})

test('the list of runs says of which something was lost', () => {
  const file = join(folder, 'lost.sqlite')
  const store = storeOf([makeHonest({ consent: 'accept' })], file)
  const list = (): string => spawnSync(process.execPath, [join(process.cwd(), 'dist/src/cli.js'), 'runs', '--db', file], { encoding: 'utf8' }).stdout
  assert.doesNotMatch(list(), /inconclusive/)
  store.writeDiagnostics([{ analysisId: null, captureId: null, runId: run.runId, code: 'test-failed', entry: null, message: 'x' }])
  store.close()
  assert.match(list(), /\n {2}inconclusive: of 1 test or input nothing is known; "tattle report --run \w+" says of which\n {2}capture .* none-observed/)
})

test('a CSV without a row is no verdict, which is told beside it', () => {
  const file = join(folder, 'still.sqlite')
  storeOf([makeHonest({ consent: 'accept', coverage: 'broken' })], file).close()
  const csv = (...flags: string[]): ReturnType<typeof spawnSync> =>
    spawnSync(process.execPath, [join(process.cwd(), 'dist/src/cli.js'), 'report', '--db', file, '--format', 'csv', ...flags], { encoding: 'utf8' })
  const { stdout, stderr, status } = csv()
  assert.deepEqual([status, String(stdout).trim().split('\n').length], [0, 1])
  assert.match(String(stderr), /^tattle: CSV holds the leaks alone\. Stand-in, .*Inconclusive: nothing was observed, but 1 of 1 capture is broken\./)
  assert.equal(csv('--quiet').stderr, '')
})

test('a folder is no place for a report, and the sentence names the option that said so', async () => {
  mkdirSync(join(folder, 'dir'))
  for (const option of [undefined, '--report']) {
    await assert.rejects(writeReport(json, report, join(folder, 'dir'), {}, option), (error: unknown) =>
      isTattleError(error) && error.code === 'output-unwritable' && error.message.endsWith(`name another place with ${option ?? '--out'}.`))
  }
})
