// HARs that were made elsewhere: they are packed with all that belongs to them, checked, and redacted as ours are.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { writeZip } from '../../../src/capture/har-zip.js'
import { PATHS } from '../../../src/evidence/manifest.js'
import type { Report } from '../../../src/model.js'
import { contentOf, createTattle, entries, flowsOf, formsOf, persona, SECRETS } from './fixture.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-imported-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)
const tattle = createTattle(folder)

type Body = { text?: string; _file?: string }
type Entry = { request: { postData?: Body } }

/** As a browser's developer tools save it: nothing of ours in it. */
function har(bodies: (text: string) => Body = (text) => ({ text })): Buffer {
  const plain = (entries() as Entry[]).map((entry): unknown => {
    const theirs = Object.fromEntries(Object.entries(entry).filter(([name]) => !name.startsWith('_') || name === '_resourceType')) as Entry
    const { postData } = theirs.request
    if (postData?.text === undefined) return theirs
    const { text, ...rest } = postData
    return { ...theirs, request: { ...theirs.request, postData: { ...rest, ...bodies(text) } } }
  })
  return Buffer.from(JSON.stringify({ log: { version: '1.2', creator: { name: 'WebInspector', version: '537.36' }, pages: [], entries: plain } }))
}

writeFileSync(at('persona.json'), JSON.stringify(persona))
const GIVEN = ['--persona', at('persona.json'), '--client-ip', '203.0.113.77']

const FORMS: readonly (readonly [what: string, make: (where: string) => Promise<string>, har: (where: string) => string])[] = [
  ['a HAR', async (where) => { writeFileSync(`${where}.har`, har()); return `${where}.har` }, (where) => `${where}.har`],
  ['a HAR in gzip', async (where) => { writeFileSync(`${where}.har.gz`, gzipSync(har())); return `${where}.har.gz` }, (where) => `${where}.har.gz`],
  ['a zip with two HARs', async (where) => {
    const empty = Buffer.from(JSON.stringify({ log: { version: '1.2', creator: { name: 'x', version: '1' }, entries: (entries() as object[]).slice(6, 7) } }))
    await writeZip(`${where}.zip`, [{ name: 'one.har', content: har() }, { name: 'two.har', content: empty }])
    return `${where}.zip`
  }, (where) => `${where}.zip`],
  ['a HAR with its bodies beside it', async (where) => {
    mkdirSync(where)
    const attached = har((text) => {
      const name = `${createHash('sha1').update(text).digest('hex')}.json`
      writeFileSync(join(where, name), text)
      return { _file: name }
    })
    writeFileSync(join(where, 'visit.har'), attached)
    return join(where, 'visit.har')
  }, (where) => join(where, 'visit.har')],
]

