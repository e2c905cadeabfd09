/** What lies in a capture beside the traffic, from a real walk: self-check, pictures, storage, who asked for what. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openZip } from '../../src/capture/har-zip.js'
import type { CaptureManifest, Screenshot } from '../../src/capture/manifest.js'
import type { StorageRecord } from '../../src/capture/storage.js'
import type { HarEntry } from '../../src/har/types.js'
import { runAudit } from '../../src/playwright/audit.js'
import { startSite } from './fixture/site.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-parts-'))
const site = await startSite()
const parts = new Map<string, Buffer>()
const json = (name: string): unknown => JSON.parse(parts.get(name)?.toString('utf8') ?? 'null')

before(async () => {
  const result = await runAudit({
    scenarios: ['test/e2e/fixture/search.spec.ts'], baseUrl: 'http://www.clinic.example', consent: ['accept'],
    hostMap: [`*.example=127.0.0.1:${site.port}`], database: join(folder, 'findings.sqlite'),
    captures: join(folder, 'captures'), quiet: true,
  })
  const zip = await openZip(result.analysed[0]?.capture.path ?? '')
  for (const name of zip.names) parts.set(name, await zip.read(name, 1 << 28))
  zip.close()
})
after(() => { rmSync(folder, { recursive: true, force: true }) })

test('the self-check of the worker', () => {
  const { selfCheck, coverage } = json('capture.json') as CaptureManifest
  assert.equal(selfCheck?.passed, true)
  assert.equal(coverage, 'full')
})

test('a picture of each step, in a list with its title', () => {
  const shown = json('screenshots.json') as Screenshot[]
  assert.deepEqual(shown.map(({ title }) => title), [
    'before the choice', 'after the choice', 'Open the start page', 'Search', 'Subscribe', 'before leaving the site',
  ])
  assert.deepEqual(shown.map(({ file }) => file), [...parts.keys()].filter((name) => name.startsWith('screenshots/')))
  assert.equal(shown[3]?.file, 'screenshots/04-search.jpg')
  for (const { file, at } of shown) {
    const image = parts.get(file)
    assert.deepEqual([image?.[0], image?.[1]], [0xff, 0xd8], 'a JPEG')
    assert.ok((image?.length ?? 0) < 60_000, `${file} is ${image?.length} bytes long`)
    assert.ok(!Number.isNaN(Date.parse(at)))
  }
})

test('what was stored after each step, and who set it', () => {
  const { snapshots, writes } = json('storage.json') as StorageRecord
  const choice = (title: string) =>
    snapshots.find((each) => each.title === title)?.cookies.find(({ name }) => name === 'choice')
  assert.equal(choice('before any choice'), undefined)
  assert.deepEqual([choice('Search')?.value, choice('Search')?.setBy], ['yes', { how: 'script' }])
  const session = snapshots.find(({ title }) => title === 'Search')?.cookies.find(({ name }) => name === 'session')
  assert.equal(session?.setBy.how, 'answer')
  const origins = snapshots.find(({ title }) => title === 'Search')?.origins ?? []
  assert.deepEqual(origins.find(({ origin }) => origin.includes('clinic.example')), {
    origin: 'http://www.clinic.example', local: [['seen', 'Gürtelrose im Gesicht']], session: [['visit', '1']], indexedDb: ['clinic'],
  })
  assert.deepEqual(origins.find(({ origin }) => origin.includes('widget.example'))?.local, [['visitor', '9c1e7b603f2ad4f8']], 'of a frame in another process')
  assert.deepEqual(writes.filter(({ key }) => key === 'seen').map(({ area, value }) => [area, value])[0],
    ['local', 'Gürtelrose im Gesicht'])
})

test('which script asked for a request', async () => {
  const har = parts.get('capture.har.zip')
  assert.ok(har)
  writeFileSync(join(folder, 'derived.zip'), har)
  const zip = await openZip(join(folder, 'derived.zip'))
  const { log } = JSON.parse((await zip.read('har.har', 1 << 28)).toString('utf8')) as { log: { entries: HarEntry[] } }
  zip.close()
  const ping = log.entries.find(({ request }) => String(request?.url).includes('px.tracker.example/page'))
  const { type, stack } = ping?._initiator as { type: string, stack: { callFrames: { functionName: string, url: string }[] } }
  assert.equal(type, 'script')
  assert.deepEqual(stack.callFrames.slice(0, 2).map(({ functionName }) => functionName), ['page', 'choose'])
  assert.match(stack.callFrames[0]?.url ?? '', /^http:\/\/www\.clinic\.example\//)
})
