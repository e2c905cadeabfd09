/**
 * A file beside the database for each run of a suite that has begun and not been kept: one that is killed leaves no row, and
 * a check would take what the run before it showed for what this one would have shown.
 */
import { existsSync, readFileSync, readdirSync, rmSync, rmdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../folder.js'

const NAME = '.tattle-begun-'

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

/** When runs began that began after this time (ISO 8601) and have not been kept. */
export function begunAfter(folder: string, time: string): string[] {
  return notesIn(folder).map(({ begun }) => begun).filter((begun) => begun > time).sort()
}

function notesIn(folder: string): { readonly file: string; readonly begun: string }[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder).filter((name) => name.startsWith(NAME)).flatMap((name) => {
    const file = join(folder, name)
    try {
      return [{ file, begun: readFileSync(file, 'utf8').slice(0, 24) }]
    } catch {
      const { mtime } = statSync(file, { throwIfNoEntry: false }) ?? {}
      return mtime === undefined ? [] : [{ file, begun: mtime.toISOString() }] // of another user; else its run has been kept by now
    }
  })
}
