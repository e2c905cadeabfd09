/**
 * Two walks of one journey, as HARs: what both show is dropped, what changes with the values is confirmed, what nothing
 * decodes is found by its changing, and what changes by itself is not.
 */
import assert from 'node:assert/strict'
import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { settleWalks, type SettledWalks } from '../../../src/assess/walks.js'
import type { AnalysedRows, LeakRecord } from '../../../src/model.js'
import type { Persona } from '../../../src/persona.js'
import { analyzeInput } from '../../../src/pipeline.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-walks-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const first: Persona = {
  id: 'first', locale: 'de-DE',
  values: { 'health.search': ['Blasenschwäche'], 'health.insurance': ['private'], 'identity.name': ['Jörg Weißmüller'], 'identity.email': ['joerg@example.org'] },
}
const second: Persona = {
  id: 'second', locale: 'de-DE',
  values: { 'health.search': ['Heuschnupfen'], 'health.insurance': ['private'], 'identity.name': ['Annika Vossbergen'], 'identity.email': ['annika@example.org'] },
}

const key = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex')
const sealed = (text: string): string => {
  const cipher = createCipheriv('aes-128-cbc', key, Buffer.alloc(16))
  return Buffer.concat([cipher.update(text), cipher.final()]).toString('base64url')
}

/** Query of each request to a third party, in order; `id` is new in each visit. */
type Requests = (persona: Persona, id: string, round: number) => readonly string[]

let files = 0

async function walked(requests: Requests, persona: Persona, other: Persona, round: number, isControl: boolean): Promise<AnalysedRows> {
  const id = createHash('sha256').update(`${files}`).digest('hex').slice(0, 24)
  const start = Date.parse('2026-03-01T09:00:00Z') + (round * 2 + Number(isControl)) * 60_000
  const page = `https://klinik.example/suche?q=${encodeURIComponent(persona.values['health.search']![0]!)}`
  const urls = [page, ...requests(persona, id, round)]
  const entries = urls.map((url, at) => ({
    startedDateTime: new Date(start + at * 1_000).toISOString(), time: 1, pageref: `page${at % 2}`,
    _resourceType: at === 0 ? 'document' : 'image',
    request: { method: 'GET', url, httpVersion: 'HTTP/2', headers: [], queryString: [], cookies: [], headersSize: -1, bodySize: 0 },
    response: { status: 200, statusText: '', httpVersion: 'HTTP/2', headers: [], cookies: [], content: { size: 0, mimeType: 'text/html' }, redirectURL: '', headersSize: -1, bodySize: 0 },
    cache: {}, timings: { send: 0, wait: 1, receive: 0 }, serverIPAddress: '203.0.113.1',
  }))
  const pages = [0, 1].map((at) => ({ id: `page${at}`, title: `https://klinik.example/${at}`, startedDateTime: new Date(start).toISOString(), pageTimings: {} }))
  const file = join(folder, `${++files}.har`)
  writeFileSync(file, JSON.stringify({ log: { version: '1.2', creator: { name: 'test', version: '1' }, pages, entries } }))
  const [analysed] = await analyzeInput(file, {
    runId: 'run', persona, firstParty: ['klinik.example'], compare: { other, isControl, journey: '' },
  })
  assert.ok(analysed)
  return analysed
}

/** Both personas, each so many times, in turn. */
async function settle(requests: Requests, rounds = 2): Promise<SettledWalks> {
  const all: AnalysedRows[] = []
  for (let round = 0; round < rounds; round++) {
    all.push(await walked(requests, first, second, round, false), await walked(requests, second, first, round, true))
  }
  return settleWalks(all)
}

const leaksOf = (rows: AnalysedRows | undefined): LeakRecord[] => [...rows?.leaks ?? []]
const said = (rows: AnalysedRows | undefined, code: string): string[] =>
  (rows?.diagnostics ?? []).filter((one) => one.code === code).map(({ message }) => message)
const search = (persona: Persona): string => encodeURIComponent(persona.values['health.search']![0]!)

test('what changes with the values is confirmed; what both walks plant alike is not tested', async () => {
  const { mains, controls } = await settle((persona) => [`https://ads.example/p?q=${search(persona)}&insurance=private`], 1)
  assert.deepEqual(leaksOf(mains[0]).map(({ kind, control }) => [kind, control]).sort(), [['health.insurance', 'unvaried'], ['health.search', 'confirmed']])
  assert.equal(controls.length, 1)
  assert.equal(mains[0]?.analysis.control?.persona, 'second')
  assert.match(said(mains[0], 'control-unvaried').join(), /health\.insurance/)
  assert.match(said(mains[0], 'differential-insufficient').join(), /--repeat 2/)
})

test('a value that the site sends whoever is there is a coincidence: dropped, with a sentence', async () => {
  const { mains } = await settle((persona) => [
    `https://ads.example/p?q=${search(persona)}`, 'https://ads.example/top?terms=Blasenschw%C3%A4che,Heuschnupfen',
  ], 1)
  assert.deepEqual(leaksOf(mains[0]).map(({ field, control }) => [field, control]), [['q', 'confirmed']])
  assert.match(said(mains[0], 'control-coincidence').join(), /"Blasenschwäche" \(health\.search\) in query "terms" to ads\.example/)
  assert.equal(mains[0]?.analysis.control?.dropped, 1)
})

