import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  appendFileSync, chmodSync, copyFileSync, cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, unlinkSync, writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { commandsOf } from '../../../src/evidence/verify-text.js'
import { toCanonical } from '../../../src/evidence/canonical.js'
import { PATHS } from '../../../src/evidence/manifest.js'
import { driverName } from '../../../src/store/sqlite.js'
import { openStore } from '../../../src/store/store.js'
import { makeCaptureZip, makeDatabase } from './fixture.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-evidence-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const CLI = fileURLToPath(new URL('../../../src/cli.js', import.meta.url))
const at = (name: string): string => join(folder, name)
const environment = { ...process.env, XDG_CONFIG_HOME: at('config') }

function tattle(...args: string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8', env: environment })
  return { status, out: stdout, err: stderr }
}

const database = at('findings.sqlite')
const bundle = at('bundle')
let zip = ''
let fingerprint = ''

before(async () => {
  zip = await makeCaptureZip(folder)
  await makeDatabase(database, [zip])
  writeFileSync(at('passphrase'), 'four words from dice\n', { mode: 0o600 })
  const made = tattle('evidence', 'keygen', '--passphrase-file', at('passphrase'))
  assert.equal(made.status, 0, made.err)
  fingerprint = /Fingerprint {2}([0-9a-f]{64})/.exec(made.out)?.[1] ?? ''
  const packed = tattle('evidence', 'pack', 'latest', '--db', database, '--out', bundle, '--passphrase-file', at('passphrase'))
  assert.equal(packed.status, 0, packed.err)
})

test('the key is encrypted, for its owner only, and never written over', () => {
  const file = at('config/tattle/evidence-key.pem')
  assert.equal(statSync(file).mode & 0o777, 0o600)
  assert.match(readFileSync(file, 'utf8'), /BEGIN ENCRYPTED PRIVATE KEY/)
  const again = tattle('evidence', 'keygen', '--passphrase-file', at('passphrase'))
  assert.equal(again.status, 2)
  assert.match(again.err, /There is a key at .* already/)
  const none = tattle('evidence', 'keygen', '--key', at('other.pem'))
  assert.equal(none.status, 2)
  assert.match(none.err, /A key needs a passphrase/)
  assert.equal(existsSync(at('other.pem')), false)
})

test('a bundle holds what a file on a site needs, and all of it is for its owner only', () => {
  const names = readdirSync(bundle, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(bundle, name)).isFile())
  for (const wanted of [
    /^data\/captures\/[0-9a-f]{32}\/originals\/har\.zip$/, /originals\/netlog\.json\.gz$/, /capture\.har\.zip$/, /capture\.json$/,
    /screenshots\/01-end\.jpg$/, /^data\/report\.json$/, /^data\/leaks\.csv$/, /^data\/leaks\.jsonl$/, /^data\/personas\/de-test\.json$/,
    /^data\/configuration\.json$/, /^data\/tools\.json$/, /^data\/sbom\.cdx\.json$/, /^data\/chain\/links\.jsonl$/, /^VERIFY\.txt$/,
    /^evidence\/manifest\.json$/, /^evidence\/statement\.dsse\.json$/,
  ]) assert.ok(names.some((name) => wanted.test(name)), String(wanted))
  for (const name of names) assert.equal(statSync(join(bundle, name)).mode & 0o077, 0, name)
  const tools = JSON.parse(readFileSync(join(bundle, 'data/tools.json'), 'utf8')) as { node: { sha256: string }; browsers: { sha256AtPacking: string }[]; lists: { name: string }[] }
  assert.match(tools.node.sha256, /^[0-9a-f]{64}$/)
  assert.equal(tools.browsers[0]?.sha256AtPacking, tools.node.sha256) // the fixture says that Node was its browser
  const sbom = JSON.parse(readFileSync(join(bundle, 'data/sbom.cdx.json'), 'utf8')) as { components: { name: string }[] }
  assert.ok(['better-sqlite3', 'yazl', 'buffer-crc32', 'tldts-core'].every((name) => sbom.components.some((one) => one.name === name)))
  const manifest = readFileSync(join(bundle, 'evidence/manifest.json'))
  assert.ok(toCanonical(JSON.parse(manifest.toString())).equals(manifest))
})

