/** `--resolve-cnames` against a DNS server on loopback: which names are asked, what their chains make of the recipients. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createSocket, type Socket } from 'node:dgram'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { aliasesIn, notesOf } from '../../../src/aliases.js'
import { resolveAliases } from '../../../src/commands/cnames.js'
import { isTattleError } from '../../../src/errors.js'
import type { Report } from '../../../src/model.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-dns-'))
const zone: Readonly<Record<string, string>> = {
  'stats.klinik.test': 'a.klinik.test', 'a.klinik.test': 'klinik.eulerian.net', 'shop.klinik.test': 'klinik.shops.test',
  'loop.klinik.test': 'pool.klinik.test', 'pool.klinik.test': 'loop.klinik.test', 'tracker.test': 'other.eulerian.net',
}
const asked: string[] = []
let server: Socket
let resolver = ''

before(async () => {
  server = createSocket('udp4', (message, { port, address }) => {
    const answer = answerTo(message)
    if (answer !== undefined) server.send(answer, port, address)
  })
  await new Promise<void>((done) => server.bind(0, '127.0.0.1', done))
  resolver = `127.0.0.1:${(server.address() as AddressInfo).port}`
})
after(() => {
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

const toWire = (name: string): Buffer => Buffer.concat([...name.split('.').map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)])), Buffer.from([0])])

/** RFC 1035, 4.1: the alias of the zone; for `silent.…` nothing at all; else a name that is not there. */
function answerTo(query: Buffer): Buffer | undefined {
  const labels: string[] = []
  let at = 12
  for (; query[at] !== 0; at += (query[at] ?? 0) + 1) labels.push(query.toString('latin1', at + 1, at + 1 + (query[at] ?? 0)))
  const name = labels.join('.').toLowerCase()
  asked.push(name)
  if (name.startsWith('silent.')) return undefined
  const target = zone[name]
  const header = Buffer.from(query.subarray(0, 12))
  header.writeUInt16BE(target === undefined ? 0x8183 : 0x8180, 2)
  header.writeUInt16BE(target === undefined ? 0 : 1, 6)
  header.writeUInt32BE(0, 8)
  const question = query.subarray(12, at + 5)
  if (target === undefined) return Buffer.concat([header, question])
  const data = toWire(target)
  const record = Buffer.from([0xc0, 12, 0, 5, 0, 1, 0, 0, 0, 60, 0, data.length])
  return Buffer.concat([header, question, record, data])
}

function har(name: string, ...hosts: readonly string[]): string {
  const entries = ['www.klinik.test', ...hosts].map((host, at) => ({
    startedDateTime: `2026-03-01T09:00:${String(at).padStart(2, '0')}.000Z`, time: 1, _resourceType: at === 0 ? 'document' : 'image',
    request: { method: 'GET', url: `https://${host}/p?q=Vasektomie`, httpVersion: 'HTTP/2', headers: [], queryString: [], cookies: [], headersSize: -1, bodySize: 0 },
    response: { status: 200, statusText: '', httpVersion: 'HTTP/2', headers: [], cookies: [], content: { size: 0, mimeType: at === 0 ? 'text/html' : '' }, redirectURL: '', headersSize: -1, bodySize: 0 },
    cache: {}, timings: { send: 0, wait: 1, receive: 0 },
  }))
  const file = join(folder, name)
  writeFileSync(file, JSON.stringify({ log: { version: '1.2', creator: { name: 'test', version: '1' }, pages: [], entries } }))
  return file
}

test('the site’s own names are asked and nobody else’s; chains are followed, loops end', async () => {
  asked.length = 0
  const file = har('all.har', 'stats.klinik.test', 'shop.klinik.test', 'loop.klinik.test', 'plain.klinik.test', 'tracker.test', '127.0.0.1')
  const { chains, unanswered, asked: count } = await resolveAliases([file], { resolver })
  assert.deepEqual(chains, {
    'stats.klinik.test': ['a.klinik.test', 'klinik.eulerian.net'], 'shop.klinik.test': ['klinik.shops.test'], 'loop.klinik.test': ['pool.klinik.test'],
  })
  assert.deepEqual([unanswered, count], [[], 5])
  assert.ok(!asked.includes('tracker.test') && asked.every((name) => /klinik|eulerian|shops/.test(name)), asked.join())
})

test('a server that does not answer holds nobody up for longer than was allowed, and is named', async () => {
  const file = har('silent.har', 'silent.klinik.test', 'stats.klinik.test')
  const { chains, unanswered } = await resolveAliases([file], { resolver, deadline: 300 })
  assert.deepEqual(unanswered, ['silent.klinik.test'])
  assert.ok(chains['stats.klinik.test'])
})

