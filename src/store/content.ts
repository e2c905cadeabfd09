/**
 * The digest of an analysis's rows, made while they are written: what `contentDigest` of chain.ts makes of the same rows
 * when it reads them again. It holds only if they come in the order that the chain demands, and says so if they did not.
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
  /** Undefined where the order was another one, or a text is not valid, so that the rows must be read. */
  digest(): string | undefined
}

/** Characters that are hashed at once. */
const CHUNK = 64 * 1024

export function createAnalysisContent(): AnalysisContent {
  const hash = createHash('sha256')
  const requestLine = toLine('requests', columns.request)
  const leakLine = toLine('leaks', columns.leak)
  let waiting = ''
  let isSure = true
  let lastEntry = -1
  let lastLeak = ''
  let expected = new Set<string>()
  const found = new Set<string>()

  function put(line: string): void {
    // What is no valid text is read otherwise than it was written; text that only looks so in JSON does no harm here.
    isSure &&= !line.includes('\\ud')
    waiting += line
    if (waiting.length > CHUNK) {
      hash.update(waiting)
      waiting = ''
    }
  }

  return {
    add(lines) {
      for (const line of lines) put(line)
    },
    request(record) {
      isSure &&= record.entry > lastEntry
      lastEntry = record.entry
      put(requestLine(record))
    },
    findings(records, lines) {
      expected = new Set(records.map(({ findingId }) => findingId))
      for (const line of lines) put(line)
    },
    leak(record) {
      isSure &&= record.leakId > lastLeak
      lastLeak = record.leakId
      found.add(record.findingId)
      put(leakLine(record))
    },
    digest() {
      const isWhole = found.size === expected.size && [...found].every((id) => expected.has(id))
      return isSure && isWhole ? hash.update(waiting).digest('hex') : undefined
    },
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
