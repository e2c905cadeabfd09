/**
 * The chain of custody: one link for each thing that was written, each carrying the digest of the one before. What a
 * link says of its rows is the SHA-256 of their text, `contentOf`; what it says of itself is that of its canonical JSON.
 *
 * A chain proves nothing without an anchor outside: its head is printed with every run, stands in every bundle, and can
 * be time-stamped.
 */
import { createHash } from 'node:crypto'
import type BetterSqlite3 from 'better-sqlite3'
import { lazily } from '../lazily.js'

const SUBJECTS = [
  'run', 'run-end', 'capture', 'steps', 'analysis', 'diagnostic', 'assessment', 'tombstone', 'anchor',
] as const
export type Subject = (typeof SUBJECTS)[number]

export interface Link {
  /** From 1, without gaps. */
  readonly link: number
  readonly subject: Subject
  readonly id: string
  readonly at: string
  readonly contentSha256: string
  readonly previous: string
  readonly digest: string
}

export type Head = Pick<Link, 'link' | 'digest' | 'at'>

export const GENESIS = '0'.repeat(64)

/** Digest of a link: SHA-256 of its canonical JSON (RFC 8785: names sorted, no blanks). */
export function digestOf({ at, contentSha256, id, link, previous, subject }: Omit<Link, 'digest'>): string {
  // All values are ASCII texts and a whole number, and the names stand in order: what JSON writes is canonical.
  return createHash('sha256').update(JSON.stringify({ at, contentSha256, id, link, previous, subject })).digest('hex')
}

/** Where the rows of a subject lie: table, condition, order. A run-end's id is its run and its place among its ends. */
const CONTENTS: Readonly<Record<Subject, readonly (readonly [table: string, query: string])[]>> = {
  run: [['runs', 'SELECT * FROM runs WHERE run_id = @id']],
  'run-end': [['run_ends', `SELECT * FROM run_ends WHERE run_id = substr(@id, 1, instr(@id, '#') - 1)
    ORDER BY rowid LIMIT 1 OFFSET CAST(substr(@id, instr(@id, '#') + 1) AS INTEGER) - 1`]],
  capture: [
    ['captures', 'SELECT * FROM captures WHERE capture_id = @id'],
    ['capture_files', 'SELECT * FROM capture_files WHERE capture_id = @id ORDER BY name'],
  ],
  steps: [['steps', 'SELECT * FROM steps WHERE capture_id = @id ORDER BY ordinal']],
  analysis: [
    ['analyses', 'SELECT * FROM analyses WHERE analysis_id = @id'],
    ['requests', 'SELECT * FROM requests WHERE analysis_id = @id ORDER BY entry'],
    ['findings', `SELECT * FROM findings WHERE finding_id IN (SELECT finding_id FROM leaks WHERE analysis_id = @id)
      ORDER BY finding_id`],
    ['leaks', 'SELECT * FROM leaks WHERE analysis_id = @id ORDER BY leak_id'],
    ['stored_values', 'SELECT * FROM stored_values WHERE analysis_id = @id ORDER BY ordinal'],
    ['diagnostics', 'SELECT * FROM diagnostics WHERE analysis_id = @id ORDER BY diagnostic_id'],
  ],
  diagnostic: [['diagnostics', 'SELECT * FROM diagnostics WHERE diagnostic_id = @id']],
  assessment: [['assessments', 'SELECT * FROM assessments WHERE assessment_id = @id']],
  tombstone: [['tombstones', 'SELECT * FROM tombstones WHERE tombstone_id = @id']],
  anchor: [['anchors', 'SELECT * FROM anchors WHERE anchor_id = @id']],
}

/** Of an analysis: the tables whose rows come before and behind those that are digested while they are written. */
const TABLES = CONTENTS.analysis.map(([table]) => table)
export const BEFORE_REQUESTS: readonly string[] = TABLES.slice(0, TABLES.indexOf('requests'))
export const BEHIND_LEAKS: readonly string[] = TABLES.slice(TABLES.indexOf('leaks') + 1)

/**
 * The rows of a subject as text, one a line: the table's name, a blank, and the row as JSON with its columns in order
 * of their names. NULLs are left out, so that a column that a later version adds changes no digest. `only`: of some tables.
 */
export function* contentOf(
  database: BetterSqlite3.Database, subject: Subject, id: string, only?: readonly string[],
): Generator<string> {
  for (const [table, query] of CONTENTS[subject]) {
    if (only?.includes(table) === false) continue
    yield* linesOfRows(table, database.prepare(query), { id })
  }
}

