import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mayUse } from '../../../src/playwright/shared-contexts.js'

test('a context that outlives a test is of the tests of its file, unless a fixture has opened it', () => {
  for (const [openedIn, firstUsedIn, file, expected] of [
    ['a.spec.ts', undefined, 'a.spec.ts', true],
    ['a.spec.ts', 'a.spec.ts', 'a.spec.ts', true],
    ['a.spec.ts', 'a.spec.ts', 'b.spec.ts', false],
    ['fixtures.ts', undefined, 'a.spec.ts', true],
    ['fixtures.ts', 'a.spec.ts', 'b.spec.ts', true],
  ] as const) assert.equal(mayUse(openedIn, firstUsedIn, file), expected, `${openedIn}, ${String(firstUsedIn)}, ${file}`)
})
