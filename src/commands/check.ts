/**
 * `tattle check`: holds the latest run (or what is selected) against the baseline and the policy, and says what is new.
 */
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { CheckFlags } from './flags.js'
import { readBaseline, readBaselines, readRules, writeBaseline, writeRules, type Baseline } from '../check/baseline.js'
import { check as compare, groupKey, groupsOf, stateOf, type Group } from '../check/check.js'
import type { Threshold } from '../check/policy.js'
import { checkLines } from '../check/print.js'
import { toUpdates, type Update } from '../check/update.js'
import { readConfig } from '../config/config.js'
import { isTattleError, TattleError } from '../errors.js'
import { lazily } from '../lazily.js'
import { isLost } from '../lost.js'
import type { CheckRecord, CheckState, DiagnosticRecord, Report } from '../model.js'
import { analyzeInput } from '../pipeline.js'
import { begunAfter } from '../playwright/begun.js'
import { loadModule } from '../playwright/load-module.js'
import { reporters } from '../report/reporters.generated.js'
import { summarise } from '../report/summary.js'
import { toTerminal } from '../report/text.js'
import { rulesDigest } from '../rules-digest.js'
import { ruleDigests } from '../rules.generated.js'
import type { Store } from '../store/store.js'
import { DEFAULT_DATABASES, isSameFile, storeToRead, tell, withCustody } from './outcome.js'
import { toSelection, writeReport } from './report.js'

export async function check(flags: CheckFlags): Promise<number> {
  const outputs = flags.report.map(toOutput)
  if (flags.updateBaseline && outputs.length > 0) {
    throw new TattleError('usage', 'With --update-baseline nothing is held against the baseline, so that --report has nothing to tell; check again without it.')
  }
  const config = await readConfig(flags.config, loadModule)
  const folder = flags.baseline ?? config.baselineFolder
  const store = storeToRead(flags)
  try {
    const own = outputs.find(({ file }) => isSameFile(store.file, file))
    if (own !== undefined) throw new TattleError('usage', `--report ${own.format}=${own.file} would be written over the database; name another file.`)
    const whole = withOthers(withCustody(store.report(toSelection(flags), summarise), store), flags, store.file)
    const report = withBegun(withLater(whole, store, flags), flags, store.file)
    const baselines = baselinesOf(report, folder, flags)
    const failOn = (flags.failOn as Threshold | undefined) ?? config.policy.failOn ?? 'medium'
    const today = new Date().toISOString().slice(0, 10)
    const rules = { digest: rulesDigest, now: ruleDigests, known: readRules(folder) }
    const input = { report, policy: config.policy, failOn, today, rules }
    if (flags.updateBaseline) {
      const judged = compare({ ...input, baselines: new Map(), seenBefore: new Map() })
      return update(report, judged, { baselines, folder, today, expireDays: config.policy.expireDays, flags })
    }
    const seenBefore = await seenInBaselines(report, baselines, store)
    const record = compare({ ...input, baselines, seenBefore })
    const checked: Report = { ...report, check: record }
    for (const { format, file } of outputs) await writeOutput(checked, format, file)
    if (flags.json) await reporters['json']?.write(checked, process.stdout)
    else if (!flags.quiet) {
      process.stdout.write(`${checkLines(checked, record).map((line) => toTerminal(line, 2000)).join('\n')}\n`)
    }
    return record.exit
  } finally {
    store.close()
  }
}

/** A suite may visit a live site and a stand-in, and what it shows of them lies in two databases; nobody vouches for both. */
function withOthers(report: Report, flags: CheckFlags, file: string): Report {
  if (flags.db !== undefined || flags.target !== undefined) return report
  const others = Object.values(DEFAULT_DATABASES).filter((other) => existsSync(other) && !isSameFile(other, file))
  return others.reduce((whole, other) => {
    const store = storeToRead({ db: other, quiet: true })
    try {
      const known = new Set(store.runs().map(({ runId }) => runId))
      const runIds = report.runs.map(({ runId }) => runId).filter((runId) => known.has(runId))
      return runIds.length === 0 ? whole : together(whole, store.report({ ...toSelection(flags), runIds }, summarise))
    } catch (error) {
      if (isTattleError(error) && error.code === 'nothing-selected') return whole
      throw error
    } finally {
      store.close()
    }
  }, report)
}

