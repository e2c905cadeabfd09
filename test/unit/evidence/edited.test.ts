// A capture that somebody edited after it was recorded: no command takes it for what was recorded.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { writeZip, type ZipMember } from '../../../src/capture/har-zip.js'
import { addToCapture } from '../../../src/capture/write.js'
import { openCaptureFiles } from '../../../src/evidence/originals.js'
import { analyzeInput } from '../../../src/index.js'
import { createTattle, makeCaptureZip, makeDatabase } from './fixture.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-edited-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)
const tattle = createTattle(folder)
const CLI = fileURLToPath(new URL('../../../src/cli.js', import.meta.url))
const database = at('findings.sqlite')
let zip = ''
let whole: Buffer

before(async () => {
  zip = await makeCaptureZip(folder)
  whole = readFileSync(zip)
  await makeDatabase(database, [zip])
})

async function membersOf(path: string, keep: (name: string) => boolean): Promise<readonly ZipMember[]> {
  const files = await openCaptureFiles(path)
  const members: ZipMember[] = []
  for (const name of files.names.filter(keep)) {
    const chunks: Uint8Array[] = []
    for await (const chunk of await files.stream(name)) chunks.push(chunk)
    members.push({ name, content: Buffer.concat(chunks) })
  }
  files.close()
  return members
}

async function hold(path: string, keep: (name: string) => boolean): Promise<void> {
  await writeZip(path, await membersOf(zip, keep))
}

/** As somebody does with an editor: the digests in it stay. */
async function editManifest(to: string, edit: (text: string) => string, from = zip): Promise<void> {
  const [manifest] = await membersOf(from, (name) => name === 'capture.json')
  const text = String(manifest?.content)
  assert.notEqual(edit(text), text)
  await addToCapture(from, to, { 'capture.json': Buffer.from(edit(text)) })
}

interface Said { coverage: string; verdict: string; captures: { coverageReasons: string[]; blindSpots: string[] }[]; diagnostics: { code: string; message: string }[] }

/** What is done to it; whether the capture itself, without the database that knew it, shows it; what is said. */
const EDITS: readonly (readonly [what: string, edit: (to: string) => Promise<void>, showsItself: boolean, said: RegExp])[] = [
  ['an original', (to) => addToCapture(zip, to, { 'originals/netlog.json.gz': Buffer.from('less') }), true,
    /originals\/netlog\.json\.gz was changed since the browser exited/],
  ['an original less', (to) => hold(to, (name) => name !== 'originals/netlog.json.gz'), true, /originals\/netlog\.json\.gz is missing/],
  ['an original more', (to) => addToCapture(zip, to, { 'originals/more.txt': Buffer.from('x') }), true, /originals\/more\.txt was added/],
  ['a screenshot', (to) => addToCapture(zip, to, { 'screenshots/01-end.jpg': Buffer.from('\xff\xd8\xffanother', 'latin1') }), true,
    /screenshots\/01-end\.jpg was changed since it was recorded/],
  ['a screenshot less', (to) => hold(to, (name) => name !== 'screenshots/01-end.jpg'), true, /screenshots\/01-end\.jpg is missing/],
  ['what the site had stored', (to) => addToCapture(zip, to, { 'storage.json': Buffer.from('{}') }), true, /storage\.json was changed/],
  ['the steps', (to) => editManifest(to, (text) => text.replace('Nach „Blasenschwäche“ suchen', 'Nach nichts suchen')), true, /capture\.json was changed/],
  ['other steps beside them', (to) => addToCapture(zip, to, { 'steps.json': Buffer.from('[]') }), true, /steps\.json was added/],
  ['the derived HAR', async (to) => {
    await writeZip(at('less.zip'), [{ name: 'capture.har', content: Buffer.from('{"log":{"version":"1.2","creator":{"name":"x","version":"1"},"entries":[]}}') }])
    await addToCapture(zip, to, { 'capture.har.zip': readFileSync(at('less.zip')) })
  }, true, /capture\.har\.zip was changed/],
  ['the choice', (to) => editManifest(to, (text) => text.replace('"accepted"', '"rejected"')), true, /capture\.json was changed/],
  ['its coverage', (to) => editManifest(to, (text) => text.replace('"blindSpots": []', '"blindSpots": [""]')), true, /capture\.json was changed/],
  ['a file added', (to) => addToCapture(zip, to, { 'notes.txt': Buffer.from('x') }), false, /notes\.txt was added/],
]