/** What a statement selects of a table, as `contentOf` gives it. */
export function* linesOfRows(
  table: string, statement: BetterSqlite3.Statement, parameters: Readonly<Record<string, unknown>>,
): Generator<string> {
  const columns = statement.columns().map(({ name }, at) => ({ at, name, quoted: JSON.stringify(name) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const row of statement.raw().iterate(parameters)) {
    const values = row as readonly unknown[]
    let text = ''
    for (const { at, quoted } of columns) {
      if (values[at] !== null) text += `${text === '' ? '' : ','}${quoted}:${JSON.stringify(values[at])}`
    }
    yield `${table} {${text}}\n`
  }
}

/** Digest of the rows; null where there are none. */
export function contentDigest(database: BetterSqlite3.Database, subject: Subject, id: string): string | null {
  const hash = createHash('sha256')
  let rows = 0
  for (const line of contentOf(database, subject, id)) {
    hash.update(line)
    rows++
  }
  return rows === 0 ? null : hash.digest('hex')
}

/**
 * A function that adds a link for rows that were just written; to be called in the same transaction. `known`: what
 * `contentDigest` would give.
 */
export function createChain(database: BetterSqlite3.Database): (subject: Subject, id: string, known?: string) => Link {
  const insert = lazily(() => database.prepare(
    'INSERT INTO chain (link, subject, id, at, content_sha256, previous, digest) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ))
  return (subject, id, known) => {
    const contentSha256 = known ?? contentDigest(database, subject, id)
    if (contentSha256 === null) throw new Error(`nothing was written for ${subject} ${id}`)
    const head = headOf(database)
    const link = {
      link: (head?.link ?? 0) + 1, subject, id, at: new Date().toISOString(), contentSha256,
      previous: head?.digest ?? GENESIS,
    }
    const digest = digestOf(link)
    insert().run(link.link, subject, id, link.at, contentSha256, link.previous, digest)
    return { ...link, digest }
  }
}

/** The last link; null where nothing was written yet. */
export function headOf(database: BetterSqlite3.Database): Head | null {
  const head = database.prepare('SELECT link, digest, at FROM chain ORDER BY link DESC LIMIT 1').get()
  return (head as Head | undefined) ?? null
}

export function* linksOf(database: BetterSqlite3.Database): Generator<Link> {
  const query = 'SELECT link, subject, id, at, content_sha256 AS contentSha256, previous, digest FROM chain ORDER BY link'
  for (const row of database.prepare(query).iterate()) yield row as Link
}

/** Links to all that was written before there was a chain. */
export function adopt(database: BetterSqlite3.Database): void {
  const link = createChain(database)
  const ids = (query: string): string[] => database.prepare(query).pluck().all() as string[]
  for (const id of ids('SELECT run_id FROM runs ORDER BY rowid')) link('run', id)
  for (const id of ids('SELECT capture_id FROM captures ORDER BY rowid')) link('capture', id)
  for (const id of ids('SELECT DISTINCT capture_id FROM steps ORDER BY capture_id')) link('steps', id)
  for (const id of ids('SELECT analysis_id FROM analyses ORDER BY rowid')) link('analysis', id)
  const runDiagnostics = 'SELECT diagnostic_id FROM diagnostics WHERE analysis_id IS NULL ORDER BY rowid'
  for (const id of ids(runDiagnostics)) link('diagnostic', id)
  for (const id of ids(`SELECT run_id || '#' || row_number() OVER (PARTITION BY run_id ORDER BY rowid)
    FROM run_ends ORDER BY rowid`)) link('run-end', id)
  for (const id of ids('SELECT assessment_id FROM assessments ORDER BY rowid')) link('assessment', id)
}

/** What is wrong with the chain, one sentence each; empty where all of it holds. */
export interface ChainCheck {
  readonly links: number
  readonly removed: number
  readonly head: Head | null
  readonly faults: readonly string[]
  /** What is odd but breaks nothing: a clock that went back. */
  readonly remarks: readonly string[]
}

const MAX_FAULTS = 50

/** Recomputes every link, and every digest of the rows behind it, and looks for rows that no link speaks of. */
export function checkChain(database: BetterSqlite3.Database): ChainCheck {
  const { faults, remarks, links } = checkLinks(database)
  const tombstone = database.prepare(
    'SELECT 1 FROM tombstones WHERE subject = ? AND id = ? AND content_sha256 = ?',
  ).pluck()
  let removed = 0
  const present = presentLinks(links)
  for (const { link, subject, id, contentSha256 } of links) {
    const content = present.has(link) ? contentDigest(database, subject, id) : null
    if (content === null && tombstone.get(subject, id, contentSha256) !== undefined) removed++
    else if (content === null) faults.push(`The ${subject} ${id} (link ${link}) is gone, and no tombstone says why.`)
    else if (content !== contentSha256) faults.push(`The ${subject} ${id} (link ${link}) was changed.`)
    if (faults.length >= MAX_FAULTS) break
  }
  return { links: links.at(-1)?.link ?? 0, removed, head: headOf(database), faults: faults.slice(0, MAX_FAULTS), remarks: remarks.slice(0, MAX_FAULTS) }
}

/** Links that speak of what is there now: what was removed and came again has a later one. */
export function presentLinks(links: readonly Link[]): ReadonlySet<number> {
  return new Set(new Map(links.map(({ subject, id, link }) => [`${subject} ${id}`, link])).values())
}

/** The same of the links alone, and of rows beside them; what the rows hold is not looked at. */
export function checkLinks(database: BetterSqlite3.Database): { faults: string[]; remarks: string[]; links: readonly Link[] } {
  const faults: string[] = []
  const remarks: string[] = []
  const links = [...linksOf(database)]
  let previous: Link | null = null
  for (const link of links) {
    const expected: number = (previous?.link ?? 0) + 1
    if (link.link !== expected) faults.push(`Between link ${expected - 1} and link ${link.link} something is missing.`)
    if (link.previous !== (previous?.digest ?? GENESIS)) faults.push(`Link ${link.link} does not follow from the one before.`)
    if (digestOf(link) !== link.digest) faults.push(`Link ${link.link} was changed.`)
    if (previous !== null && link.at < previous.at) {
      remarks.push(`The clock went back before link ${link.link} (${previous.at}, then ${link.at}).`)
    }
    previous = link
  }
  for (const [subject, query] of UNLINKED) {
    for (const id of database.prepare(`${query} LIMIT ${MAX_FAULTS}`).pluck().all() as string[]) {
      faults.push(`The ${subject} ${id} was added beside the chain.`)
    }
  }
  for (const [subject, query] of MOVED) {
    for (const id of database.prepare(query).pluck().all() as string[]) {
      faults.push(`The ${subject} ${id} was moved to another place in the order of writing, by which the latest is known.`)
    }
  }
  return { faults, remarks, links }
}

const linked = (subject: Subject, id: string): string =>
  `NOT EXISTS (SELECT 1 FROM chain k WHERE k.subject = '${subject}' AND k.id = ${id})`

/** Rows of which no link speaks. Those of a subject that has a link would change its digest. */
const UNLINKED: readonly (readonly [subject: string, query: string])[] = [
  ['run', `SELECT run_id FROM runs WHERE ${linked('run', 'run_id')}`],
  ['end of the run', `SELECT run_id FROM (SELECT run_id, count(*) AS ends FROM run_ends GROUP BY run_id) e
    WHERE ends <> (SELECT count(*) FROM chain k WHERE k.subject = 'run-end' AND k.id LIKE e.run_id || '#%')`],
  ['capture', `SELECT capture_id FROM captures WHERE ${linked('capture', 'capture_id')}`],
  ['steps of the capture', `SELECT DISTINCT capture_id FROM steps WHERE ${linked('steps', 'capture_id')}`],
  ['analysis', `SELECT analysis_id FROM analyses WHERE ${linked('analysis', 'analysis_id')}`],
  ['diagnostic', `SELECT diagnostic_id FROM diagnostics WHERE analysis_id IS NULL AND ${linked('diagnostic', 'diagnostic_id')}`],
  ['finding', 'SELECT finding_id FROM findings f WHERE NOT EXISTS (SELECT 1 FROM leaks l WHERE l.finding_id = f.finding_id) ' +
    "AND NOT EXISTS (SELECT 1 FROM tombstones t WHERE t.subject = 'analysis')"],
  ['assessment', `SELECT assessment_id FROM assessments WHERE ${linked('assessment', 'assessment_id')}`],
  ['tombstone', `SELECT tombstone_id FROM tombstones WHERE ${linked('tombstone', 'tombstone_id')}`],
  ['anchor', `SELECT anchor_id FROM anchors WHERE ${linked('anchor', 'anchor_id')}`],
  ...([['request', 'requests'], ['leak', 'leaks'], ['stored value', 'stored_values'], ['diagnostic', 'diagnostics']] as const).map(([row, table]) =>
    [`${row} of the analysis`, `SELECT DISTINCT analysis_id FROM ${table} WHERE analysis_id IS NOT NULL AND analysis_id NOT IN (SELECT analysis_id FROM analyses)`] as const),
  ['file of the capture', 'SELECT DISTINCT capture_id FROM capture_files WHERE capture_id NOT IN (SELECT capture_id FROM captures)'],
]

/** Rows that stand before one that was written earlier: no digest is of the places of rows, and they say what is latest. */
const MOVED: readonly (readonly [subject: Subject, query: string])[] = ([
  ['run', 'runs'], ['capture', 'captures'], ['analysis', 'analyses'], ['assessment', 'assessments'],
] as const).map(([subject, table]) => [subject, `
  SELECT id FROM (SELECT id, link, min(link) OVER (ORDER BY place DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS behind FROM (
    SELECT k.id, max(k.link) AS link, t.rowid AS place FROM ${table} t JOIN chain k ON k.subject = '${subject}' AND k.id = t.${subject}_id
    GROUP BY t.rowid)) WHERE link > behind LIMIT ${MAX_FAULTS}`])
