/** A bundle of captures that were held against a control walk: what the comparison said can be had again from it alone. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { EvidenceManifest } from '../../../src/evidence/manifest.js'
import type { Report } from '../../../src/model.js'
import { createTattle } from './fixture.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-bundle-control-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)
const tattle = createTattle(folder)

const visitors = {
  first: { id: 'first', locale: 'de-DE', values: { 'health.search': ['Blasenschwäche'], 'identity.email': ['joerg@example.org'] } },
  second: { id: 'second', locale: 'de-DE', values: { 'health.search': ['Heuschnupfen'], 'identity.email': ['annika@example.org'] } },
}
const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 30)

/** A visit as a HAR: a datum, a list of popular searches, a keyed hash, and an id that is new in each visit. */
function writeVisit(name: string, who: keyof typeof visitors, minute: number): void {
  const { values } = visitors[who]
  const q = encodeURIComponent(values['health.search'][0] ?? '')
  const urls = [
    `https://klinik.example/suche?q=${q}`, `https://ads.example/p?q=${q}`,
    'https://ads.example/top?terms=Blasenschw%C3%A4che,Heuschnupfen',
    `https://seal.example/s?seal=${digest(`secret ${q}`)}`,
    ...[0, 1, 2, 3].map((n) => `https://ids.example/hit?n=${n}&v=${digest(name)}`),
  ]
  const start = Date.parse('2026-03-01T09:00:00Z') + minute * 60_000
  const entries = urls.map((url, index) => ({
    startedDateTime: new Date(start + index * 1000).toISOString(), time: 1, pageref: `page${index % 2}`,
    _resourceType: index === 0 ? 'document' : 'image',
    request: { method: 'GET', url, httpVersion: 'HTTP/2', headers: [], queryString: [], cookies: [], headersSize: -1, bodySize: 0 },
    response: { status: 200, statusText: '', httpVersion: 'HTTP/2', headers: [], cookies: [], content: { size: 0, mimeType: 'text/html' }, redirectURL: '', headersSize: -1, bodySize: 0 },
    cache: {}, timings: { send: 0, wait: 1, receive: 0 }, serverIPAddress: '203.0.113.1',
  }))
  const pages = [0, 1].map((n) => ({ id: `page${n}`, title: `https://klinik.example/${n}`, startedDateTime: new Date(start).toISOString(), pageTimings: {} }))
  mkdirSync(at(name)) // the file's name is the scenario's
  writeFileSync(at(`${name}/suche.har`), JSON.stringify({ log: { version: '1.2', creator: { name: 'test', version: '1' }, pages, entries } }))
}

const bundle = at('bundle')
const database = at('findings.sqlite')
const report = (where: string): Report => JSON.parse(readFileSync(join(where, 'data/report.json'), 'utf8')) as Report
const manifestOf = (where: string): EvidenceManifest => JSON.parse(readFileSync(join(where, 'evidence/manifest.json'), 'utf8')) as EvidenceManifest
const pack = (out: string, ...flags: string[]): ReturnType<typeof tattle> =>
  tattle('evidence', 'pack', 'latest', '--db', database, '--out', out, '--no-sign', '--persona', at('first.json'), ...flags)

before(() => {
  for (const [who, persona] of Object.entries(visitors)) writeFileSync(at(`${who}.json`), JSON.stringify(persona))
  for (const [minute, name] of ['main-1', 'control-1', 'main-2', 'control-2'].entries()) {
    writeVisit(name, name.startsWith('main') ? 'first' : 'second', minute)
  }
  const analysed = tattle('analyze', at('main-1/suche.har'), at('main-2/suche.har'), '--control', at('control-1/suche.har'), at('control-2/suche.har'),
    '--persona', at('first.json'), '--control-persona', at('second.json'), '--db', database, '--quiet')
  assert.equal(analysed.status, 0, analysed.err)
  const packed = pack(bundle, '--control-persona', at('second.json'))
  assert.equal(packed.status, 0, packed.err)
  assert.match(packed.out, /2 captures and 2 of the control walk/)
})

test('one unreadable file among those to compare is refused, the others are compared', () => {
  writeFileSync(at('broken.har'), 'no HAR')
  const { status, err } = tattle('analyze', at('main-1/suche.har'), at('broken.har'), '--control', at('control-1/suche.har'), at('broken-2.har'),
    '--persona', at('first.json'), '--control-persona', at('second.json'), '--db', at('refused.sqlite'), '--quiet')
  assert.equal(status, 0, err)
  assert.match(err, /broken\.har is neither|broken\.har is not/)
  assert.match(err, /broken-2\.har/)
})

