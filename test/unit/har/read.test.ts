import { test, type TestContext } from 'node:test'
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { ZipFile } from 'yazl'
import { isTattleError } from '../../../src/errors.js'
import { openInput, type HarDocument, type HarReading } from '../../../src/har/read.js'
import type { Diagnostic } from '../../../src/model.js'
import type { HarEntry } from '../../../src/har/types.js'

const har = (...urls: readonly string[]): string => JSON.stringify({
  log: { version: '1.2', creator: { name: 'made', version: '1' }, entries: urls.map((url) => ({ request: { url } })) },
}, null, 1)
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

function folderFor(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'tattle-read-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

interface Packed { readonly content: string | Buffer; readonly stored?: boolean }

async function zipOf(members: Readonly<Record<string, Packed>>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, { content, stored }] of Object.entries(members)) {
    zip.addBuffer(Buffer.from(content as string), name, { compress: stored !== true })
  }
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk as Buffer))
  return Buffer.concat(chunks)
}

interface Read { readonly urls: unknown[]; readonly diagnostics: Diagnostic[]; readonly reading: HarReading }

async function read(document: HarDocument): Promise<Read> {
  const entries: HarEntry[] = []
  const diagnostics: Diagnostic[] = []
  const reading = await document.read({ entry: (entry) => entries.push(entry), diagnostic: (one) => diagnostics.push(one) })
  return { urls: entries.map((entry) => entry.request?.url), diagnostics, reading }
}

async function readOnly(path: string): Promise<Read> {
  const documents = await openInput(path)
  assert.equal(documents.length, 1)
  const result = await read(documents[0]!)
  documents[0]!.close()
  return result
}

async function refusalOf(path: string): Promise<string> {
  const error: unknown = await readOnly(path).then(() => undefined, (thrown: unknown) => thrown)
  assert.ok(isTattleError(error), `${path}: ${String(error)}`)
  assert.match(error.message, /^[^\n]*\.$/)
  return `${error.code}: ${error.message}`
}

test('a HAR, its gzip, its zip and its JSONP have the same entries, the first three the same digest', async (t) => {
  const folder = folderFor(t)
  const source = har('https://a.example/', 'https://b.example/ü')
  const write = (name: string, content: string | Buffer): string => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const urls = ['https://a.example/', 'https://b.example/ü']
  const inputs = [
    write('plain.har', source), write('packed', gzipSync(source)), write('one.zip', await zipOf({ 'har.har': { content: source } })),
    write('stored.zip', await zipOf({ 'x/y.har': { content: source, stored: true } })),
    write('inner.zip', await zipOf({ 'y.har.gz': { content: gzipSync(source) } })),
  ]
  for (const input of inputs) {
    const result = await readOnly(input)
    assert.deepEqual(result.urls, urls, input)
    assert.deepEqual(result.diagnostics, [])
    assert.equal(result.reading.sha256, sha256(source))
    assert.equal(result.reading.bytes, Buffer.byteLength(source))
    assert.equal(result.reading.head.creator, 'made 1')
  }
  assert.deepEqual((await readOnly(write('p.harp', `onInputData(${source});`))).urls, urls)
})

test('bodies beside a HAR, in its folder or its zip, are had by their plain name only', async (t) => {
  const folder = folderFor(t)
  writeFileSync(join(folder, 'secret'), 'outside')
  mkdirSync(join(folder, 'in'))
  writeFileSync(join(folder, 'in', 'har.har'), har('https://a.example/'))
  writeFileSync(join(folder, 'in', 'abc.dat'), 'attached')
  symlinkSync(join(folder, 'secret'), join(folder, 'in', 'link'))
  const zip = join(folder, 'z.zip')
  writeFileSync(zip, await zipOf({ 'd/har.har': { content: har('https://a.example/') }, 'd/abc.dat': { content: 'attached' }, secret: { content: 'x' } }))
  for (const path of [join(folder, 'in'), join(folder, 'in', 'har.har'), zip]) {
    const [document] = await openInput(path)
    assert.equal(Buffer.from(document!.body('abc.dat')!).toString(), 'attached')
    for (const name of ['../secret', '/etc/hostname', 'link', '..', '', 'none.dat', 'in/abc.dat', '.hidden', 'a\0b']) {
      assert.equal(document!.body(name), undefined, `${path} ${name}`)
    }
    document!.close()
  }
})