for (const [what, edit, showsItself, said] of EDITS) {
  test(`an edited capture is not packed, and is analysed as what it is: ${what}`, async () => {
    const edited = at('edited.zip')
    try {
      await edit(edited)
      copyFileSync(edited, zip)
      const packed = tattle('evidence', 'pack', 'latest', '--db', database, '--out', at('bundle'), '--no-sign')
      assert.equal(packed.status, 2)
      assert.match(packed.err, /is not what was recorded: /)
      assert.match(packed.err, said)
      assert.equal(existsSync(at('bundle')), false)
    } finally {
      writeFileSync(zip, whole)
    }
    // Where it is analysed by the database that knows it, that says so; elsewhere, it says so itself.
    copyFileSync(database, at('known.sqlite'))
    const known = JSON.parse(tattle('analyze', edited, '--db', at('known.sqlite'), '--json').out) as Said
    const name = said.source.split(' ')[0]!.replaceAll('\\', '')
    assert.ok(known.diagnostics.some(({ code, message }) => code === 'capture-changed' && message.includes(name)), JSON.stringify(known.diagnostics))
    const alone = JSON.parse(tattle('analyze', edited, '--db', at('fresh.sqlite'), '--json').out) as Said
    rmSync(at('fresh.sqlite'))
    assert.equal(alone.coverage, showsItself ? 'broken' : 'full')
    assert.equal(alone.diagnostics.some(({ code, message }) => code === 'capture-edited' && said.test(message)), showsItself)
    const byProgram = await analyzeInput(edited, { runId: 'run' })
    assert.deepEqual(byProgram.map(({ capture }) => capture.coverage), [alone.coverage])
  })
}

test('a capture that was edited before any database knew it is not packed either', async () => {
  for (const [what, edit, showsItself, said] of EDITS.filter(([, , shows]) => shows)) {
    const [edited, known, bundle] = [at('before.zip'), at('before.sqlite'), at('before-bundle')]
    await edit(edited)
    assert.ok(tattle('analyze', edited, '--db', known).status !== 2, what)
    const { status, err } = tattle('evidence', 'pack', 'latest', '--db', known, '--out', bundle, '--no-sign')
    assert.deepEqual([status, existsSync(bundle), showsItself], [2, false, true], what)
    assert.match(err, said, what)
    for (const file of [edited, known]) rmSync(file)
  }
})

test('a capture of an earlier version is read, and said to be one: what it says of its steps nothing in it vouches for', async () => {
  const older = await makeCaptureZip(folder, 'older', { isOlder: true })
  const notes = (path: string, db: string): Said => JSON.parse(tattle('analyze', path, '--db', at(db), '--json').out) as Said
  const first = notes(older, 'older.sqlite')
  assert.equal(first.coverage, 'full')
  assert.match(first.diagnostics.find(({ code }) => code === 'manifest-without-digest')?.message ?? '', /^Its capture\.json has no digest of its own/)
  assert.equal(tattle('evidence', 'pack', 'latest', '--db', at('older.sqlite'), '--out', at('older'), '--no-sign').status, 0)
  await addToCapture(older, at('older-edited.zip'), { 'steps.json': Buffer.from('[]') })
  const alone = notes(at('older-edited.zip'), 'fresh.sqlite')
  assert.ok(alone.diagnostics.some(({ code }) => code === 'manifest-without-digest'))
  const known = notes(at('older-edited.zip'), 'older.sqlite')
  assert.match(known.diagnostics.find(({ code }) => code === 'capture-changed')?.message ?? '', /steps\.json/)
  await addToCapture(older, at('older-edited.zip'), { 'screenshots/02-end.jpg': Buffer.from('\xff\xd8\xff', 'latin1') })
  assert.equal(notes(at('older-edited.zip'), 'other.sqlite').coverage, 'broken')
  await editManifest(at('taken-out.zip'), (text) => text.replace(/,\s*"sha256": "[0-9a-f]{64}"\s*\}\s*$/, '}'))
  assert.ok(notes(at('taken-out.zip'), 'taken-out.sqlite').diagnostics.some(({ code }) => code === 'manifest-without-digest'))
})

