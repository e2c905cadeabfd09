// A capture in which not every field was looked at does not say that it shows all.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { analyzeInput } from '../../src/pipeline.js'
import { makeCaptureZip } from './evidence/fixture.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-bounded-'))
after(() => rmSync(folder, { recursive: true, force: true }))

for (const [count, coverage] of [[10_000, 'full'], [10_001, 'limited']] as const) {
  test(`a WebSocket that sent ${count} messages: ${coverage}`, async () => {
    const messages = Array.from({ length: count }, (_, at) => ({ type: 'send', opcode: 1, data: `at ${at}`, time: 1_767_225_600 + at / 1000 }))
    const entries = [{
      startedDateTime: '2026-03-01T09:00:01.000Z', _resourceType: 'websocket', _recordedBy: 'har', _delivery: 'sent',
      request: { method: 'GET', url: 'wss://t.example', headers: [] }, response: { status: 101, headers: [], content: {} },
      _webSocketMessages: messages,
    }]
    const [analysed] = await analyzeInput(await makeCaptureZip(folder, `of-${count}`, { entries }), { runId: 'r' })
    assert.equal(analysed?.capture.coverage, coverage, analysed?.capture.blindSpots.join())
  })
}
