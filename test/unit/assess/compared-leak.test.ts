/** How grave a leak is that only the comparison of captures shows. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { comparedLeaks, knownOf, type ComparedDatum } from '../../../src/assess/compared-leak.js'
import type { AnalysedRows, WalkValue } from '../../../src/model.js'
import { makeAnalysed } from '../../golden/fixture.js'

const DATUM: ComparedDatum = { kind: 'identifier.cookie', termId: 'identifier.cookie#x', source: 'signature', label: 'x', rule: 'x' }

test('an id is linked to health by a datum about health, and not by a word that may mean something else', () => {
  const rows = makeAnalysed({ consent: 'accept' })
  const health = rows.leaks.find(({ kind, recipientDomain }) => kind === 'health.specialty' && recipientDomain === 'facebook.com')
  assert.ok(health)
  const value = {
    recipient: { host: health.recipientHost, domain: health.recipientDomain, category: 'social', via: 'direct', rule: '' },
    part: 'query', field: 'sid', value: '5f3a9c', layers: [],
    occurrences: [{ entry: health.entry, pointer: '/request/url', start: 9_000, end: 9_006, field: 'sid' }],
  } as unknown as WalkValue
  const ruleOf = (severityRule: string): (string | undefined)[] => {
    const leaks = rows.leaks.filter(({ entry }) => entry === health.entry).map((leak) => ({ ...leak, severityRule }))
    const changed = { ...rows, leaks } as unknown as AnalysedRows
    return comparedLeaks(value, DATUM, changed, knownOf(changed, new Set([health.entry]))).leaks.map((leak) => leak.severityRule)
  }
  assert.deepEqual(ruleOf('health'), ['health-with-person+inferred'])
  assert.deepEqual(ruleOf('ambiguous-word'), ['identifier-alone+inferred'])
})
