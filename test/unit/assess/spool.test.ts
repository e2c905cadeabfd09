import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createSpool } from '../../../src/assess/spool.js'

test('a spool gives back what it was given, in order, as often as it is asked', () => {
  const spool = createSpool<{ index: number; text: string }>(3)
  const items = Array.from({ length: 2_000 }, (_, index) => ({ index, text: 'ä\n'.repeat(index % 700) }))
  for (const item of items) spool.push(item)
  assert.deepEqual([...spool.items()], items)
  spool.push({ index: -1, text: 'later' })
  assert.deepEqual([...spool.items()], [...items, { index: -1, text: 'later' }])
  spool.close()
  assert.deepEqual([...spool.items()], [])
})

test('a line that is longer than what is read at once is whole', () => {
  const spool = createSpool<string>(0)
  const long = 'x'.repeat(900_000)
  for (const text of ['a', long, 'b']) spool.push(text)
  assert.deepEqual([...spool.items()], ['a', long, 'b'])
  spool.close()
})