test('captures of the control walk are in the bundle, marked, and not in its report', () => {
  const { captures, controls = [] } = manifestOf(bundle)
  assert.deepEqual([captures.length, controls.length], [2, 2])
  assert.deepEqual(report(bundle).captures.map(({ captureId }) => captureId).sort(), [...captures].sort())
  const said = JSON.parse(readFileSync(join(bundle, 'data/controls.json'), 'utf8')) as { captureId: string; walk: string; of: string[]; persona: string }[]
  assert.deepEqual(said.map(({ walk, persona, of }) => [walk, persona, of.length]), [['control', 'second', 2], ['control', 'second', 2]])
  assert.match(readFileSync(join(bundle, 'VERIFY.txt'), 'utf8'), /2 of the captures are of a control walk/)
})

test('what the comparison dropped, confirmed and found follows from the bundle', () => {
  const leaks = report(bundle).findings.flatMap((finding) => finding.leaks)
  assert.ok(leaks.some(({ matchSource }) => matchSource === 'differential'))
  assert.ok(leaks.some(({ control }) => control === 'confirmed'))
  assert.ok(leaks.some(({ termId }) => termId === 'identifier.cookie#recurring'))
  assert.ok(!leaks.some(({ field }) => field === 'terms'))
  const { status, out } = tattle('evidence', 'verify', bundle, '--reanalyse')
  assert.equal(status, 0, out)
  assert.match(out, new RegExp(`findings +holds .*all ${leaks.length} places were found where the bundle names them, and no other\\. ` +
    'Held against 2 captures of the control walk, the same [1-9]\\d* coincidences were dropped'))
})

/** Changes to what the report of a bundle says; the list of its files is not what is tried here. */
const LIES: readonly (readonly [what: string, change: (told: Report) => Report, said: RegExp])[] = [
  ['a coincidence is reported', (told) => ({ ...told, findings: told.findings.map((finding) => ({ ...finding, leaks: finding.leaks.flatMap((leak) =>
    leak.field === 'q' ? [leak, { ...leak, field: 'terms' }] : [leak]) })) }), /2 of \d+ places were not found again, and 0 others/],
  ['what only the comparison shows is left out', (told) => ({ ...told, findings: told.findings.filter(({ kind }) => kind !== 'opaque') }),
    /0 of \d+ places were not found again, and 2 others/],
  ['what was not confirmed is called so', (told) => ({ ...told, findings: told.findings.map((finding) => ({ ...finding, leaks: finding.leaks.map((leak) =>
    leak.control === 'confirmed' && leak.kind === 'health.search' ? { ...leak, control: 'unconfirmed' as const } : leak) })) }), /2 of \d+ places were not found again, and 2 others/],
  ['a coincidence is not told', (told) => ({ ...told, diagnostics: told.diagnostics.filter(({ code }) => code !== 'control-coincidence') }),
    /of 2 captures, the comparison with the control walk says something else/],
]

for (const [what, change, said] of LIES) {
  test(`a report that lies of the comparison is told: ${what}`, () => {
    const copy = at('lying')
    rmSync(copy, { recursive: true, force: true })
    cpSync(bundle, copy, { recursive: true })
    writeFileSync(join(copy, 'data/report.json'), JSON.stringify(change(report(bundle))))
    const { status, out } = tattle('evidence', 'verify', copy, '--reanalyse')
    assert.equal(status, 1)
    assert.match(out, /findings +DOES NOT HOLD/)
    assert.match(out, said)
  })
}

test('where it is not known what was planted, that is said when it is packed and when it is checked', () => {
  const out = at('unknown')
  const packed = pack(out)
  assert.equal(packed.status, 0, packed.err)
  assert.match(packed.err, /What was planted in the capture .* of the control walk is not in this bundle/)
  assert.match(readFileSync(join(out, 'VERIFY.txt'), 'utf8'), /What is not in this bundle:[^]*name it with --control-persona/)
  const verified = tattle('evidence', 'verify', out, '--reanalyse')
  assert.equal(verified.status, 0, verified.out)
  assert.match(verified.out, /findings +open +Not all can be had again.* 2 of the captures were held against .* Nothing here shows [1-9]\d* places that rest on the comparison, nor why [1-9]\d* places/)
})
