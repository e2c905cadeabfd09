/** Rows that a thread handed over (handover.ts), on the side that writes them. */
import { closeSync } from 'node:fs'
import type BetterSqlite3 from 'better-sqlite3'
import type { AnalysedRows } from '../model.js'
import { readBytes, withName } from '../temporary.js'
import { openDatabase } from './database.js'
import type { HandedFiles, HandedOver, HandedPart } from './handover.js'
import { columns, namesOf, toReader, type Columns } from './rows.js'

/** They can be read as any others, and be copied by `createCopying`. */
export class HandedRows<Row> implements Iterable<Row> {
  readonly files: TakenFiles
  readonly table: string
  readonly columns: Columns<Row>
  readonly part: HandedPart

  constructor(files: TakenFiles, table: string, columnsOf: Columns<Row>, part: HandedPart) {
    this.files = files
    this.table = table
    this.columns = columnsOf
    this.part = part
  }

  * [Symbol.iterator](): Generator<Row> {
    const toRecord = toReader(this.columns)
    const query = this.files.reader().prepare(`SELECT * FROM ${this.table} WHERE ${OF_PART}`)
    for (const row of query.iterate(...this.part.rows)) yield toRecord(row)
  }

  /** As UTF-8, in pieces. */
  lines(): Iterable<Uint8Array> {
    return readBytes(this.files.of.text, ...this.part.text)
  }
}

const OF_PART = 'rowid >= ? AND rowid < ? ORDER BY rowid'

/** The files of a thread, until nobody needs any of its analyses. */
interface TakenFiles {
  readonly of: HandedFiles
  users: number
  /** For whoever wants rows as records. */
  reader(): BetterSqlite3.Database
  close(): void
}

function createTaken(of: HandedFiles): TakenFiles {
  let database: BetterSqlite3.Database | undefined
  return {
    of, users: 0,
    reader: () => database ??= withName(of.rows, (path) => openDatabase(path, { readonly: true })),
    close() {
      database?.close()
      closeSync(of.rows)
      closeSync(of.text)
    },
  }
}

/** A function that takes what threads hand over; `close` is called when the rows were taken. */
export function createTakeover(): (handed: HandedOver) => Pick<AnalysedRows, 'requests' | 'leaks'> & { close(): void } {
  const taken = new Map<number, TakenFiles>()
  return ({ files: of, requests, leaks }) => {
    const files = taken.get(of.rows) ?? createTaken(of)
    taken.set(of.rows, files)
    files.users++
    return {
      requests: new HandedRows(files, 'requests', columns.request, requests),
      leaks: new HandedRows(files, 'leaks', columns.leak, leaks),
      close() {
        if (--files.users === 0) files.close()
      },
    }
  }
}

/** So many files can be attached to a database; rows of further threads are read one by one. */
const MOST_ATTACHED = 10

/** A function that copies rows into the table of their name, in their order, and says whether it could. */
export function createCopying(database: BetterSqlite3.Database): <Row>(rows: HandedRows<Row>) => boolean {
  const schemas = new Map<TakenFiles, string>()
  const attach = (files: TakenFiles): string => {
    const schema = `handed_${schemas.size}`
    withName(files.of.rows, (path) => database.prepare(`ATTACH ? AS ${schema}`).run(path))
    database.pragma(`${schema}.cache_size = -1024`)
    schemas.set(files, schema)
    return schema
  }
  return ({ files, table, columns: columnsOf, part }) => {
    const known = schemas.get(files)
    if (known === undefined && schemas.size === MOST_ATTACHED) return false
    const names = namesOf(columnsOf)
    const query = `SELECT ${names} FROM ${known ?? attach(files)}.${table} WHERE ${OF_PART}`
    database.prepare(`INSERT INTO ${table} (${names}) ${query}`).run(...part.rows)
    return true
  }
}