for (const [at_, [what, make, file]] of FORMS.entries()) {
  test(`packed, checked, redacted: ${what}`, async () => {
    const name = at(`form${at_}`)
    const db = `${name}.sqlite`
    const analysed = tattle('analyze', await make(name), '--db', db, '--quiet', ...GIVEN)
    assert.equal(analysed.status, 0, analysed.err)
    const packed = tattle('evidence', 'pack', 'latest', '--db', db, '--out', `${name}-whole`, '--no-sign', ...GIVEN)
    assert.equal(packed.status, 0, packed.err)
    assert.doesNotMatch(packed.err, /analysed with other values/)
    const verified = tattle('evidence', 'verify', `${name}-whole`, '--reanalyse')
    assert.equal(verified.status, 0, verified.out)
    assert.match(verified.out, /findings +holds .*all [1-9]\d* places were found/)

    const redacted = tattle('evidence', 'redact', `${name}-whole`, '--out', `${name}-copy`, '--no-sign')
    assert.equal(redacted.status, 0, redacted.err)
    const again = tattle('evidence', 'verify', `${name}-copy`, '--reanalyse')
    assert.equal(again.status, 0, again.out)
    assert.match(again.out, /findings +holds/)
    const original = flowsOf(`${name}-whole`)
    assert.ok(original.length >= 10, original.join())
    assert.deepEqual(original.filter((flow) => !flowsOf(`${name}-copy`).includes(flow)), [])
    const content = contentOf(`${name}-copy`)
    for (const value of [...Object.values(persona.values).flat(), ...Object.values(SECRETS), 'Hallo joerg']) {
      for (const form of formsOf(value)) assert.equal(content.includes(form), false, `${value} as ${form}`)
    }
    assert.ok(content.includes('WebInspector'), 'who made it is no secret')
    const proved = tattle('evidence', 'redact', `${name}-copy`, '--prove', 'identity.email=joerg@example.org', '--salt-file', `${name}-copy.salt.json`)
    assert.equal(proved.status, 0, proved.out)

    // Somebody edits it: it is not packed any more, in whatever it is wrapped.
    const source = file(name)
    const bytes = source.endsWith('.gz') ? gzipSync(Buffer.from(har().toString().replace('ev=Search', 'ev=Nothing')))
      : source.endsWith('.zip') ? null : Buffer.from(readFileSync(source, 'utf8').replace('ev=Search', 'ev=Nothing'))
    if (bytes === null) await writeZip(source, [{ name: 'one.har', content: Buffer.from(har().toString().replace('ev=Search', 'ev=Nothing')) }])
    else writeFileSync(source, bytes)
    const edited = tattle('evidence', 'pack', 'latest', '--db', db, '--out', `${name}-edited`, '--no-sign', ...GIVEN)
    assert.equal(edited.status, 2)
    assert.match(edited.err, /is not the one that was analysed: it was changed since/)
    rmSync(source)
    assert.match(tattle('evidence', 'pack', 'latest', '--db', db, '--out', `${name}-gone`, '--no-sign', ...GIVEN).err, /is not there any more/)
    assert.deepEqual(readdirSync(folder).filter((one) => /-(edited|gone)|\.part$/.test(one)), [])
  })
}

