import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { reporters } from '../../../src/report/reporters.generated.js'
import { summarise } from '../../../src/report/summary.js'
import type { Report } from '../../../src/model.js'
import { makeAnalysed, storeOf } from '../../golden/fixture.js'

const store = storeOf([makeAnalysed({ consent: 'accept' })])
const plain = store.report({}, summarise)
const head = store.head()?.digest ?? ''
store.close()
const keyFingerprint = 'ab'.repeat(32)

async function written(format: string, report: Report): Promise<string> {
  const out = new PassThrough()
  const content = text(out)
  await reporters[format]?.write(report, out)
  out.end()
  return content
}

for (const format of Object.keys(reporters)) {
  test(`a report names the head of the chain and the key that bundles are signed with: ${format}`, async () => {
    assert.match(head, /^[0-9a-f]{64}$/)
    const said = await written(format, { ...plain, custody: { link: 7, head, keyFingerprint } })
    assert.ok(said.includes(head) && said.includes(keyFingerprint))
    const keyless = await written(format, { ...plain, custody: { link: 7, head, keyFingerprint: null } })
    assert.ok(keyless.includes(head))
    assert.doesNotMatch(keyless, /null\b.*\bkey|key null|undefined/)
  })
}
