// What a field full of terms takes grows with its size, and not with the square of it.
import { workOf } from '../../work.js'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createJsonPaths } from '../../../src/exchange/json-path.js'
import { detectorOf, found, terms, toRecipient } from './exchange.js'

const FACTOR = 8
const detector = detectorOf({ jsonPathAt: createJsonPaths(), terms: terms({ 'health.specialty': ['Urologie'], 'identity.email': ['joerg@example.org'] }) })

test('JSON within JSON that is full of terms takes steps in proportion to its size', () => {
  const stepsOf = (count: number): number => {
    const events = Array.from({ length: count }, (_, at) => ({ at, q: 'urologie', w: 'joerg@example.org' }))
    const body = JSON.stringify({ a: JSON.stringify(events) })
    return workOf(() => assert.equal(found(detector, 'body', '', body)[0], 'health.specialty#0 a[0].q - - exact'))
  }
  const small = stepsOf(2_500)
  const large = stepsOf(2_500 * FACTOR)
  assert.ok(large < small * FACTOR * 1.5, `${small} became ${large}`)
})

test('JSON that is full of names of identifiers takes steps in proportion to its size', () => {
  const recipient = toRecipient({
    id: { meaning: 'browser id', source: 'observed', kind: 'identifier.cookie' }, uid: { meaning: 'account', source: 'observed', kind: 'identifier.account' },
  })
  const stepsOf = (count: number): number => {
    const body = JSON.stringify({ events: Array.from({ length: count }, (_, at) => ({ at, id: `a-${at}`, uid: `b-${at}` })), id: 'abc-77123' })
    return workOf(() => assert.deepEqual(found(detector, 'body', '', body, recipient), ['identifier.cookie:id id - - exact']))
  }
  const small = stepsOf(2_500)
  const large = stepsOf(2_500 * FACTOR)
  assert.ok(large < small * FACTOR * 1.5, `${small} became ${large}`)
})
