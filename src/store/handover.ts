/**
 * Rows on their way from the thread that made them to the one that writes them. They lie in an SQLite file, and as the
 * lines that the chain digests in another one, so that takeover.ts copies the one and hashes the other, and has nothing
 * to do with any single row. Neither file has a name; their descriptors are the process's, and outlive the thread.
 */
import type BetterSqlite3 from 'better-sqlite3'
import type { AnalysedRows } from '../model.js'
import { openForOwner, openNameless, orSentence, withoutName, writeBytes } from '../temporary.js'
import { createLeakLines, createRequestLines, type KnownLines, type RowLines } from './content.js'
import { openDatabase } from './database.js'
import { columns, namesOf, toInsert, type Columns } from './rows.js'

/** Of one analysis; all analyses of a thread are in the same files. */
export interface HandedOver {
  readonly files: HandedFiles
  readonly requests: HandedPart
  readonly leaks: HandedPart
}

/** Descriptors. */
export interface HandedFiles {
  readonly rows: number
  readonly text: number
}

/** Rowids and bytes: from the first to before the second. */
export interface HandedPart {
  readonly rows: readonly [from: number, to: number]
  readonly text: readonly [from: number, to: number]
  readonly known: KnownLines
}

/** A function that a thread calls for each of its analyses. The files are made at the first call. */
export function createHandover(): (rows: Pick<AnalysedRows, 'requests' | 'leaks'>) => HandedOver {
  let made: ReturnType<typeof openFiles> | undefined
  return ({ requests, leaks }) => {
    const { files, database, ...parts } = made ??= openFiles()
    return orSentence(database.transaction((): HandedOver => ({
      files,
      requests: parts.requests(requests, createRequestLines()),
      leaks: parts.leaks(leaks, createLeakLines()),
    })))
  }
}

/** What is cut off is thrown away. A journal holds little, for rows are only added; to have none is not taken. */
const PRAGMAS = ['journal_mode = MEMORY', 'synchronous = OFF', 'locking_mode = EXCLUSIVE', 'cache_size = -1024']

function openFiles() {
  const { rows, database } = withoutName((path) => ({ rows: openForOwner(path), database: openDatabase(path, {}) }))
  for (const pragma of PRAGMAS) database.pragma(pragma)
  const files: HandedFiles = { rows, text: openNameless() }
  const text = createText(files.text)
  return {
    files, database,
    requests: createPart(database, 'requests', columns.request, text),
    leaks: createPart(database, 'leaks', columns.leak, text),
  }
}

function createPart<Row>(
  database: BetterSqlite3.Database, table: string, columnsOf: Columns<Row>, text: Text,
): (rows: Iterable<Row>, lines: RowLines<Row>) => HandedPart {
  database.exec(`CREATE TABLE ${table} (${namesOf(columnsOf)})`)
  const insert = toInsert(database, table, columnsOf)
  let next = 1
  return (rows, lines) => {
    const [from, start] = [next, text.written()]
    for (const row of rows) {
      insert(row)
      text.put(lines.toLine(row))
      next++
    }
    return { rows: [from, next], text: [start, text.written()], known: lines.known() }
  }
}

interface Text {
  put(line: string): void
  /** Writes what waits; how many bytes there are. */
  written(): number
}

/** Characters that are written at once. */
const CHUNK = 256 * 1024

function createText(file: number): Text {
  let size = 0
  let waiting = ''
  const written = (): number => {
    size += writeBytes(file, Buffer.from(waiting), size)
    waiting = ''
    return size
  }
  return {
    put(line) {
      waiting += line
      if (waiting.length > CHUNK) written()
    },
    written,
  }
}
