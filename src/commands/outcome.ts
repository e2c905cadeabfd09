/**
 * What commands have in common at their end: which database, what is printed, which exit status.
 */
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { TattleError, toMessage } from '../errors.js'
import { ownFingerprint } from '../evidence/keys.js'
import { makeFolder } from '../folder.js'
import { isLost } from '../lost.js'
import { toJson } from '../report/text.js'
import { bringUpToDate, openStore, type Store } from '../store/store.js'
import { SEVERITIES, type CaptureRecord, type DiagnosticRecord, type Report, type Severity, type Target } from '../model.js'

export const DEFAULT_DATABASES: Readonly<Record<Target, string>> = {
  live: 'reports/findings.sqlite',
  'stand-in': 'reports/stand-in.sqlite',
}

export const EXIT = { done: 0, findings: 1, usage: 2, inconclusive: 3 } as const

/** 1 where a finding is at least as grave as `failOn`, else 3 where some capture is broken or was lost, else 0. */
export function exitOf({ findings, captures, diagnostics }: Pick<Report, 'findings' | 'captures' | 'diagnostics'>, failOn: string): number {
  const deciding = decidingFor(failOn)
  const own = exitFor(captures, findings.some(({ severity, status }) => status !== 'dismissed' && deciding.includes(severity)))
  return own === EXIT.done && diagnostics.some(isLost) ? EXIT.inconclusive : own
}

/**
 * The same of a run whose rows are written, of which no report need be read. Where nothing is to decide, an input that could
 * not be read leaves open only what did not leak.
 */
export function exitOfRun(
  store: Pick<Store, 'hasFinding'>, runId: string, captures: readonly Pick<CaptureRecord, 'coverage'>[],
  diagnostics: readonly DiagnosticRecord[], failOn: string,
): number {
  const deciding = decidingFor(failOn)
  const own = exitFor(captures, deciding.length > 0 && store.hasFinding(runId, deciding))
  if (own !== EXIT.done || !diagnostics.some(isLost)) return own
  return deciding.length === 0 && store.hasFinding(runId, SEVERITIES) ? EXIT.done : EXIT.inconclusive
}

function decidingFor(failOn: string): readonly Severity[] {
  return SEVERITIES.slice(0, SEVERITIES.indexOf(failOn as Severity) + 1)
}

function exitFor(captures: readonly Pick<CaptureRecord, 'coverage'>[], decides: boolean): number {
  if (decides) return EXIT.findings
  return captures.some(({ coverage }) => coverage === 'broken') ? EXIT.inconclusive : EXIT.done
}

/** Which of two exit statuses holds for both: findings decide before what could not be decided. */
export function graver(one: number, other: number): number {
  return [EXIT.usage, EXIT.findings, EXIT.inconclusive].find((status) => one === status || other === status) ?? EXIT.done
}

/** The database to write to; its folder is made. */
export function databaseFor(target: Target, named: string | undefined): string {
  const file = named ?? DEFAULT_DATABASES[target]
  if (file === ':memory:') return file
  try {
    makeFolder(dirname(resolve(file)))
  } catch (cause) {
    throw new TattleError('database-unreadable', `The folder of the database ${file} cannot be made (${toMessage(cause)}); name another place with --db.`, { cause })
  }
  return file
}

/** Makes a folder for captures, or a profile. Throws `output-unwritable`. */
export function makeWritable(folder: string): void {
  try {
    makeFolder(folder)
    accessSync(folder, constants.W_OK)
  } catch (cause) {
    throw new TattleError('output-unwritable', `The folder ${folder} cannot be written to (${toMessage(cause)}); name another place, or start from another folder.`, { cause })
  }
}

/**
 * The database to read: the one named, else that of the target, else the one that was written last; where there were
 * two to choose from, standard error says which. Throws `usage`.
 */
export function databaseToRead(named: string | undefined, target: Target | undefined): string {
  const candidates = named !== undefined ? [named] : target !== undefined ? [DEFAULT_DATABASES[target]] : Object.values(DEFAULT_DATABASES)
  const [found, ...older] = candidates.filter((file) => existsSync(file)).sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  if (found !== undefined) {
    if (older.length > 0) process.stderr.write(`${found} was written last; --target or --db choose ${older.join(' or ')}.\n`)
    return found
  }
  throw new TattleError('usage', `There is no database at ${candidates.join(' or ')}; "tattle audit", "tattle analyze" or a suite with the reporter tattle/playwright/reporter makes one, and --db names another.`)
}

