import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { openZip } from '../../../src/capture/har-zip.js'
import { addSteps, addToCapture, captureIdOf, digestFile, packCapture } from '../../../src/capture/write.js'

describe('the capture zip', () => {
  let root: string
  let folder: string
  let out: string
  before(async () => {
    root = await mkdtemp(join(tmpdir(), 'tattle-write-'))
    folder = join(root, 'work')
    out = join(root, 'capture.zip')
    await mkdir(join(folder, 'originals'), { recursive: true })
    await mkdir(join(folder, 'screenshots'))
    await writeFile(join(folder, 'originals', 'har.zip'), 'har')
    await writeFile(join(folder, 'originals', 'netlog.json'), '{"constants":{}}'.repeat(100))
    await writeFile(join(folder, 'screenshots', '1.png'), 'image')
    await writeFile(join(folder, 'capture.har.zip'), 'derived')
    await writeFile(join(folder, 'capture.json'), '{}')
    await writeFile(join(folder, 'profile-secret'), 'not packed')
  })
  after(async () => { await rm(root, { recursive: true, force: true }) })

  async function members(path: string): Promise<Record<string, string>> {
    const zip = await openZip(path)
    const found: Record<string, string> = {}
    for (const name of zip.names) {
      const bytes = await zip.read(name, 1 << 20)
      found[name] = name.endsWith('.gz') ? gunzipSync(bytes).toString() : bytes.toString()
    }
    zip.close()
    return found
  }

  test('holds the capture and nothing else, for its owner only', async () => {
    await packCapture(folder, out)
    assert.deepEqual(await members(out), {
      'capture.json': '{}', 'capture.har.zip': 'derived', 'originals/har.zip': 'har',
      'originals/netlog.json.gz': '{"constants":{}}'.repeat(100), 'screenshots/1.png': 'image',
    })
    assert.equal((await stat(out)).mode & 0o777, 0o600)
    assert.equal(existsSync(join(folder, 'originals', 'netlog.json')), false)
  })

  test('is copied whole when something is added, also onto itself', async () => {
    await packCapture(folder, out)
    const before = await members(out)
    await addToCapture(out, out, { 'steps.json': Buffer.from('[]') })
    await addToCapture(out, out, { 'steps.json': Buffer.from('[1]') })
    assert.deepEqual(await members(out), { ...before, 'steps.json': '[1]' })
    assert.equal((await stat(out)).mode & 0o777, 0o600)
    assert.deepEqual((await readdir(root)).sort(), ['capture.zip', 'work'])
  })

  test('has the steps of its scenario in capture.json', async () => {
    await packCapture(folder, out)
    const before = await members(out)
    const steps = [{ title: 'search', category: 'test.step', location: null, startedAt: '2026-03-01T09:00:00.000Z', endedAt: null, error: null }]
    await addSteps(out, out, steps)
    const { 'capture.json': manifest = '', ...others } = await members(out)
    assert.deepEqual(JSON.parse(manifest), { steps, sha256: createHash('sha256').update(JSON.stringify({ steps })).digest('hex') })
    assert.deepEqual({ ...others, 'capture.json': '{}' }, before)
  })

  test('stays as it was when it cannot be written', async () => {
    await packCapture(folder, out)
    const bytes = await readFile(out)
    await assert.rejects(addToCapture(join(root, 'absent.zip'), out, {}), { code: 'capture-unreadable' })
    await assert.rejects(packCapture(folder, join(root, 'no-such-folder', 'x.zip')), { code: 'output-unwritable' })
    assert.ok(bytes.equals(await readFile(out)))
  })

  test('has an id that is made of its originals, in any order', async () => {
    const har = await digestFile(join(folder, 'originals', 'har.zip'), 'originals/har.zip')
    const sha256 = createHash('sha256').update('har').digest('hex')
    assert.deepEqual(har, { name: 'originals/har.zip', bytes: 3, sha256 })
    const other = { name: 'originals/netlog.json.gz', bytes: 1, sha256: '00' }
    assert.equal(captureIdOf([har, other]), captureIdOf([other, har]))
    assert.match(captureIdOf([har]), /^[0-9a-f]{32}$/)
    assert.notEqual(captureIdOf([har]), captureIdOf([har, other]))
  })
})
