/** The command that starts from one packed file is the command that starts from its modules. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Report } from '../../src/model.js'
import { codeName, PACKED_NAME } from '../../src/packed.js'
import { VISITOR, writeHar } from '../bench/generate.js'

const BUILT = fileURLToPath(new URL('../../src', import.meta.url))
const MODULES = fileURLToPath(new URL('../../../node_modules', import.meta.url))

/** The bin, and what it is made of. */
const STARTS = ['tattle.cjs', 'cli.js'] as const

let folder: string
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'tattle-packed-'))
  symlinkSync(MODULES, join(folder, 'node_modules'))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  writeFileSync(join(folder, 'persona.json'), JSON.stringify(VISITOR))
  writeHar(join(folder, 'capture.har'), { bytes: 200_000, bodies: false })
})
after(() => rmSync(folder, { recursive: true, force: true }))

/** A copy of what was built, changed. */
function copied(name: string, change: (packed: string) => void): string {
  const copy = join(folder, name)
  cpSync(BUILT, copy, { recursive: true, filter: (path) => !path.endsWith('.map') && !path.endsWith('.d.ts') })
  change(join(copy, 'packed'))
  return copy
}

function run(src: string, ...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(src, STARTS[0]), ...args], { cwd: folder, encoding: 'utf8' })
  return { status, stdout, stderr }
}

function analysed(src: string, input = 'capture.har'): unknown {
  const { status, stdout, stderr } = run(src, 'analyze', input, '--persona', 'persona.json', '--db', `${src}.sqlite`, '--json', '--target', 'live')
  assert.equal(status, 0, stderr)
  const once = /\b[0-9A-HJKMNP-TV-Z]{26}\b|"(?:leakId|generatedAt|startedAt|endedAt|analyzedAt|head|writtenAt)": *"[^"]*"/g
  return JSON.parse(stdout.replace(once, (text) => (text.includes(':') ? `${text.split(':')[0]!}:""` : 'ID')))
}

function evaluated(script: string): { stdout: string; stderr: string } {
  return spawnSync(process.execPath, ['-e', `(async () => { ${script} })()`], { encoding: 'utf8' })
}

/** What an analysis of much tells V8 before it starts threads. */
const TOLD = `const { compileLate, letHeapGrow, keepHeapSmall } = await import(${JSON.stringify(pathToFileURL(join(BUILT, 'commands/engine.js')).href)})
  for (const tell of [compileLate, letHeapGrow, keepHeapSmall]) tell()`

test('V8 takes the code that the build made', () => {
  const { stdout, stderr } = evaluated(`const { readFileSync } = require('node:fs')
    const cachedData = readFileSync(${JSON.stringify(join(BUILT, 'packed', codeName()))})
    const source = readFileSync(${JSON.stringify(join(BUILT, 'packed/tattle.js'))}, 'latin1')
    console.log(new (require('node:vm').Script)(source, { filename: ${JSON.stringify(PACKED_NAME)}, cachedData }).cachedDataRejected)`)
  assert.equal(stdout, 'false\n', stderr)
})

test('both ways say the same of a HAR, of help, and of a wrong flag', () => {
  const fromModules = copied('modules', (packed) => rmSync(packed, { recursive: true }))
  const packed = copied('packed', () => {})
  const expected = analysed(fromModules) as { findings: unknown[] }
  assert.ok(expected.findings.length > 3)
  assert.deepEqual(analysed(packed), expected)
  writeFileSync(join(folder, 'capture.har.gz'), gzipSync(readFileSync(join(folder, 'capture.har'))))
  assert.deepEqual(analysed(packed, 'capture.har.gz'), analysed(fromModules, 'capture.har.gz'))
  for (const args of [
    ['--help'], ['analyze', '--help'], ['help', 'check'], ['evidence', '--help'], ['evidence', 'pack', '--help'], ['analyse'], ['analyze', '--no-such-flag', 'x'],
    ['analyze', 'x', '--client-ip', '203.0.113.777'], ['analyze', 'no-such.har'], ['runs', '--db', 'none.sqlite'],
  ]) {
    assert.deepEqual(run(packed, ...args), run(fromModules, ...args))
  }
})

