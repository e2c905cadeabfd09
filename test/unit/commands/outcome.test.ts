/** Exit statuses: the first that applies of wrong usage, findings, inconclusive, done, whatever comes first. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { graver } from '../../../src/commands/outcome.js'

test('of two exit statuses the graver one holds, in either order', () => {
  const cases = [[0, 0, 0], [0, 3, 3], [0, 1, 1], [3, 1, 1], [3, 3, 3], [1, 1, 1], [2, 0, 2], [2, 1, 2], [2, 3, 2]] as const
  for (const [one, other, expected] of cases) {
    assert.equal(graver(one, other), expected, `${one} ${other}`)
    assert.equal(graver(other, one), expected, `${other} ${one}`)
  }
})