test('the first persona’s value alone, sent in both walks, is a coincidence; one that only its walk shows is not confirmed', async () => {
  const { mains } = await settle((persona) => [
    'https://ads.example/top?terms=Blasenschw%C3%A4che', ...persona === first ? ['https://ads.example/r?u=joerg@example.org'] : [],
  ], 1)
  assert.deepEqual(leaksOf(mains[0]).map(({ kind, control }) => [kind, control]), [['identity.email', 'unconfirmed']])
  assert.equal(mains[0]?.findings.length, 1)
})

test('nothing but coincidence is none observed', async () => {
  const { mains } = await settle(() => ['https://ads.example/top?terms=Blasenschw%C3%A4che'], 1)
  assert.deepEqual([leaksOf(mains[0]), mains[0]?.findings, mains[0]?.analysis.verdict], [[], [], 'none-observed'])
})

test('words of a vocabulary that both walks send say nothing of the visitor', async () => {
  const { mains } = await settle((persona) => [`https://ads.example/p?keywords=Vasektomie&q=${search(persona)}`], 1)
  assert.deepEqual(leaksOf(mains[0]).map(({ field }) => field), ['q'])
  assert.match(said(mains[0], 'control-coincidence').join(), /whatever was planted/)
})

test('a keyed cipher is found by its changing with the search term; ids, times and constants are not', async () => {
  const { mains } = await settle((persona, id) => [
    `https://seal.example/s?seal=${sealed(persona.values['health.search']![0]!)}&rid=${randomBytes(12).toString('hex')}` +
    `&ts=${Date.now()}&visit=${id}&account=4e0f2a9bc81d77aa55&size=1280x720`,
  ])
  for (const main of mains) {
    const leaks = leaksOf(main)
    assert.deepEqual(leaks.map(({ field }) => field), ['seal'])
    const [leak] = leaks
    assert.deepEqual([leak?.kind, leak?.matchSource, leak?.certainty, leak?.control], ['opaque', 'differential', 'inferred', 'confirmed'])
    assert.deepEqual([leak?.termId, leak?.label], ['opaque#health.search', 'varies with health.search'])
    assert.equal(leak?.severityRule, 'health-to-others+inferred')
    assert.equal(Buffer.from(leak?.url ?? '').subarray(leak?.startByte, leak?.endByte).toString(), sealed('Blasenschwäche'))
    assert.equal(main.analysis.control?.differential, true)
  }
  assert.deepEqual(mains[0]?.findings.map(({ fingerprint }) => fingerprint), mains[1]?.findings.map(({ fingerprint }) => fingerprint))
})

test('where several kinds had been entered, the persona is named and no kind', async () => {
  const { mains } = await settle((persona) => [
    `https://klinik.example/patient?name=${encodeURIComponent(persona.values['identity.name']![0]!)}`,
    `https://seal.example/s?seal=${sealed(persona.values['identity.name']![0]!)}`,
  ])
  assert.deepEqual(leaksOf(mains[0]).map(({ termId }) => termId), ['opaque#persona'])
})

test('one capture of each is not enough for what nothing decodes, and that is said', async () => {
  const { mains } = await settle((persona) => [`https://seal.example/s?seal=${sealed(persona.values['health.search']![0]!)}`], 1)
  assert.deepEqual(leaksOf(mains[0]), [])
  assert.equal(mains[0]?.analysis.control?.differential, false)
  assert.match(said(mains[0], 'differential-insufficient').join(), /there are 1 and 1/)
})

test('walks one behind the other: a counter that went on between them is no value', async () => {
  const counter: Requests = (persona) => [`https://seal.example/s?hour=${persona === first ? '20260301' : '20260302'}99`]
  const all: AnalysedRows[] = []
  for (const round of [0, 1]) all.push(await walked(counter, first, second, round, false))
  for (const round of [7, 8]) all.push(await walked(counter, second, first, round, true))
  const { mains } = settleWalks(all)
  assert.deepEqual(leaksOf(mains[0]), [])
  assert.equal(said(mains[0], 'differential-in-sequence').length, 1)
})

test('a value that stays through a visit and is another in the next is an id; what is always the same is not', async () => {
  const requests: Requests = (_persona, id) => [0, 1, 2, 3].map((at) => `https://seal.example/s?n=${at}&visit=${id}&account=4e0f2a9bc81d77aa55`)
  const plain = await Promise.all([0, 1].map((round) => walked(requests, first, second, round, false)))
  const { mains } = settleWalks(plain.map((rows) => ({ ...rows, capture: { ...rows.capture, scenario: 'visit' }, walk: { ...rows.walk!, otherPersona: null } })))
  for (const main of mains) {
    const leaks = leaksOf(main)
    assert.deepEqual([...new Set(leaks.map(({ field }) => field))], ['visit'])
    assert.ok(leaks.length >= 4 && leaks.every(({ kind, rule }) => kind === 'identifier.cookie' && rule.startsWith('behaviour:')))
  }
})
