// One datum in thousands of fields of one address: rows take as much as the address is long, not its square, no other datum
// is lost behind it, and what is left out is said.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { analyzeInput } from '../../../src/index.js'
import { VISITOR } from '../../bench/generate.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-repetitions-'))
after(() => rmSync(folder, { recursive: true, force: true }))

async function analysed(fields: number): Promise<{ bytes: number; rowBytes: number; kinds: Set<string>; codes: string[] }> {
  const pairs = Array.from({ length: fields }, (_, at) => `f${at}x=joerg%40example.org`)
  const url = `https://px.tracker.example/c?${pairs.join('&')}&tel=%2B493023125017`
  const entries = ['https://klinik.example/', url].map((address) => ({
    startedDateTime: '2026-03-01T09:00:00.000Z', time: 1,
    request: { method: 'GET', url: address, httpVersion: 'h2', headers: [], cookies: [], queryString: [] },
    response: { status: 200, headers: [], cookies: [], redirectURL: '', content: { mimeType: 'text/html' } },
  }))
  const path = join(folder, `${fields}.har`)
  writeFileSync(path, JSON.stringify({ log: { version: '1.2', creator: { name: 'x', version: '1' }, entries } }))
  const [one] = await analyzeInput(path, { runId: 'run', persona: VISITOR, firstParty: ['klinik.example'] })
  assert.ok(one)
  return {
    bytes: url.length, rowBytes: one.leaks.reduce((sum, leak) => sum + leak.url.length, 0),
    kinds: new Set(one.leaks.map(({ kind }) => kind)), codes: one.diagnostics.map(({ code }) => code),
  }
}

test('few are all told of', async () => {
  const { rowBytes, bytes, codes } = await analysed(200)
  assert.equal(rowBytes, 201 * bytes)
  assert.equal(codes.includes('detect-repeated'), false)
})

test('of many the rows grow as the address does, and the datum behind them is told of', async () => {
  const [some, more] = [await analysed(1_000), await analysed(4_000)]
  for (const { kinds, codes } of [some, more]) {
    assert.deepEqual([...kinds].sort(), ['identity.email', 'identity.phone'])
    assert.equal(codes.filter((code) => code === 'detect-repeated').length, 1)
  }
  assert.ok(more.rowBytes / some.rowBytes < 1.5 * (more.bytes / some.bytes), `${some.rowBytes} ${more.rowBytes}`)
})