test('an alias of a tracker is a recipient behind the site’s name, with a note that DNS was asked later', async () => {
  const file = har('cloaked.har', 'stats.klinik.test')
  const run = (...more: readonly string[]): Promise<Report> => new Promise((done, failed) => {
    const child = spawn(process.execPath, [join(process.cwd(), 'dist/src/cli.js'), 'analyze', file, '--db', join(folder, `${more.length}.sqlite`), '--json',
      '--value', 'health.search=Vasektomie', ...more], { stdio: ['ignore', 'pipe', 'ignore'] })
    let out = ''
    child.stdout.on('data', (chunk: Buffer) => { out += chunk.toString() })
    child.on('error', failed)
    child.on('close', () => done(JSON.parse(out) as Report))
  })
  asked.length = 0
  assert.deepEqual((await run()).findings, [])
  assert.deepEqual(asked, [], 'nobody is asked unless told so')
  const report = await run('--resolve-cnames', '--resolver', resolver)
  assert.deepEqual(report.findings.map(({ recipientVia, kind, recipientEntity }) => [recipientVia, kind, recipientEntity]), [['cname', 'health.search', 'Eulerian Technologies SAS']])
  assert.equal(report.findings[0]?.leaks[0]?.recipientRule, 'signature:eulerian')
  assert.match(report.diagnostics.find(({ code }) => code === 'cnames-resolved-later')?.message ?? '', /2 host names, 1 had an alias.*may have said something else/)
})

test('aliases that were looked up are part of the evidence: findings can be had again, and are in the copy to hand out', async () => {
  const tattle = (...args: readonly string[]): Promise<string> => new Promise((done, failed) => {
    const child = spawn(process.execPath, [join(process.cwd(), 'dist/src/cli.js'), ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] })
    let out = ''
    child.stdout.on('data', (chunk: Buffer) => { out += chunk.toString() })
    child.on('error', failed)
    child.on('close', () => done(out))
  })
  const value = ['--value', 'health.search=Vasektomie']
  await tattle('analyze', har('bundled.har', 'stats.klinik.test'), har('other.har', 'www.elsewhere.test'), '--db', 'bundled.sqlite', '--quiet', '--resolve-cnames', '--resolver', resolver, ...value)
  await tattle('evidence', 'pack', 'latest', '--db', 'bundled.sqlite', '--out', 'bundle', '--no-sign', '--quiet', ...value)
  await tattle('evidence', 'redact', 'bundle', '--out', 'copy', '--no-sign', '--quiet')
  asked.length = 0
  for (const bundle of ['bundle', 'copy']) {
    const { holds, checks } = JSON.parse(await tattle('evidence', 'verify', bundle, '--reanalyse', '--json')) as { holds: boolean; checks: { about: string; holds: boolean | null; sentence: string }[] }
    const findings = checks.find(({ about }) => about === 'findings')
    assert.deepEqual([holds, findings?.holds], [true, true], findings?.sentence)
    assert.match(findings?.sentence ?? '', /all 2 places were found.* 1 of them rest on aliases of host names that were looked up/)
    const report = JSON.parse(readFileSync(join(folder, bundle, 'data/report.json'), 'utf8')) as Report
    assert.deepEqual(report.findings.map(({ recipientVia, recipientDomain, kind }) => [recipientVia, recipientDomain, kind]).sort(), [
      ['cname', 'klinik.test', 'health.search'], ['direct', 'elsewhere.test', 'health.search'],
    ])
    assert.ok(report.diagnostics.some(({ message }) => message.startsWith('stats.klinik.test was an alias of a.klinik.test, klinik.eulerian.net when it was looked up (')))
  }
  assert.deepEqual(asked, [], 'nobody is asked again')
})

test('what the notes say of aliases can be read back', () => {
  const aliases = { at: '2026-03-01T09:00:00.000Z', asked: 2, chains: { 'stats.klinik.test': ['a.klinik.test', 'klinik.eulerian.net'], 'shop.klinik.test': ['b.test'] }, unanswered: [] }
  assert.deepEqual(aliasesIn(notesOf(aliases)), aliases)
  assert.equal(aliasesIn([{ code: 'cname-resolved-later', message: 'something else' }, { code: 'x', message: 'a was an alias of b when it was looked up (c).' }])?.chains['a'], undefined)
})

test('what cannot be asked is one sentence', async () => {
  const usage = (error: unknown): boolean => isTattleError(error) && error.code === 'usage' && !error.message.includes('\n')
  await assert.rejects(resolveAliases(['-'], {}), usage)
  await assert.rejects(resolveAliases([har('x.har')], { resolver: 'dns.example' }), usage)
})
