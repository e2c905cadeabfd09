/**
 * Cases: a HAR each, analysed with one invented persona. The folder's name is the verdict (`leak.` or `ok.`), and
 * `expected.json` says what was found, one line a leak. `npm run golden` renews it.
 */
import assert from 'node:assert/strict'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readPersona } from '../../src/persona.js'
import { analyzeInput } from '../../src/pipeline.js'

const root = join(process.cwd(), 'test/cases')
const persona = readPersona(join(root, 'persona.json'))
const cases = readdirSync(root).filter((name) => /^(ok|leak)\./.test(name))

for (const name of cases) {
  test(`${name}: ${comment(name)}`, async () => {
    const [analysed] = await analyzeInput(join(root, name, 'input.har'), { runId: 'case', persona })
    assert.ok(analysed)
    const lines = analysed.leaks.map((leak) => [
      leak.severity.padEnd(8), leak.recipientDomain, leak.kind, `${leak.part} ${leak.field}`.trim(),
      leak.layers || 'plain', leak.transform || leak.certainty, stretchOf(leak.url, leak.pointer, leak.startByte, leak.endByte),
    ].join(' | ')).sort()
    const file = join(root, name, 'expected.json')
    if (process.env['UPDATE_GOLDEN']) writeFileSync(file, `${JSON.stringify(lines, null, 1)}\n`)
    assert.ok(existsSync(file), 'npm run golden writes what is missing')
    assert.deepEqual(lines, JSON.parse(readFileSync(file, 'utf8')))
    assert.equal(lines.length > 0 ? 'leak' : 'ok', name.split('.')[0])
    assert.equal(analysed.analysis.verdict, lines.length > 0 ? 'leaks' : 'none-observed')
  })
}

function comment(name: string): string {
  const har = JSON.parse(readFileSync(join(root, name, 'input.har'), 'utf8')) as { log: { comment: string } }
  return har.log.comment
}

/** The carrying bytes themselves where they stand in the URL. */
function stretchOf(url: string, pointer: string, start: number, end: number): string {
  return pointer.endsWith('/request/url') ? Buffer.from(url).subarray(start, end).toString() : `bytes ${start}-${end}`
}
