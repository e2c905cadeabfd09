/**
 * `tattle analyze --control` on a site whose trackers have ciphers of their own: each is reported where it varies with
 * what was searched for, and what varies by itself, or not at all, is not.
 */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createCipheriv, createHmac, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Report } from '../../../src/model.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-ciphers-'))
after(() => rmSync(folder, { recursive: true, force: true }))

/** By the domain that receives it. */
const ciphers: Readonly<Record<string, (searched: string) => string>> = {
  'xored.example': (searched) => Buffer.from([...Buffer.from(searched)].map((byte, at) => byte ^ 'k3y!'.charCodeAt(at % 4) ^ 0x80)).toString('base64url'),
  'shifted.example': (searched) => searched.replace(/[a-z]/gi, (letter) => String.fromCharCode(letter.charCodeAt(0) - 3)),
  'shuffled.example': (searched) => [0, 1].flatMap((odd) => [...searched].filter((_, at) => at % 2 === odd)).join(''),
  'numbered.example': (searched) => [...searched].map((letter) => letter.charCodeAt(0) * 7 + 13).join('.'),
  'keyed.example': (searched) => createHmac('sha256', 'salt of the site').update(searched).digest('hex'),
  'sealed.example': (searched) => {
    const cipher = createCipheriv('aes-128-cbc', Buffer.alloc(16, 3), Buffer.alloc(16, 7))
    return Buffer.concat([cipher.update(searched), cipher.final()]).toString('base64')
  },
}
const innocent: Readonly<Record<string, (searched: string, time: number) => string>> = {
  'clock.example': (_searched, time) => `${time}`, 'random.example': () => randomUUID(), 'constant.example': () => 'immer-das-gleiche-hier',
}

function walk(file: string, searched: string, time: number): void {
  const received = Object.entries({ ...ciphers, ...innocent }).map(([domain, cipher]) => `https://px.${domain}/e?z=${encodeURIComponent(cipher(searched, time))}`)
  const urls = ['https://www.praxis-ost.example/', `https://www.praxis-ost.example/suche?q=${encodeURIComponent(searched)}`, ...received]
  const entries = urls.map((url, at) => ({
    startedDateTime: new Date(time + at * 700).toISOString(), time: 5, _resourceType: at < 2 ? 'document' : 'image',
    request: { method: 'GET', url, httpVersion: 'HTTP/2', headers: [], cookies: [], queryString: [], headersSize: -1, bodySize: 0 },
    response: { status: 200, statusText: '', httpVersion: 'HTTP/2', headers: [], cookies: [], content: { size: 0, mimeType: '' }, redirectURL: '', headersSize: -1, bodySize: 0 },
    cache: {}, timings: { send: 0, wait: 5, receive: 0 },
  }))
  writeFileSync(join(folder, file), JSON.stringify({ log: { version: '1.2', creator: { name: 'test', version: '1' }, pages: [], entries } }))
}

test('ciphers of trackers’ own are found by what they vary with; clocks, random ids and constants are not', () => {
  const searches = { a: 'Blasenschwäche', b: 'Heuschnupfen' }
  for (const [at, name] of ['a1.har', 'b1.har', 'a2.har', 'b2.har'].entries()) {
    walk(name, name.startsWith('a') ? searches.a : searches.b, Date.UTC(2026, 0, 2, 10 + at))
  }
  for (const [id, searched] of Object.entries(searches)) {
    writeFileSync(join(folder, `${id}.json`), JSON.stringify({ id, locale: 'de-DE', values: { 'health.search': [searched] } }))
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(process.cwd(), 'dist/src/cli.js'), 'analyze', 'a1.har', 'a2.har', '--persona', 'a.json',
    '--control', 'b1.har', 'b2.har', '--control-persona', 'b.json', '--first-party', 'praxis-ost.example', '--db', 'c.sqlite', '--json'], { cwd: folder, encoding: 'utf8' })
  assert.equal(status, 0, stderr)
  const { findings } = JSON.parse(stdout) as Report
  assert.deepEqual(findings.map(({ kind, recipientDomain, leaks }) => [kind, recipientDomain, leaks[0]?.label]).sort(),
    Object.keys(ciphers).map((domain) => ['opaque', domain, 'varies with health.search']).sort())
})
