/** Threads and one after the other: the same rows, refusals and order. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { analyzeInThreads, analyzeInTurn, type Outcome } from '../../../src/commands/inputs.js'
import { VISITOR, writeHar } from '../../bench/generate.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-inputs-'))
after(() => rmSync(folder, { recursive: true }))

/** Without what is new each time: ids and times of the analysis. */
function plain(outcomes: readonly Outcome[]): unknown {
  return outcomes.map(({ analyses, refused }) => ({
    refused,
    analyses: analyses.map(({ rows, close }) => {
      const { requests, leaks, analysis, diagnostics, ...rest } = rows
      const taken = {
        ...rest,
        verdict: analysis.verdict,
        requests: [...requests].map(({ analysisId: _, ...request }) => request),
        leaks: [...leaks].map(({ analysisId: _, leakId: __, ...leak }) => leak),
        diagnostics: diagnostics.map(({ analysisId: _, ...diagnostic }) => diagnostic),
      }
      close()
      return taken
    }),
  }))
}

test('threads give what one after the other gives', async () => {
  const inputs = [1, 2, 3].map((seed) => {
    const path = join(folder, `${seed}.har`)
    writeHar(path, { bytes: 300_000 * seed, bodies: false, seed })
    return path
  })
  const bad = join(folder, 'bad.har')
  writeFileSync(bad, 'no HAR')
  inputs.splice(1, 0, bad)
  const options = { runId: 'run', persona: VISITOR, values: [] }
  const told: string[] = []
  const expected = plain(await analyzeInTurn(inputs, options, () => {}))
  const actual = plain(await analyzeInThreads(inputs, options, (text) => void told.push(text)))
  assert.deepEqual(actual, expected)
  assert.match(JSON.stringify(actual), /har-unreadable/)
  assert.ok(JSON.stringify(actual).includes('"matchSource":"persona"'))
  assert.equal(told.at(-1), '4 of 4 analysed')
})
