import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createChoiceAt } from '../../../src/capture/choice.js'

const at = (ms: number): string => new Date(ms).toISOString()
const choiceAt = createChoiceAt([
  { at: at(1_000), state: 'before-choice' }, { at: at(2_000), state: 'rejected', site: 'a.example' }, { at: at(3_000), state: 'accepted', site: 'b.example' },
])

test('the first stands from the beginning, each further one on its own site', () => {
  const times = [0, Number.NaN, 1_500, 2_000, 2_999, 3_000]
  assert.deepEqual(times.map((time) => choiceAt(time, 'a.example')), ['before-choice', 'before-choice', 'before-choice', 'rejected', 'rejected', 'rejected'])
  assert.deepEqual(times.map((time) => choiceAt(time, 'b.example')), ['before-choice', 'before-choice', 'before-choice', null, null, 'accepted'])
  assert.deepEqual(times.map((time) => choiceAt(time, undefined)), ['before-choice', 'before-choice', 'before-choice', 'rejected', 'rejected', 'accepted'])
})

test('what the NetLog alone tells may have left before the choice: just after it nothing is said', () => {
  const times = [1_999, 2_000, 2_090, 2_101]
  assert.deepEqual(times.map((time) => choiceAt(time, 'a.example', 'netlog')), ['before-choice', null, null, 'rejected'])
  assert.deepEqual(times.map((time) => choiceAt(time, 'a.example', 'har')), ['before-choice', 'rejected', 'rejected', 'rejected'])
})

test('without a timeline nothing is known', () => assert.equal(createChoiceAt([])(5, 'a.example'), null))
