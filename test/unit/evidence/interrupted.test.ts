// Whatever is killed, or done twice at once: there is the whole of it or nothing, and the next run clears up.
import assert from 'node:assert/strict'
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { removeAbandoned, unfinishedName } from '../../../src/unfinished.js'
import { createTattle, makeCaptureZip, makeDatabase } from './fixture.js'

/** Shared among what is killed; TATTLE_KILLS=1000 for a long night. */
const KILLS = Number(process.env['TATTLE_KILLS'] ?? 30)

const folder = mkdtempSync(join(tmpdir(), 'tattle-interrupted-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)
const tattle = createTattle(folder)
const database = at('findings.sqlite')

before(async () => {
  await makeDatabase(database, [await makeCaptureZip(folder)])
  assert.equal(tattle('evidence', 'keygen', '--no-passphrase').status, 0)
  assert.equal(tattle('evidence', 'pack', 'latest', '--db', database, '--out', at('whole')).status, 0)
})

const ended = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => { child.on('close', resolve) })

/** How long the command takes when nobody kills it, in milliseconds. */
async function lengthOf(make: (out: string) => readonly string[]): Promise<number> {
  const begun = Date.now()
  assert.equal(await ended(tattle.start(...make(at('measured')))), 0)
  const length = Date.now() - begun
  rmSync(at('measured'), { recursive: true, force: true })
  rmSync(at('measured.salt.json'), { force: true })
  return length
}

const WRITERS: readonly (readonly [what: string, share: number, make: (out: string) => string[]])[] = [
  ['pack', 0.4, (out) => ['evidence', 'pack', 'latest', '--db', database, '--out', out]],
  ['pack, as a zip', 0.2, (out) => ['evidence', 'pack', 'latest', '--db', database, '--out', `${out}.zip`]],
  ['redact', 0.2, (out) => ['evidence', 'redact', at('whole'), '--out', out, '--salt-file', `${out}.salt.json`]],
]

for (const [what, share, make] of WRITERS) {
  test(`whenever it is killed, there is a whole bundle or none, and the next run clears up: ${what}`, { timeout: 10_000_000 }, async (t) => {
    const length = await lengthOf(make)
    const counts = { whole: 0, left: 0 }
    const kills = Math.ceil(KILLS * share)
    for (let kill = 0; kill < kills; kill++) {
      const out = at('killed')
      const child = tattle.start(...make(out))
      // The later part is where it writes.
      const timer = setTimeout(() => child.kill('SIGKILL'), length * (0.3 + 0.7 * ((kill * 0.618) % 1)))
      await ended(child)
      clearTimeout(timer)
      const names = readdirSync(folder).filter((name) => name.startsWith('killed'))
      for (const name of names.filter((one) => one === 'killed' || one === 'killed.zip')) {
        counts.whole++
        assert.equal(tattle('evidence', 'verify', at(name)).status, 0)
        rmSync(at(name), { recursive: true })
      }
      if (names.some((name) => name.endsWith('.part'))) counts.left++
    }
    t.diagnostic(`${kills} kills, ${counts.whole} whole bundles, ${counts.left} times something was left`)
    assert.ok(counts.left > 0, 'none was killed while it wrote')
    rmSync(at('killed.salt.json'), { force: true })
    assert.equal(await ended(tattle.start(...make(at('killed')))), 0)
    const rest = readdirSync(folder).filter((name) => name.startsWith('killed') && !/^killed(\.zip|\.salt\.json)?$/.test(name))
    assert.deepEqual(rest, [])
    for (const name of readdirSync(folder)) if (name.startsWith('killed')) rmSync(at(name), { recursive: true })
  })
}

test('a key is whole or not there, and a rotation happens or does not, whenever it is killed', { timeout: 10_000_000 }, async (t) => {
  let rotated = 0
  const config = at('rotating')
  cpSync(at('config/tattle'), config, { recursive: true })
  const key = join(config, 'evidence-key.pem')
  const length = await lengthOf((out) => ['evidence', 'keygen', '--key', out, '--no-passphrase'])
  rmSync(at('measured.pub.pem'))
  const kills = Math.ceil(KILLS * 0.2)
  for (let kill = 0; kill < kills; kill++) {
    const before = readFileSync(key)
    const child = tattle.start('evidence', 'keygen', '--rotate', '--key', key, '--no-passphrase')
    const timer = setTimeout(() => child.kill('SIGKILL'), length * (0.7 + 0.5 * ((kill * 0.618) % 1)))
    await ended(child)
    clearTimeout(timer)
    if (!readFileSync(key).equals(before)) rotated++
    // It signs, its public half is its own, and whoever trusts the first key trusts it.
    rmSync(at('signed'), { recursive: true, force: true })
    assert.equal(tattle('evidence', 'pack', 'latest', '--db', database, '--out', at('signed'), '--key', key).status, 0)
    assert.deepEqual(readFileSync(join(config, 'evidence-key.pub.pem')), readFileSync(at('signed/evidence/key.pub.pem')))
    const { status, out } = tattle('evidence', 'verify', at('signed'), '--key', at('config/tattle/evidence-key.pub.pem'))
    assert.equal(status, 0, out)
  }
  t.diagnostic(`${rotated} of ${kills} rotations happened`)
  assert.equal(tattle('evidence', 'keygen', '--rotate', '--key', key, '--no-passphrase').status, 0)
  assert.deepEqual(readdirSync(config).filter((name) => /\.part$|\.new\./.test(name)), [])
})

test('what a living process is writing stays, and what another machine may be writing; what a dead one left goes', async () => {
  const place = at('place')
  const own = unfinishedName(place)
  const script = `import { unfinishedName } from ${JSON.stringify(new URL('../../../src/unfinished.js', import.meta.url).href)}; console.log(unfinishedName(${JSON.stringify(place)}))`
  const dead = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }).stdout.trim()
  const sleeper = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'])
  try {
    const elsewhere = dead.replace(/-[0-9a-f]{8}-/, '-00000000-')
    // The number of a process that lives, which began at another time than the one that wrote this.
    const reused = dead.replace(/\.\d+-/, `.${String(sleeper.pid)}-`)
    const others = [`${place}.123.part`, `${place}.notes.part`]
    for (const path of [own, dead, elsewhere, reused, ...others]) mkdirSync(join(path, 'within'), { recursive: true })
    // In a folder that many share, another user may have made what is called so.
    const [linked, foreign] = ['a', 'b'].map((letter) => dead.replace('place', `place-${letter.repeat(12)}`)) as [string, string]
    symlinkSync(own, linked)
    mkdirSync(foreign)
    if (process.getuid?.() === 0) chownSync(foreign, 65534, 65534)
    removeAbandoned(place)
    for (const path of [own, join(own, 'within'), linked, elsewhere, ...others, ...process.getuid?.() === 0 ? [foreign] : []]) assert.ok(existsSync(path), path)
    for (const path of [dead, reused]) assert.equal(existsSync(path), false, path)
  } finally {
    sleeper.kill('SIGKILL')
    await ended(sleeper)
  }
})