test('both ways see a value whose letters are written otherwise', () => {
  const [street, name] = ['Große Straße 12, 10115 Berlin', 'Jörg Weißmüller']
  const urls = ['n=joerg.weissmueller', 'n=jorg-weissmuller', 'a=Grosse+Strasse+12', 'a=Gro%C3%9Fe+Str.+12'].map((query) => `https://ads.example/p?${query}`)
  const entries = urls.map((url) => ({ startedDateTime: '2026-03-01T09:00:00.000Z', request: { method: 'GET', url, headers: [] }, response: { status: 200 } }))
  writeFileSync(join(folder, 'letters.har'), JSON.stringify({ log: { version: '1.2', creator: { name: 'test', version: '1' }, entries } }))
  const found = ['letters-modules', 'letters-packed'].map((way) => {
    const src = copied(way, (packed) => { if (way === 'letters-modules') rmSync(packed, { recursive: true }) })
    const { stdout, stderr } = run(src, 'analyze', 'letters.har', '--first-party', 'klinik.example', '--value', `identity.name=${name}`,
      '--value', `identity.address=${street}`, '--db', `${src}.sqlite`, '--json')
    assert.ok(stdout !== '', stderr)
    return (JSON.parse(stdout) as Report).findings.flatMap(({ leaks }) => leaks.map(({ entry, kind, excerpt }) => `${entry} ${kind} ${excerpt}`)).sort()
  })
  assert.deepEqual(new Set(found[0]?.map((one) => one.charAt(0))), new Set(['0', '1', '2', '3']))
  assert.deepEqual(found[1], found[0])
})

test('the packed file is used; beside other packages, for another V8, and where it is missing, the modules are', () => {
  const broken = (packed: string): void => appendFileSync(join(packed, 'tattle.js'), "\n;throw new Error('packed')")
  assert.match(run(copied('used', broken), '--version').stderr, /packed/)
  const others: Readonly<Record<string, (packed: string) => void>> = {
    'other-packages': (packed) => {
      broken(packed)
      const versions = JSON.parse(readFileSync(join(packed, 'packages.json'), 'utf8')) as Record<string, string>
      writeFileSync(join(packed, 'packages.json'), JSON.stringify({ ...versions, tldts: '0.0.1' }))
    },
    'other-v8': (packed) => {
      broken(packed)
      rmSync(join(packed, codeName()))
    },
    'no-file': (packed) => rmSync(join(packed, 'tattle.js')),
    'cut-off': (packed) => writeFileSync(join(packed, 'packages.json'), '{"tld'),
  }
  for (const [name, change] of Object.entries(others)) {
    const { status, stderr, stdout } = run(copied(name, change), '--version')
    assert.equal(status, 0, `${name}: ${stderr}`)
    assert.match(stdout, /^\d+\.\d+\.\d+/, name)
  }
})

test('threads start from the packed file as well, and from the modules where it does not fit', () => {
  const threaded = (src: string): ReturnType<typeof evaluated> => evaluated(`
    const { analyzeInThreads } = await import(${JSON.stringify(pathToFileURL(join(src, 'commands/inputs.js')).href)})
    ${TOLD}
    const piece = { input: ${JSON.stringify(join(folder, 'capture.har'))}, share: { at: 0, of: 1 } }
    const outcomes = await analyzeInThreads([piece, piece], { runId: 'run', values: [] }, () => {})
    console.log(outcomes.map(({ analyses }) => [...analyses[0].rows.leaks].length > 3))`)
  const broken = (packed: string): void => appendFileSync(join(packed, 'tattle.js'), "\n;throw new Error('packed')")
  assert.match(threaded(copied('threads-used', broken)).stderr, /Error: packed/)
  for (const change of [() => {}, (packed: string) => {
    broken(packed)
    writeFileSync(join(packed, 'packages.json'), '{"tldts":"0.0.1"}')
  }]) {
    const { stdout, stderr } = threaded(copied('threads', change))
    assert.equal(stdout, '[ true, true ]\n', stderr)
  }
})

test('the bin is what package.json names, starts as cli.js does, and without a bundler leads to it', () => {
  const { bin } = JSON.parse(readFileSync(join(MODULES, '../package.json'), 'utf8')) as { bin: { tattle: string } }
  assert.equal(resolve(MODULES, '..', bin.tattle), join(BUILT, STARTS[0]))
  for (const name of ['starts', 'unpacked']) {
    const src = copied(name, (packed) => {
      if (name === 'unpacked') rmSync(packed, { recursive: true })
    })
    const [ofBin, ofModule] = STARTS.map((file) => spawnSync(process.execPath, [join(src, file), 'analyze', '--no-such-flag'], { cwd: folder, encoding: 'utf8' }))
    assert.deepEqual([ofBin?.status, ofBin?.stdout, ofBin?.stderr], [2, ofModule?.stdout, ofModule?.stderr])
  }
})

test("the digest of tattle's own code is the same in each build, and another one where the packed file was changed", () => {
  const digests = ['built', 'built-again', 'changed'].map((name) => {
    const src = copied(name, (packed) => {
      if (name === 'built-again') appendFileSync(join(packed, codeName()), 'x')
      if (name === 'changed') appendFileSync(join(packed, 'tattle.js'), ' ')
    })
    const script = `const { describeTools } = await import(${JSON.stringify(pathToFileURL(join(src, 'evidence/tools.js')).href)}); console.log((await describeTools([])).tattle.code)`
    return spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }).stdout.trim()
  })
  assert.match(digests[0]!, /^[0-9a-f]{64}$/)
  assert.equal(digests[1], digests[0])
  assert.notEqual(digests[2], digests[0])
})