test('a whole bundle holds, with key, head and findings', () => {
  const store = openStore(database, { readonly: true })
  const head = store.head()?.digest ?? ''
  store.close()
  const { status, out } = tattle('evidence', 'verify', bundle, '--fingerprint', fingerprint, '--head', head, '--reanalyse')
  assert.equal(status, 0, out)
  for (const about of ['files', 'signature', 'key', 'originals', 'chain', 'findings']) assert.match(out, new RegExp(`^${about} +holds`, 'm'))
  assert.match(out, /all [1-9]\d* places were found/)
  assert.equal(tattle('evidence', 'verify', bundle, '--fingerprint', 'a'.repeat(64)).status, 1)
  assert.equal(tattle('evidence', 'verify', bundle, '--head', 'b'.repeat(64)).status, 1)
  assert.equal(tattle('evidence', 'verify', at('passphrase')).status, 2)
  const printed = fingerprint.toUpperCase().replaceAll(/(..)(?=.)/g, '$1:')
  assert.equal(tattle('evidence', 'verify', bundle, '--fingerprint', printed, '--head', head.toUpperCase()).status, 0)
  for (const flag of ['--fingerprint', '--head']) {
    for (const text of ['', head.slice(1), `${head}0`, 'the one on paper']) {
      const mistyped = tattle('evidence', 'verify', bundle, flag, text)
      assert.equal(mistyped.status, 2, `${flag} ${text}`)
      assert.match(mistyped.err, new RegExp(`^tattle: ${flag} takes the 64 hexadecimal digits that were printed`))
    }
  }
})

/** What `sh` makes of each command of VERIFY.txt, as it stands there. */
function byHand(where: string): { command: string; status: number | null; out: string }[] {
  const commands = commandsOf(readFileSync(join(where, 'VERIFY.txt'), 'utf8'))
  assert.ok(commands.length >= 4)
  return commands.map((command) => {
    const { status, stdout } = spawnSync('sh', ['-c', command], { cwd: where, encoding: 'utf8' })
    return { command, status, out: stdout }
  })
}

test('the commands of VERIFY.txt check it without tattle', () => {
  const results = byHand(bundle)
  for (const { command, status } of results) assert.equal(status, 0, command)
  assert.ok(results.some(({ out }) => out.trim() === fingerprint))
  assert.ok(results.some(({ out }) => out.includes('Signature Verified Successfully')))
})

/** A change to a bundle, what tattle says of it, and whether the commands of VERIFY.txt see it as well. */
const CHANGES: readonly (readonly [what: string, change: (where: string) => void, said: RegExp])[] = [
  ['a byte of a file', (where) => appendFileSync(join(where, 'data/report.json'), ' '), /files +DOES NOT HOLD.*data\/report\.json was changed/],
  ['a file missing', (where) => unlinkSync(join(where, 'data/leaks.csv')), /data\/leaks\.csv is missing/],
  ['a file added', (where) => writeFileSync(join(where, 'data/more.txt'), 'x'), /data\/more\.txt was added/],
  ['a link added', (where) => symlinkSync('/etc/hostname', join(where, 'data/link')), /data\/link is no plain file/],
  ['a file and its line in the list', (where) => {
    writeFileSync(join(where, 'data/leaks.csv'), 'nothing')
    const list = readFileSync(join(where, 'manifest-sha256.txt'), 'utf8')
    const sum = spawnSync('sha256sum', ['data/leaks.csv'], { cwd: where, encoding: 'utf8' }).stdout.slice(0, 64)
    writeFileSync(join(where, 'manifest-sha256.txt'), list.replace(/^\S+(?= {2}data\/leaks\.csv$)/m, sum))
  }, /signature +DOES NOT HOLD.*manifest-sha256\.txt differs/],
  ['the manifest', (where) => {
    const file = join(where, 'evidence/manifest.json')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"createdAt":"20\d\d/, '"createdAt":"2001'))
  }, /What was signed is not what lies here: evidence\/manifest\.json/],
  ['another key', (where) => {
    const other = spawnSync('openssl', ['genpkey', '-algorithm', 'ed25519'], { encoding: 'utf8' }).stdout
    const pub = spawnSync('openssl', ['pkey', '-pubout'], { input: other, encoding: 'utf8' }).stdout
    writeFileSync(join(where, 'evidence/key.pub.pem'), pub)
  }, /The signature does not fit the key/],
  ['the signed text', (where) => {
    const file = join(where, 'evidence/statement.pae')
    writeFileSync(file, readFileSync(file, 'utf8').replace('"live"', '"lie!"'))
  }, /statement\.pae or .* says something else/],
]

