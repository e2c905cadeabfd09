/**
 * Reading a database page by page. Findings are gathered once into a list beside it (gather.ts), so that filters and
 * words answer at once however many there are. When the file has grown, they are gathered again, and until that is done
 * the list that there was answers.
 */
import type BetterSqlite3 from 'better-sqlite3'
import { TattleError } from '../errors.js'
import {
  type Category, type ConsentOutcome, type Coverage, type Kind, type Part, type Report, type RunRecord, type Severity, type Target, type Verdict,
} from '../model.js'
import { closeDatabase, guard, openDatabase } from './database.js'
import { lostInRun, readFacts, targetOfDatabase, toRun, type Leaks, type ReportFacts } from './facts.js'
import { createGatherer } from './gather.js'
import { migrate } from './migrations.js'
import { select, type Selected, type Selection } from './selection.js'

export interface BrowseFilter {
  readonly run?: string
  readonly site?: string
  readonly recipient?: string
  readonly kind?: string
  readonly severity?: string
  readonly status?: string
  /** Each word must stand at the beginning of a word of the finding. */
  readonly words?: string
}

/** What lessens all of the leaks that stand in one row. */
export interface Qualities {
  readonly isHashed: boolean
  /** Of a vocabulary alone. */
  readonly isWord: boolean
  readonly isUnconfirmed: boolean
}

export interface BrowsedFinding {
  readonly qualities: Qualities
  readonly findingId: string
  readonly fingerprint: string
  readonly target: Target
  readonly site: string
  readonly kind: Kind
  readonly label: string
  readonly recipientDomain: string
  readonly recipientEntity: string | null
  readonly recipientCategory: Category
  readonly part: Part
  readonly field: string
  readonly severity: Severity
  readonly leaks: number
  readonly firstSeen: string | null
  readonly lastSeen: string | null
  readonly status: 'pending' | 'confirmed' | 'dismissed'
}

export interface Page<T> {
  readonly rows: readonly T[]
  /** Of all that fit; with a filter, at most `MOST_COUNTED`. */
  readonly total: number
}

/** Of a filter's findings; without one, all are. */
export const MOST_COUNTED = 10_000

export interface BrowsedCapture {
  readonly captureId: string
  readonly site: string
  readonly scenario: string
  readonly consentAsked: string | null
  readonly consentOutcome: ConsentOutcome | null
  /** 1: of a suite, whose test makes its own choice, if any. */
  readonly isOwnChoice: number
  readonly coverage: 'full' | 'limited' | 'broken'
  readonly verdict: Verdict
}

export interface BrowsedRun extends RunRecord {
  /** Tests or inputs that left no analysis. */
  readonly lost: number
  readonly captures: readonly BrowsedCapture[]
}

/** What may be the same on two sites: a kind of datum that reaches a recipient in a field. */
export interface ComparedFlow {
  readonly kind: Kind
  readonly recipientDomain: string
  readonly part: Part
  readonly field: string
  readonly transformFamily: 'plain' | 'hashed'
  readonly qualities: Qualities
  readonly inA: number
  readonly inB: number
}

/** The flows of two selections: those of one alone, and those of both. */
export interface Comparison {
  readonly onlyA: Page<ComparedFlow>
  readonly onlyB: Page<ComparedFlow>
  readonly both: Page<ComparedFlow>
  /** The least of each side: what a broken capture lacks has not gone. */
  readonly coverage: { readonly a: Coverage, readonly b: Coverage }
}

type Side = 'onlyA' | 'onlyB' | 'both'

export interface Assessed {
  readonly status: BrowsedFinding['status']
  readonly reason: string
  readonly assessedBy: string
  readonly assessedAt: string
}

export interface Browser {
  readonly file: string
  /** What its captures are of; null where there is none yet. */
  target(): Target | 'mixed' | null
  /**
   * Gathers the findings, where the file has grown since; resolves when `findings` and `choices` know all. Rejects as
   * `openStore` throws.
   */
  prepare(): Promise<void>
  /** Whether `findings` and `choices` can answer: `prepare` was through once. */
  isPrepared(): boolean
  runs(offset: number, limit: number): Page<BrowsedRun>
  findings(filter: BrowseFilter, offset: number, limit: number): Page<BrowsedFinding>
  /** The values that filters can take, most frequent first. */
  choices(column: 'site' | 'recipientDomain' | 'kind'): readonly string[]
  /** Throws `nothing-selected`. */
  report(selection: Selection, summarise: (facts: ReportFacts) => string, leaks: Leaks): Report
  /** The report of one finding alone, in the captures that show it (at most 20). Undefined where there is none. */
  finding(findingId: string, summarise: (facts: ReportFacts) => string): Report | undefined
  assessments(fingerprint: string): readonly Assessed[]
  /** Flows of two selections, those that differ first. Throws `nothing-selected`. */
  /** At most `limit` rows of each part. */
  compare(a: Selection, b: Selection, limit: number): Comparison
  close(): void
}

