/**
 * The digest of an analysis's rows, made while they are written: what `contentDigest` of chain.ts makes of the same
 * rows when it reads them again. It holds only if they come in the order that the chain demands, and says so if not.
 */
import { createHash } from 'node:crypto'
import type { FindingRecord, LeakRecord, RequestRecord } from '../model.js'
import { columns, toColumnName, type Columns } from './rows.js'

export interface AnalysisContent {
  /** Lines of rows that were read from the database. */
  add(lines: Iterable<string>): void
  request(record: RequestRecord): void
  /** Those of the leaks that follow. */
  findings(records: readonly FindingRecord[], lines: Iterable<string>): void
  leak(record: LeakRecord): void
  /** Instead of rows of one table their lines, which another thread made: UTF-8, and what it knows of them. */
  lines(text: Iterable<Uint8Array>, known: KnownLines): void
  /** Undefined where the order was another one, or a text is not valid, so that the rows must be read. */
  digest(): string | undefined
}

/** Lines of the rows of one table, as they are written. */
export interface RowLines<Row> {
  toLine(record: Row): string
  known(): KnownLines
}

/** What can be said of lines when all are made. */
export interface KnownLines {
  /** They are what would be read: in the order that the chain demands, of valid text. */
  readonly areSure: boolean
  /** The findings that they are of. */
  readonly findingIds: readonly string[]
}

/** Characters that are hashed at once. */
const CHUNK = 64 * 1024

export function createAnalysisContent(): AnalysisContent {
  const hash = createHash('sha256')
  const requests = createRequestLines()
  const leaks = createLeakLines()
  const others: KnownLines[] = []
  let waiting = ''
  let expected = new Set<string>()

  function put(line: string): void {
    waiting += line
    if (waiting.length > CHUNK) flush()
  }

  function flush(): void {
    hash.update(waiting)
    waiting = ''
  }

  return {
    add(lines) {
      for (const line of lines) put(line)
    },
    request: (record) => put(requests.toLine(record)),
    findings(records, lines) {
      expected = new Set(records.map(({ findingId }) => findingId))
      for (const line of lines) put(line)
    },
    leak: (record) => put(leaks.toLine(record)),
    lines(text, known) {
      flush()
      for (const chunk of text) hash.update(chunk)
      others.push(known)
    },
    digest() {
      flush()
      const all = [requests.known(), leaks.known(), ...others]
      const found = new Set(all.flatMap(({ findingIds }) => findingIds))
      const isWhole = found.size === expected.size && [...found].every((id) => expected.has(id))
      return isWhole && all.every(({ areSure }) => areSure) ? hash.digest('hex') : undefined
    },
  }
}

export function createRequestLines(): RowLines<RequestRecord> {
  return createLines('requests', columns.request, ({ entry }) => entry)
}

export function createLeakLines(): RowLines<LeakRecord> {
  return createLines('leaks', columns.leak, ({ leakId }) => leakId, ({ findingId }) => findingId)
}

function createLines<Row>(
  table: string, columnsOf: Columns<Row>, placeOf: (record: Row) => number | string, findingOf?: (record: Row) => string,
): RowLines<Row> {
  const lineOf = toLine(table, columnsOf)
  const found = new Set<string>()
  let areSure = true
  let last: number | string | undefined
  return {
    toLine(record) {
      const place = placeOf(record)
      areSure &&= last === undefined || place > last
      last = place
      if (findingOf !== undefined) found.add(findingOf(record))
      const line = lineOf(record)
      // What is no valid text is read otherwise than it was written; what only looks so does no harm.
      areSure &&= !line.includes('\\ud')
      return line
    },
    known: () => ({ areSure, findingIds: [...found] }),
  }
}

/** The row of a record as `contentOf` writes it. Columns that stay as they were are not put into JSON again. */
function toLine<T>(table: string, columnsOf: Columns<T>): (record: T) => string {
  const sorted = (Object.keys(columnsOf) as (keyof T & string)[])
    .map((name) => ({ name, column: toColumnName(name), value: null as unknown, json: '' }))
    .sort((a, b) => (a.column < b.column ? -1 : 1))
  return (record) => {
    let text = ''
    for (const last of sorted) {
      const value: unknown = record[last.name] ?? null
      if (value === null) continue
      if (value !== last.value) {
        last.value = value
        last.json = `"${last.column}":${JSON.stringify(value)}`
      }
      text += text === '' ? last.json : `,${last.json}`
    }
    return `${table} {${text}}\n`
  }
}
