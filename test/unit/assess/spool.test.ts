import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createSpool, spoolOf } from '../../../src/assess/spool.js'

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

test('what is handed over is whole, and goes on elsewhere', () => {
  const spool = createSpool<number>(3)
  for (let index = 0; index < 10; index++) spool.push(index)
  const other = spoolOf<number>(spool.handOver())
  assert.deepEqual([...spool.items()], [])
  other.push(10)
  assert.deepEqual([...other.items()], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  other.close()
})
