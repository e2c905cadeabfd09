import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { validate } from './documented.js'
import { makeCaptureZip, makeDatabase } from './fixture.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-schema-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const CLI = fileURLToPath(new URL('../../../src/cli.js', import.meta.url))

type Json = Record<string, unknown>

test('what report and analyze print is what the schema says, and what is not is refused', async () => {
  const database = join(folder, 'findings.sqlite')
  const zip = await makeCaptureZip(folder)
  await makeDatabase(database, [zip])
  const print = (...args: string[]): Json => {
    const { stdout, status, stderr } = spawnSync(process.execPath, [CLI, ...args, '--db', database], { encoding: 'utf8', maxBuffer: 1e9 })
    assert.equal(status, 0, stderr)
    return JSON.parse(stdout) as Json
  }
  const report = print('report', '--format', 'json')
  assert.equal(validate(report), true, JSON.stringify(validate.errors?.slice(0, 5)))
  assert.equal(validate(print('analyze', zip, '--json')), true, JSON.stringify(validate.errors?.slice(0, 5)))
  assert.ok((report['findings'] as Json[]).length > 5)

  const [finding] = report['findings'] as Json[]
  const [leak] = finding?.['leaks'] as Json[]
  const wrong: readonly (readonly [string, Json])[] = [
    ['another version', { ...report, schema: 2 }],
    ['a property less', Object.fromEntries(Object.entries(report).filter(([name]) => name !== 'coverage'))],
    ['a property more', { ...report, extra: 1 }],
    ['an unknown verdict', { ...report, verdict: 'maybe' }],
    ['an unknown kind', { ...report, findings: [{ ...finding, kind: 'health.unknown' }] }],
    ['a leak that was only attempted', { ...report, findings: [{ ...finding, leaks: [{ ...leak, delivery: 'attempted' }] }] }],
    ['a number as text', { ...report, findings: [{ ...finding, leaks: [{ ...leak, entry: '1' }] }] }],
  ]
  for (const [what, json] of wrong) assert.equal(validate(json), false, what)
})