/** The same, opened; of an earlier version, a copy of it, which standard error says. */
export function storeToRead(flags: { readonly db?: string; readonly target?: string; readonly quiet?: true }): Store {
  const store = openStore(databaseToRead(flags.db, flags.target as Target | undefined), { readonly: true })
  if (store.isCopy && !flags.quiet) {
    process.stderr.write(`${store.file} was made by an older version of tattle: a copy of it is read, and it stays as it is.\n`)
  }
  return store
}

/** The same, not opened, for a command that may add to it: of an earlier version, it is brought up to date, and that is said. */
export function databaseToExtend(flags: { readonly db?: string; readonly target?: string; readonly quiet?: true }): string {
  const file = databaseToRead(flags.db, flags.target as Target | undefined)
  if (bringUpToDate(file) && !flags.quiet) {
    process.stderr.write(`${file} was made by an older version of tattle and has been brought up to date; its rows are as they were.\n`)
  }
  return file
}

/** Whether both are the same file, whatever they are called: nothing is written over what is read. */
export function isSameFile(one: string, other: string): boolean {
  try {
    const [a, b] = [one, other].map((file) => statSync(file, { bigint: true }))
    return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev
  } catch {
    return false // One of them is not there, or below something that is no folder: whoever opens it says so.
  }
}

/** The consent state that was asked for; `not-asked` where somebody drove by hand, `imported` where that was elsewhere. */
export function askedOf({ consentAsked, netlogCount }: Pick<CaptureRecord, 'consentAsked' | 'netlogCount'>): string {
  return consentAsked ?? (netlogCount === null ? 'imported' : 'not-asked')
}

/** Prints what a command did: lines for people, or with --json a record. */
export function tell(flags: { readonly quiet?: true; readonly json?: true }, record: object, lines: readonly string[]): void {
  if (flags.json) process.stdout.write(`${toJson(record, 2)}\n`)
  else if (!flags.quiet) process.stdout.write(lines.map((line) => `${line}\n`).join(''))
}

/** The report with the chain of custody as it stands. */
export function withCustody(report: Report, store: Pick<Store, 'head'>): Report {
  const head = store.head()
  return head === null ? report : { ...report, custody: { link: head.link, head: head.digest, keyFingerprint: ownFingerprint() } }
}

/** Prints the report as the command's flags want it, and the head of the chain. `place` is where the rows lie. */
export async function show(
  report: Report, flags: { readonly quiet?: true; readonly json?: true }, place: { database: string; report?: string },
): Promise<void> {
  if (flags.json) {
    const { reporters } = await import('../report/reporters.generated.js')
    await reporters['json']?.write(report, process.stdout)
  } else if (!flags.quiet) {
    const { printSummary } = await import('../report/terminal.js')
    printSummary(report, process.stdout, { color: isColourful(), width: process.stdout.columns ?? 80, ...place })
  }
  showCustody(report, flags)
}

/** Of several databases, one document all the same; the head of each chain on standard error. */
export async function showAsOne(reports: readonly Report[], flags: { readonly quiet?: true; readonly json?: true }): Promise<void> {
  const [only, ...others] = reports
  if (only === undefined) return
  if (others.length === 0) return show(only, flags, { database: '' })
  const { joined } = await import('../store/facts.js')
  const { summarise } = await import('../report/summary.js')
  const facts = joined(reports)
  await show({ ...facts, summary: summarise(facts) }, flags, { database: '' })
  for (const report of reports) showCustody(report, flags)
}

function showCustody({ custody }: Report, flags: { readonly quiet?: true; readonly json?: true }): void {
  if (custody === undefined || flags.quiet) return
  const { link, head, keyFingerprint } = custody
  const lines = [`Chain     link ${link}, head ${head}`, ...(keyFingerprint === null ? [] : [`Key       ${keyFingerprint}`])]
  ;(flags.json ? process.stderr : process.stdout).write(`${lines.join('\n')}\n`)
}

function isColourful(): boolean {
  return process.stdout.isTTY === true && !process.env['NO_COLOR']
}