test('what lies in an unpacked capture and is none of its files is nobody\'s edit', () => {
  assert.equal(spawnSync('unzip', ['-q', zip, '-d', at('unpacked')]).status, 0)
  writeFileSync(at('unpacked/.DS_Store'), 'x')
  assert.equal((JSON.parse(tattle('analyze', at('unpacked'), '--db', at('unpacked.sqlite'), '--json').out) as Said).coverage, 'full')
})

test('a capture that nobody edited is analysed again without a word of it', () => {
  copyFileSync(database, at('again.sqlite'))
  const again = JSON.parse(tattle('analyze', zip, '--db', at('again.sqlite'), '--json').out) as Said
  assert.deepEqual(again.diagnostics.filter(({ code }) => code.startsWith('capture-')), [])
  assert.equal(again.coverage, 'full')
  assert.equal(tattle('evidence', 'log', '--db', at('again.sqlite')).status, 0)
})

test('a report shows no picture that was not there when it was recorded, and says so', async () => {
  const own = `data:image/jpeg;base64,${Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('a picture with Jörg on it')]).toString('base64')}`
  const page = (): string => tattle('report', '--db', database, '--out', '-').out
  assert.ok(page().includes(own.slice(0, 60)))
  const swapped = Buffer.from('\xff\xd8\xffanother picture', 'latin1')
  try {
    await addToCapture(zip, zip, { 'screenshots/01-end.jpg': swapped })
    const now = page()
    assert.equal(now.includes(swapped.toString('base64').slice(0, 20)), false)
    assert.match(now, /was edited: screenshots\/01-end\.jpg is not as it was recorded/)
  } finally {
    writeFileSync(zip, whole)
  }
})

test('a capture that is not there is not packed', () => {
  try {
    unlinkSync(zip)
    const { status, err } = tattle('evidence', 'pack', 'latest', '--db', database, '--out', at('bundle'), '--no-sign')
    assert.equal(status, 2)
    assert.match(err, /is not at .* any more/)
  } finally {
    writeFileSync(zip, whole)
  }
})

test('a capture is held against its digests wherever it lies in an archive, and one that is piped in is not taken for whole', async () => {
  await writeZip(at('less.zip'), [{ name: 'capture.har', content: Buffer.from('{"log":{"version":"1.2","creator":{"name":"x","version":"1"},"entries":[]}}') }])
  await addToCapture(zip, at('edited.zip'), { 'capture.har.zip': readFileSync(at('less.zip')) })
  const members = await membersOf(at('edited.zip'), () => true)
  for (const places of [['one'], ['one', 'other']]) {
    await writeZip(at('packed.zip'), places.flatMap((place) => members.map(({ name, content }) => ({ name: `${place}/${name}`, content }))))
    const { status, out } = tattle('analyze', at('packed.zip'), '--db', at(`${places.join('-')}.sqlite`), '--json')
    const { coverage, verdict, diagnostics } = JSON.parse(out) as Said
    assert.deepEqual([status, coverage, verdict], [3, 'broken', 'inconclusive'])
    assert.match(diagnostics.find(({ code }) => code === 'capture-edited')?.message ?? '', /capture\.har\.zip was changed/)
  }
  const { stdout } = spawnSync(process.execPath, [CLI, 'analyze', '-', '--db', at('piped.sqlite'), '--json'], { input: whole, encoding: 'utf8' })
  const { coverage, captures } = JSON.parse(stdout) as Said
  assert.equal(coverage, 'limited')
  assert.match(captures[0]?.blindSpots.join() ?? '', /It was piped in/)
})

test('a capture with a damaged member is analysed, and broken', () => {
  const bytes = Buffer.from(whole)
  const name = Buffer.from('storage.json')
  const place = bytes.indexOf(name) + name.length
  bytes.fill(0xff, place, place + 20)
  writeFileSync(at('damaged.zip'), bytes)
  const { status, out, err } = tattle('analyze', at('damaged.zip'), '--db', at('damaged.sqlite'), '--json')
  assert.equal(status, 3, err)
  const said = JSON.parse(out) as Said
  assert.equal(said.coverage, 'broken')
  assert.match(said.captures[0]?.coverageReasons.join() ?? '', /^The capture cannot be read whole: storage\.json in it is damaged \(.+\)\.$/)
})
