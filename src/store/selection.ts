/**
 * Which analyses a report is about: of each capture that fits, its latest.
 */
import type BetterSqlite3 from 'better-sqlite3'
import { TattleError } from '../errors.js'
import type { ConsentState, Target } from '../model.js'

/**
 * What to report on. Without runs and captures: the latest run that has something which fits the rest. A run's or
 * capture's id may be cut short as long as it stays the only one (at least four characters); `latest` is the latest
 * run. Of runs that are named, the analyses that they made count; otherwise the latest of each capture.
 */
export interface Selection {
  readonly runIds?: readonly string[] | 'all'
  readonly captureIds?: readonly string[]
  readonly scenario?: string
  readonly consent?: ConsentState
  readonly target?: Target
}

export interface Selected {
  readonly analysisIds: readonly string[]
  /** Runs that are named, and those of the analyses. */
  readonly runIds: readonly string[]
  /** Not of captures that were named alone: what their runs lost besides belongs to it. */
  readonly ofRuns: boolean
}

/** Throws `nothing-selected`, saying what was looked for. */
export function select(database: BetterSqlite3.Database, selection: Selection, file: string): Selected {
  const nothing = (): TattleError => new TattleError(
    'nothing-selected', `Nothing in ${file} fits ${describe(selection)}; "tattle runs" lists what there is.`,
  )
  const named = namedRuns(selection)
  const runIds = named.map((id) => resolve(database, 'run', id) ?? fail(nothing()))
  const captureIds = (selection.captureIds ?? []).map((id) => resolve(database, 'capture', id) ?? fail(nothing()))

  const conditions: string[] = []
  const values: string[] = []
  const where = (condition: string, ...given: readonly string[]): void => {
    conditions.push(condition)
    values.push(...given)
  }
  if (selection.scenario !== undefined) where('coalesce(a.scenario, c.scenario) = ?', selection.scenario)
  if (selection.consent !== undefined) where('c.consent_asked = ?', selection.consent)
  if (selection.target !== undefined) where('coalesce(a.target, c.target) = ?', selection.target)
  if (captureIds.length > 0) where(`c.capture_id IN (${captureIds.map(() => '?').join(', ')})`, ...captureIds)
  const filtered = conditions.length > 0

  let runs: readonly string[] | null = runIds.length > 0 ? runIds : null
  if (runs === null && selection.runIds !== 'all' && captureIds.length === 0) {
    const latest = latestRun(database, conditions, values, !filtered)
    if (latest === undefined) throw nothing()
    runs = [latest]
  }
  if (runs !== null) where(`a.run_id IN (${runs.map(() => '?').join(', ')})`, ...runs)

  const rows = database.prepare(`
    SELECT analysis_id, run_id FROM (
      SELECT a.analysis_id, a.run_id, c.started_at, c.rowid AS arrived,
        row_number() OVER (PARTITION BY a.capture_id ORDER BY a.rowid DESC) AS position
      FROM analyses a JOIN captures c ON c.capture_id = a.capture_id
      ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''}
    ) WHERE position = 1 ORDER BY started_at, arrived`).all(...values) as { analysis_id: string; run_id: string }[]
  // A run whose inputs were all refused has no analysis, but something to say.
  if (rows.length === 0 && (filtered || runs === null)) throw nothing()
  return {
    analysisIds: rows.map(({ analysis_id }) => analysis_id),
    runIds: [...new Set([...(runs ?? []), ...rows.map(({ run_id }) => run_id)])],
    ofRuns: captureIds.length === 0,
  }
}

/** The latest run with an analysis that fits; where nothing has to fit, with any content at all. */
function latestRun(
  database: BetterSqlite3.Database, conditions: readonly string[], values: readonly string[], anyContent: boolean,
): string | undefined {
  const fits = `EXISTS (SELECT 1 FROM analyses a JOIN captures c ON c.capture_id = a.capture_id
    WHERE ${['a.run_id = r.run_id', ...conditions].join(' AND ')})`
  const refused = anyContent ? 'OR EXISTS (SELECT 1 FROM diagnostics d WHERE d.run_id = r.run_id)' : ''
  return database.prepare(`
    SELECT run_id FROM runs r WHERE ${fits} ${refused} ORDER BY rowid DESC LIMIT 1`,
  ).pluck().get(...values) as string | undefined
}

function resolve(database: BetterSqlite3.Database, noun: 'run' | 'capture', id: string): string | undefined {
  if (noun === 'run' && id === 'latest') return latestRun(database, [], [], true)
  const column = `${noun}_id`
  const rows = database.prepare(
    `SELECT ${column} FROM ${noun}s
     WHERE ${column} = @id OR (length(@id) >= 4 AND substr(${column}, 1, length(@id)) = @id)
     ORDER BY ${column} = @id DESC LIMIT 2`,
  ).pluck().all({ id }) as string[]
  if (rows.length > 1 && rows[0] !== id) {
    throw new TattleError(
      'nothing-selected', `Several ${noun}s begin with "${id}"; give more of the id ("tattle runs" lists them).`,
    )
  }
  return rows[0]
}

function namedRuns({ runIds }: Selection): readonly string[] {
  return runIds === undefined || runIds === 'all' ? [] : runIds
}

function describe(selection: Selection): string {
  const parts = [
    ...namedRuns(selection).map((id) => `--run ${id}`),
    ...(selection.captureIds ?? []).map((id) => `--capture ${id}`),
    ...(selection.scenario === undefined ? [] : [`--scenario ${selection.scenario}`]),
    ...(selection.consent === undefined ? [] : [`--consent ${selection.consent}`]),
    ...(selection.target === undefined ? [] : [`--target ${selection.target}`]),
  ]
  return parts.length > 0 ? parts.join(' ') : 'a report: it holds no run with a capture'
}

function fail(error: TattleError): never {
  throw error
}
