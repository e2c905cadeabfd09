/** Originals that were not kept: what stays, and what is then said to be past showing. */
import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { openZip } from '../../src/capture/har-zip.js'
import { captureIdOf } from '../../src/capture/write.js'
import { makeWorkplace } from './fixture/command.js'
import { startSite } from './fixture/site.js'

const site = await startSite()
const here = makeWorkplace()

const audit = (...more: string[]) => here.tattle('audit', resolve('test/e2e/fixture/search.spec.ts'), '--base-url', 'http://www.clinic.example',
  '--host-map', `*.example=127.0.0.1:${site.port}`, '--allow-side-effects', 'subscribes', ...more)

async function namesIn(path: string): Promise<readonly string[]> {
  const zip = await openZip(path)
  zip.close()
  return zip.names
}

const lack = /2 originals were not kept \(retention: never\).*can no longer be shown/

test('never: digests stay; analyze, pack and verify say in a sentence what can no longer be done', { timeout: 120_000 }, async () => {
  const walked = await audit('--consent', 'accept', '--retention', 'never')
  assert.equal(walked.status, 0, walked.err)
  const [path = ''] = here.captures()
  const [manifest] = await here.manifests()
  const names = await namesIn(path)
  assert.deepEqual(names.filter((name) => name.startsWith('originals/')), [])
  assert.ok(names.includes('capture.har.zip') && names.includes('storage.json'))
  assert.deepEqual(manifest?.originals.map(({ name }) => name), ['originals/har.zip', 'originals/netlog.json.gz'])
  assert.equal(captureIdOf(manifest?.originals ?? []), manifest?.captureId)
  assert.equal(manifest?.originalsRemoved?.retention, 'never')

  const first = JSON.parse((await here.tattle('report', '--format', 'json')).out) as { captures: { files: { name: string }[]; coverage: string }[]; findings: unknown[] }
  assert.deepEqual(first.captures[0]?.files.map(({ name }) => name).filter((name) => name.startsWith('originals/')), ['originals/har.zip', 'originals/netlog.json.gz'])

  const packed = await here.tattle('evidence', 'pack', 'latest', '--no-sign', '--out', 'bundle')
  assert.equal(packed.status, 0, packed.err)
  assert.match(packed.err, lack)
  const verified = await here.tattle('evidence', 'verify', 'bundle')
  assert.equal(verified.status, 0, verified.out + verified.err)
  assert.match(verified.out.replaceAll(/\s+/g, ' '), lack)

  const again = await here.tattle('analyze', path, '--json', '--db', 'again.sqlite')
  assert.equal(again.status, 0, again.err)
  const { captures, findings, diagnostics } = JSON.parse(again.out) as typeof first & { diagnostics: { code: string; message: string }[] }
  assert.equal(captures[0]?.coverage, first.captures[0]?.coverage)
  assert.equal(findings.length, first.findings.length)
  assert.match(diagnostics.find(({ code }) => code === 'originals-not-kept')?.message ?? '', lack)
})

test('on-leak: those that leaked keep their originals, the others do not', { timeout: 120_000 }, async () => {
  const before = new Set(here.captures())
  const walked = await audit('--consent', 'accept,reject', '--retention', 'on-leak')
  assert.equal(walked.status, 0, walked.err)
  const manifests = (await here.manifests()).filter((_, at) => !before.has(here.captures()[at] ?? ''))
  assert.deepEqual(new Map(manifests.map(({ consent, originalsRemoved }) => [consent.asked, originalsRemoved?.retention])),
    new Map<string, string | undefined>([['accept', undefined], ['reject', 'on-leak']]))
})