for (const [what, change, said] of CHANGES) {
  test(`a changed bundle does not hold, for tattle and by hand: ${what}`, () => {
    const copy = at('changed')
    rmSync(copy, { recursive: true, force: true })
    cpSync(bundle, copy, { recursive: true })
    change(copy)
    const { status, out } = tattle('evidence', 'verify', copy)
    assert.equal(status, 1)
    assert.match(out, said)
    assert.match(out, /The bundle does not hold/)
    assert.ok(byHand(copy).some((result) => result.status !== 0), 'seen by hand')
  })
}

test('no byte of the list of what vouches may be another, and a change of it is not put down to what it names', () => {
  const copy = at('tagged')
  cpSync(bundle, copy, { recursive: true })
  const list = join(copy, PATHS.tagList)
  const text = readFileSync(list, 'utf8')
  const said = (changed: string): string => {
    writeFileSync(list, changed)
    const { status, out } = tattle('evidence', 'verify', copy)
    assert.equal(status, 1, out)
    return out
  }
  assert.match(said(`${text}\n`), /tagmanifest-sha256\.txt was changed/)
  assert.match(said(text.slice(0, -1)), /tagmanifest-sha256\.txt was changed/)
  const other = said(text.replace(/[0-9a-f](?=[0-9a-f]{63} {2}VERIFY\.txt)/, (digit) => digit === '0' ? '1' : '0'))
  assert.match(other, /tagmanifest-sha256\.txt says something else than VERIFY\.txt, or lacks it\./)
  assert.doesNotMatch(other, /VERIFY\.txt was changed/)
})

test('a bundle without its signature does not pass for one that never had any', () => {
  const copy = at('stripped')
  cpSync(bundle, copy, { recursive: true })
  for (const name of ['statement.dsse.json', 'statement.pae', 'statement.sig', 'key.pub.pem']) rmSync(join(copy, 'evidence', name))
  assert.equal(tattle('evidence', 'verify', copy, '--fingerprint', fingerprint).status, 1)
})

test('a zip is as good as a folder', () => {
  const out = at('bundle.zip')
  assert.equal(tattle('evidence', 'pack', 'latest', '--db', database, '--out', out, '--passphrase-file', at('passphrase')).status, 0)
  const verified = tattle('evidence', 'verify', out, '--fingerprint', fingerprint, '--reanalyse')
  assert.equal(verified.status, 0, verified.out)
  assert.equal(spawnSync('unzip', ['-q', out, '-d', at('unzipped')]).status, 0)
  for (const { command, status } of byHand(at('unzipped/bundle'))) assert.equal(status, 0, command)
  const bytes = readFileSync(out)
  bytes.writeUInt8(bytes.readUInt8(2000) ^ 1, 2000)
  writeFileSync(at('flipped.zip'), bytes)
  assert.notEqual(tattle('evidence', 'verify', at('flipped.zip')).status, 0)
})

test('findings that do not follow from the HARs are told', () => {
  const forged = at('forged')
  const db = at('forged.sqlite')
  copyFileSync(database, db)
  // Somebody with the key, and a database in which a leak is made up.
  const sql = "DROP TRIGGER leaks_no_update; UPDATE leaks SET recipient_domain = 'innocent.example' WHERE rowid = 1;"
  const script = `import Database from '${driverName()}'; import { createChain } from ${JSON.stringify(new URL('../../../src/store/chain.js', import.meta.url).href)}
    const db = new Database(${JSON.stringify(db)}); db.exec(${JSON.stringify(sql)})
    db.exec('DROP TRIGGER chain_no_delete'); const all = db.prepare('SELECT subject, id FROM chain ORDER BY link').all()
    db.exec('DELETE FROM chain'); const link = createChain(db); for (const { subject, id } of all) link(subject, id)`
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', cwd: process.cwd() })
  assert.equal(run.status, 0, run.stderr)
  assert.equal(tattle('evidence', 'pack', 'latest', '--db', db, '--out', forged, '--passphrase-file', at('passphrase')).status, 0)
  assert.equal(tattle('evidence', 'verify', forged).status, 0)
  const { status, out } = tattle('evidence', 'verify', forged, '--reanalyse')
  assert.equal(status, 1)
  assert.match(out, /findings +DOES NOT HOLD.*1 of \d+ places were not found again, and 1 others were/)
})