/** Throws as `openStore` does. */
export function openBrowser(file: string): Browser {
  const database = openDatabase(file, { readonly: true })
  try {
    return guard(file, () => {
      migrate(database, file)
      return createBrowser(database, file)
    })
  } catch (error) {
    database.close()
    throw error
  }
}

const MOST_CHOICES = 300
const MOST_CAPTURES_OF_A_FINDING = 20

function createBrowser(database: BetterSqlite3.Database, file: string): Browser {
  const gatherer = createGatherer(file)
  let gathered: string | null = null
  let gathering: Promise<void> | undefined
  const chosen = new Map<string, readonly string[]>()
  const gather = async (now: string): Promise<void> => {
    const list = await gatherer.gather().catch((error: unknown) => guard(file, (): never => { throw error }))
    if (!database.open) return
    if (gathered !== null) database.exec('DETACH list')
    database.prepare('ATTACH ? AS list').run(list)
    chosen.clear()
    gathered = now
  }
  // Rows are only ever added, or pruned: these two tell of both.
  const state = (): string => JSON.stringify(database.prepare('SELECT max(rowid), count(*) FROM analyses').raw().get())
  const reading = <T>(work: () => T): T => guard(file, work)
  return {
    file,
    target: () => reading(() => targetOfDatabase(database)),
    async prepare() {
      if (gathering !== undefined) await gathering
      if (!database.open) return
      const now = reading(state)
      if (now === gathered) return
      gathering ??= gather(now).finally(() => { gathering = undefined })
      await gathering
    },
    isPrepared: () => gathered !== null,
    runs: (offset, limit) => reading(() => readRuns(database, offset, limit)),
    findings: (filter, offset, limit) => reading(() => readFindings(database, filter, offset, limit)),
    choices: (column) => reading(() => {
      const known = chosen.get(column)
      if (known !== undefined) return known
      const name = column === 'recipientDomain' ? 'recipient_domain' : column
      const found = database.prepare(
        `SELECT ${name} FROM list.found GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT ${MOST_CHOICES}`,
      ).pluck().all() as string[]
      chosen.set(column, found)
      return found
    }),
    report: (selection, summarise, leaks) => reading(() => {
      const facts = database.transaction(() => readFacts(database, select(database, selection, file), leaks))()
      return { ...facts, summary: summarise(facts) }
    }),
    finding: (findingId, summarise) => reading(() => {
      const rows = analysesOf(database, findingId)
      if (rows.length === 0) return undefined
      const selected = {
        analysisIds: rows.map(({ analysis_id }) => analysis_id), runIds: [...new Set(rows.map(({ run_id }) => run_id))],
        ofRuns: false,
      }
      const facts = database.transaction(() => readFacts(database, selected, 'all', findingId))()
      const seenOf = repetitionsOf(database, facts.captures)
      return { ...facts, findings: facts.findings.map((finding) => ({ ...finding, seenOf })), summary: summarise(facts) }
    }),
    assessments: (fingerprint) => reading(() => database.prepare(`
      SELECT status, reason, assessed_by AS assessedBy, assessed_at AS assessedAt
      FROM assessments WHERE fingerprint = ? ORDER BY assessed_at DESC, rowid DESC LIMIT 100`).all(fingerprint) as Assessed[]),
    compare: (a, b, limit) => reading(() => compare(database, file, a, b, limit)),
    close() {
      guard(file, () => closeDatabase(database))
      gatherer.close()
    },
  }
}

/** The latest analyses that show a finding; where none of them is the latest of its capture, earlier ones. */
function analysesOf(database: BetterSqlite3.Database, findingId: string): readonly { analysis_id: string; run_id: string }[] {
  const all = database.prepare(`
    SELECT a.analysis_id, a.run_id, a.is_latest FROM analysis a
    WHERE a.analysis_id IN (SELECT analysis_id FROM leaks WHERE finding_id = ?)
    ORDER BY a.is_latest DESC, a.analysis_id DESC LIMIT ${MOST_CAPTURES_OF_A_FINDING}`,
  ).all(findingId) as { analysis_id: string; run_id: string; is_latest: number }[]
  return all.filter(({ is_latest }) => is_latest === all[0]?.is_latest)
}

