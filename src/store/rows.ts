/**
 * Records and rows: a record's names in camelCase are a table's columns in snake_case. Each record's columns are listed
 * here once; the compiler holds the list against the model.
 */
import type BetterSqlite3 from 'better-sqlite3'
import { lazily } from '../lazily.js'
import type {
  AnalysisRecord, CaptureRecord, DiagnosticRecord, FindingRecord, LeakRecord, RequestRecord, RunRecord, StepRecord,
  StoredRecord,
} from '../model.js'

/** `json`: lists and objects, kept as JSON text. */
type Column = 'plain' | 'json'
export type Columns<T> = { readonly [K in keyof T]-?: Column }

const runColumns: Columns<Omit<RunRecord, 'endedAt' | 'exitCode'>> = {
  runId: 'plain', command: 'plain', label: 'plain', startedAt: 'plain', tattleVersion: 'plain', nodeVersion: 'plain',
}

const captureColumns: Columns<Omit<CaptureRecord, 'files'>> = {
  captureId: 'plain', runId: 'plain', path: 'plain', scenario: 'plain', target: 'plain', site: 'plain',
  baseUrl: 'plain',
  firstParty: 'json', persona: 'plain', consentAsked: 'plain', consentOutcome: 'plain', browser: 'plain',
  conditions: 'json', startedAt: 'plain', endedAt: 'plain', coverage: 'plain', coverageReasons: 'json',
  blindSpots: 'json', harCount: 'plain', netlogCount: 'plain', explainedCount: 'plain', harSha256: 'plain',
}

const analysisColumns: Columns<AnalysisRecord> = {
  analysisId: 'plain', captureId: 'plain', runId: 'plain', parentAnalysisId: 'plain', rulesDigest: 'plain',
  tattleVersion: 'plain', verdict: 'plain', startedAt: 'plain', endedAt: 'plain', termCounts: 'json', control: 'json',
  lists: 'json',
}

/** Of a capture, what an analysis may take for something else than an earlier one did. */
const takenColumns: Columns<Taken> = {
  path: 'plain', scenario: 'plain', target: 'plain', site: 'plain', firstParty: 'json', persona: 'plain',
  coverage: 'plain', coverageReasons: 'json', blindSpots: 'json',
}
export type Taken = Pick<
  CaptureRecord, 'path' | 'scenario' | 'target' | 'site' | 'firstParty' | 'persona' | 'coverage' | 'coverageReasons' | 'blindSpots'
>

const stepColumns: Columns<StepRecord> = {
  captureId: 'plain', ordinal: 'plain', title: 'plain', category: 'plain', location: 'plain', startedAt: 'plain',
  endedAt: 'plain', error: 'plain',
}

const requestColumns: Columns<RequestRecord> = {
  analysisId: 'plain', captureId: 'plain', entry: 'plain', url: 'plain', method: 'plain', startedAt: 'plain',
  host: 'plain', domain: 'plain', party: 'plain', recipientEntity: 'plain', recipientCategory: 'plain',
  recipientVia: 'plain', recipientRule: 'plain', addressExposure: 'plain', recordedBy: 'plain', status: 'plain', delivery: 'plain',
  requestBodyBytes: 'plain', initiator: 'plain', step: 'plain', consentAt: 'plain',
  action: 'plain', actionLocation: 'plain',
}

const findingColumns: Columns<FindingRecord> = {
  findingId: 'plain', fingerprint: 'plain', fingerprintVersion: 'plain', target: 'plain', site: 'plain', kind: 'plain',
  termOrdinal: 'plain', recipientDomain: 'plain', recipientVia: 'plain', part: 'plain', field: 'plain',
  transformFamily: 'plain',
}