function together({ custody: _custody, ...one }: Report, other: Report): Report {
  const verdicts = [one.verdict, other.verdict]
  const coverages = [one.coverage, other.coverage]
  const facts: Report = {
    ...one,
    verdict: (['leaks', 'inconclusive'] as const).find((verdict) => verdicts.includes(verdict)) ?? 'none-observed',
    coverage: (['broken', 'limited'] as const).find((coverage) => coverages.includes(coverage)) ?? 'full',
    target: one.target === other.target ? one.target : 'mixed',
    captures: [...one.captures, ...other.captures],
    findings: [...one.findings, ...other.findings],
    diagnostics: [...new Map([...one.diagnostics, ...other.diagnostics].map((each) => [JSON.stringify(each), each])).values()],
  }
  return { ...facts, summary: summarise(facts) }
}

const WHY_UNFINISHED = 'it was stopped, goes on, or could not be written'
const WHY_UNHEARD = 'it had no reporter of tattle (--reporter takes the place of those in the configuration), or wrote a blob ' +
  'report that has not been merged'

/** The latest run is not the one to check where a later one has left nothing. */
function withBegun(report: Report, { run, capture }: CheckFlags, file: string): Report {
  if (run !== undefined || capture !== undefined) return report
  const latest = report.runs.map(({ startedAt }) => startedAt).sort().at(-1) ?? ''
  const diagnostics = begunAfter(dirname(file), latest).map(({ begun, isHeard }): DiagnosticRecord => ({
    analysisId: null, captureId: null, runId: report.runs.at(-1)?.runId ?? '', code: 'run-unfinished', entry: null,
    message: `A run that began at ${begun} has left nothing here: ${isHeard ? WHY_UNFINISHED : WHY_UNHEARD}. This is of ` +
      'the run before; run it again, or name this one with --run.',
  }))
  return withLosses(report, diagnostics)
}

/** Of a later run that has nothing of what is asked for, what it lost, or all that it says where it has nothing at all: that may be it. */
function withLater(report: Report, store: Store, { run, capture }: CheckFlags): Report {
  const latest = store.runs()[0]?.runId
  if (run !== undefined || capture !== undefined || latest === undefined || report.runs.some(({ runId }) => runId === latest)) return report
  const { captures, diagnostics } = store.report({ runIds: [latest] }, summarise)
  return withLosses(report, captures.length > 0 ? diagnostics.filter(isLost) : diagnostics.map((one) => ({ ...one, code: 'run-unfinished' })))
}

function withLosses(report: Report, diagnostics: readonly DiagnosticRecord[]): Report {
  if (diagnostics.length === 0) return report
  const verdict = report.verdict === 'none-observed' ? 'inconclusive' : report.verdict
  const facts: Report = { ...report, verdict, coverage: 'broken', diagnostics: [...report.diagnostics, ...diagnostics] }
  return { ...facts, summary: summarise(facts) }
}

/** Those of the report's scenarios, and where it is of a whole run, those of the others. */
function baselinesOf(report: Report, folder: string, { capture, scenario: chosen, consent }: CheckFlags): Map<string, Baseline> {
  const scenarios = new Set(report.captures.map(({ scenario }) => scenario))
  const own = [...scenarios].flatMap((scenario) => readBaseline(folder, scenario) ?? [])
  const isPart = [capture, chosen, consent].some((flag) => flag !== undefined)
  const others = isPart ? [] : readBaselines(folder).filter(({ scenario }) => !scenarios.has(scenario))
  return new Map([...own, ...others].map((baseline) => [baseline.scenario, baseline]))
}

/** Where the rules have changed and a baseline's captures are still there, what the present rules find in them. */
async function seenInBaselines(
  report: Report, baselines: ReadonlyMap<string, Baseline>, store: Store,
): Promise<Map<string, ReadonlySet<string>>> {
  const seen = new Map<string, ReadonlySet<string>>()
  const pathOf = toPathOf(store)
  for (const group of groupsOf(report)) {
    const baseline = baselines.get(group.scenario)
    const state = baseline === undefined ? undefined : stateOf(baseline, group)
    if (state === undefined || state.rules === rulesDigest) continue
    const fingerprints = await fingerprintsIn(state.captures, pathOf)
    if (fingerprints !== null) seen.set(groupKey(group.scenario, group.consentAsked), fingerprints)
  }
  return seen
}

