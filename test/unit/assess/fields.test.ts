// A page that gives each request a parameter of its own: every leak is told with its field, and the findings stay few.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { analyzeInput } from '../../../src/index.js'
import type { Analysed } from '../../../src/model.js'
import { VISITOR } from '../../bench/generate.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-fields-'))
after(() => rmSync(folder, { recursive: true, force: true }))

async function analysed(requests: number): Promise<Analysed> {
  const urls = Array.from({ length: requests }, (_, at) => `https://px.tracker.example/c?f${at}x=joerg%40example.org`)
  const entries = ['https://klinik.example/', ...urls].map((url) => ({
    startedDateTime: '2026-03-01T09:00:00.000Z', time: 1,
    request: { method: 'GET', url, httpVersion: 'h2', headers: [], cookies: [], queryString: [] },
    response: { status: 200, headers: [], cookies: [], redirectURL: '', content: { mimeType: 'text/html' } },
  }))
  const path = join(folder, `${requests}.har`)
  writeFileSync(path, JSON.stringify({ log: { version: '1.2', creator: { name: 'x', version: '1' }, entries } }))
  const [one] = await analyzeInput(path, { runId: 'run', persona: VISITOR, firstParty: ['klinik.example'] })
  assert.ok(one)
  return one
}

test('a thousand fields are a thousand findings', async () => {
  const { findings, leaks, diagnostics } = await analysed(1_000)
  assert.deepEqual([findings.length, leaks.length], [1_000, 1_000])
  assert.ok(!diagnostics.some(({ code }) => code === 'findings-together'))
})

test('further ones are one finding, their leaks name their fields, and a diagnostic says so once', async () => {
  const { findings, leaks, diagnostics } = await analysed(1_500)
  assert.deepEqual([findings.length, leaks.length], [1_001, 1_500])
  const together = findings.find(({ field }) => field === '*')
  assert.ok(together)
  const own = leaks.filter(({ findingId }) => findingId === together.findingId)
  assert.equal(own.length, 500)
  assert.equal(new Set(own.map(({ field }) => field)).size, 500)
  assert.deepEqual(diagnostics.filter(({ code }) => code === 'findings-together').map(({ message }) => message.slice(0, 67)),
    ['tracker.example received identity.email in more than 1000 fields of'])
})
