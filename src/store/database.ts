/**
 * Opening and closing the file, and what SQLite's errors mean in a sentence.
 */
import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type BetterSqlite3 from 'better-sqlite3'
import { isTattleError, TattleError, toMessage, type ErrorCode } from '../errors.js'
import { makeFolder } from '../folder.js'
import { driverName, loadSqlite, type Sqlite } from './sqlite.js'

/** Loaded at first use: the package is there without its binary where neither a prebuilt nor a compiler was found. */
function load(): Sqlite {
  try {
    return loadSqlite()
  } catch (cause) {
    throw notBuilt(cause)
  }
}

function notBuilt(cause: unknown): TattleError {
  const name = driverName()
  const why = name === 'better-sqlite3'
    ? 'has no binary for this Node and system: its install script was not allowed to run or failed, or optional packages were ' +
      'left out; run "npm install" again, or "npm rebuild better-sqlite3", which needs python3, make and g++ where there is no ' +
      'prebuilt one (Debian: apt-get install python3 make g++)'
    : `is not installed, or not for this system; run "npm install" again with Node ${process.versions.node}, and do not leave out optional packages`
  return new TattleError('database-unreadable', `The SQLite library (${name}) ${why} (${firstLine(cause)}).`, { cause })
}

/** Whether an error of the library says that its binary is missing, built for another Node, or for another system. */
export function isMissingBinary(error: unknown): boolean {
  const code = codeOf(error)
  return code === 'ERR_DLOPEN_FAILED' || code === 'MODULE_NOT_FOUND' ||
    /bindings file|NODE_MODULE_VERSION/.test(toMessage(error))
}

export interface OpenOptions {
  readonly readonly?: boolean
  /** Whoever opens it writes once and closes it. */
  readonly once?: boolean
  /** Milliseconds to wait for another process that is writing. */
  readonly busyTimeout?: number
}

/**
 * Opens a database file, made with its folders where it is missing (unless read-only), or `:memory:`.
 * Throws `database-unreadable`, `database-busy`.
 */
export function openDatabase(file: string, options: OpenOptions): BetterSqlite3.Database {
  const readonly = options.readonly ?? false
  const inMemory = file === ':memory:'
  return guard(file, () => {
    if (!inMemory) prepare(file, readonly)
    const { Database, nativeBinding } = load()
    const database = new Database(file, { readonly: readonly && !inMemory, timeout: options.busyTimeout ?? 5000, nativeBinding })
    try {
      database.pragma('foreign_keys = 1')
      database.pragma('recursive_triggers = 1')
      // A file from elsewhere may have views and triggers that call functions; none of ours needs to.
      database.pragma('trusted_schema = 0')
      database.prepare('SELECT count(*) FROM sqlite_master').get()
      return database
    } catch (error) {
      database.close()
      if (!readonly || codeOf(error) !== 'SQLITE_READONLY_ROLLBACK') throw error
      undoHalfDone(file, options)
      return openDatabase(file, options)
    }
  })
}

/** What a process left that was killed while it wrote is undone, which takes a database that can be written. */
function undoHalfDone(file: string, options: OpenOptions): void {
  openDatabase(file, { ...options, readonly: false }).close()
}

/**
 * While it is open, readers do not wait for the writer. A file that was just made, to be written once, has no readers, and
 * need not be written to a log first. Only for a database that is known to be ours: it changes the file.
 */
export function startWriting(database: BetterSqlite3.Database, hasReaders: boolean): void {
  if (database.readonly || database.memory) return
  if (hasReaders) beginLog(database)
  // Rows come in order, so that few pages are touched again; two megabytes hold them.
  else database.pragma('cache_size = -2048')
  database.pragma('synchronous = FULL')
}

/** SQLite does not wait for a writer here, as it does elsewhere. Without a log readers wait, and nothing else differs. */
function beginLog(database: BetterSqlite3.Database): void {
  try {
    database.pragma('journal_mode = WAL')
  } catch (error) {
    if (!isBusy(error)) throw error
  }
}

/** Puts everything into the one file and closes it. Where another process has it open, that one will do so. */
export function closeDatabase(database: BetterSqlite3.Database): void {
  if (!database.open) return
  if (!database.readonly && !database.memory) {
    try {
      database.pragma('busy_timeout = 0')
      database.pragma('wal_checkpoint(TRUNCATE)')
      database.pragma('journal_mode = DELETE')
    } catch (error) {
      if (!isBusy(error)) {
        database.close()
        throw error
      }
    }
  }
  database.close()
}

function prepare(file: string, readonly: boolean): void {
  if (existsSync(file)) {
    if (statSync(file).isDirectory()) {
      throw new TattleError('database-unreadable', `The database ${file} is a directory; give --db the path of a file.`)
    }
    return
  }
  if (readonly) {
    throw new TattleError(
      'database-unreadable',
      `There is no database at ${file}; "tattle audit" or "tattle analyze" makes one, or give --db another path.`,
    )
  }
  makeFolder(dirname(file))
}

/** Runs `work`; what SQLite throws becomes a sentence about `file`. */
export function guard<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw toTattleError(file, error)
  }
}

function toTattleError(file: string, error: unknown): unknown {
  if (isTattleError(error)) return error
  if (isMissingBinary(error)) return notBuilt(error)
  const code = codeOf(error)
  const trouble = TROUBLES.find(({ codes }) => codes.test(code))
  if (trouble === undefined) return error
  const sentence = `The database ${file} ${trouble.what}; ${trouble.remedy} (${firstLine(error)}).`
  return new TattleError(trouble.code, sentence, { cause: error })
}

/** Codes of SQLite and of the file system, in the order in which they are tried. */
const TROUBLES: readonly { codes: RegExp; code: ErrorCode; what: string; remedy: string }[] = [
  {
    codes: /^SQLITE_(BUSY|LOCKED)/,
    code: 'database-busy',
    what: 'is in use by another process',
    remedy: 'wait until that has ended, or give --db another path',
  },
  {
    codes: /^SQLITE_NOTADB/,
    code: 'database-unreadable',
    what: 'is not an SQLite file',
    remedy: 'give --db the path of a findings database, or a new path',
  },
  {
    codes: /^SQLITE_CORRUPT/,
    code: 'database-unreadable',
    what: 'is damaged',
    remedy: 'take a copy from a backup, or give --db a new path and analyse the captures again',
  },
  {
    codes: /^SQLITE_READONLY|^EROFS$/,
    code: 'database-unreadable',
    what: 'cannot be written',
    remedy: 'make the file and its folder writable, or give --db another path',
  },
  {
    codes: /^SQLITE_CANTOPEN|^E(ACCES|PERM|NOTDIR|EXIST|NOENT|ISDIR|LOOP|NAMETOOLONG)$/,
    code: 'database-unreadable',
    what: 'cannot be opened',
    remedy: 'check that its folder exists and is writable, or give --db another path',
  },
  {
    codes: /^SQLITE_FULL|^ENOSPC$|^EFBIG$/,
    code: 'output-unwritable',
    what: 'has no room left to grow and is as it was',
    remedy: 'make room, or give --db a path on another disk',
  },
  {
    codes: /^SQLITE_IOERR/,
    code: 'database-unreadable',
    what: 'cannot be read or written',
    remedy: 'check the disk and the room on it',
  },
]

function isBusy(error: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error))
}

function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : ''
}

function firstLine(error: unknown): string {
  return (toMessage(error).split('\n')[0] ?? '').slice(0, 200)
}
