/** Bundles that somebody made to mislead: each is told in a sentence, and none is read beyond itself. */
import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openBag } from '../../../src/evidence/bag.js'
import type { EvidenceManifest } from '../../../src/evidence/manifest.js'
import { toCertificates } from '../../../src/evidence/timestamp.js'
import { verifyBundle, type Check } from '../../../src/evidence/verify.js'
import { createTattle, makeCaptureZip, makeDatabase, packAnew } from './fixture.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-hostile-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)
const tattle = createTattle(folder)

const bundle = at('bundle')
const zipped = at('zipped.zip')
let captureId = ''

before(async () => {
  await makeDatabase(at('findings.sqlite'), [await makeCaptureZip(folder)])
  for (const out of [bundle, zipped]) {
    const { status, err } = tattle('evidence', 'pack', 'latest', '--db', at('findings.sqlite'), '--no-sign', '--out', out)
    assert.equal(status, 0, err)
  }
  captureId = readdirSync(join(bundle, 'data/captures'))[0] ?? ''
})

const packedAnew = (change: (where: string) => void, manifest?: (now: EvidenceManifest) => unknown): string =>
  packAnew(bundle, at('anew'), change, manifest)

const unchanged = (): void => {}
const OPTIONS = { key: null, fingerprint: null, roots: null, head: null, exports: {} }

async function faultsOf(path: string): Promise<string> {
  const { checks } = await verifyBundle(path, OPTIONS)
  return checks.filter(({ holds }: Check) => holds === false).map(({ sentence }) => sentence).join('\n')
}

test('a bundle that was packed anew without a change holds', async () => {
  assert.equal(await faultsOf(packedAnew(unchanged)), '')
})

const NO_TEXT = { toString: 1 }
const MANIFESTS: Readonly<Record<string, (now: EvidenceManifest) => unknown>> = {
  'null': () => null,
  'a list': () => [],
  'a capture that is no text': (now) => ({ ...now, captures: [NO_TEXT] }),
  'a capture that leads elsewhere': (now) => ({ ...now, captures: ['../../../../home'] }),
  'a capture named twice': (now) => ({ ...now, captures: [...now.captures, ...now.captures] }),
  'a control capture that leads elsewhere': (now) => ({ ...now, controls: ['/etc'] }),
  'an original that is no text': (now) => ({ ...now, form: 'redacted', original: NO_TEXT }),
  'a version that is no text': (now) => ({ ...now, tattleVersion: NO_TEXT }),
  'a file named twice': (now) => ({ ...now, files: [...now.files, ...now.files] }),
  'a file that is null': (now) => ({ ...now, files: [null] }),
  'something missing that is no text': (now) => ({ ...now, missing: [NO_TEXT] }),
}

for (const [what, manifest] of Object.entries(MANIFESTS)) {
  test(`a manifest of another shape does not hold: ${what}`, async () => {
    assert.match(await faultsOf(packedAnew(unchanged, manifest)), /^evidence\/manifest\.json is no canonical JSON of a manifest\.$/)
  })
}

test('nothing outside of its folder is touched by redacting a bundle that names it', () => {
  mkdirSync(at('mine-source'))
  mkdirSync(at('mine'))
  const copy = packedAnew(unchanged, (now) => ({ ...now, captures: [`${'/..'.repeat(12)}${at('mine')}`] }))
  const { status, err } = tattle('evidence', 'redact', copy, '--no-sign', '--out', at('redacted'))
  assert.equal(status, 2)
  assert.match(err, /^tattle: .* cannot be redacted\. evidence\/manifest\.json is no canonical JSON of a manifest\.\n$/)
  assert.ok(existsSync(at('mine')) && existsSync(at('mine-source')) && !existsSync(at('redacted')))
})

