/**
 * A file beside the database for each run of a suite that has begun and not been kept: one that is killed, or that no
 * reporter of tattle hears, leaves no row, and a check would take what the run before it showed for what this one would
 * have shown. Where nothing can be written beside the database, nor can the run: its file is in the working directory then.
 */
import { existsSync, readFileSync, readdirSync, rmSync, rmdirSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { makeFolder } from '../folder.js'

const NAME = '.tattle-begun-'
const UNHEARD = 'unheard'

export interface Begun {
  /** ISO 8601 */
  readonly begun: string
  /** Whether a reporter of tattle was there. */
  readonly isHeard: boolean
}

/**
 * Returns what takes the note back once the run has been kept, and those of runs that began before; of one that was to run
 * no test (`false`), its own alone. Where nothing can be written, there is none.
 */
export function noteBegun(folder: string, runId: string, startedAt: string): (isKept?: boolean) => void {
  const isMade = !existsSync(folder)
  try {
    makeFolder(folder)
  } catch {
    return () => undefined // nor has it a database
  }
  write(folder, runId, { begun: startedAt, isHeard: true })
  return (isKept = true) => {
    for (const { file, begun } of notesOf(folder)) {
      if (isKept ? begun <= startedAt : file.endsWith(NAME + runId)) rmSync(file, { force: true })
    }
    if (isMade && readdirSync(folder).length === 0) rmdirSync(folder)
  }
}

/** The same of a run that no reporter of tattle hears; only where somebody has kept another before. Never throws. */
export function noteUnheard(folder: string, runId: string, startedAt: string): void {
  if (existsSync(folder)) write(folder, runId, { begun: startedAt, isHeard: false })
}

/** Runs that began after this time (ISO 8601) and have not been kept, in their order. */
export function begunAfter(folder: string, time: string): Begun[] {
  return notesOf(folder).filter(({ begun }) => begun > time).map(({ begun, isHeard }) => ({ begun, isHeard }))
    .sort((one, other) => one.begun < other.begun ? -1 : 1)
}

function write(folder: string, runId: string, { begun, isHeard }: Begun): void {
  const text = `${begun}\n${isHeard ? '' : UNHEARD}\n${resolve(folder)}`
  for (const place of [folder, '.']) {
    try {
      writeFileSync(join(place, NAME + runId), text, { mode: 0o600 })
      return
    } catch {
      // The next one; where there is none, the check tells of which run it is.
    }
  }
}

interface Note extends Begun { readonly file: string }

/** Beside the database, and what could not be written there. */
function notesOf(folder: string): Note[] {
  const isHere = resolve(folder) === resolve('.')
  const elsewhere = isHere ? [] : notesIn('.').filter((note) => note.folder === resolve(folder))
  return [...notesIn(folder), ...elsewhere]
}

function notesIn(place: string): (Note & { readonly folder: string })[] {
  if (!existsSync(place)) return []
  return readdirSync(place).filter((name) => name.startsWith(NAME)).flatMap((name) => {
    const file = join(place, name)
    try {
      const [begun = '', how = '', folder = ''] = readFileSync(file, 'utf8').split('\n')
      return [{ file, begun: begun.slice(0, 24), isHeard: how !== UNHEARD, folder }]
    } catch {
      const { mtime } = statSync(file, { throwIfNoEntry: false }) ?? {}
      return mtime === undefined ? [] : [{ file, begun: mtime.toISOString(), isHeard: true, folder: '' }] // of another user; else its run has been kept by now
    }
  })
}
