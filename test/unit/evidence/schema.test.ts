import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import Ajv from 'ajv'
import { makeCaptureZip, makeDatabase } from './fixture.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-schema-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const CLI = fileURLToPath(new URL('../../../src/cli.js', import.meta.url))

const schema = JSON.parse(readFileSync(join(process.cwd(), 'docs/report.schema.json'), 'utf8')) as object

/** Properties may be added within a version, so the schema admits more; held against our own output it must not. */
function strict(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(strict)
  if (typeof node !== 'object' || node === null) return node
  const inner = Object.fromEntries(Object.entries(node).map(([name, value]) => [name, strict(value)]))
  return 'properties' in inner && 'required' in inner ? { ...inner, additionalProperties: false } : inner
}

const validate = new Ajv({ allErrors: true }).compile(strict(schema) as object)

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