/** Null unless every one of the captures is at hand. */
async function fingerprintsIn(
  captureIds: readonly string[], pathOf: ReturnType<typeof toPathOf>,
): Promise<Set<string> | null> {
  const fingerprints = new Set<string>()
  for (const captureId of captureIds) {
    const path = pathOf(captureId)
    if (path === null || !existsSync(path)) return null
    try {
      for (const { leaks } of await analyzeInput(path, { runId: 'baseline' })) {
        for (const { fingerprint } of leaks) fingerprints.add(fingerprint)
      }
    } catch (error) {
      if (isTattleError(error)) return null // as if it were not there
      throw error
    }
  }
  return captureIds.length === 0 ? null : fingerprints
}

/** Where a capture lies; null where the database has none or does not know. Asked for none, it reads nothing. */
function toPathOf(store: Store): (captureId: string) => string | null {
  const paths = lazily(() => new Map(
    store.runs().toReversed().flatMap(({ captures }) => captures.map(({ captureId, path }) => [captureId, path]))))
  return (captureId) => paths().get(captureId) ?? null
}

interface UpdateContext {
  readonly baselines: ReadonlyMap<string, Baseline>
  readonly folder: string
  readonly today: string
  readonly expireDays: number
  readonly flags: CheckFlags
}

function update(report: Report, judged: CheckRecord, context: UpdateContext): number {
  const { baselines, folder, today, expireDays, flags } = context
  const states = new Map(judged.findings.map(({ fingerprint, scenario, consentAsked, state }) =>
    [`${groupKey(scenario, consentAsked)} ${fingerprint}`, state]))
  const stateIn = (fingerprint: string, { scenario, consentAsked }: Group): CheckState | undefined =>
    states.get(`${groupKey(scenario, consentAsked)} ${fingerprint}`)
  const updates = toUpdates(report, baselines, { today, expireDays, rules: rulesDigest, stateOf: stateIn })
  const lines: string[] = []
  const written: object[] = []
  let isWhole = updates.length > 0
  const hasStates = ({ baseline }: Update): boolean => Object.keys(baseline.states).length > 0
  if (updates.some(hasStates)) writeRules(folder, rulesDigest, ruleDigests)
  for (const one of updates) {
    const { baseline, changes, kept } = one
    const isWritten = hasStates(one)
    const file = isWritten ? writeBaseline(folder, baseline) : null
    if (file !== null) lines.push(file)
    written.push({ scenario: baseline.scenario, file, changes, kept })
    lines.push(...changes.map(({ sign, line }) => `  ${sign} ${line}`), ...kept.map((line) => `  ! ${line}`))
    if (changes.length === 0 && kept.length === 0) {
      lines.push(baselines.has(baseline.scenario) ? '  = nothing has changed' : '  = no leaks; the first baseline of this scenario')
    }
    isWhole &&= kept.length === 0
  }
  const lost = report.diagnostics.filter(isLost).map(({ message }) => message)
  lines.push(...lost.map((message) => `! ${message}`))
  tell(flags, { baselines: written }, lines.map((line) => toTerminal(line, 1000)))
  return isWhole && lost.length === 0 ? 0 : 3
}

function toOutput(text: string): { readonly format: string; readonly file: string } {
  const [, format = '', file = ''] = /^([^=]*)=(.+)$/.exec(text) ?? []
  if (reporters[format] !== undefined) return { format, file }
  throw new TattleError('usage', `--report takes format=file, as in --report sarif=reports/tattle.sarif; "${text}" is not ` +
    `that. Formats are ${Object.keys(reporters).join(', ')}.`)
}

async function writeOutput(report: Report, format: string, file: string): Promise<void> {
  const reporter = reporters[format]
  if (reporter === undefined) return
  if (file === '-') await reporter.write(report, process.stdout)
  else await writeReport(reporter, report, file, {}, '--report')
}
