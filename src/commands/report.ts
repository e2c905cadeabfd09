/** `tattle report` and `tattle runs`: what the database holds, without analysing again. */
import { createWriteStream, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { once } from 'node:events'
import type { ReportFlags, SelectionFlags } from './flags.js'
import { isTattleError, TattleError, toMessage } from '../errors.js'
import { makeFolder } from '../folder.js'
import type { ConsentState, Report, Target } from '../model.js'
import type { Presentation, Reporter } from '../report/reporter.js'
import { reporters } from '../report/reporters.generated.js'
import { summarise } from '../report/summary.js'
import { toTerminal } from '../report/text.js'
import { isLanguage, LANGUAGES, wordsOf } from '../report/words/languages.js'
import type { RunListing, Selection } from '../store/store.js'
import { illustrate } from './illustrate.js'
import { askedOf, EXIT, exitOf, isSameFile, storeToRead, tell, withCustody } from './outcome.js'

/** A page holds the full proof of the worst findings of each recipient; `tattle view` has that of all. */
export const PAGE = { mostPerRecipient: 8 } as const

export async function report(flags: ReportFlags): Promise<number> {
  const format = flags.format ?? (flags.json ? 'json' : 'html')
  const reporter = reporters[format]
  if (reporter === undefined) {
    throw new TattleError('usage', `There is no format "${format}"; formats are ${Object.keys(reporters).join(', ')}.`)
  }
  if (flags.json && format !== 'json') throw new TattleError('usage', `--json and --format ${format} say different things; give one of them.`)
  const language = flags.language ?? 'en'
  if (!isLanguage(language)) {
    throw new TattleError('usage', `There is no language "${language}"; languages are ${LANGUAGES.join(', ')}.`)
  }
  const store = storeToRead(flags)
  try {
    if (flags.out !== undefined && isSameFile(store.file, flags.out)) {
      throw new TattleError('usage', `${flags.out} is the database; name another file with --out.`)
    }
    const whole = withCustody(store.report(toSelection(flags), (facts) => summarise(facts, wordsOf(language))), store)
    const presentation: Presentation = {
      language, ...(format === 'html' ? { illustration: await illustrate(whole, PAGE) } : {}),
    }
    const out = flags.out ?? (format === 'html' ? 'reports/index.html' : '-')
    if (out === '-') await reporter.write(whole, process.stdout, presentation)
    else {
      await writeReport(reporter, whole, out, presentation)
      if (!flags.quiet) process.stderr.write(`${out}\n`)
    }
    // Without a row it looks like nothing to be told of.
    if (format === 'csv' && !flags.quiet) process.stderr.write(`tattle: CSV holds the leaks alone. ${toTerminal(whole.summary, 4_000)}\n`)
    return flags.failOn === undefined || flags.failOn === 'never' ? EXIT.done : exitOf(whole, flags.failOn)
  } finally {
    store.close()
  }
}

/**
 * Written beside its place and moved there when it is whole; a pipe or a device is written into, and a link stays one. `option`
 * is what named the place. Throws `output-unwritable`.
 */
export async function writeReport(
  reporter: Reporter, whole: Report, file: string, presentation: Presentation = {}, option = '--out',
): Promise<void> {
  let unfinished: string | undefined
  try {
    makeFolder(dirname(resolve(file)))
    const there = statSync(file, { throwIfNoEntry: false })
    const isMoved = there === undefined || there.isFile() || there.isDirectory()
    const place = there?.isFile() === true ? realpathSync(file) : file
    unfinished = isMoved ? `${place}.${process.pid}.part` : undefined
    const stream = createWriteStream(unfinished ?? file)
    await once(stream, 'open')
    stream.on('error', () => { /* told by what waits for it, and by nobody else */ })
    await reporter.write(whole, stream, presentation)
    stream.end()
    await once(stream, 'finish')
    if (unfinished !== undefined) renameSync(unfinished, place)
  } catch (error) {
    const cause = isTattleError(error) && error.cause !== undefined ? error.cause : error
    try {
      if (unfinished !== undefined) rmSync(unfinished, { force: true })
    } catch { /* where nothing can be written there is nothing to remove */ }
    throw new TattleError('output-unwritable', `The report cannot be written to ${file} (${toMessage(cause)}); name another place with ${option}.`, { cause })
  }
}

export async function runs(flags: SelectionFlags): Promise<number> {
  const store = storeToRead(flags)
  try {
    const listed = store.runs().map((run) => ({ ...run, captures: run.captures.filter((capture) => fits(capture, flags)) }))
    const latest = listed.find(({ captures }) => captures.length > 0)?.runId
    const run = flags.run === 'latest' ? latest : flags.run
    const chosen = listed.filter(({ runId, captures }) =>
      (run === undefined || runId.startsWith(run)) && (captures.length > 0 || !narrows(flags)))
    if (chosen.length === 0 && (flags.run !== undefined || narrows(flags))) {
      throw new TattleError('nothing-selected', `No run in ${store.file} fits that; "tattle runs" alone lists what there is.`)
    }
    tell(flags, chosen, chosen.flatMap(toLines))
    return EXIT.done
  } finally {
    store.close()
  }
}

function counted(count: number, what: string, several = `${what}s`): string {
  return `${count} ${count === 1 ? what : several}`
}

function toLines(run: RunListing): string[] {
  const label = run.label === null ? '' : `  ${toTerminal(run.label)}`
  return [
    `${run.runId}  ${run.startedAt}  ${run.command}${label}`,
    ...(run.lost > 0 ? [`  inconclusive: of ${counted(run.lost, 'test or input', 'tests or inputs')} nothing is known; "tattle report --run ${run.runId}" says of which`] : []),
    ...run.captures.map(({ captureId, analysisId, target, site, scenario, consentAsked, netlogCount, coverage, verdict, findings, leaks }) =>
      `  capture ${captureId.slice(0, 12)}  analysis ${analysisId.slice(-8)}  ${target}  ${toTerminal(site)}  ${toTerminal(scenario)}  ` +
      `${askedOf({ consentAsked, netlogCount })}  ${coverage}  ${verdict}  ${counted(findings, 'finding')} in ${counted(leaks, 'place')}`),
  ]
}

function narrows({ capture, scenario, consent, target }: SelectionFlags): boolean {
  return [capture, scenario, consent, target].some((flag) => flag !== undefined)
}

function fits(capture: RunListing['captures'][number], flags: SelectionFlags): boolean {
  return (flags.capture === undefined || capture.captureId.startsWith(flags.capture)) &&
    (flags.scenario === undefined || capture.scenario === flags.scenario) &&
    (flags.consent === undefined || capture.consentAsked === flags.consent) &&
    (flags.target === undefined || capture.target === flags.target)
}

export function toSelection(flags: SelectionFlags): Selection {
  return {
    ...(flags.run === undefined ? {} : { runIds: [flags.run] }),
    ...(flags.capture === undefined ? {} : { captureIds: [flags.capture] }),
    ...(flags.scenario === undefined ? {} : { scenario: flags.scenario }),
    ...(flags.consent === undefined ? {} : { consent: flags.consent as ConsentState }),
    ...(flags.target === undefined ? {} : { target: flags.target as Target }),
  }
}
