// Whether a HAR that was made elsewhere is of a live site or of a stand-in: by what it says, and by where it was answered from.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { analyzeInput } from '../../src/pipeline.js'
import type { Target } from '../../src/model.js'
import { makeCaptureZip } from './evidence/fixture.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-target-'))
after(() => rmSync(folder, { recursive: true, force: true }))

interface Answer { readonly url: string; readonly ip?: string; readonly type: string }
const page = (ip?: string, host = 'www.clinic.example'): Answer => ({ url: `https://${host}/`, type: 'document', ...ip === undefined ? {} : { ip } })
const image = (host: string, ip?: string): Answer => ({ url: `https://${host}/p.gif`, type: 'image', ...ip === undefined ? {} : { ip } })
const OTHER = '192.0.2.80'

function har(answers: readonly Answer[], creator: object = {}): string {
  const entries = answers.map(({ url, ip, type }, at) => ({
    startedDateTime: new Date(1_767_225_600_000 + at * 1000).toISOString(), _resourceType: type, ...(ip === undefined ? {} : { serverIPAddress: ip }),
    request: { method: 'GET', url, headers: at === 0 ? [] : [{ name: 'Referer', value: 'https://www.clinic.example/' }] },
    response: { status: 200, headers: [], content: { mimeType: type === 'document' ? 'text/html' : 'image/gif' } },
  }))
  return JSON.stringify({ log: { version: '1.2', creator: { name: 'WebInspector', version: '537.36', ...creator }, entries } })
}

const judged: readonly [what: string, har: string, expected: Target, code?: string | undefined, declared?: Target][] = [
  ['no address is known', har([page(), image('t.example')]), 'live'],
  ['an address elsewhere', har([page(OTHER), image('t.example', OTHER)]), 'live'],
  ['IPv4', har([page('127.0.0.1'), image('t.example', OTHER)]), 'stand-in', 'target-by-address'],
  ['IPv6, as some write it', har([page('[::1]')]), 'stand-in', 'target-by-address'],
  ['IPv4 in IPv6', har([page('::ffff:127.0.1.1')]), 'stand-in', 'target-by-address'],
  ['pictures of the site from elsewhere', har([page('127.0.0.1'), image('img.clinic.example', OTHER)]), 'stand-in', 'target-by-address'],
  ['some of its pages from elsewhere', har([page('127.0.0.1'), page(OTHER)]), 'live'],
  ['addresses that are empty', har([page('127.0.0.1'), page('')]), 'stand-in', 'target-by-address'],
  ['a tracker that the machine answers itself', har([page(OTHER), image('t.example', '127.0.0.1')]), 'live'],
  ['the same, with no address of the site', har([page(), image('t.example', '127.0.0.1')]), 'live'],
  ['no document, only what a page asked for', har([image('t.example', OTHER), image('www.clinic.example', '127.0.0.1'), image('www.clinic.example', '127.0.0.1')]), 'stand-in', 'target-by-address'],
  ['localhost by its name needs no address', har([page(undefined, 'localhost')]), 'stand-in'],
  ['a proxy, as declared', har([page('127.0.0.1')]), 'live', 'target-declared', 'live'],
  ['a stand-in, as declared', har([page(OTHER)]), 'stand-in', undefined, 'stand-in'],
  ['localhost is no live site, whatever is declared', har([page(undefined, 'localhost')]), 'stand-in', undefined, 'live'],
  ['what says that it is of a stand-in is', har([page(OTHER)], { _target: 'stand-in' }), 'stand-in', undefined, 'live'],
]

for (const [at, [what, text, expected, code, declared]] of judged.entries()) {
  test(`${expected}: ${what}`, async () => {
    const file = join(folder, `${at}.har`)
    writeFileSync(file, text)
    const [analysed] = await analyzeInput(file, { runId: 'r', ...(declared === undefined ? {} : { target: declared }) })
    assert.equal(analysed?.capture.target, expected)
    assert.deepEqual(analysed.diagnostics.map((one) => one.code).filter((one) => one.startsWith('target-')), code === undefined ? [] : [code])
  })
}

test('a capture says itself what it is of, and nobody declares anything else', async () => {
  for (const [target, declared] of [['stand-in', 'live'], ['live', 'stand-in']] as const) {
    const [analysed] = await analyzeInput(await makeCaptureZip(folder, target, { target }), { runId: 'r', target: declared })
    assert.equal(analysed?.capture.target, target)
  }
})
