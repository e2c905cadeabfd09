/** Retention: what is old enough goes, and a tombstone in the chain of custody says what it was. */
import type BetterSqlite3 from 'better-sqlite3'
import { newId } from '../new-id.js'
import { contentDigest, createChain, type Subject } from './chain.js'

export interface Pruned {
  readonly captures: number
  readonly analyses: number
  /** Files of removed captures, of this and of earlier prunings, that may still lie there. */
  readonly files: readonly { readonly captureId: string; readonly path: string }[]
  /** Captures as old, which a later analysis still speaks of. */
  readonly kept: number
}

/** Rows of a capture, in the order in which nothing is left pointing to what has gone. */
const OF_ANALYSIS = ['leaks', 'requests', 'stored_values', 'diagnostics'] as const

/**
 * Removes the captures that ended before `before` with their analyses, in one transaction. A capture that was analysed
 * at or after that time is kept. Runs, findings (which hold no values), assessments and the chain stay.
 */
export function prune(database: BetterSqlite3.Database, before: string, reason: string): Pruned {
  const triggers = database.prepare(
    "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%\\_no\\_delete' ESCAPE '\\'",
  ).all() as { name: string; sql: string }[]
  const link = createChain(database)
  const bury = database.prepare(`INSERT INTO tombstones (tombstone_id, subject, id, content_sha256, path, reason, removed_at)
    VALUES (?, ?, ?, ?, ?, ?, ?)`)
  const entomb = (subject: Subject, id: string, path: string | null): void => {
    const digest = contentDigest(database, subject, id)
    if (digest === null) return
    const tombstoneId = newId()
    bury.run(tombstoneId, subject, id, digest, path, reason, new Date().toISOString())
    link('tombstone', tombstoneId)
  }
  const old = `coalesce(c.ended_at, c.started_at, r.started_at) < @before`
  // Behind a link of a later time stands what is younger, whatever its own clock said.
  const busy = `(EXISTS (SELECT 1 FROM analyses a WHERE a.capture_id = c.capture_id AND a.ended_at >= @before)
    OR EXISTS (SELECT 1 FROM chain k WHERE k.subject = 'capture' AND k.id = c.capture_id
      AND k.link > (SELECT min(link) FROM chain WHERE at >= @before)))`
  const from = 'FROM captures c JOIN runs r ON r.run_id = c.run_id'
  let pruned: Omit<Pruned, 'files'> = { captures: 0, analyses: 0, kept: 0 }
  database.pragma('secure_delete = 1')
  database.transaction(() => {
    const captures = database.prepare(`SELECT c.capture_id AS id, c.path ${from} WHERE ${old} AND NOT ${busy}`)
      .all({ before }) as { id: string; path: string | null }[]
    const kept = database.prepare(`SELECT count(*) ${from} WHERE ${old} AND ${busy}`).pluck().get({ before }) as number
    // Dropped and made again in the one transaction: no moment in which another process could delete.
    for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`)
    let analyses = 0
    for (const { id, path } of captures) {
      const ids = database.prepare('SELECT analysis_id FROM analyses WHERE capture_id = ?').pluck().all(id) as string[]
      const notes = database.prepare('SELECT diagnostic_id FROM diagnostics WHERE capture_id = ? AND analysis_id IS NULL')
        .pluck().all(id) as string[]
      for (const note of notes) entomb('diagnostic', note, null)
      for (const analysis of ids) entomb('analysis', analysis, null)
      entomb('steps', id, null)
      entomb('capture', id, path)
      for (const table of OF_ANALYSIS) {
        for (const analysis of ids) database.prepare(`DELETE FROM ${table} WHERE analysis_id = ?`).run(analysis)
      }
      for (const table of ['diagnostics', 'analyses', 'steps', 'capture_files', 'captures']) {
        database.prepare(`DELETE FROM ${table} WHERE capture_id = ?`).run(id)
      }
      analyses += ids.length
    }
    for (const { sql } of triggers) database.exec(sql)
    pruned = { captures: captures.length, analyses, kept }
  }).immediate()
  try {
    if (pruned.captures > 0) database.exec('VACUUM')
  } catch { /* no room for a copy: what was removed is overwritten all the same, only the file does not shrink */ }
  const files = database.prepare(`SELECT id AS captureId, path FROM tombstones t WHERE subject = 'capture'
    AND path IS NOT NULL AND NOT EXISTS (SELECT 1 FROM captures c WHERE c.capture_id = t.id)`)
    .all() as Pruned['files']
  return { ...pruned, files }
}