test('signing that was asked for and failed means no bundle, exit 2', () => {
  writeFileSync(at('wrong'), 'another\n', { mode: 0o600 })
  const out = at('unsigned')
  const refuse = (said: RegExp, ...flags: string[]): void => {
    const { status, err } = tattle('evidence', 'pack', 'latest', '--db', database, '--out', out, ...flags)
    assert.equal(status, 2)
    assert.match(err, said)
    assert.deepEqual(readdirSync(folder).filter((name) => name.startsWith('unsigned')), [])
  }
  refuse(/passphrase is wrong/, '--passphrase-file', at('wrong'))
  refuse(/has a passphrase/)
  refuse(/There is no key at/, '--key', at('nowhere.pem'))
  chmodSync(at('wrong'), 0o644)
  refuse(/can be read by others/, '--passphrase-file', at('wrong'))
  copyFileSync(at('config/tattle/evidence-key.pem'), at('open.pem'))
  chmodSync(at('open.pem'), 0o644)
  refuse(/can be read by others/, '--key', at('open.pem'), '--passphrase-file', at('passphrase'))
  refuse(/time-stamping authority http:\/\/127\.0\.0\.1:9\/ gave no time-stamp/, '--tsa', 'http://127.0.0.1:9/', '--passphrase-file', at('passphrase'))
  const plain = tattle('evidence', 'pack', 'latest', '--db', database, '--out', out, '--no-sign')
  assert.equal(plain.status, 0, plain.err)
  const { status, out: said } = tattle('evidence', 'verify', out)
  assert.equal(status, 0)
  assert.match(said, /signature +open +The bundle is not signed/)
  for (const { command, status: code } of byHand(out)) assert.equal(code, 0, command)
})

test('pruning removes the files of what it removes and no others, and the chain still holds', async () => {
  const old = await makeCaptureZip(folder, 'old')
  const foreign = await makeCaptureZip(folder, 'foreign', { consent: 'reject' })
  const db = at('prune.sqlite')
  await makeDatabase(db, [old, foreign])
  copyFileSync(at('passphrase'), foreign) // by now something else lies there
  const early = tattle('evidence', 'prune', '--db', db, '--before', '2026-01-01')
  assert.match(early.out, /Removed 0 captures/)
  const refused = tattle('evidence', 'prune', '--db', db, '--before', '2999-01-01')
  assert.equal(refused.status, 2)
  assert.match(refused.err, /lies in the future/)
  const tomorrow = JSON.stringify(new Date(Date.now() - 1).toISOString()).slice(1, -1)
  const { status, out } = tattle('evidence', 'prune', '--db', db, '--before', tomorrow)
  assert.equal(status, 0)
  assert.match(out, /Removed 2 captures with 2 analyses, and 1 files/)
  assert.equal(existsSync(old), false)
  assert.equal(existsSync(foreign), true)
  const log = tattle('evidence', 'log', '--db', db)
  assert.equal(log.status, 0, log.out)
  assert.match(log.out, /holds: \d+ links\. 6 of them stand for what was removed/)
  assert.equal(tattle('evidence', 'pack', 'latest', '--db', db, '--out', at('pruned'), '--no-sign').status, 2)
})

test('a bundle is there whole or not at all: full disk', () => {
  const script = `ulimit -f 40; exec ${process.execPath} ${CLI} evidence pack latest --db ${database} --out ${at('full')} --no-sign`
  const { status, stderr } = spawnSync('sh', ['-c', `trap '' XFSZ; ${script}`], { encoding: 'utf8', env: environment })
  assert.equal(status, 2, stderr)
  assert.match(stderr, /cannot be written/)
  assert.deepEqual(readdirSync(folder).filter((name) => name.startsWith('full')), [])
})

test('a key that took over is trusted by whoever trusts the one before', () => {
  const config = at('rotating')
  cpSync(at('config'), config, { recursive: true })
  const key = join(config, 'tattle/evidence-key.pem')
  const old = join(config, 'tattle/evidence-key.pub.pem')
  copyFileSync(old, at('old.pub.pem'))
  writeFileSync(at('second'), 'other words from dice\n', { mode: 0o600 })
  const rotated = tattle('evidence', 'keygen', '--rotate', '--key', key, '--passphrase-file', at('passphrase'), '--new-passphrase-file', at('second'))
  assert.equal(rotated.status, 0, rotated.err)
  assert.equal(statSync(key).mode & 0o777, 0o600)
  const out = at('after-rotation')
  const packed = tattle('evidence', 'pack', 'latest', '--db', database, '--out', out, '--key', key, '--passphrase-file', at('second'))
  assert.equal(packed.status, 0, packed.err)
  const verified = tattle('evidence', 'verify', out, '--key', at('old.pub.pem'))
  assert.equal(verified.status, 0, verified.out)
  assert.match(verified.out, /took over from the one expected/)
  rmSync(join(out, 'evidence/keys'), { recursive: true })
  assert.match(tattle('evidence', 'verify', out, '--key', at('old.pub.pem')).out, /The key is not the one expected/)
})
