// Of a run whose captures lie in two databases, one is not all.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { check } from '../../../src/commands/check.js'
import type { Report, RunRecord } from '../../../src/model.js'
import { openStore } from '../../../src/store/store.js'
import { makeAnalysed, makeHonest, storeOf } from '../../golden/fixture.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-check-targets-'))
const before = process.cwd()
process.chdir(folder)
after(() => {
  process.chdir(before)
  rmSync(folder, { recursive: true, force: true })
})

test('a live site and a stand-in in one run are checked together, unless one is named', async () => {
  mkdirSync('reports')
  storeOf([makeHonest({ consent: 'accept' })], 'reports/stand-in.sqlite').close()
  const checked = (target?: string): Promise<number> =>
    check({ report: ['json=checked.json'], quiet: true, ...(target === undefined ? {} : { target }) })
  assert.equal(await checked(), 0)
  storeOf([makeAnalysed({ consent: 'accept', target: 'live' })], 'reports/findings.sqlite').close()
  for (const last of ['stand-in', 'findings']) {
    for (const [name, time] of [['stand-in', 1], ['findings', 1], [last, 2]] as const) utimesSync(`reports/${name}.sqlite`, time, time)
    assert.equal(await checked(), 1)
    const { target, verdict, captures } = JSON.parse(readFileSync('checked.json', 'utf8')) as Report
    assert.deepEqual([target, verdict, captures.length], ['mixed', 'leaks', 2])
  }
  assert.deepEqual([await checked('live'), await checked('stand-in')], [1, 0])
  // A later run that lost all of it, told where a target is asked for as well.
  const store = openStore('reports/stand-in.sqlite')
  const later: RunRecord = { ...store.runs()[0]!, runId: '01KZ0000000000000000000000', startedAt: '2027-01-01T00:00:00.000Z' }
  store.writeRun(later)
  store.writeDiagnostics([{ analysisId: null, captureId: null, runId: later.runId, code: 'test-without-capture', entry: null, message: 'x' }])
  store.close()
  assert.equal(await checked('stand-in'), 3)
})
