/**
 * The list of findings that the viewer filters and searches, gathered from a database into a file of its own by a
 * thread, so that nobody waits for a million of them and the database is only read.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { SEVERITIES } from '../model.js'
import { openDatabase } from './database.js'

export interface Gatherer {
  /** Gathers anew into a file that the next one replaces; gives its path. Rejects with what SQLite says. */
  gather(): Promise<string>
  /** Stops what is under way and removes the files. */
  close(): void
}

/** What a thread is told. */
export interface GatherTask {
  readonly database: string
  readonly list: string
}

export function createGatherer(database: string): Gatherer {
  const folder = mkdtempSync(join(tmpdir(), 'tattle-view-'))
  let count = 0
  let worker: Worker | undefined
  return {
    async gather() {
      const list = join(folder, `${++count}.sqlite`)
      const task: GatherTask = { database, list }
      const thread = worker = new Worker(new URL('gather-thread.js', import.meta.url), { workerData: task })
      await new Promise<void>((done, fail) => {
        thread.once('error', fail)
        thread.once('exit', done)
      })
      rmSync(join(folder, `${count - 1}.sqlite`), { force: true })
      return list
    },
    close() {
      const remove = (): void => rmSync(folder, { recursive: true, force: true })
      remove()
      // A thread on its way may have begun its file after that.
      void worker?.terminate().then(remove)
    },
  }
}

const RANK = `CASE severity ${SEVERITIES.map((severity, rank) => `WHEN '${severity}' THEN ${rank}`).join(' ')} END`

/**
 * Worst first, by rowid. A capture that was analysed again counts once, as its latest analysis has it; what only earlier ones
 * show comes with their leaks. A bare column beside min() is of the row that has the least: of the worst leak.
 */
const GATHER = `
  CREATE TABLE found AS
    SELECT l.finding_id, l.rank % 10 AS rank, l.severity, l.label, l.recipient_entity, l.recipient_category,
      CASE l.latest WHEN 0 THEN l.leaks ELSE l.latest END AS leaks,
      f.fingerprint, f.target, f.site, f.kind, f.recipient_domain, f.part, f.field
    FROM (SELECT finding_id, min(${RANK} + 10 * is_past) AS rank, severity, label, recipient_entity, recipient_category,
        count(*) AS leaks, sum(NOT is_past) AS latest
      FROM (SELECT *, analysis_id IN (SELECT analysis_id FROM findings_of.analysis WHERE NOT is_latest) AS is_past
        FROM findings_of.leaks) GROUP BY finding_id) l
    JOIN findings_of.findings f ON f.finding_id = l.finding_id ORDER BY l.rank % 10, l.finding_id;
  CREATE INDEX found_site ON found (site);
  CREATE INDEX found_recipient ON found (recipient_domain);
  CREATE INDEX found_kind ON found (kind, severity);
  CREATE INDEX found_severity ON found (severity);
  CREATE INDEX found_fingerprint ON found (fingerprint);
  CREATE VIRTUAL TABLE words USING fts5(
    label, field, recipient_domain, recipient_entity, site, kind, content='', detail=none,
    tokenize='unicode61 remove_diacritics 2');
  INSERT INTO words (rowid, label, field, recipient_domain, recipient_entity, site, kind)
    SELECT rowid, label, field, recipient_domain, recipient_entity, site, kind FROM found;`

/** The thread's work. A list that is cut off is thrown away, so nothing of it need be safe on the disk. */
export function writeList({ database, list }: GatherTask): void {
  const connection = openDatabase(list, {})
  try {
    connection.pragma('journal_mode = MEMORY') // OFF is not taken: the library is careful
    connection.pragma('synchronous = OFF')
    connection.prepare('ATTACH ? AS findings_of').run(database)
    connection.transaction(() => connection.exec(GATHER))()
  } finally {
    connection.close()
  }
}
