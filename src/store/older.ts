/**
 * Reading a database of an earlier version: it stays as it is, to the byte. A copy for this process alone is brought to
 * the current version, read, and gone when that is done.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type BetterSqlite3 from 'better-sqlite3'
import { isTattleError, TattleError, toMessage } from '../errors.js'
import { closeDatabase, guard, openDatabase, type OpenOptions } from './database.js'
import { currentSchema, isOlder, migrate, versionOf } from './migrations.js'

/** The database as it is, a copy of it, or of an empty file an empty one. Throws as `openStore` does, and where there is no room for a copy. */
export function openToRead(file: string, options: OpenOptions): { database: BetterSqlite3.Database; isCopy: boolean } {
  const database = openDatabase(file, { ...options, readonly: true })
  try {
    return guard(file, () => {
      if (!isOlder(database, file)) return { database, isCopy: false }
      const isEmpty = versionOf(database, file) === 0 // its first writer was killed, or has not written yet
      const copy = copyOf(database, file)
      database.close()
      return { database: copy, isCopy: !isEmpty }
    })
  } catch (error) {
    database.close()
    throw error
  }
}

function copyOf(database: BetterSqlite3.Database, file: string): BetterSqlite3.Database {
  let folder: string | undefined
  try {
    folder = mkdtempSync(join(tmpdir(), 'tattle-older-'))
    const path = join(folder, 'copy.sqlite')
    database.prepare('VACUUM INTO ?').run(path)
    const raised = openDatabase(path, {})
    const { steps, ...schema } = currentSchema()
    try {
      // The chain of custody is the database's own, and begins where something is written to it.
      migrate(raised, file, { ...schema, steps: steps.map(({ from, up }) => ({ from, up })) })
    } finally {
      closeDatabase(raised)
    }
    return openDatabase(path, { readonly: true })
  } catch (cause) {
    if (isTattleError(cause)) throw cause
    throw new TattleError('database-unreadable', `The database ${file} was made by an older version of tattle, and the copy of it that ` +
      `would be read cannot be made in ${tmpdir()} (${toMessage(cause)}); "tattle evidence log --db ${file}" brings the database ` +
      'itself up to date.', { cause })
  } finally {
    // What is open stays readable without its name; where a system keeps it, its own clean-up of the folder takes it.
    try {
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
    } catch { /* as above */ }
  }
}
