// A capture in which not all that was recorded was searched does not say that it shows all.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { deflateSync, gzipSync } from 'node:zlib'
import type { CaptureRecord } from '../../src/model.js'
import { analyzeInput } from '../../src/pipeline.js'
import { makeCaptureZip } from './evidence/fixture.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-unsearched-'))
after(() => rmSync(folder, { recursive: true, force: true }))

let made = 0

async function captureOf(more: object, request: object = {}): Promise<CaptureRecord> {
  const entries = [{
    startedDateTime: '2026-03-01T09:00:01.000Z', _recordedBy: 'har', _delivery: 'sent',
    request: { method: 'POST', url: 'https://t.example/e', headers: [], ...request }, response: { status: 200, headers: [], content: {} }, ...more,
  }]
  const [analysed] = await analyzeInput(await makeCaptureZip(folder, `capture-${made++}`, { entries }), { runId: 'r' })
  return analysed!.capture
}

const asBody = (bytes: Buffer): object => ({ postData: { mimeType: 'application/octet-stream', text: bytes.toString('base64'), encoding: 'base64' } })
const ofJson = (text: string): object => ({ postData: { mimeType: 'application/json', text } })
const bomb = gzipSync(Buffer.alloc(40 * 1024 * 1024))
const deep = Array.from({ length: 10 }).reduce<Buffer>((inner) => deflateSync(inner), Buffer.from('a value under ten layers, which are two too many'))

for (const [count, coverage] of [[10_000, 'full'], [10_001, 'limited']] as const) {
  test(`a WebSocket that sent ${count} messages: ${coverage}`, async () => {
    const messages = Array.from({ length: count }, (_, at) => ({ type: 'send', opcode: 1, data: `at ${at}`, time: 1_767_225_600 + at / 1000 }))
    const capture = await captureOf({ _resourceType: 'websocket', _webSocketMessages: messages }, { method: 'GET', url: 'wss://t.example' })
    assert.equal(capture.coverage, coverage, capture.blindSpots.join())
  })
  test(`a form of ${count} fields that is only listed: ${coverage}`, async () => {
    const params = Array.from({ length: count }, (_, at) => ({ name: 'a', value: `${at}` }))
    const capture = await captureOf({}, { url: 'https://t.example/', postData: { mimeType: 'application/x-www-form-urlencoded', params } })
    assert.equal(capture.coverage, coverage, capture.blindSpots.join())
  })
}

const limited: Readonly<Record<string, readonly [request: object, says: RegExp]>> = {
  'a bomb that is not inflated': [asBody(bomb), /^Not every encoding/],
  'more encodings on top of each other than are undone': [asBody(deep), /^Not every encoding/],
  'a body that is searched in pieces': [ofJson(JSON.stringify({ text: 'x '.repeat(2_500_000) })), /^A request body was too long/],
  'a body whose file is not there': [{ postData: { mimeType: 'text/plain', _file: 'gone.txt' } }, /^Something that a request/],
  'a binary body of which bytes are lost': [ofJson('\u0001\u0002\ufffd\ufffd'), /^Something that a request/],
  'more words than are looked at': [ofJson(JSON.stringify({ a: Array(200).fill(Array.from('abcdefghijklmnopqrst', (sign) => `krebs stress ${sign}`)) })), /^Not every place/],
  'JSON that is nested deeper than it is looked at for identifiers': [ofJson(`${'{"a":'.repeat(70)}{"id":"6543"}${'}'.repeat(70)}`), /^Not every value/],
  'more values than are looked at for identifiers': [ofJson(JSON.stringify(Array.from({ length: 6_000 }, (_, at) => `v${at}`))), /^Not every value/],
}
for (const [what, [request, says]] of Object.entries(limited)) {
  test(`${what}: limited`, async () => {
    const capture = await captureOf({}, request)
    assert.deepEqual([capture.coverage, capture.blindSpots.length], ['limited', 1], capture.blindSpots.join(' '))
    assert.match(capture.blindSpots[0]!, says)
  })
}

for (const [what, url, coverage] of [
  ['the site', 'https://www.klinik.example/', 'limited'], ['somebody else', 'https://t.example/', 'full'],
] as const) {
  test(`an answer of ${what} that is too long to be learnt from: ${coverage}`, async () => {
    const answerOf = (content: object): object => ({ response: { status: 200, headers: [], content: { mimeType: 'text/html', ...content } } })
    const long = await captureOf(answerOf({ text: `<p>${'x'.repeat(2_200_000)}` }), { method: 'GET', url })
    assert.equal(long.coverage, coverage, long.blindSpots.join())
    assert.equal((await captureOf(answerOf({ _file: 'page.html', size: 2_200_000 }), { method: 'GET', url })).coverage, coverage)
    assert.equal((await captureOf(answerOf({ text: 'x'.repeat(1_000_000) }), { method: 'GET', url })).coverage, 'full')
  })
}

test('what is not unpacked of a request to the site itself is nobody else\'s', async () => {
  const own = { ...asBody(bomb), url: 'https://api.klinik.example/upload' }
  assert.equal((await captureOf({}, own)).coverage, 'full')
  assert.equal((await captureOf({ _delivery: 'attempted' }, asBody(bomb))).coverage, 'full')
})

test('a body of layers that end within the limit is searched whole', async () => {
  assert.equal((await captureOf({}, asBody(gzipSync(JSON.stringify({ page: 'https%253A%252F%252Fklinik.example%252F' }))))).coverage, 'full')
})
