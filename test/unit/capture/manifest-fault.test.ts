/** A capture may come from anywhere: whatever stands in its `capture.json`, it is read or refused with a sentence. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openZip, writeZip, type ZipReader } from '../../../src/capture/har-zip.js'
import { isTattleError } from '../../../src/errors.js'
import { analyzeOne } from '../../../src/commands/inputs.js'
import { createRules } from '../../../src/rules.js'
import { isObject } from '../../../src/shapes.js'
import { makeCaptureZip } from '../evidence/fixture.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-manifest-'))
after(() => rmSync(folder, { recursive: true, force: true }))

type Json = Record<string, unknown>

async function membersOf(zip: ZipReader): Promise<Map<string, Buffer>> {
  const members = new Map<string, Buffer>()
  for (const name of zip.names) members.set(name, await zip.read(name, 1 << 26))
  zip.close()
  return members
}

/** Each way to spoil one value of a document: what to call it, and the document. */
function* spoiled(whole: unknown): Generator<[string, unknown]> {
  for (const path of pathsIn(whole, 3)) {
    for (const value of [null, 7, 'x', [], [null], {}, undefined]) {
      const copy = structuredClone(whole)
      const holder = path.slice(0, -1).reduce<unknown>((at, name) => (at as Json)[name], copy) as Json
      holder[path.at(-1) ?? ''] = value
      yield [`${path.join('/')} = ${JSON.stringify(value)}`, copy]
    }
  }
}

function pathsIn(value: unknown, depth: number): string[][] {
  if (depth === 0 || !(isObject(value) || Array.isArray(value))) return []
  return Object.entries(value).flatMap(([name, inner]) => [[name], ...pathsIn(inner, depth - 1).map((rest) => [name, ...rest])])
}

for (const file of ['capture.json', 'steps.json']) {
  test(`${file}: a value of another shape is refused in one sentence, or does no harm`, { timeout: 120_000 }, async () => {
    const members = await membersOf(await openZip(await makeCaptureZip(folder, file, { isOlder: file === 'steps.json' })))
    const rules = await createRules()
    const whole: unknown = JSON.parse(members.get(file)?.toString('utf8') ?? '')
    const place = join(folder, 'spoiled.zip')
    let refused = 0
    for (const [what, json] of spoiled(whole)) {
      members.set(file, Buffer.from(JSON.stringify(json)))
      await writeZip(place, [...members].map(([name, content]) => ({ name, content })))
      try {
        const { analyses } = await analyzeOne(place, { runId: 'run', values: [] }, rules)
        for (const { rows, close } of analyses) {
          assert.ok([...rows.requests].length > 0)
          close()
        }
        refused += analyses.length === 0 ? 1 : 0
      } catch (error) {
        assert.ok(isTattleError(error), `${what}: ${error instanceof Error ? error.stack ?? '' : ''}`)
      }
    }
    assert.ok(refused > 0)
  })
}

test('a capture.json whose values are nested without end is refused in one sentence', async () => {
  const members = await membersOf(await openZip(await makeCaptureZip(folder, 'deep')))
  const text = members.get('capture.json')?.toString('utf8') ?? ''
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
  members.set('capture.json', Buffer.from(text.replace('"locale": "de-DE"', `"locale": ${deep}`)))
  const place = join(folder, 'nested.zip')
  await writeZip(place, [...members].map(([name, content]) => ({ name, content })))
  const { refused } = await analyzeOne(place, { runId: 'run', values: [] }, await createRules())
  assert.match(refused[0]?.message ?? '', /^The capture .* cannot be read: its capture\.json is nested too deeply\. Record it again/)
})
