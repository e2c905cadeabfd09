/**
 * The sink of a run, as Playwright sees it: which attempt of a test counts, when what it left is filed, and what is said at
 * the end. It analyses nothing, and nothing that goes wrong here fails the user's suite.
 */
import { rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type {
  FullConfig, FullResult, Reporter, Suite, TestCase, TestResult, TestStep,
} from 'playwright/types/testReporter'
import { targetOf } from '../capture/environment.js'
import { chromium } from '../capture/playwright.js'
import { DEFAULT_DATABASES } from '../commands/outcome.js'
import { configIn } from '../config/config.js'
import { toMessage } from '../errors.js'
import { newId } from '../new-id.js'
import type { CaptureRecord } from '../model.js'
import { shownPath } from '../paths.js'
import { createWorkFolder } from '../unfinished.js'
import { version } from '../version.generated.js'
import { noteBegun } from './begun.js'
import { createCaptured, type Captured } from './captured.js'
import type { HandedOver } from './handover.js'
import { createProgress, type Progress } from './progress.js'
import { readAnalysed, settle, writeRun, type Settled } from './run-database.js'
import { createRunNotes, type RunNotes } from './run-notes.js'
import { blindSpotOf, OWN_BROWSER } from './suite/blind-spots.js'
import { listenToCalls } from './suite/calls.js'
import { HEARD, readSettings, SPOOL, type RunSettings } from './settings.js'

export interface ReporterOptions {
  /** Findings database; absent: reports/findings.sqlite, or reports/stand-in.sqlite for a stand-in. */
  readonly database?: string
  /** Folder for captures; absent: reports/captures. */
  readonly captures?: string
  readonly label?: string
}

/** What the run came to, left in the file that `RunSettings.result` names. */
export interface RunResult {
  readonly runId: string
  readonly databases: readonly string[]
  /** Files with one `Analysed` each. */
  readonly analysed: readonly string[]
  /** Captures of control walks. */
  readonly controls: readonly CaptureRecord[]
  readonly failures: readonly { readonly title: string; readonly location: string; readonly message: string }[]
  /** Sentences for the user. */
  readonly messages: readonly string[]
  readonly status: FullResult['status']
}

/** One attempt of a test, with its files under names that Playwright does not clean up. */
interface Attempt {
  readonly test: TestCase
  readonly result: TestResult
  readonly parts: readonly HandedOver[]
}

const OUTSIDE = 'Playwright met an error outside of the tests, so what tests that did not run would have sent was not seen.'
const NO_PAGE = 'No test of this run opened a page, so nothing is known of what the site sends.'
const SETUP_BROWSER = 'The set-up or tear-down of the run starts or connects to a browser of its own'
const FOREIGN = 'their files import `test` from elsewhere than tattle/playwright, or a hook failed before them'

export default class TattleReporter implements Reporter {
  readonly #settings: RunSettings
  readonly #options: ReporterOptions
  readonly #runId: string
  readonly #startedAt: string
  readonly #spool: string
  readonly #progress: Progress
  readonly #notes: RunNotes
  readonly #captured: Captured
  #endBegun: ReturnType<typeof noteBegun> = () => undefined
  readonly #failures: RunResult['failures'][number][] = []
  /** Where the suite's own server is, for a run of which nothing else is known. */
  #baseUrl: string | null = null
  /** Those that are to run. */
  #tests: readonly TestCase[] = []
  #hasError = false
  /** Attempts that a retry may still replace. */
  readonly #pending = new Map<string, Attempt>()

  constructor(options: ReporterOptions = {}) {
    this.#settings = readSettings()
    this.#options = options
    this.#runId = this.#settings.runId ?? newId()
    this.#startedAt = this.#settings.startedAt ?? new Date().toISOString()
    this.#spool = createWorkFolder('tattle-reporter', this.#settings.output ?? undefined)
    this.#progress = createProgress(this.#isAudit())
    this.#notes = createRunNotes(this.#runId)
    this.#captured = createCaptured({
      spool: this.#spool, folder: join(options.captures ?? this.#settings.captures, this.#runId), runId: this.#runId,
      notes: this.#notes,
    })
    process.env[SPOOL] = this.#spool
    process.env[HEARD] = this.#runId
    if (!this.#isAudit()) this.#hearSetup()
  }

  /** What runs in this process is the set-up and tear-down of the whole run: signing in, mostly. */
  #hearSetup(): void {
    listenToCalls(chromium, {
      begun: (call) => {
        const spot = blindSpotOf(call)
        if (spot?.startsWith(OWN_BROWSER) === true) this.#notes.say('test-without-capture', spot.replace(OWN_BROWSER, SETUP_BROWSER))
      },
      ended: () => undefined,
    })
  }

  /** In a suite of one's own, Playwright's usual reporter goes on printing. */
  printsToStdio(): boolean {
    return this.#isAudit()
  }

  onBegin({ projects, reporter, configFile }: FullConfig, suite: Suite): void {
    if (!this.#isAudit() && configFile !== undefined) this.#sayIfUnread(dirname(configFile))
    this.#endBegun = noteBegun(this.#folder(), this.#runId, this.#startedAt)
    if (reporter.some(([name]) => name === 'blob')) delete process.env[SPOOL] // what travels is attached
    this.#baseUrl = projects.find(({ use }) => use.baseURL)?.use.baseURL ?? null
    this.#tests = suite.allTests()
    this.#progress.expect(this.#tests.length)
  }

  onTestBegin(test: TestCase): void {
    this.#progress.start(nameOf(test))
  }

  onStepBegin(test: TestCase, _result: TestResult, step: TestStep): void {
    if (step.category === 'test.step') this.#progress.step(nameOf(test), step.title)
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    this.#guard(() => {
      const attempt = { test, result, parts: this.#captured.take(test, result) }
      const before = this.#pending.get(test.id)
      if (before !== undefined) this.#captured.replaced(nameOf(test), before.parts, before.result)
      if (isFinal(test, result)) {
        this.#pending.delete(test.id)
        this.#file(attempt)
      } else {
        this.#pending.set(test.id, attempt)
      }
    })
  }

  onError(error: { readonly message?: string }): void {
    this.#failures.push({ title: 'The run', location: '', message: plain(error.message ?? 'failed without a message') })
    this.#hasError = true
  }

  async onEnd(result: FullResult): Promise<void> {
    if (!this.#isAudit() && isListing(result, this.#tests)) {
      this.#endBegun(false)
      rmSync(this.#spool, { recursive: true, force: true })
      return
    }
    for (const attempt of this.#pending.values()) this.#file(attempt) // its retry never came
    await this.#captured.filed()
    this.#guard(() => this.#captured.fileLate())
    await this.#captured.filed()
    const notRun = this.#tests.filter(didNotRun)
    for (const test of notRun) this.#notes.notRun(nameOf(test))
    this.#notes.conclude()
    if (!this.#isAudit()) this.#sayIfNothing(notRun.length === this.#tests.length)
    this.#progress.end()
    const settled = this.#guard(() => settle(this.#captured.analysed)) ?? { analysed: [], controls: [] }
    const written = this.#guard(() => this.#write(settled))
    if (written !== undefined) this.#guard(() => this.#endBegun())
    const databases = written ?? []
    this.#guard(() => this.#leaveResult(result, settled, databases))
    if (!this.#isAudit()) this.#sayWhatHappened(settled, databases)
  }

  /** A configuration counts where commands are started, which need not be where Playwright's lies. */
  #sayIfUnread(folder: string): void {
    const file = configIn(process.cwd()) === undefined ? configIn(folder) : undefined
    if (file === undefined) return
    this.#notes.say('config-unread', `The configuration ${shownPath(file)} was not read, because the run was not started in its ` +
      'folder; start the run and the check there, or move the file to where they are started.')
  }

  /** Of a run that says nothing there are no rows, and a check would look at the run before. */
  #sayIfNothing(ranNone: boolean): void {
    if (this.#hasError && ranNone) this.#notes.say('test-without-capture', OUTSIDE)
    else if (this.#captured.analysed.length === 0 && this.#notes.messages().length === 0) this.#notes.say('test-without-capture', NO_PAGE)
  }

  /** Whether a command of ours started the run, and prints in its place. */
  #isAudit(): boolean {
    return this.#settings.result !== null
  }

  #file({ test, result, parts }: Attempt): void {
    this.#progress.finish(nameOf(test))
    const hasFailed = result.status !== 'skipped' && result.status !== test.expectedStatus
    if (hasFailed) {
      const message = plain(result.errors[0]?.message ?? result.status)
      this.#failures.push({ title: nameOf(test), location: placeOf(test), message })
    }
    if (parts.length === 0 && hasFailed) this.#notes.failed(nameOf(test))
    else if (parts.length === 0 && result.status !== 'skipped') this.#notes.without(nameOf(test), FOREIGN)
    this.#captured.file(nameOf(test), parts, result, hasFailed)
  }

  #write(settled: Settled): string[] {
    const baseUrl = this.#settings.baseUrl ?? this.#baseUrl
    return writeRun({
      ...settled,
      run: {
        runId: this.#runId, command: this.#settings.command, label: this.#options.label ?? this.#settings.label,
        startedAt: this.#startedAt, endedAt: new Date().toISOString(),
        tattleVersion: version, nodeVersion: process.version, exitCode: null,
      },
      diagnostics: this.#notes.diagnostics(),
      database: this.#options.database ?? this.#settings.database,
      target: baseUrl === null && !this.#isAudit() ? null : targetOf([], baseUrl),
    })
  }

  /** Where the database will be, whichever it is. */
  #folder(): string {
    return dirname(this.#options.database ?? this.#settings.database ?? DEFAULT_DATABASES.live)
  }

  #leaveResult({ status }: FullResult, { analysed, controls }: Settled, databases: readonly string[]): void {
    if (this.#settings.result === null) return
    const result: RunResult = {
      runId: this.#runId, databases, analysed, controls: controls.map(({ capture }) => capture),
      failures: this.#failures, messages: this.#notes.messages(), status,
    }
    writeFileSync(this.#settings.result, JSON.stringify(result), { mode: 0o600 })
  }

  #sayWhatHappened({ analysed }: Settled, databases: readonly string[]): void {
    const leaks = analysed.reduce((sum, file) => sum + readAnalysed(file).leaks.length, 0)
    for (const message of this.#notes.messages()) process.stderr.write(`tattle: ${message}\n`)
    if (databases.length > 0) {
      const count = `${analysed.length} capture${analysed.length === 1 ? '' : 's'}, ${leaks} leak${leaks === 1 ? '' : 's'}`
      process.stderr.write(`tattle: ${count}, written to ${databases.join(', ')} (tattle report)\n`)
    }
    rmSync(this.#spool, { recursive: true, force: true })
  }

  #guard<T>(work: () => T): T | undefined {
    try {
      return work()
    } catch (error) {
      const message = `The findings of this run could not be kept: ${toMessage(error)}`
      this.#notes.say('run-unkept', message)
      if (this.#isAudit()) process.stderr.write(`tattle: ${message}\n`)
      return undefined
    }
  }
}

/** The last retry counts. */
function isFinal(test: TestCase, result: TestResult): boolean {
  return result.status === test.expectedStatus || result.status === 'skipped' || result.retry >= test.retries
}

/** `--list` tells which tests there are: none was to run, and nothing went wrong. */
function isListing({ status }: FullResult, tests: readonly TestCase[]): boolean {
  return status === 'passed' && tests.length > 0 && tests.every(({ results }) => results.length === 0)
}

/** Neither at all nor by its own wish: the run was stopped, or what it waits for failed. */
function didNotRun({ results, expectedStatus }: TestCase): boolean {
  return expectedStatus !== 'skipped' && results.every(({ status }) => status === 'skipped')
}

/** `booking.de · reject`: the file, the test, and the project that it ran in. */
function nameOf(test: TestCase): string {
  const [, project = '', file = '', ...titles] = test.titlePath()
  const stem = file.replace(/^.*[\\/]/, '').replace(/\.(spec|test)\.[cm]?[jt]sx?$/, '')
  return [stem, titles.join(' › '), project].filter((part) => part !== '').join(' · ')
}

function placeOf(test: TestCase): string {
  return `${shownPath(test.location.file)}:${test.location.line}`
}

/** Without colours; an error of tattle's own is a sentence without its class. */
function plain(message: string): string {
  return message.replace(/\u001b\[[0-9;]*m/g, '').trim().replace(/^TattleError: /, '')
}
