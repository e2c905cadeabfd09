/** Threads and one after the other: the same rows, refusals and order. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { ZipFile } from 'yazl'
import { analyzeInputs, analyzeInThreads, analyzeInTurn, type Outcome, type Piece } from '../../../src/commands/inputs.js'
import { isTattleError } from '../../../src/errors.js'
import { HandedRows } from '../../../src/store/takeover.js'
import { openNameless } from '../../../src/temporary.js'
import { VISITOR, writeHar } from '../../bench/generate.js'

const CLI = fileURLToPath(new URL('../../../src/cli.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'tattle-inputs-'))
after(() => rmSync(folder, { recursive: true }))

/** Without what is new each time: ids and times of the analysis. */
function plain(outcomes: readonly Outcome[]): unknown {
  return outcomes.map(({ analyses, refused }) => ({
    refused,
    analyses: analyses.map(({ rows, close }) => {
      const { requests, leaks, analysis, diagnostics, ...rest } = rows
      const taken = {
        ...rest,
        verdict: analysis.verdict,
        requests: [...requests].map(({ analysisId: _, ...request }) => request),
        leaks: [...leaks].map(({ analysisId: _, leakId: __, ...leak }) => leak),
        diagnostics: diagnostics.map(({ analysisId: _, ...diagnostic }) => diagnostic),
      }
      close()
      return taken
    }),
  }))
}

const OPTIONS = { runId: 'run', persona: VISITOR, values: [] }
const WHOLE = { at: 0, of: 1 }

function hars(count: number, bytes: number): string[] {
  return Array.from({ length: count }, (_, at) => {
    const path = join(folder, `${bytes}-${at}.har`)
    writeHar(path, { bytes: bytes * (at + 1), bodies: false, seed: at + 1 })
    return path
  })
}

function badHar(): string {
  const path = join(folder, 'bad.har')
  writeFileSync(path, 'no HAR')
  return path
}

async function zipped(name: string, paths: readonly string[]): Promise<string> {
  const zip = new ZipFile()
  paths.forEach((path, at) => zip.addBuffer(readFileSync(path), `${at}.har`))
  zip.end()
  const path = join(folder, name)
  await finished(zip.outputStream.pipe(createWriteStream(path)))
  return path
}

test('threads give what one after the other gives', async () => {
  const [first = '', ...others] = hars(3, 300_000)
  const inputs = [first, badHar(), ...others]
  const told: string[] = []
  const expected = plain(await analyzeInTurn(inputs, OPTIONS, () => {}))
  const pieces = inputs.map((input): Piece => ({ input, share: WHOLE }))
  const actual = plain(await analyzeInThreads(pieces, OPTIONS, (text) => void told.push(text)))
  assert.deepEqual(actual, expected)
  assert.match(JSON.stringify(actual), /har-unreadable/)
  assert.ok(JSON.stringify(actual).includes('"matchSource":"persona"'))
  assert.equal(told.at(-1), '4 of 4 analysed')
})

test('threads that share the documents of one archive give what one after the other gives', async () => {
  const [first = '', ...others] = hars(4, 50_000)
  const archive = await zipped('several.zip', [first, badHar(), ...others])
  const expected = plain(await analyzeInTurn([archive], OPTIONS, () => {}))
  const pieces = [0, 1].map((at): Piece => ({ input: archive, share: { at, of: 2 } }))
  const actual = plain(await analyzeInThreads(pieces, OPTIONS, () => {}))
  assert.deepEqual(actual, expected)
  assert.equal(new Set(JSON.stringify(actual).match(/several\.zip\/\d\.har/g)).size, 5)
})

test('beyond what is kept as it is, one after the other hands its rows over, and gives the same', async () => {
  const inputs = hars(3, 50_000)
  const archive = await zipped('kept.zip', inputs)
  const all = async (mostKept?: number): Promise<Outcome[]> => analyzeInTurn([...inputs, archive], OPTIONS, () => {}, mostKept)
  const expected = plain(await all())
  for (const [mostKept, least] of [[0, 6], [60_000, 4]] as const) {
    const actual = await all(mostKept)
    const handed = actual.flatMap(({ analyses }) => analyses).filter(({ rows }) => rows.leaks instanceof HandedRows)
    assert.equal(handed.length, least)
    assert.deepEqual(plain(actual), expected)
  }
})

test('no place for temporary files: a sentence that names it', async () => {
  const [first = '', second = ''] = hars(2, 50_000)
  const pieces = [first, second].map((input): Piece => ({ input, share: WHOLE }))
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = join(folder, 'nowhere')
  try {
    const told = (error: unknown): boolean => isTattleError(error) && error.code === 'output-unwritable' && error.message.includes('nowhere')
    await assert.rejects(analyzeInThreads(pieces, OPTIONS, () => {}), told)
    assert.throws(openNameless, told)
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
})

test('what a folder holds and is not read is told, and a link is read', { skip: process.platform !== 'linux' }, async () => {
  const place = join(folder, 'mixed')
  for (const path of ['', 'deeper', 'empty', 'capture']) mkdirSync(join(place, path), { recursive: true })
  const [whole] = hars(1, 2_000)
  const text = readFileSync(whole!)
  for (const path of ['a.har', 'deeper/b.har', 'capture/capture.json', 'empty/notes.txt']) writeFileSync(join(place, path), text)
  writeFileSync(Buffer.concat([Buffer.from(`${place}/c`), Buffer.from([0xff]), Buffer.from('.har')]), text)
  symlinkSync('a.har', join(place, 'd.har'))
  symlinkSync('nowhere', join(place, 'e.har'))
  const outcomes = await analyzeInputs([place], OPTIONS, () => {})
  assert.equal(outcomes.flatMap(({ analyses }) => analyses).length, 2, 'the file and the link to it')
  for (const { rows: _, close } of outcomes.flatMap(({ analyses }) => analyses)) close()
  assert.deepEqual(outcomes.flatMap(({ refused }) => refused.map(({ message }) => message.replaceAll(`${place}/`, ''))), [
    'c\uFFFD.har cannot be opened: its name is not UTF-8. Rename it, or pipe it in.', 'e.har does not exist. Check the path.',
    `The folder ${place} has folders in it with HARs or captures, which were not read: capture; deeper. Give them as well.`,
  ])
})

test('a folder may hold more HARs than a process may open files', { skip: process.platform === 'win32' }, () => {
  const many = join(folder, 'many')
  mkdirSync(many)
  for (let at = 0; at < 300; at++) writeHar(join(many, `${at}.har`), { bytes: 8_000, bodies: false, seed: at })
  const run = `ulimit -n 128 && "${process.execPath}" "${CLI}" analyze "${many}" --db "${join(folder, 'many.sqlite')}" --json`
  const { stdout, stderr } = spawnSync('sh', ['-c', run], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  assert.doesNotMatch(stderr, /^tattle:/m)
  assert.equal((JSON.parse(stdout) as { captures: unknown[] }).captures.length, 300)
})