/** How many captures repeat a scenario and consent state of these. */
function repetitionsOf(database: BetterSqlite3.Database, captures: ReportFacts['captures']): number {
  const count = database.prepare(`
    SELECT count(*) FROM capture WHERE target = ? AND site = ? AND scenario = ? AND consent_asked IS ?
      AND json_extract(conditions, '$.walk') IS NOT 'control'`).pluck()
  const keys = new Map(captures.map(({ target, site, scenario, consentAsked }) =>
    [JSON.stringify([target, site, scenario, consentAsked]), [target, site, scenario, consentAsked]]))
  return [...keys.values()].reduce((sum, key) => sum + (count.get(...key) as number), 0)
}

function readRuns(database: BetterSqlite3.Database, offset: number, limit: number): Page<BrowsedRun> {
  const captures = database.prepare(`
    SELECT c.capture_id AS captureId, t.site, t.scenario, c.consent_asked AS consentAsked, c.consent_outcome AS consentOutcome, t.coverage, a.verdict,
      c.consent_asked IS 'no-choice' AND coalesce(json_array_length(c.conditions, '$.consent.timeline'), 1) <> 1 AS isOwnChoice
    FROM analyses a JOIN captures c ON c.capture_id = a.capture_id JOIN analysed_capture t ON t.analysis_id = a.analysis_id
    WHERE a.run_id = ? ORDER BY c.started_at LIMIT 200`)
  const total = database.prepare('SELECT count(*) FROM runs').pluck().get() as number
  const rows = database.prepare('SELECT * FROM run ORDER BY started_at DESC, run_id DESC LIMIT ? OFFSET ?').all(limit, offset)
  return {
    total,
    rows: rows.map((row) => {
      const run = toRun(row)
      return { ...run, lost: lostInRun(database, run.runId), captures: captures.all(run.runId) as BrowsedCapture[] }
    }),
  }
}

function readFindings(
  database: BetterSqlite3.Database, filter: BrowseFilter, offset: number, limit: number,
): Page<BrowsedFinding> {
  const conditions: string[] = []
  const values: string[] = []
  const where = (value: string | undefined, condition: string): void => {
    if (value === undefined || value === '') return
    conditions.push(condition)
    values.push(value)
  }
  where(filter.site, 'f.site = ?')
  where(filter.recipient, 'f.recipient_domain = ?')
  where(filter.kind, 'f.kind = ?')
  where(filter.severity, 'f.severity = ?')
  where(filter.run, isLarge(database, filter.run ?? '')
    ? 'EXISTS (SELECT 1 FROM main.leaks l WHERE l.finding_id = f.finding_id AND l.run_id = ?)'
    : `f.finding_id IN (SELECT finding_id FROM main.leaks WHERE analysis_id IN
        (SELECT analysis_id FROM main.analyses WHERE run_id = ?))`)
  const assessed = 'SELECT fingerprint FROM main.assessment WHERE is_latest AND status'
  where(filter.status, filter.status === 'pending'
    ? `f.fingerprint NOT IN (${assessed} <> ?)`
    : `f.fingerprint IN (${assessed} = ?)`)
  const query = toQuery(filter.words ?? '')
  where(query, 'words MATCH ?')
  // Both come in the order of their rowids, so that a page ends the search.
  const from = query === '' ? 'list.found f' : 'list.words CROSS JOIN list.found f ON f.rowid = words.rowid'
  const order = query === '' ? 'f.rowid' : 'words.rowid'
  const clause = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''
  const total = database.prepare(clause === ''
    ? 'SELECT coalesce(max(rowid), 0) FROM list.found'
    : `SELECT count(*) FROM (SELECT 1 FROM ${from} ${clause} LIMIT ${MOST_COUNTED})`,
  ).pluck().get(...values) as number
  const rows = database.prepare(`
    SELECT f.finding_id AS findingId, f.fingerprint, f.target, f.site, f.kind, f.label,
      f.recipient_domain AS recipientDomain, f.recipient_entity AS recipientEntity,
      f.recipient_category AS recipientCategory, f.part, f.field, f.severity, f.leaks,
      ${qualitiesOf('main.leaks', 'l.finding_id = f.finding_id')},
      (SELECT min(started_at) FROM main.leaks l WHERE l.finding_id = f.finding_id) AS firstSeen,
      (SELECT max(started_at) FROM main.leaks l WHERE l.finding_id = f.finding_id) AS lastSeen,
      coalesce((SELECT status FROM main.assessments s WHERE s.fingerprint = f.fingerprint
        ORDER BY s.assessed_at DESC, s.rowid DESC LIMIT 1), 'pending') AS status
    FROM (SELECT f.* FROM ${from} ${clause} ORDER BY ${order} LIMIT ? OFFSET ?) f`,
  ).all(...values, limit, offset) as Unread<BrowsedFinding>[]
  return { rows: rows.map(withQualities), total }
}

