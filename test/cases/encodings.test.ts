/**
 * Every encoding, body and frame that a value is known to travel in, as one HAR that is analysed like any other: each
 * request says the value once, and each is found, in its field and under the layers that were put around it.
 */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { analyzeInput } from '../../src/pipeline.js'
import { ENDPOINT, requests, VALUE, type Row } from './encodings.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-encodings-'))
after(() => rmSync(folder, { recursive: true }))

function toEntry({ url = ENDPOINT, headers = [], body, frames }: Partial<Row>, at: number): unknown {
  return {
    startedDateTime: new Date(Date.UTC(2026, 0, 2, 10) + at * 1000).toISOString(), time: 1,
    _resourceType: at === 0 ? 'document' : frames ? 'websocket' : 'ping',
    request: {
      method: body ? 'POST' : 'GET', url, httpVersion: 'HTTP/2', cookies: [], queryString: [], headersSize: -1, bodySize: -1,
      headers: [...headers, ...(body ? [{ name: 'content-type', value: body.mimeType }] : [])], ...(body ? { postData: body } : {}),
    },
    response: {
      status: frames ? 101 : 200, statusText: '', httpVersion: 'HTTP/2', headers: [], cookies: [], redirectURL: '',
      content: { size: 0, mimeType: 'image/gif' }, headersSize: -1, bodySize: -1,
    },
    cache: {}, timings: { send: 0, wait: 1, receive: 0 }, ...(frames ? { _webSocketMessages: frames } : {}),
  }
}

async function leaksOf(list: readonly Partial<Row>[], value: string): Promise<Map<number, string[]>> {
  const file = join(folder, 'wire.har')
  const entries = [{ url: 'https://www.klinik.example/' }, ...list].map(toEntry)
  writeFileSync(file, JSON.stringify({ log: { version: '1.2', creator: { name: 'test', version: '1' }, entries } }))
  const persona = { id: 'wire', locale: 'de-DE', values: { 'health.search': [value] } }
  const [analysed] = await analyzeInput(file, { runId: 'wire', persona })
  const found = new Map<number, string[]>()
  for (const { entry, part, field, layers, matchSource } of analysed?.leaks ?? []) {
    if (matchSource === 'persona') found.set(entry - 1, [...(found.get(entry - 1) ?? []), `${part} ${field}: ${layers}`])
  }
  return found
}

const names = Object.keys(requests)

test(`${names.length} ways to carry a value: each is seen, where it stands and under what`, async () => {
  const found = await leaksOf(Object.values(requests), VALUE)
  const seen = Object.fromEntries(names.map((name, at) => [name, found.get(at) ?? []]))
  assert.deepEqual(seen, Object.fromEntries(Object.entries(requests).map(([name, { as }]) => [name, [as]])))
})

test('under the same encodings another value is not seen', async () => {
  assert.deepEqual([...await leaksOf(Object.values(requests), 'Blasenschwamm')], [])
})
