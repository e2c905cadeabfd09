import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createNotes } from '../../src/notes.js'

test('the first diagnostics of a code are told, and of the others how many they are', () => {
  const notes = createNotes(2)
  for (let entry = 0; entry < 5; entry++) notes.add({ code: 'entry-unreadable', entry, message: `Entry ${entry} was left out.` })
  notes.add({ code: 'body-missing', entry: 4, message: 'Gone.' })
  assert.deepEqual(notes.all().map(({ code, entry }) => `${code} ${entry ?? ''}`), [
    'entry-unreadable 0', 'entry-unreadable 1', 'body-missing 4', 'diagnostics-left-out ',
  ])
  assert.match(notes.all().at(-1)!.message, /^5 diagnostics have the code entry-unreadable: the first 2 .* other 3 are not\.$/)
  assert.ok(notes.has('body-missing') && !notes.has('har-truncated'))
  assert.ok(notes.hasRoom('body-missing') && !notes.hasRoom('entry-unreadable'))
})

test('an entry of which two things are said to be wrong is one that cannot be read', () => {
  const notes = createNotes(1)
  for (const entry of [3, 3, 7, 8, 8]) notes.add({ code: 'entry-unreadable', entry, message: 'No.' })
  notes.add({ code: 'entry-unreadable', message: 'Of no entry.' })
  assert.equal(notes.unreadable, 3)
})

test('an entry that was too large to be read was not read', () => {
  const notes = createNotes()
  notes.add({ code: 'entry-too-large', entry: 0, message: 'Entry 0 is larger than 2 bytes and was left out.' })
  assert.equal(notes.unreadable, 1)
})