for (const form of ['folder', 'zip']) {
  test(`two that make the same bundle at once: one does, the other says so, and neither is written over (${form})`, async () => {
    const out = at(form === 'zip' ? 'same.zip' : 'same')
    const both = await Promise.all([1, 2, 3].map(() => ended(tattle.start('evidence', 'pack', 'latest', '--db', database, '--out', out))))
    assert.deepEqual(both.sort(), [0, 2, 2])
    assert.equal(tattle('evidence', 'verify', out).status, 0)
    const bytes = form === 'zip' ? readFileSync(out) : null
    assert.equal(tattle('evidence', 'pack', 'latest', '--db', database, '--out', out).status, 2)
    if (bytes !== null) assert.deepEqual(readFileSync(out), bytes)
    assert.deepEqual(readdirSync(folder).filter((name) => name.startsWith('same') && name.endsWith('.part')), [])
  })
}

test('a bundle that is asked for where something lies is refused, and that stays', () => {
  writeFileSync(at('taken'), 'mine')
  const { status, err } = tattle('evidence', 'pack', 'latest', '--db', database, '--out', at('taken'))
  assert.equal(status, 2)
  assert.match(err, /There is something at/)
  assert.equal(readFileSync(at('taken'), 'utf8'), 'mine')
  renameSync(at('taken'), at('moved'))
})
