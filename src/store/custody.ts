/** What the chain of custody says of one run: its links, and the rows behind those that concern it. */
import type BetterSqlite3 from 'better-sqlite3'
import { TattleError } from '../errors.js'
import type { CaptureRecord } from '../model.js'
import { checkLinks, contentDigest, contentOf, presentLinks, type Link } from './chain.js'
import { locate } from './locate.js'
import { schemaFaults } from './migrations.js'
import { columns, fromRow, type Columns } from './rows.js'
import type { Selected } from './selection.js'

export interface Custody {
  /** The whole chain, so that the head in the bundle can be held against the one that was printed. */
  readonly links: readonly Link[]
  /**
   * The rows of the run and what it said of itself, its captures, its analyses, and the time-stamps on the chain, as text
   * whose SHA-256 the link carries; read when it is asked for, while the store is open.
   */
  readonly contents: readonly { readonly link: Link; readonly lines: () => Iterable<string> }[]
  readonly runId: string
  readonly captures: readonly Pick<CaptureRecord, 'captureId' | 'path'>[]
  /** Captures of control walks that these were held against, as far as they are still there. */
  readonly controls: readonly CaptureRecord[]
}

/** Of what was selected. Throws `nothing-selected` where the run has no capture, or rows that the chain does not fit. */
export function readCustody(database: BetterSqlite3.Database, selected: Selected, file: string): Custody {
  const { links, faults } = checkLinks(database)
  const [fault] = [...faults, ...schemaFaults(database)]
  if (fault !== undefined) {
    throw new TattleError('database-unreadable', `The chain of custody in ${file} does not hold, so nothing can be shown by it: ${fault} "tattle evidence log" shows what else does not hold.`)
  }
  const [runId] = selected.runIds
  const captures = database.prepare(`SELECT DISTINCT c.capture_id AS captureId, c.path FROM captures c
    JOIN analyses a ON a.capture_id = c.capture_id WHERE a.run_id = ? ORDER BY c.rowid`)
    .all(runId) as Pick<CaptureRecord, 'captureId' | 'path'>[]
  if (runId === undefined || captures.length === 0) {
    throw new TattleError('nothing-selected', `The run ${runId ?? ''} in ${file} has no captures; "tattle runs" lists those that have.`)
  }
  const controls = readControls(database, selected.analysisIds)
  const ofRun = database.prepare('SELECT diagnostic_id FROM diagnostics WHERE run_id = ? AND analysis_id IS NULL').pluck().all(runId) as string[]
  const concerned = new Set([runId, ...ofRun, ...[...captures, ...controls].map(({ captureId }) => captureId), ...selected.analysisIds])
  const present = presentLinks(links)
  const contents = links
    .filter(({ link, subject, id }) => present.has(link) && (subject === 'anchor' || concerned.has(subject === 'run-end' ? id.slice(0, id.indexOf('#')) : id)))
    .map((link) => {
      if (contentDigest(database, link.subject, link.id) !== link.contentSha256) {
        throw new TattleError('database-unreadable',
          `The ${link.subject} ${link.id} in ${file} is not what the chain of custody says (link ${link.link}); ` +
          '"tattle evidence log" shows what else does not hold.')
      }
      return { link, lines: (): Iterable<string> => contentOf(database, link.subject, link.id) }
    })
  return { links, contents, runId, captures, controls }
}

function readControls(database: BetterSqlite3.Database, analysisIds: readonly string[]): CaptureRecord[] {
  const captureColumns: Columns<CaptureRecord> = { ...columns.capture, files: 'json' }
  return database.prepare(`SELECT * FROM capture WHERE capture_id IN (SELECT control.value
    FROM json_each(?) AS wanted JOIN analyses a ON a.analysis_id = wanted.value, json_each(a.control, '$.captureIds') AS control)
    ORDER BY started_at, capture_id`).all(JSON.stringify(analysisIds))
    .map((row) => fromRow<CaptureRecord>(captureColumns, row))
    .map((capture) => ({ ...capture, path: capture.path === null ? null : locate(capture.path, database.name) }))
}
