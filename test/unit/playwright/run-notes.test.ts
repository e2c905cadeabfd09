// A context that a hook opens for several tests closes in the last of them, which may fail and be tried again.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createRunNotes, type RunNotes } from '../../../src/playwright/run-notes.js'

function toldOf(work: (notes: RunNotes) => void): readonly string[] {
  const notes = createRunNotes('r')
  notes.heard('a · one', { open: ['first'] })
  work(notes)
  notes.conclude()
  return notes.messages()
}

test('a context that was closed, or whose tests all ran again in another, is nothing to tell', () => {
  assert.deepEqual(toldOf((notes) => notes.heard('a · two', { closed: 'first' })), [])
  assert.deepEqual(toldOf((notes) => {
    notes.heard('a · one', { closed: 'first' })
    notes.heard('a · one', { open: ['second'] })
    notes.heard('a · two', { closed: 'second' })
  }), [])
})

test('one that no hook closed is told', () => {
  assert.match(toldOf(() => {}).join(), /^1 test ran without a capture.*: a · one \(a context .* closed by none/)
})

test('what an attempt sent that was tried again, and the last one did not', () => {
  const notes = createRunNotes('r')
  notes.retried('a · one', new Map([['f', 'medium identity.email → ads.example, body em'], ['g', 'low identifier.cookie → ads.example, query id']]))
  notes.retried('a · two', new Map([['f', 'medium identity.email → ads.example, body em']]))
  notes.sent('a · one', ['g'])
  notes.sent('a · two', ['f'])
  notes.conclude()
  assert.deepEqual(notes.messages(), ['An attempt of a · one that was tried again sent what the last one did not: medium identity.email → ads.example, body em.'])
})