test('a zip with several HARs, and a folder of inputs, are one document each; one bad file spoils no other', async (t) => {
  const folder = folderFor(t)
  writeFileSync(join(folder, 'many.zip'), await zipOf({ 'a.har': { content: har('https://a.example/') }, 'b.har': { content: 'no' } }))
  writeFileSync(join(folder, 'bad.zip'), 'PK\x03\x04 but no archive')
  writeFileSync(join(folder, 'c.har'), har('https://c.example/'))
  writeFileSync(join(folder, 'note.txt'), 'not looked at')
  const documents = await openInput(folder)
  const told: string[] = []
  for (const document of documents) {
    told.push(await read(document).then(({ urls }) => urls.join(), (error: Error) => error.message.slice(folder.length + 1)))
    document.close()
  }
  assert.deepEqual(documents.map(({ name }) => name.slice(folder.length + 1)), ['bad.zip', 'c.har', 'many.zip/a.har', 'many.zip/b.har'])
  assert.match(told[0]!, /^bad\.zip is no readable zip archive/)
  assert.deepEqual(told.slice(1, 3), ['https://c.example/', 'https://a.example/'])
  assert.match(told[3]!, /^many\.zip\/b\.har is not JSON/)
})

test('one document of an archive is opened by the name that reports give it', async (t) => {
  const folder = folderFor(t)
  const zip = join(folder, 'both.zip')
  writeFileSync(zip, await zipOf({ 'one.har': { content: har('https://a.example/') }, 'in/two.har': { content: har('https://b.example/') } }))
  const documents = await openInput(join(zip, 'in/two.har'))
  assert.deepEqual(documents.map(({ name }) => name), [join(zip, 'in/two.har')])
  assert.deepEqual((await read(documents[0]!)).urls, ['https://b.example/'])
  documents[0]!.close()
  assert.match(await refusalOf(join(zip, 'three.har')), /three\.har does not exist: .*both\.zip is there, and holds no document of that name/)
  writeFileSync(join(folder, 'c.har'), har('https://c.example/'))
  assert.match(await refusalOf(join(folder, 'c.har', 'd.har')), /d\.har does not exist: .*c\.har is there/)
})

test('a capture is read as a zip, as a folder and from standard input, with its manifest, steps and bodies', async (t) => {
  const folder = folderFor(t)
  const source = har('https://a.example/')
  const nested = await zipOf({ 'har.har': { content: source }, 'b0d1.dat': { content: 'sent' } })
  const members = {
    'capture.json': { content: '{"schema":1,"captureId":"c1"}' }, 'steps.json': { content: '[{"title":"search"}]' },
    'capture.har.zip': { content: nested, stored: true }, 'originals/har.zip': { content: 'PK' },
  }
  const zip = join(folder, 'capture.zip')
  writeFileSync(zip, await zipOf(members))
  const deflated = join(folder, 'deflated.zip')
  writeFileSync(deflated, await zipOf({ ...members, 'capture.har.zip': { content: nested } }))
  const unpacked = join(folder, 'unpacked')
  mkdirSync(join(unpacked, 'originals'), { recursive: true })
  for (const [name, { content }] of Object.entries(members)) writeFileSync(join(unpacked, name), content)
  const own = join(folder, 'own.zip') // steps in capture.json; those of older captures lie beside it
  const { 'steps.json': _, ...rest } = members
  writeFileSync(own, await zipOf({ ...rest, 'capture.json': { content: '{"schema":1,"captureId":"c1","steps":[{"title":"search"}]}' } }))
  const [newer] = await openInput(own)
  assert.deepEqual(newer!.steps, [{ title: 'search' }])
  newer!.close()
  for (const path of [zip, deflated, unpacked]) {
    const [document, ...others] = await openInput(path)
    assert.equal(others.length, 0)
    assert.equal(document!.kind, 'capture')
    assert.equal(document!.name, path)
    assert.deepEqual(document!.manifest, { schema: 1, captureId: 'c1' })
    assert.deepEqual(document!.steps, [{ title: 'search' }])
    assert.equal(Buffer.from(document!.body('b0d1.dat')!).toString(), 'sent')
    const { urls, reading } = await read(document!)
    assert.deepEqual([urls, reading.sha256], [['https://a.example/'], sha256(source)])
    document!.close()
  }
  for (const input of [zip, join(unpacked, 'capture.har.zip')]) assert.equal(fromStandardInput(readFileSync(input)), '["https://a.example/"]')
})