test('what was changed is not redacted, and what is no report is told in a sentence', () => {
  const redacted = (where: string): string => {
    const { status, err } = tattle('evidence', 'redact', where, '--no-sign', '--out', at('redacted'))
    assert.equal(status, 2)
    assert.equal(err.trimEnd().split('\n').length, 1, err)
    assert.ok(!existsSync(at('redacted')))
    return err
  }
  const report = (content: string) => (where: string): void => writeFileSync(join(where, 'data/report.json'), content)
  const changed = packedAnew(unchanged)
  report('{}')(changed)
  assert.match(redacted(changed), /cannot be redacted\. The files are not those that were packed: data\/report\.json was changed/)
  assert.match(redacted(packedAnew(report('{"captures":'))), /data\/report\.json in the bundle is no JSON that can be read/)
  assert.match(redacted(packedAnew(report('{"captures":[],"findings":[null]}'))), /data\/report\.json in the bundle is no report of tattle's \(findings\)/)
  writeFileSync(at('salt.json'), '{')
  const { status, err } = tattle('evidence', 'redact', bundle, '--no-sign', '--out', at('redacted'), '--salt-file', at('salt.json'))
  assert.equal(status, 2)
  assert.match(err, /^tattle: .*salt\.json holds no salt of tattle's/)
  const unkept = tattle('evidence', 'redact', bundle, '--no-sign', '--out', at('redacted'), '--salt-file', at('nowhere/salt.json'))
  assert.deepEqual([unkept.status, existsSync(at('redacted'))], [2, false])
  assert.match(unkept.err, /^tattle: The salt cannot be kept in .*nowhere\/salt\.json \(.*--salt-file\.\n$/)
})

test('what is no key is told in a sentence', () => {
  const { status, err } = tattle('evidence', 'verify', bundle, '--key', folder)
  assert.equal(status, 2)
  assert.match(err, /^tattle: .* holds no Ed25519 public key in PEM\.\n$/)
})

test('a capture.json that cannot be read does not pass for a HAR from elsewhere', async () => {
  const kept = `data/captures/${captureId}/capture.json`
  assert.match(await faultsOf(packedAnew((where) => writeFileSync(join(where, kept), '{}'))), /capture\.json cannot be read \(\/captureId in its capture\.json is not a text\)/)
})

/** The same zip, its directory's entry of that name changed at an offset. */
function withDirectory(name: string, change: (record: Buffer) => void): string {
  const bytes = readFileSync(zipped)
  const record = bytes.lastIndexOf(`zipped/${name}`) - 46
  assert.equal(bytes.readUInt32LE(record), 0x02014b50)
  change(bytes.subarray(record))
  writeFileSync(at('changed.zip'), bytes)
  return at('changed.zip')
}

for (const bits of [1, 0x04000000]) {
  test(`a size in a zip's directory that is not the size is a change (${bits} more)`, async () => {
    const path = withDirectory(`data/captures/${captureId}/capture.json`, (record) => record.writeUInt32LE(record.readUInt32LE(24) + bits, 24))
    assert.match(await faultsOf(path), /capture\.json was changed/)
  })
}

test('a file of a zip in a compression that nobody knows is a change', async () => {
  assert.match(await faultsOf(withDirectory('data/leaks.csv', (record) => record.writeUInt16LE(9, 10))), /data\/leaks\.csv was changed/)
})

/** The same zip, the header before the content of that name changed. */
function withHeader(name: string, change: (header: Buffer) => void): string {
  const bytes = readFileSync(zipped)
  const header = bytes.indexOf(`zipped/${name}`) - 30
  assert.equal(bytes.readUInt32LE(header), 0x04034b50)
  change(bytes.subarray(header))
  writeFileSync(at('changed.zip'), bytes)
  return at('changed.zip')
}

test('what one program unpacks as one thing and another as another is no plain file: a name, a compression, a link', async () => {
  const said = /data\/leaks\.csv is no plain file of the bundle/
  assert.match(await faultsOf(withHeader('data/leaks.csv', (header) => header.write('zipped/data/leaks.txt', 30))), said)
  assert.match(await faultsOf(withHeader('data/leaks.csv', (header) => header.writeUInt16LE(0, 8))), said)
  assert.match(await faultsOf(withHeader('data/leaks.csv', (header) => header.writeUInt16LE(header.readUInt16LE(6) | 1, 6))), said)
  assert.match(await faultsOf(withDirectory('data/leaks.csv', (record) => record.writeUInt32LE(0o120777 * 0x10000, 38))), said)
  assert.equal(await faultsOf(withHeader('data/leaks.csv', unchanged)), '')
})

test('members that share their bytes are refused: few bytes could unpack to any number', async () => {
  const path = withDirectory('data/leaks.csv', (record) => record.writeUInt32LE(statSync(zipped).size - 10, 20))
  await assert.rejects(openBag(path), { code: 'bundle-unreadable', message: /^.*changed\.zip holds members that lie over one another\. Do not trust it\.$/ })
})

test('a file that this user may not read is no change of the bundle', { skip: process.platform === 'win32' }, async () => {
  const copy = packedAnew(unchanged)
  for (const name of ['', ...readdirSync(copy, { recursive: true, encoding: 'utf8' })]) chmodSync(join(copy, name), 0o755)
  chmodSync(folder, 0o755)
  chmodSync(join(copy, 'data/leaks.csv'), 0)
  const isRoot = process.geteuid?.() === 0 // who may read anything
  if (isRoot) process.seteuid?.(65_534)
  try {
    await assert.rejects(openBag(copy), { code: 'bundle-unreadable', message: /anew cannot be read as a bundle \(EACCES: .*leaks\.csv'\)\.$/ })
  } finally {
    if (isRoot) process.seteuid?.(0)
  }
})

test('certificates without an end are none, however many begin', () => {
  assert.throws(() => toCertificates('-----BEGIN CERTIFICATE-----\n'.repeat(400_000)), /must name a file with certificates/)
})

test('rows without their link do not hold, nor does a list of them that names a file for ever', async () => {
  const rows = packedAnew((where) => writeFileSync(join(where, 'data/chain/rows-99.txt'), ''))
  assert.match(await faultsOf(rows), /data\/chain\/rows-99\.txt is not what link 99 speaks of/)
  const line = `capture_files ${JSON.stringify({ capture_id: captureId, name: 'capture.har.zip', bytes: 1, sha256: '0'.repeat(64) })}\n`
  const often = packedAnew((where) => writeFileSync(join(where, 'data/chain/rows-98.txt'), line.repeat(50_000)))
  const faults = await faultsOf(often)
  assert.match(faults, /capture\.har\.zip is not what was filed when it was recorded\./)
  assert.ok(faults.length < 1_000)
})
