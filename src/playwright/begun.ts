/**
 * A file beside the database for each run of a suite that has begun and not been kept: one that is killed, or that no
 * reporter of tattle hears, leaves no row, and a check would take what the run before it showed for what this one would
 * have shown.
 */
import { existsSync, readFileSync, readdirSync, rmSync, rmdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../folder.js'

const NAME = '.tattle-begun-'
const UNHEARD = 'unheard'

export interface Begun {
  /** ISO 8601 */
  readonly begun: string
  /** Whether a reporter of tattle was there. */
  readonly isHeard: boolean
}

/** Returns what takes the note back, and those of runs that began before. Where nothing can be written, there is none. */
export function noteBegun(folder: string, runId: string, startedAt: string): () => void {
  const isMade = !existsSync(folder)
  try {
    makeFolder(folder)
    writeFileSync(join(folder, NAME + runId), startedAt, { mode: 0o600 })
  } catch {
    return () => undefined
  }
  return () => {
    for (const { file, begun } of notesIn(folder)) if (begun <= startedAt) rmSync(file, { force: true })
    if (isMade && readdirSync(folder).length === 0) rmdirSync(folder)
  }
}

/** The same of a run that no reporter of tattle hears; only where somebody has kept another before. Never throws. */
export function noteUnheard(folder: string, runId: string, startedAt: string): void {
  try {
    writeFileSync(join(folder, NAME + runId), `${startedAt} ${UNHEARD}`, { mode: 0o600 })
  } catch {
    // Where nothing can be written, the runs that are kept would not be either.
  }
}

/** Runs that began after this time (ISO 8601) and have not been kept, in their order. */
export function begunAfter(folder: string, time: string): Begun[] {
  return notesIn(folder).filter(({ begun }) => begun > time).map(({ begun, isHeard }) => ({ begun, isHeard }))
    .sort((one, other) => one.begun < other.begun ? -1 : 1)
}

function notesIn(folder: string): (Begun & { readonly file: string })[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder).filter((name) => name.startsWith(NAME)).flatMap((name) => {
    const file = join(folder, name)
    try {
      const text = readFileSync(file, 'utf8')
      return [{ file, begun: text.slice(0, 24), isHeard: text.slice(25) !== UNHEARD }]
    } catch {
      const { mtime } = statSync(file, { throwIfNoEntry: false }) ?? {}
      return mtime === undefined ? [] : [{ file, begun: mtime.toISOString(), isHeard: true }] // of another user; else its run has been kept by now
    }
  })
}