function fromStandardInput(input: string | Buffer): string {
  const module = new URL('../../../src/har/read.js', import.meta.url).href
  const script = `import { openInput } from '${module}'
    const urls = []
    for (const document of await openInput('-')) await document.read({ entry: (e) => urls.push(e.request.url), diagnostic() {} })
    console.log(JSON.stringify(urls))`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { input })
  return stdout.toString().trim() || stderr.toString()
}

test('standard input takes a HAR and its gzip', () => {
  const source = har('https://a.example/', 'https://b.example/')
  for (const input of [source, gzipSync(source)]) assert.equal(fromStandardInput(input), '["https://a.example/","https://b.example/"]')
})

test('what cannot be read is refused with the sentence that fits', async (t) => {
  const folder = folderFor(t)
  const write = (name: string, content: string | Buffer): string => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  mkdirSync(join(folder, 'void'))
  mkdirSync(join(folder, 'cut'))
  writeFileSync(join(folder, 'cut', 'capture.json'), '{"schema":1}')
  mkdirSync(join(folder, 'torn'))
  writeFileSync(join(folder, 'torn', 'capture.json'), '{"schema":')
  assert.match(await refusalOf(join(folder, 'none.har')), /^har-unreadable: .*none\.har does not exist\./)
  assert.match(await refusalOf(''), /^har-unreadable: "" does not exist\./) // a shell's empty variable
  assert.match(await refusalOf(join(folder, 'void')), /The folder .*void holds no \.har file/)
  assert.match(await refusalOf(join(folder, 'cut')), /^capture-unreadable: .*holds no capture\.har\.zip/)
  assert.match(await refusalOf(join(folder, 'torn')), /^capture-unreadable: .*capture\.json is not JSON/)
  assert.match(await refusalOf(write('empty.har', '')), /is empty\. Export/)
  assert.match(await refusalOf(write('text.har', 'Dear reader,')), /is not JSON: what stands at byte 0 /)
  assert.match(await refusalOf(write('page.har', '<!doctype html>')), /is not JSON: what stands at byte 0 /)
  assert.match(await refusalOf(write('other.har', '{"a":[1]}')), /is JSON but no HAR/)
  assert.match(await refusalOf(write('list.har', '[]')), /is JSON but no HAR/)
  assert.match(await refusalOf(write('half.har', '{"log":{"creator":{}}}')), /holds no "entries" list/)
  assert.match(await refusalOf(write('image.har', Buffer.from('89504e470d0a1a0a0000000d', 'hex'))), /binary file/)
  assert.match(await refusalOf(write('wide.har', Buffer.from(`\ufeff${har()}`, 'utf16le'))), /UTF-16/)
  assert.match(await refusalOf(write('torn.har', har('https://a.example/').slice(0, 110))), /^har-truncated: .* breaks off after 110 bytes/)
  assert.match(await refusalOf(write('bad.gz', Buffer.concat([gzipSync('x').subarray(0, 10), Buffer.from('garbage')]))), /cannot be read \(/)
  assert.match(await refusalOf(write('no-har.zip', await zipOf({ 'a.txt': { content: 'x' } }))), /holds no \.har file/)
  if (process.getuid?.() !== 0) {
    chmodSync(write('shut.har', har()), 0)
    assert.match(await refusalOf(join(folder, 'shut.har')), /may not be read by this user/)
  }
})

test('archives that mean harm are refused', async (t) => {
  const folder = folderFor(t)
  const write = (name: string, content: Buffer): string => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const good = await zipOf({ 'aa/b.har': { content: har('https://a.example/'), stored: true }, 'cc/d.har': { content: har(), stored: true } })
  const patched = (from: string, to: string): Buffer => Buffer.from(good.toString('latin1').replaceAll(from, to), 'latin1')
  assert.match(await refusalOf(write('slip.zip', patched('aa/b.har', '../b.har'))), /name leads out of it/)
  assert.match(await refusalOf(write('root.zip', patched('aa/b.har', '/a/b.har'))), /name leads out of it/)
  assert.match(await refusalOf(write('twice.zip', patched('cc/d.har', 'aa/b.har'))), /two members named "aa\/b\.har"/)
  const locked = await zipOf({ 'a.har': { content: har('https://a.example/') } })
  const central = locked.indexOf(Buffer.from('504b0102', 'hex'))
  locked.writeUInt16LE(locked.readUInt16LE(central + 8) | 1, central + 8)
  assert.match(await refusalOf(write('locked.zip', locked)), /is encrypted/)
  const bomb = await zipOf({ 'b.har': { content: Buffer.alloc(270 * 1024 * 1024, ' ') } })
  assert.match(await refusalOf(write('bomb.zip', bomb)), /more than 300 times its size/)
  assert.match(await refusalOf(write('bomb.har.gz', gzipSync(Buffer.alloc(270 * 1024 * 1024, ' ')))), /more than 300 times its size/)
})

test('a gzip that breaks off gives the entries before the break, and says so', async (t) => {
  const folder = folderFor(t)
  const urls = Array.from({ length: 5_000 }, (_, at) => `https://h${(at * 7919) % 5_003}.example/${at}`)
  const packed = gzipSync(har(...urls))
  writeFileSync(join(folder, 'cut.har.gz'), packed.subarray(0, packed.length >> 1))
  const result = await readOnly(join(folder, 'cut.har.gz'))
  assert.ok(result.urls.length > 1_000 && result.urls.length < 5_000)
  assert.deepEqual(result.urls, urls.slice(0, result.urls.length))
  assert.deepEqual(result.diagnostics.map(({ code }) => code), ['har-truncated', 'input-damaged'])
})

test('an entry that is no JSON or no object is a diagnostic, and the others keep their numbers', async (t) => {
  const folder = folderFor(t)
  const path = join(folder, 'odd.har')
  writeFileSync(path, '{"log":{"entries":[{"request":{"url":"https://a.example/"}},{"x":nope},null,[1],{"request":{"url":"https://b.example/"}}]}}')
  const [document] = await openInput(path)
  const indexes: number[] = []
  const odd: (number | undefined)[] = []
  await document!.read({ entry: (_, index) => indexes.push(index), diagnostic: ({ entry }) => odd.push(entry) })
  document!.close()
  assert.deepEqual([indexes, odd], [[0, 4], [1, 2, 3]])
})

test('no more is read while whoever takes the entries is not ready', async (t) => {
  const file = join(folderFor(t), 'long.har')
  writeFileSync(file, har(...Array.from({ length: 3_000 }, (_, at) => `https://site.example/${'x'.repeat(1_000)}?${at}`)))
  const [document] = await openInput(file)
  assert.ok(document)
  t.after(() => document.close())
  let waiting = false
  let ahead = 0
  let mostAhead = 0
  let taken = 0
  await document.read({
    entry() {
      assert.equal(waiting, false, 'an entry came although the last ones are not dealt with')
      taken++
      mostAhead = Math.max(mostAhead, ++ahead)
    },
    async ready() {
      waiting = true
      await new Promise((resolve) => { setImmediate(resolve) })
      waiting = false
      ahead = 0
    },
    diagnostic() {},
  })
  assert.equal(taken, 3_000)
  assert.ok(mostAhead < 600, `${mostAhead} entries were waiting at once`)
})
