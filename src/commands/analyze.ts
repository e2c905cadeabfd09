/** `tattle analyze`: HARs and captures in, rows and a summary out. */
import { join } from 'node:path'
import { newId } from '../new-id.js'
import type { SettledWalks } from '../assess/walks.js'
import type { AnalyzeFlags } from './flags.js'
import { readConfig } from '../config/config.js'
import { statsAt } from '../har/read.js'
import { TattleError } from '../errors.js'
import type { DiagnosticRecord, Report, RunRecord, Target } from '../model.js'
import { readPersona, toValue } from '../persona.js'
import type { Analysis, AnalyzeOptions } from '../analysis.js'
import { readFilterLists } from '../recipient/filter-lists.js'
import { loadModule } from '../playwright/load-module.js'
import { summarise } from '../report/summary.js'
import { toTerminal } from '../report/text.js'
import { openStore, type Store } from '../store/store.js'
import { version } from '../version.generated.js'
import { analyzeInputs, analyzeInTurn, type Outcome } from './inputs.js'
import { planControl } from './control.js'
import { databaseFor, exitOfRun, graver, show, showAsOne, withCustody } from './outcome.js'

/** Exit status. One unreadable input among many is a stored refusal; where none can be read, nothing is written. */
export async function analyze(inputs: readonly string[], flags: AnalyzeFlags): Promise<number> {
  if (inputs.includes('-') && process.stdin.isTTY) {
    throw new TattleError('usage', 'With "-" the HAR is read from standard input, and nothing is piped into it; try "cat file.har | tattle analyze -".')
  }
  const config = await readConfig(flags.config, loadModule)
  const firstParty = flags.firstParty ?? config.firstParty
  const clientIps = flags.clientIp ?? config.clientIps
  const filterLists = flags.filterList ?? config.filterLists ?? []
  readFilterLists(filterLists) // a mistake is told before anything is read
  const run = startRun('analyze', flags.label)
  const options: AnalyzeOptions = {
    runId: run.runId,
    ...(flags.persona === undefined ? {} : { persona: readPersona(flags.persona) }),
    values: flags.value.map(toValue),
    ...(firstParty === undefined ? {} : { firstParty }),
    ...(clientIps === undefined ? {} : { clientIps }),
    filterLists,
    ...(flags.target === undefined ? {} : { target: flags.target as Target }),
    strict: flags.strict ?? false,
  }
  const distinct: string[] = []
  for (const input of new Set(inputs)) distinct.push(await finished(input, run.runId))
  if (flags.resolver !== undefined && !flags.resolveCnames) {
    throw new TattleError('usage', '--resolver says whom to ask; nobody is asked without --resolve-cnames.')
  }
  const aliases = flags.resolveCnames
    ? { aliases: await (await import('./cnames.js')).resolveAliases([...distinct, ...flags.control ?? []], { firstParty, resolver: flags.resolver }) }
    : {}
  const plan = await planControl(distinct, flags, { ...options, ...aliases })
  const mains = await analyzeInputs(distinct, plan.mains, showProgress)
  const controls = plan.controls === null ? [] : await analyzeInTurn(plan.inputs, plan.controls, showProgress)
  const { analysed, refused } = collect([...mains, ...controls], run.runId)
  showProgress('')
  const [first, ...others] = refused
  if (analysed.length === 0 && first !== undefined) {
    throw new TattleError('har-unreadable', [first, ...others].map(({ message }) => message).join('\n        '))
  }

  for (const { message } of refused) process.stderr.write(`tattle: ${toTerminal(message)}\n`)

  // The live sites last: what is asked for next without a word is the database that was written last.
  const byDatabase = new Map<string, Analysis[]>()
  for (const target of ['stand-in', 'live'] as const) {
    const part = analysed.filter(({ rows }) => rows.capture.target === target)
    if (part.length === 0) continue
    const database = databaseFor(target, flags.db)
    byDatabase.set(database, [...byDatabase.get(database) ?? [], ...part])
  }
  let status = 0
  const reports: Report[] = []
  for (const [database, part] of byDatabase) {
    const settled = await settledWalks(part)
    const store = openStore(database, { once: true })
    try {
      // The database is others' again before what was found is read: that takes its time.
      const own = writeEnded(store, run, settled, refused, flags.failOn)
      for (const { close } of part) close()
      status = graver(status, own)
      if (flags.quiet && !flags.json) continue // nobody reads it, and of an archive it takes its time
      const report = withCustody(store.report({ runIds: [run.runId] }, summarise, flags.json ? 'all' : 'some'), store)
      if (flags.json) reports.push(report)
      else await show(report, flags, { database })
    } finally {
      store.close()
    }
  }
  if (flags.json) await showAsOne(reports, flags)
  return status
}

/** Each capture once, and what was refused. */
function collect(outcomes: readonly Outcome[], runId: string): { analysed: Analysis[]; refused: DiagnosticRecord[] } {
  const analysed: Analysis[] = []
  const known = new Set<string>()
  for (const one of outcomes.flatMap(({ analyses }) => analyses)) {
    const { captureId } = one.rows.capture
    if (known.has(captureId)) one.close()
    else analysed.push(one)
    known.add(captureId)
  }
  const refused = outcomes.flatMap((outcome) => outcome.refused)
    .map(({ code, message }): DiagnosticRecord => ({ runId, captureId: null, analysisId: null, code, entry: null, message }))
  return { analysed, refused }
}

/** The folder of a recorder whose run was killed becomes a broken capture; any other input is what it is. */
async function finished(input: string, runId: string): Promise<string> {
  if (statsAt(input)?.isDirectory() !== true) return input
  const { finishLeftover, isLeftover } = await import('../capture/leftovers.js')
  if (!isLeftover(input)) return input
  const { path } = await finishLeftover(input, join('reports/captures', runId))
  process.stderr.write(`tattle: ${input} was left by a run that was killed; it is now the capture ${path}.\n`)
  return path
}

/** What two walks tell of each other, where there are two. */
async function settledWalks(part: readonly Analysis[]): Promise<SettledWalks> {
  const rows = part.map((one) => one.rows)
  if (rows.every(({ walk }) => walk === undefined)) return { mains: rows, controls: [] }
  const { settleWalks } = await import('../assess/walks.js')
  return settleWalks(rows)
}

/** One line that is written over; nothing where standard error is no terminal. */
function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, process.stderr.columns - 1)}`)
}

export function startRun(command: string, label: string | undefined): Omit<RunRecord, 'endedAt' | 'exitCode'> {
  return {
    runId: newId(),
    command,
    label: label ?? null,
    startedAt: new Date().toISOString(),
    tattleVersion: version,
    nodeVersion: process.versions.node,
  }
}

/** Writes a run with all that came of it and its end, in one transaction; its exit status. */
export function writeEnded(
  store: Store, run: Omit<RunRecord, 'endedAt' | 'exitCode'>, { mains, controls }: SettledWalks,
  refused: readonly DiagnosticRecord[], failOn: string,
): number {
  return store.atOnce(() => {
    store.writeWhole(endRun(run), mains, refused)
    for (const { capture, steps } of controls) store.writeCapture(capture, steps)
    const status = exitOfRun(store, run.runId, mains.map(({ capture }) => capture), refused, failOn)
    store.writeRun(endRun(run, status))
    return status
  })
}

function endRun(run: Omit<RunRecord, 'endedAt' | 'exitCode'>, exitCode: number | null = null): RunRecord {
  return { ...run, endedAt: new Date().toISOString(), exitCode }
}
