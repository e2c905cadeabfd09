// A step of a path that consists of words: percent-encoded letters count, however often they were encoded, and no spelling
// of them takes longer than another. The search for a pattern cannot be interrupted, so it runs in a process that can.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { isInWords } from '../../../src/detect/boundary.js'

const STEPS: readonly [step: string, words: boolean][] = [
  ['knie-operation', true], ['%C3%A4rzte-finden', true], ['%25C3%25A4rzte', true], ['%252525C3%252525A4rzte', true], ['Ärzte-finden', true],
  ['a%25', true], ['%25abc', true], ['%25xy', true], ['%2525xy', true], ['%25a-', true],
  ['knie-operation-2', false], ['knie.operation', false], ['knie%', false], ['knie%2', false], ['%253x', false], ['ärzte%zz', false], ['ärzte_finden', false],
]

test('words in a step of a path, encoded once or more often', () => {
  for (const [step, words] of STEPS) {
    const path = Buffer.from(`/x/${step}/y`)
    assert.equal(isInWords(path, 3, 4), words, step)
  }
})

test('a step that can be read in many ways is read once', () => {
  const module = new URL('../../../src/detect/boundary.js', import.meta.url).href
  for (const letters of ['', 'ä']) {
    const script = `import { isInWords } from '${module}'; isInWords(Buffer.from('/${letters}${'%25ab'.repeat(38)}!/'), 1, 2)`
    const { status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { timeout: 60_000 })
    assert.equal(status, 0, 'it did not end')
  }
})
