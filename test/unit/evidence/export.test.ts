import assert from 'node:assert/strict'
import { createReadStream, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { WARCParser } from 'warcio'
import { exportHar, exportWarc, inlined } from '../../../src/evidence/export.js'
import { explainEntry } from '../../../src/har/validate.js'
import type { HarEntry } from '../../../src/har/types.js'
import { analyzeInput } from '../../../src/pipeline.js'
import { analyse, entries, makeCaptureZip, persona } from './fixture.js'
import { writeZip } from '../../../src/capture/har-zip.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-export-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)

test('a capture becomes one plain HAR, valid and with the same leaks', async () => {
  const zip = await makeCaptureZip(folder)
  assert.deepEqual(await exportHar(zip, at('plain.har')), { entries: 8, missing: 0, diagnostics: [] })
  const har = JSON.parse(readFileSync(at('plain.har'), 'utf8')) as { log: { entries: object[] } }
  assert.deepEqual(har.log.entries, JSON.parse(JSON.stringify(entries())))
  for (const entry of har.log.entries) assert.equal(await explainEntry(entry as HarEntry), undefined)
  const places = (leaks: readonly { pointer: string; entry: number; startByte: number }[]) =>
    leaks.map(({ pointer, entry, startByte }) => `${entry} ${pointer} ${startByte}`).sort()
  const [fromZip] = await analyse(zip, 'r')
  const [fromHar] = await analyzeInput(at('plain.har'), { runId: 'r', persona, clientIps: ['203.0.113.77'], firstParty: ['klinik.example'] })
  assert.ok((fromZip?.leaks.length ?? 0) > 5)
  assert.deepEqual(places(fromHar?.leaks ?? []), places(fromZip?.leaks ?? []))
})

test('what is exported of a stand-in never passes for a live site, however often it is exported', async () => {
  for (const target of ['stand-in', 'live'] as const) {
    const zip = await makeCaptureZip(folder, `of-${target}`, { target })
    await exportHar(zip, at('once.har'))
    await exportHar(at('once.har'), at('twice.har'))
    for (const input of [zip, at('once.har'), at('twice.har')]) {
      const [analysed] = await analyzeInput(input, { runId: 'r' })
      assert.equal(analysed?.capture.target, target, input)
    }
  }
})

test('bodies that lie beside the HAR are put into it: text as text, the rest as base64', async () => {
  const binary = Buffer.from([0, 255, 254, 1, 2])
  const log = { log: { version: '1.2', creator: { name: 't', version: '1' }, entries: entries().map((entry, index) => index !== 3 ? entry : {
    ...entry, request: { ...(entry as { request: object }).request, postData: { mimeType: 'application/json', _file: 'a.json' } },
    response: { status: 200, headers: [], content: { size: 5, mimeType: 'image/png', _file: 'b.bin' } },
  }) } }
  await writeZip(at('attached.zip'), [
    { name: 'x.har', content: Buffer.from(JSON.stringify(log)) }, { name: 'a.json', content: Buffer.from('{"q":"Ü"}') }, { name: 'b.bin', content: binary },
  ])
  assert.deepEqual(await exportHar(at('attached.zip'), at('attached.har')), { entries: 8, missing: 0, diagnostics: [] })
  const { log: { entries: [, , , third] } } = JSON.parse(readFileSync(at('attached.har'), 'utf8')) as { log: { entries: { request: { postData: object }; response: { content: object } }[] } }
  assert.deepEqual(third?.request.postData, { mimeType: 'application/json', text: '{"q":"Ü"}' })
  assert.deepEqual(third?.response.content, { size: 5, mimeType: 'image/png', text: binary.toString('base64'), encoding: 'base64' })
  const missing = inlined({ request: { postData: { _file: 'nowhere' } } }, () => undefined)
  assert.deepEqual(missing.request?.postData, { comment: 'the body is missing' })
})

test('a WARC is one that another reader reads, with digests that fit', async () => {
  const zip = await makeCaptureZip(folder, 'warc')
  await exportWarc(zip, at('capture.warc.gz'))
  const seen: { type: string | null; uri: string | null | undefined; text: string }[] = []
  for await (const record of new WARCParser(createReadStream(at('capture.warc.gz')))) {
    const payload = Buffer.from(await record.readFully(false))
    seen.push({ type: record.warcType, uri: record.warcTargetURI, text: payload.toString('utf8') })
    if (record.warcType === 'response') assert.equal(record.httpHeaders?.statusCode, 200)
  }
  assert.equal(seen.filter(({ type }) => type === 'request').length, 8)
  assert.equal(seen.filter(({ type }) => type === 'response').length, 8)
  assert.equal(seen[0]?.type, 'warcinfo')
  const urls = entries().map((entry) => (entry as { request: { url: string } }).request.url)
  assert.deepEqual(seen.filter(({ type }) => type === 'request').map(({ uri }) => uri), urls)
  assert.ok(seen.some(({ type, text }) => type === 'request' && text.includes('"email":"joerg@example.org"')))
})

test('a WARC holds nothing that never left the browser, whoever recorded it', async () => {
  const entriesOf = [
    { request: { method: 'GET', url: 'https://a.example/' }, response: { status: 200 } },
    { request: { method: 'GET', url: 'https://b.example/' }, response: { status: 0, _error: 'net::ERR_BLOCKED_BY_CLIENT' } },
    { request: { method: 'GET', url: 'https://c.example/' }, response: { status: 200 }, _fromCache: 'memory' },
    { request: { method: 'GET', url: 'https://d.example/' }, response: { status: 0 } },
  ]
  writeFileSync(at('theirs.har'), JSON.stringify({ log: { version: '1.2', creator: { name: 't', version: '1' }, entries: entriesOf } }))
  await exportWarc(at('theirs.har'), at('theirs.warc.gz'))
  const asked: unknown[] = []
  for await (const record of new WARCParser(createReadStream(at('theirs.warc.gz')))) if (record.warcType === 'request') asked.push(record.warcTargetURI)
  assert.deepEqual(asked, ['https://a.example/', 'https://d.example/'])
})

test('a header cannot break out of its line', async () => {
  const [first] = entries() as { request: { headers: object[] } }[]
  assert.ok(first)
  const zip = await makeCaptureZip(folder, 'hostile', { entries: [{ ...first, request: { ...first.request, headers: [{ name: 'X', value: 'a\r\n\r\nWARC/1.1\r\nWARC-Type: response' }] } }] })
  await exportWarc(zip, at('hostile.warc.gz'))
  let records = 0
  for await (const record of new WARCParser(createReadStream(at('hostile.warc.gz')))) {
    await record.readFully(false)
    records++
  }
  assert.equal(records, 3)
})

test('where it cannot be written there is nothing', async () => {
  const zip = await makeCaptureZip(folder, 'none')
  await assert.rejects(exportHar(zip, at('no/such/folder.har')), /cannot be written/)
  await assert.rejects(exportHar(at('nothing.har'), at('x.har')), /does not exist/)
  assert.equal(existsSync(at('x.har')), false)
  assert.deepEqual(readdirSync(folder).filter((name) => name.endsWith('.part')), [])
})

test('of a HAR made elsewhere no response body is lost on the way, whatever its type and length', async () => {
  const [first] = entries() as { response: { content: object } }[]
  assert.ok(first)
  const bodies = [['image/png', 'QUJD'.repeat(1_000), 'base64'], ['text/javascript', 'x'.repeat(300_000)], ['text/html', `<p>${'é'.repeat(200_000)}`]]
  const contents = bodies.map(([mimeType, text, encoding]) => ({ size: 1, mimeType, text, ...encoding === undefined ? {} : { encoding } }))
  writeFileSync(at('elsewhere.har'), JSON.stringify({ log: { version: '1.2', creator: { name: 'other', version: '1' },
    entries: contents.map((content) => ({ ...first, response: { ...first.response, content } })) } }))
  await exportHar(at('elsewhere.har'), at('again.har'))
  const again = JSON.parse(readFileSync(at('again.har'), 'utf8')) as { log: { entries: typeof first[] } }
  assert.deepEqual(again.log.entries.map(({ response }) => response.content), contents)
  await exportWarc(at('elsewhere.har'), at('again.warc.gz'))
  const payloads: Buffer[] = []
  for await (const record of new WARCParser(createReadStream(at('again.warc.gz')))) {
    const payload = Buffer.from(await record.readFully(false))
    if (record.warcType === 'response') payloads.push(payload)
  }
  assert.deepEqual(payloads, contents.map(({ text = '', encoding }) => Buffer.from(text, encoding === 'base64' ? 'base64' : 'utf8')))
})

test('what of the input could not be read is told', async () => {
  writeFileSync(at('cut.har'), JSON.stringify({ log: { entries: entries() } }).slice(0, -40))
  const { entries: written, diagnostics } = await exportHar(at('cut.har'), at('cut.out.har'))
  assert.equal(written, 7)
  assert.deepEqual(diagnostics.map(({ code }) => code), ['har-truncated'])
})

test('a place that cannot be written is told once, without a warning of Node, however many entries there are', async () => {
  const warnings: Error[] = []
  const note = (warning: Error): void => void warnings.push(warning)
  process.on('warning', note)
  try {
    writeFileSync(at('many.har'), JSON.stringify({ log: { entries: Array.from({ length: 200 }, () => ({ request: { url: 'https://a.example/', postData: { text: 'x'.repeat(20_000) } } })) } }))
    await assert.rejects(exportHar(at('many.har'), at('no/such/many.har')), /cannot be written/)
    await new Promise((resolve) => { setImmediate(resolve) })
    assert.deepEqual(warnings, [])
  } finally {
    process.off('warning', note)
  }
})
