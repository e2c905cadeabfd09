/** What is known of the choice of a person who drives by hand. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { consentAt } from '../../../src/assess/capture.js'
import type { CaptureManifest } from '../../../src/capture/manifest.js'
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
      const stood = consentAt({ consent: { timeline } } as unknown as CaptureManifest)
      assert.equal(stood(999), bringsState ? null : 'before-choice', names.join())
      assert.deepEqual(names.map((_, at) => stood(1_000 * (at + 1) + 500)), states, names.join())
    }
  }
})
