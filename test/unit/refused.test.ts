// A HAR in which the site answered with an error instead of a page is no proof of anything.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { analyzeInput } from '../../src/pipeline.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-refused-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const asked = (url: string, status: number, type: string): object => ({
  startedDateTime: '2026-01-01T00:00:00.000Z', _resourceType: type, request: { method: 'GET', url, headers: [] },
  response: { status, headers: [], content: { mimeType: type === 'document' ? 'text/html' : 'image/gif' } },
})

async function verdictOf(name: string, ...entries: readonly object[]): Promise<readonly unknown[]> {
  const file = join(folder, `${name}.har`)
  writeFileSync(file, JSON.stringify({ log: { version: '1.2', creator: { name: 'WebInspector', version: '537.36' }, entries } }))
  const [one] = await analyzeInput(file, { runId: 'refused', firstParty: ['clinic.example', 'clinic-booking.example'] })
  return [one?.analysis.verdict, one?.capture.coverage, one?.capture.coverageReasons]
}

test('where the site was never shown, nothing observed says nothing', async () => {
  const page = 'https://www.clinic.example/'
  const reasons = ['The site answered with an error (403) instead of a page: what its pages send is not seen.']
  assert.deepEqual(await verdictOf('challenge', asked(page, 403, 'document'), asked('https://captcha.example/a.gif', 200, 'image')), ['inconclusive', 'broken', reasons])
  assert.deepEqual(await verdictOf('solved', asked(page, 403, 'document'), asked(page, 200, 'document')), ['none-observed', 'limited', []])
  assert.deepEqual(await verdictOf('other', asked(page, 403, 'document'), asked('https://clinic-booking.example/', 200, 'document')), ['none-observed', 'limited', []])
  assert.deepEqual(await verdictOf('pictures', asked('https://www.clinic.example/a.gif', 404, 'image')), ['none-observed', 'limited', []])
})
