/**
 * Brings a database of any earlier version to the current one, in one transaction: it is either migrated or as it was.
 *
 * A step changes what `CREATE … IF NOT EXISTS` cannot: columns of tables that exist, and the rows in them. New tables,
 * and all views and triggers, come from schema.sql, which runs after the steps. When the schema changes: raise VERSION,
 * add a step, and keep a dump of the version before as a test's fixture. New columns begin as NULL: the chain's digests
 * leave NULLs out, so that those of older rows still hold (chain.ts).
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type BetterSqlite3 from 'better-sqlite3'
import { TattleError } from '../errors.js'
import { adopt } from './chain.js'
import { version as tattleVersion } from '../version.generated.js'

const SCHEMA_VERSION = 4

/** `tatt`: lets `file` and us tell the database from other SQLite files. */
const APPLICATION_ID = 0x74617474

/** What leads from version `from` to the next. */
export interface MigrationStep {
  readonly from: number
  readonly up: (database: BetterSqlite3.Database) => void
  /** What needs the tables of the new schema; runs when they are there. */
  readonly after?: (database: BetterSqlite3.Database) => void
}

/** Table and column of what version 3 adds. */
const toVersion3: readonly string[] = [
  'analyses ADD COLUMN control TEXT', 'analyses ADD COLUMN lists TEXT', 'requests ADD COLUMN recipient_rule TEXT',
  'leaks ADD COLUMN recipient_rule TEXT', 'leaks ADD COLUMN control TEXT',
  'requests ADD COLUMN action TEXT', 'requests ADD COLUMN action_location TEXT',
  'leaks ADD COLUMN action TEXT', 'leaks ADD COLUMN action_location TEXT',
]

/** What an analysis took its capture for. */
const toVersion4: readonly string[] = [
  'path TEXT', 'scenario TEXT', "target TEXT CHECK (target IN ('live', 'stand-in'))", 'site TEXT', 'first_party TEXT',
  'persona TEXT', "coverage TEXT CHECK (coverage IN ('full', 'limited', 'broken'))", 'coverage_reasons TEXT', 'blind_spots TEXT',
].map((column) => `analyses ADD COLUMN ${column}`)

export const STEPS: readonly MigrationStep[] = [
  { from: 1, up: () => {}, after: adopt }, // the chain of custody begins with what is there
  { from: 2, up: addColumns(toVersion3) },
  { from: 3, up: addColumns(toVersion4) },
]

function addColumns(columns: readonly string[]): (database: BetterSqlite3.Database) => void {
  return (database) => columns.forEach((column) => database.exec(`ALTER TABLE ${column}`))
}

export interface Schema {
  readonly version: number
  readonly steps: readonly MigrationStep[]
  readonly sql: string
}

/** The schema of this version, as it lies beside this file. */
export function currentSchema(): Schema {
  const sql = readFileSync(fileURLToPath(new URL('schema.sql', import.meta.url)), 'utf8')
  return { version: SCHEMA_VERSION, steps: STEPS, sql }
}

/**
 * The version of a database; 0 where it is still empty. Throws `database-unreadable` where it is somebody else's.
 */
export function versionOf(database: BetterSqlite3.Database, file: string): number {
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all()
  if (tables.length === 0) return 0
  const stored = tables.includes('meta') && database.pragma('application_id', { simple: true }) === APPLICATION_ID
    ? Number(database.prepare("SELECT value FROM meta WHERE key = 'schema_version'").pluck().get())
    : NaN
  if (Number.isInteger(stored) && stored > 0) return stored
  throw new TattleError(
    'database-unreadable',
    `The database ${file} is an SQLite file, but not a findings database; give --db another path.`,
  )
}

/** Whether it must be migrated before it can be read. Throws as `migrate` does. */
export function isOlder(database: BetterSqlite3.Database, file: string): boolean {
  return !isCurrent(database, file, SCHEMA_VERSION)
}

/**
 * Makes the schema, or brings it up to date. Does nothing where it is current. Throws `database-newer` where a later
 * version of tattle made it; `database-unreadable` where it is not ours.
 */
export function migrate(database: BetterSqlite3.Database, file: string, schema: Schema = currentSchema()): void {
  if (isCurrent(database, file, schema.version)) return
  database.transaction(() => {
    // Another process may have been here between the look and the lock.
    if (isCurrent(database, file, schema.version)) return
    const found = versionOf(database, file)
    if (found > 0) dropDerived(database, schema.sql)
    const steps: MigrationStep[] = []
    for (let version = found; version > 0 && version < schema.version; version++) {
      const step = stepFrom(version, schema, file)
      step.up(database)
      steps.push(step)
    }
    database.exec(schema.sql)
    for (const step of steps) step.after?.(database)
    const set = database.prepare(
      'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    )
    set.run('schema_version', String(schema.version))
    set.run('tattle_version', tattleVersion)
    if (found === 0) set.run('created_at', new Date().toISOString())
    database.pragma(`application_id = ${APPLICATION_ID}`)
  }).immediate()
}

/** One sentence for each view of ours that is not there, or shows something else than schema.sql has it show, and for each trigger beside ours. */
export function schemaFaults(database: BetterSqlite3.Database, schema: Schema = currentSchema()): string[] {
  const text = database.prepare("SELECT sql FROM sqlite_master WHERE type = 'view' AND name = ?").pluck()
  return [
    ...[...schema.sql.matchAll(/^CREATE VIEW (\w+)[^;]*/gm)].filter(([view, name]) => text.get(name) !== view)
      .map(([, name]) => `The view ${name} was changed: what reports read is not what the rows say.`),
    ...triggerFaults(database, schema),
  ]
}

/** One sentence for each trigger on a table or view of ours that schema.sql does not make. */
export function triggerFaults(database: BetterSqlite3.Database, { sql }: Schema = currentSchema()): string[] {
  const ours = new Set([...sql.matchAll(/^CREATE (?:TABLE IF NOT EXISTS|VIEW) (\w+)/gm)].map(([, name]) => name))
  const made = withoutGaps(sql)
  const found = database.prepare("SELECT name, tbl_name AS of, sql FROM sqlite_master WHERE type = 'trigger'").all() as { name: string; of: string; sql: string }[]
  return found.filter((trigger) => ours.has(trigger.of) && !made.includes(`${withoutGaps(trigger.sql)};`))
    .map(({ name }) => `The trigger ${name} is none of tattle's: it can change what is written.`)
}

function withoutGaps(sql: string): string {
  return sql.replaceAll(/\s+/g, ' ')
}

function isCurrent(database: BetterSqlite3.Database, file: string, version: number): boolean {
  const found = versionOf(database, file)
  if (found > version) {
    throw new TattleError(
      'database-newer',
      `The database ${file} was made by a newer version of tattle (schema ${found}, this one knows ${version}); ` +
      'update tattle, or give --db another path.',
    )
  }
  return found === version
}

function stepFrom(version: number, schema: Schema, file: string): MigrationStep {
  const step = schema.steps.find(({ from }) => from === version)
  if (step === undefined) {
    throw new TattleError(
      'database-unreadable',
      `The database ${file} has schema ${version}, from which nothing leads to ${schema.version}; give --db a new ` +
      'path and analyse the captures again.',
    )
  }
  return step
}

/** Ours name columns that a step may change; schema.sql makes them anew. A user's own views stay. */
function dropDerived(database: BetterSqlite3.Database, sql: string): void {
  for (const [, type, name] of sql.matchAll(/^CREATE (VIEW|TRIGGER) (\w+)/gm)) {
    database.exec(`DROP ${type} IF EXISTS ${name}`)
  }
}
