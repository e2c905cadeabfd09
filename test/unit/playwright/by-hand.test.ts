/** What is known of the choice of a person who drives by hand. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createChoiceAt } from '../../../src/capture/choice.js'
import { timelineOf } from '../../../src/playwright/by-hand.js'

const CASES: readonly (readonly [clicks: readonly string[], states: readonly (string | null)[]])[] = [
  [[], []],
  [['Alle akzeptieren', 'Suche'], ['accepted', 'accepted']],
  [['Nur notwendige', 'Suche', 'Los'], ['rejected', 'rejected', 'rejected']],
  [['Tout refuser'], ['rejected']],
  // that may have been it, in words that are not known
  [['Suche', 'Los'], [null, null]],
  [['Leave me alone', 'Reject all'], [null, 'rejected']],
  [['Accept all', 'Cookie settings', 'Reject all'], ['accepted', 'accepted', 'rejected']],
  [['Accept all', 'Save settings', 'Search'], ['accepted', null, null]],
]

test('before the first click there was no choice, afterwards what the clicked control says', () => {
  for (const [names, states] of CASES) {
    for (const bringsState of [false, true]) {
      const timeline = timelineOf(names.map((name, at) => ({ name, at: 1_000 * (at + 1) })).reverse(), bringsState)
      const choiceAt = createChoiceAt(timeline)
      assert.equal(choiceAt(999, undefined), bringsState ? null : 'before-choice', names.join())
      assert.deepEqual(names.map((_, at) => choiceAt(1_000 * (at + 1) + 500, undefined)), states, names.join())
    }
  }
})

test('a click on one site says nothing about another', () => {
  const choiceAt = createChoiceAt(timelineOf([
    { name: 'Reject all', at: 1_000, site: 'a.example' }, { name: 'Search', at: 2_000, site: 'b.example' },
    { name: 'Accept all', at: 3_000, site: 'b.example' }, { name: 'Search', at: 4_000, site: 'a.example' },
  ], false))
  const states = (site: string) => [500, 1_500, 2_500, 3_500, 4_500].map((time) => choiceAt(time, site))
  assert.deepEqual(states('a.example'), ['before-choice', 'rejected', 'rejected', 'rejected', 'rejected'])
  assert.deepEqual(states('b.example'), ['before-choice', null, null, 'accepted', 'accepted'])
  assert.deepEqual(states('c.example'), ['before-choice', null, null, null, null])
})