/** As columns, of the leaks `l` that fit; one that is not lessened ends the search. */
function qualitiesOf(table: string, fits: string): string {
  const none = (condition: string): string => `NOT EXISTS (SELECT 1 FROM ${table} l WHERE ${fits} AND ${condition})`
  return `${none("l.certainty <> 'hashed' AND l.transform = ''")} AS isHashed, ${none("l.match_source <> 'vocabulary'")} AS isWord,
    ${none("l.delivery = 'sent'")} AS isUnconfirmed`
}

type Unread<Row> = Omit<Row, 'qualities'> & Readonly<Record<keyof Qualities, 0 | 1>>

function withQualities<Row extends Unread<object>>({ isHashed, isWord, isUnconfirmed, ...row }: Row):
  Omit<Row, keyof Qualities> & { readonly qualities: Qualities } {
  return { ...row, qualities: { isHashed: isHashed === 1, isWord: isWord === 1, isUnconfirmed: isUnconfirmed === 1 } }
}

/** Whether a run has so many leaks that looking for each finding's is less work than gathering the run's. */
function isLarge(database: BetterSqlite3.Database, run: string): boolean {
  return run !== '' && (database.prepare(`
    SELECT count(*) FROM (SELECT 1 FROM leaks WHERE analysis_id IN (SELECT analysis_id FROM analyses WHERE run_id = ?)
    LIMIT 20001)`).pluck().get(run) as number) > 20_000
}

/** The words as FTS5 wants them, each the beginning of a word; nothing of its syntax gets through. */
function toQuery(text: string): string {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 20).map((word) => `"${word}"*`).join(' ')
}

function compare(
  database: BetterSqlite3.Database, file: string, a: Selection, b: Selection, limit: number,
): Comparison {
  const [sideA, sideB] = [select(database, a, file), select(database, b, file)]
  const [inA, inB] = [sideA.analysisIds, sideB.analysisIds]
  if (inA.length === 0 || inB.length === 0) throw new TattleError('nothing-selected', `Nothing in ${file} is there to compare.`)
  // As one value each: an archive has more captures than a statement may have values.
  const [listA, listB, both] = [inA, inB, [...inA, ...inB]].map((ids) => JSON.stringify(ids)) as [string, string, string]
  const listed = (name: string): string => `(SELECT value FROM json_each(@${name}))`
  const flows = database.prepare(`
    WITH flow AS (
      SELECT f.kind, f.recipient_domain AS recipientDomain, f.part, f.field, f.transform_family AS transformFamily,
        json_group_array(f.finding_id) AS findingIds, sum(g.in_a) AS inA, sum(g.in_b) AS inB,
        CASE WHEN sum(g.in_b) = 0 THEN 'onlyA' WHEN sum(g.in_a) = 0 THEN 'onlyB' ELSE 'both' END AS side
      FROM (SELECT finding_id, count(*) FILTER (WHERE analysis_id IN ${listed('listA')}) AS in_a,
          count(*) FILTER (WHERE analysis_id IN ${listed('listB')}) AS in_b
        FROM leaks WHERE analysis_id IN ${listed('both')} GROUP BY finding_id) g
      JOIN findings f ON f.finding_id = g.finding_id
      GROUP BY 1, 2, 3, 4, 5
    ), placed AS (
      SELECT *, count(*) OVER (PARTITION BY side) AS total,
        row_number() OVER (PARTITION BY side ORDER BY recipientDomain, kind, field, part, transformFamily) AS place
      FROM flow
    )
    SELECT placed.*, ${qualitiesOf('leaks', 'l.finding_id IN (SELECT value FROM json_each(findingIds)) AND l.analysis_id IN (SELECT value FROM json_each(@both))')}
    FROM placed WHERE place <= @limit ORDER BY side, place`)
    .all({ listA, listB, both, limit }) as (Unread<ComparedFlow> & { readonly side: Side; readonly total: number; readonly findingIds: string })[]
  const of = (wanted: Side): Page<ComparedFlow> => {
    const rows = flows.filter(({ side }) => side === wanted)
    return { total: rows[0]?.total ?? 0, rows: rows.map(({ side: _side, total: _total, findingIds: _ids, ...flow }) => withQualities(flow)) }
  }
  const least = ({ runIds, ofRuns }: Selected, ids: string): Coverage => {
    if (ofRuns && runIds.some((runId) => lostInRun(database, runId) > 0)) return 'broken'
    const all = database.prepare(`SELECT DISTINCT coverage FROM analysed_capture WHERE analysis_id IN ${listed('ids')}`).pluck().all({ ids })
    return (['broken', 'limited'] as const).find((coverage) => all.includes(coverage)) ?? 'full'
  }
  return { onlyA: of('onlyA'), onlyB: of('onlyB'), both: of('both'), coverage: { a: least(sideA, listA), b: least(sideB, listB) } }
}