const leakColumns: Columns<LeakRecord> = {
  leakId: 'plain', findingId: 'plain', analysisId: 'plain', captureId: 'plain', runId: 'plain', target: 'plain',
  entry: 'plain', url: 'plain', method: 'plain', startedAt: 'plain', pageUrl: 'plain', frameUrl: 'plain',
  serverIp: 'plain', recipientHost: 'plain', recipientDomain: 'plain', recipientEntity: 'plain',
  recipientCountry: 'plain', recipientCategory: 'plain', recipientVia: 'plain', recipientRule: 'plain', kind: 'plain',
  matchSource: 'plain',
  termId: 'plain', label: 'plain', part: 'plain', field: 'plain', layers: 'plain', transform: 'plain', pointer: 'plain',
  startByte: 'plain', endByte: 'plain', excerpt: 'plain', delivery: 'plain', certainty: 'plain', severity: 'plain',
  severityRule: 'plain', rule: 'plain', scenario: 'plain', step: 'plain', consentAsked: 'plain', consentAt: 'plain',
  harSha256: 'plain', fingerprint: 'plain', control: 'plain', action: 'plain', actionLocation: 'plain',
}

const storedColumns: Columns<StoredRecord> = {
  analysisId: 'plain', captureId: 'plain', ordinal: 'plain', area: 'plain', name: 'plain', place: 'plain', step: 'plain',
  storedAt: 'plain', setBy: 'plain', setByUrl: 'plain', recipientDomain: 'plain', recipientEntity: 'plain', part: 'plain',
  field: 'plain', firstEntry: 'plain', firstSentAt: 'plain', requests: 'plain',
}

const diagnosticColumns: Columns<DiagnosticRecord> = {
  analysisId: 'plain', captureId: 'plain', runId: 'plain', code: 'plain', entry: 'plain', message: 'plain',
}

export const columns = {
  run: runColumns,
  capture: captureColumns,
  analysis: analysisColumns,
  taken: takenColumns,
  step: stepColumns,
  request: requestColumns,
  finding: findingColumns,
  leak: leakColumns,
  stored: storedColumns,
  diagnostic: diagnosticColumns,
}

/** `captureId` → `capture_id`, `harSha256` → `har_sha256`. */
export function toColumnName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** Of all columns, in their order, for a statement. */
export function namesOf<T>(columnsOf: Columns<T>): string {
  return Object.keys(columnsOf).map(toColumnName).join(', ')
}

/**
 * A function that adds one record to a table and says whether a row was added. `onConflict` names the unique columns
 * whose row may already stand there; anything else that is wrong with the record is an error of SQLite.
 */
export function toInsert<T>(
  database: BetterSqlite3.Database, table: string, columnsOf: Columns<T>, onConflict?: string,
): (record: T) => boolean {
  const entries = Object.entries(columnsOf) as [keyof T & string, Column][]
  const places = entries.map(() => '?').join(', ')
  const unless = onConflict === undefined ? '' : ` ON CONFLICT (${onConflict}) DO NOTHING`
  const statement = lazily(() => database.prepare(`INSERT INTO ${table} (${namesOf(columnsOf)}) VALUES (${places})${unless}`))
  const values: unknown[] = new Array(entries.length)
  return (record) => {
    for (let at = 0; at < entries.length; at++) {
      const [name, column] = entries[at]!
      const value = record[name] ?? null
      values[at] = column === 'json' && value !== null ? JSON.stringify(value) : value
    }
    return statement().run(values).changes > 0
  }
}

/** A row of a view as its record. `T` is what the view promises; the columns say which texts are JSON. */
export function fromRow<T>(columnsOf: Columns<T>, row: unknown): T {
  return toReader(columnsOf)(row)
}

/** As `fromRow`, for many rows of one view. `further`: members that whoever asked will add, for which there is room. */
export function toReader<T>(columnsOf: Columns<T>, further: readonly string[] = []): (row: unknown) => T {
  const entries = (Object.entries(columnsOf) as [string, Column][])
    .map(([name, column]) => ({ name, isJson: column === 'json', of: toColumnName(name), last: undefined as unknown }))
  // An object that gets forty members one by one, by names that are not written down, becomes a table three times its size.
  const blank = JSON.parse(JSON.stringify(Object.fromEntries([...entries.map(({ name }) => name), ...further].map((name) => [name, null])))) as Record<string, unknown>
  return (row) => {
    const values = row as Readonly<Record<string, unknown>>
    const record = { ...blank }
    for (const entry of entries) {
      const { name, isJson, of } = entry
      const value = values[of]
      // SQLite hands out each text anew, and most of a row's stand in the row before: rows that are kept share them.
      if (value !== entry.last) entry.last = value
      record[name] = isJson && typeof value === 'string' ? JSON.parse(value) as unknown : entry.last
    }
    return record as T
  }
}
