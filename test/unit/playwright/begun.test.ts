// A run that is killed leaves a note that it began, until one that begins later is kept.
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { begunAfter, noteBegun, noteUnheard } from '../../../src/playwright/begun.js'

const above = mkdtempSync(join(tmpdir(), 'tattle-begun ä-'))
after(() => rmSync(above, { recursive: true, force: true }))
const times = (folder: string, after: string): string[] => begunAfter(folder, after).map(({ begun }) => begun)
const [FIRST, SECOND, THIRD] = ['2026-03-01T10:00:00.000Z', '2026-03-01T11:00:00.000Z', '2026-03-01T12:00:00.000Z'] as const

test('one that is kept leaves nothing, not even the folder that it made', () => {
  const folder = join(above, 'a/reports')
  const end = noteBegun(folder, 'A', FIRST)
  assert.deepEqual(times(folder, ''), [FIRST])
  end()
  assert.ok(!existsSync(folder))
  assert.deepEqual(times(folder, ''), [])
})

test('one that is killed is told until a later one is kept; one that began later still is told', () => {
  const folder = join(above, 'b')
  noteBegun(folder, 'A', FIRST)
  const end = noteBegun(folder, 'B', SECOND)
  noteBegun(folder, 'C', THIRD)
  assert.deepEqual(times(folder, FIRST), [SECOND, THIRD])
  end()
  assert.deepEqual(times(folder, ''), [THIRD])
  assert.equal(readdirSync(folder).length, 1)
})

test('one that nobody hears is told as that, until a later one is kept; it makes no folder', () => {
  const folder = join(above, 'e')
  noteUnheard(folder, 'A', FIRST)
  assert.ok(!existsSync(folder))
  mkdirSync(folder)
  noteUnheard(folder, 'A', FIRST)
  const end = noteBegun(folder, 'B', SECOND)
  assert.deepEqual(begunAfter(folder, ''), [{ begun: FIRST, isHeard: false }, { begun: SECOND, isHeard: true }])
  end()
  assert.deepEqual(begunAfter(folder, ''), [])
})

test('one that was to run no test takes back its own note alone', () => {
  const folder = join(above, 'g')
  noteBegun(folder, 'A', FIRST)
  noteBegun(folder, 'B', SECOND)(false)
  assert.deepEqual(times(folder, ''), [FIRST])
})

test('a folder that cannot be written has no notes', () => {
  const file = join(above, 'file')
  writeFileSync(file, '')
  noteBegun(join(file, 'reports'), 'A', FIRST)()
  assert.deepEqual(times(join(file, 'reports'), ''), [])
})

test('where nothing can be written beside the database, the working directory has the note, of that database alone', () => {
  const before = process.cwd()
  const here = join(above, 'f')
  mkdirSync(join(here, 'reports/.tattle-begun-B/x'), { recursive: true }) // the note finds no place
  process.chdir(here)
  try {
    const end = noteBegun('reports', 'B', SECOND)
    assert.deepEqual(readdirSync('.').filter((name) => name.startsWith('.tattle-begun-')), ['.tattle-begun-B'])
    rmSync('reports/.tattle-begun-B', { recursive: true })
    assert.deepEqual([times('reports', FIRST), times('archive', FIRST), times('.', THIRD)], [[SECOND], [], []])
    end()
    assert.deepEqual(times('reports', ''), [])
  } finally {
    process.chdir(before)
  }
})

test('a note that cannot be read tells by its own time that a run began', () => {
  const folder = join(above, 'd')
  mkdirSync(join(folder, '.tattle-begun-A'), { recursive: true })
  assert.equal(begunAfter(folder, THIRD).length, 1)
})