test('a bundle that lacks the values that were looked for says so, and what it cannot show is not taken for granted', () => {
  writeFileSync(at('alone.har'), har())
  const db = at('alone.sqlite')
  assert.equal(tattle('analyze', at('alone.har'), '--db', db, '--quiet', ...GIVEN).status, 0)
  const packed = tattle('evidence', 'pack', 'latest', '--db', db, '--out', at('lacking'), '--no-sign')
  assert.equal(packed.status, 0)
  assert.match(packed.err, /was analysed with other values than are in this bundle \(health\.search, .*--persona, --value and --client-ip/)
  const verified = tattle('evidence', 'verify', at('lacking'), '--reanalyse')
  assert.equal(verified.status, 1)
  assert.match(verified.out, /DOES NOT HOLD .*does not say all that was looked for \(health\.search, .*\): --persona gives it here/)
  assert.equal(tattle('evidence', 'verify', at('lacking'), '--reanalyse', '--persona', at('persona.json')).status, 0)
})

test('a bundle that lacks the address that was looked for says so', () => {
  const entry = { startedDateTime: '2026-03-01T10:00:00Z', request: { method: 'GET', url: 'https://t.example/?ip=203.0.113.77', headers: [] }, response: { status: 200 } }
  writeFileSync(at('address.har'), JSON.stringify({ log: { version: '1.2', creator: { name: 'x', version: '1' }, entries: [entry] } }))
  const [db, address] = [at('address.sqlite'), ['--client-ip', '203.0.113.77']]
  assert.equal(tattle('analyze', at('address.har'), '--db', db, '--quiet', '--first-party', 'klinik.example', ...address).status, 0)
  const lacking = /other values than are in this bundle \(network\.ip\): name them with --persona, --value and --client-ip/
  assert.match(tattle('evidence', 'pack', 'latest', '--db', db, '--out', at('no-address'), '--no-sign').err, lacking)
  assert.match(tattle('evidence', 'verify', at('no-address'), '--reanalyse').out, /does not say all that was looked for \(network\.ip\)/)
  assert.doesNotMatch(tattle('evidence', 'pack', 'latest', '--db', db, '--out', at('with-address'), '--no-sign', ...address).err, lacking)
  assert.equal(tattle('evidence', 'verify', at('with-address'), '--reanalyse').status, 0)
})

test('what only the vocabularies find in a HAR is redacted as well', () => {
  writeFileSync(at('words.har'), har())
  const db = at('words.sqlite')
  assert.equal(tattle('analyze', at('words.har'), '--db', db, '--quiet').status, 0)
  assert.equal(tattle('evidence', 'pack', 'latest', '--db', db, '--out', at('words'), '--no-sign').status, 0)
  const { status, err } = tattle('evidence', 'redact', at('words'), '--out', at('words-copy'), '--no-sign')
  assert.equal(status, 0, err)
  const content = contentOf(at('words-copy')).toLowerCase()
  for (const part of ['urologie', 'dXJvbG9naWU', SECRETS.cookie, SECRETS.session, SECRETS.token]) assert.equal(content.includes(part.toLowerCase()), false, part)
  assert.equal(tattle('evidence', 'verify', at('words-copy'), '--reanalyse').status, 0)
})

test('HARs that differ only in what no copy holds are two captures in the copy, too', () => {
  const log = (text: string): string => JSON.stringify({ log: { version: '1.2', creator: { name: 'WebInspector', version: '537.36' }, pages: [], entries: [
    { request: { method: 'GET', url: 'https://praxis.example/', headers: [] }, response: { status: 200, content: { text } }, _resourceType: 'document' },
  ] } })
  const db = at('alike.sqlite')
  mkdirSync(at('alike'))
  for (const text of ['one', 'two']) writeFileSync(at(`alike/${text}.har`), log(text))
  assert.equal(tattle('analyze', at('alike'), '--db', db, '--quiet').status, 0)
  assert.equal(tattle('evidence', 'pack', 'latest', '--db', db, '--out', at('alike-whole'), '--no-sign').status, 0)
  const redacted = tattle('evidence', 'redact', at('alike-whole'), '--out', at('alike-copy'), '--no-sign')
  assert.equal(redacted.status, 0, redacted.err)
  assert.equal(readdirSync(at('alike-copy/data/captures')).length, 2)
  const again = tattle('evidence', 'verify', at('alike-copy'), '--reanalyse')
  assert.equal(again.status, 0, again.out)
})

/** Packs and redacts HARs, each of these requests. */
function redactedOf(name: string, hars: readonly object[][], saved = (text: string, _at: number): string => text): { readonly status: number | null; readonly err: string; readonly reports: readonly Report[] } {
  mkdirSync(at(name))
  for (const [index, entries] of hars.entries()) {
    writeFileSync(join(at(name), `${index}.har`), saved(JSON.stringify({ log: { version: '1.2', creator: { name: 'WebInspector', version: '537.36' }, pages: [], entries } }), index))
  }
  tattle('analyze', at(name), '--db', at(`${name}.sqlite`), '--quiet')
  assert.equal(tattle('evidence', 'pack', 'latest', '--db', at(`${name}.sqlite`), '--out', at(`${name}-whole`), '--no-sign').status, 0)
  const { status, err } = tattle('evidence', 'redact', at(`${name}-whole`), '--out', at(`${name}-copy`), '--no-sign')
  const reports = ['whole', 'copy'].map((one) => JSON.parse(readFileSync(join(at(`${name}-${one}`), PATHS.report), 'utf8')) as Report)
  return { status, err, reports }
}

test('what is an id in one capture and not in the next is none in the copy of that', () => {
  const asked = (url: string, resource = 'script'): object => ({ request: { method: 'GET', url, headers: [] }, response: { status: 200 }, _resourceType: resource })
  const { status, err, reports } = redactedOf('senses', [
    [asked('https://praxis.example/', 'document'), asked('https://www.facebook.com/tr?id=1&fbp=fb.1.1767225600000.1234509876')],
    [asked('https://laden.example/', 'document'), asked('https://cdn.widgets.example/lib.js?v=fb.1.1767225600000.1234509876')],
  ])
  assert.equal(status, 0, err)
  const told = reports.map(({ captures, findings }) => [
    captures.map(({ site, analysis }) => `${site}: ${analysis.verdict}`).sort(), [...new Set(findings.map(({ kind, recipientDomain }) => `${kind} → ${recipientDomain}`))],
  ])
  assert.deepEqual(told[0]?.[0], ['laden.example: none-observed', 'praxis.example: leaks'])
  assert.deepEqual(told[1], told[0])
})

test('a capture is not in the copy where that would not show that something of it is lost', () => {
  const page = (url: string): object => ({ request: { method: 'GET', url, headers: [] }, response: { status: 200 }, _resourceType: 'document' })
  const { status, err, reports } = redactedOf('breaks-off', [[page('https://praxis.example/')], [page('https://laden.example/')]], (text, at) => at === 1 ? text.slice(0, -3) : text)
  assert.match(reports[0]?.captures.map(({ site, coverage }) => `${site} ${coverage}`).join() ?? '', /laden\.example broken/)
  assert.equal(status, 3, err)
  assert.match(err, /is not in this copy, because the copy would not show that its coverage is broken\./)
  assert.deepEqual(reports.map(({ verdict, coverage }) => [verdict, coverage]), [['inconclusive', 'broken'], ['inconclusive', 'broken']])
})

test('a bundle holds whatever its HAR was called', async () => {
  const name = at('Besuch von Jörg')
  writeFileSync(`${name}.har`, har())
  assert.equal(tattle('analyze', `${name}.har`, '--db', `${name}.sqlite`, '--quiet', ...GIVEN).status, 0)
  for (const out of ['named', 'named.zip']) {
    assert.equal(tattle('evidence', 'pack', 'latest', '--db', `${name}.sqlite`, '--out', at(out), '--no-sign', ...GIVEN).status, 0)
    const verified = tattle('evidence', 'verify', at(out), '--reanalyse')
    assert.equal(verified.status, 0, verified.out)
    assert.match(verified.out, /findings +holds .*all [1-9]\d* places were found/)
  }
  assert.equal(tattle('evidence', 'redact', at('named'), '--out', at('named-copy'), '--no-sign').status, 0)
  const copy = tattle('evidence', 'verify', at('named-copy'), '--reanalyse')
  assert.equal(copy.status, 0, copy.out)
})

test('what never left the browser reached nobody in the copy either, and why it did not stands there', () => {
  const name = at('blocked')
  const request = (url: string): object => ({ method: 'GET', url, headers: [] })
  const log = { version: '1.2', creator: { name: 'WebInspector', version: '537.36' }, pages: [], entries: [
    { request: request('https://praxis.example/'), response: { status: 200 }, serverIPAddress: '203.0.113.9', _resourceType: 'document' },
    { request: request('https://ads.werbung.example/p?mail=joerg%40example.org'), response: { status: 0, _error: 'net::ERR_BLOCKED_BY_CLIENT' } },
    { request: request('https://cdn.lager.example/a?mail=joerg%40example.org'), response: { status: 200 }, _fromCache: 'disk' },
    { request: request('https://t.messung.example/c?mail=joerg%40example.org'), response: { status: 204 } },
  ] }
  writeFileSync(`${name}.har`, JSON.stringify({ log }))
  const given = ['--value', 'identity.email=joerg@example.org', '--client-ip', '203.0.113.77']
  assert.equal(tattle('analyze', `${name}.har`, '--db', `${name}.sqlite`, '--quiet', ...given).status, 0)
  assert.equal(tattle('evidence', 'pack', 'latest', '--db', `${name}.sqlite`, '--out', `${name}-whole`, '--no-sign', ...given).status, 0)
  const redacted = tattle('evidence', 'redact', `${name}-whole`, '--out', `${name}-copy`, '--no-sign')
  assert.equal(redacted.status, 0, redacted.err)
  const report = (bundle: string) => JSON.parse(readFileSync(join(bundle, PATHS.report), 'utf8')) as
    { findings: { recipientDomain: string }[], captures: { blindSpots: string[] }[] }
  const told = [`${name}-whole`, `${name}-copy`].map(report).map(({ findings, captures }) =>
    [findings.map(({ recipientDomain }) => recipientDomain), captures[0]?.blindSpots[0]])
  assert.deepEqual(told[0]?.[0], ['messung.example'])
  assert.match(String(told[0]?.[1]), /^Requests to werbung\.example \(ERR_BLOCKED_BY_CLIENT\) failed before/)
  assert.deepEqual(told[1], told[0])
})

test('what counts as a stand-in, and what was declared to be live, stays so in a bundle and in the copy to hand out', () => {
  writeFileSync(at('local.har'), har().toString().replaceAll('"192.0.2.9"', '"127.0.0.1"'))
  writeFileSync(at('marked.har'), har().toString().replace('"WebInspector"', '"WebInspector","_target":"stand-in"'))
  const cases = [['local', [], 'stand-in'], ['marked', [], 'stand-in'], ['local', ['--target', 'live'], 'live']] as const
  for (const [input, flags, expected] of cases) {
    const name = at(`${input}-${expected}`)
    const [db, whole, copy] = [`${name}.sqlite`, `${name}-whole`, `${name}-copy`]
    const analysed = tattle('analyze', at(`${input}.har`), '--db', db, '--json', ...flags, ...GIVEN)
    assert.equal(analysed.status, 0, analysed.err)
    const targetIn = (json: string): string => (JSON.parse(json) as { target: string }).target
    assert.equal(targetIn(analysed.out), expected)
    assert.equal(tattle('evidence', 'pack', 'latest', '--db', db, '--out', whole, '--no-sign', ...GIVEN).status, 0)
    assert.match(tattle('evidence', 'verify', whole, '--reanalyse').out, /findings +holds/)
    assert.equal(tattle('evidence', 'redact', whole, '--out', copy, '--no-sign').status, 0)
    assert.equal(targetIn(readFileSync(join(copy, 'data/report.json'), 'utf8')), expected)
    assert.match(tattle('evidence', 'verify', copy, '--reanalyse').out, /findings +holds/)
    const [capture = ''] = readdirSync(join(copy, 'data/captures'))
    const alone = tattle('analyze', join(copy, 'data/captures', capture, 'capture.har.zip'), '--db', `${name}-alone.sqlite`, '--json', ...flags)
    assert.equal(targetIn(alone.out), expected)
  }
})

test('addresses of the visitor that the configuration named to the analysis, it names to the bundle too', () => {
  const name = at('configured')
  writeFileSync(`${name}.har`, har())
  writeFileSync(`${name}.yaml`, 'clientIps: [203.0.113.77]\n')
  const given = ['--persona', at('persona.json'), '--config', `${name}.yaml`, '--db', `${name}.sqlite`]
  assert.equal(tattle('analyze', `${name}.har`, '--quiet', ...given).status, 0)
  const packed = tattle('evidence', 'pack', 'latest', '--out', `${name}-whole`, '--no-sign', ...given)
  assert.equal(packed.status, 0, packed.err)
  assert.doesNotMatch(packed.err, /analysed with other values/)
  const terms = JSON.parse(readFileSync(join(`${name}-whole`, PATHS.terms), 'utf8')) as { clientIps: string[] }
  assert.deepEqual(terms.clientIps, ['203.0.113.77'])
})
