/**
 * The sink of a run: takes what the workers recorded and analysed, joins the steps to it, files the captures and writes
 * the database, as the only one. It analyses nothing, and nothing that goes wrong here fails the user's suite.
 */
import {
  copyFileSync, existsSync, linkSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import type {
  FullConfig, FullResult, Reporter, Suite, TestCase, TestResult, TestStep,
} from 'playwright/types/testReporter'
import { ulid } from 'ulid'
import { withSteps } from '../assess/steps.js'
import { settleWalks } from '../assess/walks.js'
import type { CaptureStep } from '../capture/manifest.js'
import { targetOf } from '../capture/environment.js'
import { addToCapture } from '../capture/write.js'
import { DEFAULT_DATABASES } from '../commands/outcome.js'
import { toMessage } from '../errors.js'
import { digestCapture } from '../evidence/originals.js'
import { makeFolder } from '../folder.js'
import type { Analysed, CaptureRecord, DiagnosticRecord, RunRecord, StepRecord } from '../model.js'
import { openStore } from '../store/store.js'
import { version } from '../version.generated.js'
import { createProgress, type Progress } from './progress.js'
import type { WorkerResult } from './filing.js'
import { handedOver, type HandedOver } from './handover.js'
import { LATE, readSettings, SPOOL, type RunSettings } from './settings.js'
import { flattenSteps, toPlace, withFiles, withRun } from './steps.js'
import { toPeelingHider } from './suite/hide.js'
import { maskedTitle } from './suite/mask.js'
import { secretValues } from './suite/secret.js'

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

export default class TattleReporter implements Reporter {
  readonly #settings: RunSettings
  readonly #options: ReporterOptions
  readonly #runId: string
  readonly #startedAt: string
  readonly #spool: string
  readonly #progress: Progress
  readonly #analysed: string[] = []
  readonly #controls: { readonly capture: CaptureRecord; readonly steps: readonly StepRecord[] }[] = []
  readonly #failures: RunResult['failures'][number][] = []
  readonly #messages: string[] = []
  readonly #diagnostics: DiagnosticRecord[] = []
  /** Why tests have no capture, and which. */
  readonly #without = new Map<string, string[]>()
  /** All attempts so far, by test: a context may belong to several. */
  readonly #results = new Map<string, TestResult[]>()
  /** Where the suite's own server is, for a run of which nothing else is known. */
  #baseUrl: string | null = null
  /** Attempts that a retry may still replace. */
  readonly #pending = new Map<string, Attempt>()
  #queue: Promise<void> = Promise.resolve()
  #files = 0

  constructor(options: ReporterOptions = {}) {
    this.#settings = readSettings()
    this.#options = options
    this.#runId = this.#settings.runId ?? ulid()
    this.#startedAt = this.#settings.startedAt ?? new Date().toISOString()
    this.#spool = mkdtempSync(join(this.#settings.output ?? tmpdir(), 'tattle-reporter-'))
    this.#progress = createProgress(this.#isAudit())
    process.env[SPOOL] = this.#spool
  }

  /** In a suite of one's own, Playwright's usual reporter goes on printing. */
  printsToStdio(): boolean {
    return this.#isAudit()
  }

  onBegin({ projects, reporter }: FullConfig, suite: Suite): void {
    if (reporter.some(([name]) => name === 'blob')) delete process.env[SPOOL] // what travels is attached
    this.#baseUrl = projects.find(({ use }) => use.baseURL)?.use.baseURL ?? null
    this.#progress.expect(suite.allTests().length)
  }

  onTestBegin(test: TestCase): void {
    this.#progress.start(nameOf(test))
  }

  onStepBegin(test: TestCase, _result: TestResult, step: TestStep): void {
    if (step.category === 'test.step') this.#progress.step(nameOf(test), step.title)
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    this.#guard(() => {
      const attempt = { test, result, parts: this.#take(test, result) }
      this.#results.set(test.id, [...this.#results.get(test.id) ?? [], result])
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
  }

  async onEnd(result: FullResult): Promise<void> {
    for (const attempt of this.#pending.values()) this.#file(attempt) // its retry never came
    await this.#queue
    this.#guard(() => this.#fileLate())
    await this.#queue
    this.#sayWithout()
    this.#progress.end()
    this.#guard(() => this.#settle())
    const databases = this.#guard(() => this.#write()) ?? []
    this.#guard(() => this.#leaveResult(result, databases))
    if (!this.#isAudit()) this.#sayWhatHappened(databases)
  }

  /** Whether a command of ours started the run, and prints in its place. */
  #isAudit(): boolean {
    return this.#settings.result !== null
  }

  /** Playwright may remove a passed test's files at any moment, so they are linked aside at once. */
  #take(test: TestCase, result: TestResult): readonly HandedOver[] {
    const parts = handedOver(this.#spool, test.id, result)
      .map((part) => ({ ...part, har: part.har === null ? null : this.#aside(part.har, 'har') }))
    let zip: string | null = null
    let har: string | null = null
    for (const { name, path } of result.attachments) {
      if (path === undefined) continue
      if (name === 'tattle-capture') zip = this.#aside(path, 'zip')
      if (name === 'tattle-masked-har') har = this.#aside(path, 'har')
      if (name !== 'tattle-analysed') continue
      parts.push({ zip, json: this.#aside(path, 'json'), har })
      zip = har = null
    }
    return parts
  }

  #aside(path: string, extension: string): string {
    const file = join(this.#spool, `${++this.#files}.${extension}`)
    try {
      linkSync(path, file)
    } catch {
      copyFileSync(path, file) // another file system
    }
    return file
  }

  #file(attempt: Attempt): void {
    const { test, result } = attempt
    this.#progress.finish(nameOf(test))
    if (result.status !== 'skipped' && result.status !== test.expectedStatus) {
      const message = plain(result.errors[0]?.message ?? result.status)
      this.#failures.push({ title: nameOf(test), location: placeOf(test), message })
    }
    if (attempt.parts.length === 0 && result.status !== 'skipped') {
      this.#noteWithout(nameOf(test), 'their files import `test` from elsewhere than tattle/playwright, or a hook failed before them')
    }
    this.#enqueue(nameOf(test), attempt.parts, result)
  }

  #enqueue(name: string, parts: readonly HandedOver[], result: TestResult | null): void {
    this.#queue = this.#queue.then(async () => {
      for (const part of parts) await this.#fileCapture(name, result, part)
    }).catch((error: unknown) => {
      this.#say('capture-unfiled', `What "${name}" found could not be filed: ${toMessage(error)}`)
    })
  }

  /** What workers left when no test was running any more. */
  #fileLate(): void {
    for (const name of readdirSync(this.#spool).filter((each) => each.startsWith(LATE) && each.endsWith('.json'))) {
      const json = join(this.#spool, name)
      const beside = (to: string): string | null => {
        const file = json.replace(/analysed(.*)\.json$/, to)
        return existsSync(file) ? file : null
      }
      const part = { json, zip: beside('capture$1.zip'), har: beside('masked$1.har') }
      this.#enqueue('a context that no hook closed', [part], null)
    }
  }

  #noteWithout(test: string, reason: string): void {
    this.#without.set(reason, [...this.#without.get(reason) ?? [], test])
  }

  #sayWithout(): void {
    for (const [reason, names] of this.#without) {
      const which = `${names.slice(0, 3).join('; ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}`
      const how = names.length === 1 ? '1 test ran' : `${names.length} tests ran`
      this.#say('test-without-capture', `${how} without a capture, so nothing is known of what was sent: ${which} (${reason}).`)
    }
  }

  async #fileCapture(name: string, result: TestResult | null, { zip, json, har }: HandedOver): Promise<void> {
    const found = JSON.parse(readFileSync(json, 'utf8')) as WorkerResult
    for (const { code, message } of found.problems) {
      if (code === 'test-without-capture') this.#noteWithout(name, message)
      else this.#say(code, message)
    }
    const hide = toPeelingHider(secretValues(process.env))
    const secret = new Set(found.secretPlaces.map((place) => toPlace(place, process.cwd())))
    const steps = this.#stepsOf(found, result).map((step) => found.masked || secret.has(step.location ?? '')
      ? { ...step, title: hide(maskedTitle(step.title)), error: null }
      : { ...step, title: hide(step.title), error: step.error === null ? null : hide(step.error) })
    if (har !== null && found.captureId !== null) this.#keepMasked(har, found.captureId)
    const path = zip === null || found.captureId === null ? null : await this.#keep(zip, found.captureId, steps)
    const files = path === null ? null : await digestCapture(path)
    for (const analysed of found.analysed) {
      const file = join(this.#spool, `${++this.#files}.analysed.json`)
      writeFileSync(file, JSON.stringify(withRun(withFiles(withSteps(analysed, steps), files), this.#runId, path)), { mode: 0o600 })
      this.#analysed.push(file)
    }
  }

  /** Of the attempt, or of all tests that used the context while it was open. */
  #stepsOf({ tests, analysed, callSites }: WorkerResult, result: TestResult | null): CaptureStep[] {
    const results = tests?.flatMap((id) => this.#results.get(id) ?? []) ?? []
    const all = [...new Set([...results, ...(result === null ? [] : [result])])]
    const steps = flattenSteps(all.flatMap((each) => each.steps), process.cwd(), callSites)
    const { startedAt, endedAt } = analysed[0]?.capture ?? { startedAt: null, endedAt: null }
    if (tests === undefined || startedAt === null) return steps
    return steps.filter((step) => step.startedAt >= startedAt && (endedAt === null || step.startedAt <= endedAt))
  }

  /** Files the capture with its steps and returns where, relative to the working directory. */
  async #keep(zip: string, captureId: string, steps: readonly CaptureStep[]): Promise<string> {
    const folder = join(this.#options.captures ?? this.#settings.captures, this.#runId)
    makeFolder(folder)
    const out = join(folder, `${captureId}.zip`)
    await addToCapture(zip, out, { 'steps.json': Buffer.from(`${JSON.stringify(steps, null, 2)}\n`) })
    return relative(process.cwd(), out).replaceAll('\\', '/')
  }

  #keepMasked(har: string, captureId: string): void {
    const folder = join(this.#options.captures ?? this.#settings.captures, this.#runId)
    makeFolder(folder)
    copyFileSync(har, join(folder, `${captureId}.masked.har`))
  }

  #say(code: string, message: string): void {
    if (this.#messages.includes(message)) return
    this.#messages.push(message)
    this.#diagnostics.push({ analysisId: null, captureId: null, runId: this.#runId, code, entry: null, message })
  }

  /** Holds captures of one scenario against one another: those of the control walk, and those in other states. */
  #settle(): void {
    const scenarios = new Map<string, string[]>()
    for (const file of this.#analysed.splice(0)) {
      const { capture, walk } = readAnalysed(file)
      if (walk === undefined) {
        this.#analysed.push(file)
        continue
      }
      const key = JSON.stringify([capture.target, capture.site, capture.scenario])
      scenarios.set(key, [...scenarios.get(key) ?? [], file])
    }
    for (const files of scenarios.values()) {
      const { mains, controls } = settleWalks(files.map(readAnalysed))
      this.#controls.push(...controls.map(({ capture, steps }) => ({ capture, steps })))
      for (const [at, main] of mains.entries()) {
        const file = files[at]!
        writeFileSync(file, JSON.stringify({ ...main, requests: [...main.requests], leaks: [...main.leaks] }), { mode: 0o600 })
        this.#analysed.push(file)
      }
    }
  }

  /** Writes each analysis to the database of its target and returns the files written. */
  #write(): string[] {
    const given = this.#options.database ?? this.#settings.database
    const run: RunRecord = {
      runId: this.#runId, command: this.#settings.command, label: this.#options.label ?? this.#settings.label,
      startedAt: this.#startedAt, endedAt: new Date().toISOString(),
      tattleVersion: version, nodeVersion: process.version, exitCode: null,
    }
    const byFile = new Map<string, string[]>()
    for (const file of this.#analysed) {
      const database = given ?? DEFAULT_DATABASES[readAnalysed(file).capture.target]
      byFile.set(database, [...byFile.get(database) ?? [], file])
    }
    if (byFile.size === 0 && this.#diagnostics.length > 0) {
      byFile.set(given ?? DEFAULT_DATABASES[targetOf([], this.#settings.baseUrl ?? this.#baseUrl)], [])
    }
    for (const [database, files] of byFile) {
      const store = openStore(database)
      try {
        store.writeRun(run)
        for (const file of files) store.writeAnalysed(readAnalysed(file))
        const targets = new Set(files.map((file) => readAnalysed(file).capture.target))
        for (const { capture, steps } of this.#controls) if (given !== null || targets.has(capture.target)) store.writeCapture(capture, steps)
        store.writeDiagnostics(this.#diagnostics)
      } finally {
        store.close()
      }
    }
    return [...byFile.keys()]
  }

  #leaveResult({ status }: FullResult, databases: readonly string[]): void {
    if (this.#settings.result === null) return
    const result: RunResult = {
      runId: this.#runId, databases, analysed: this.#analysed, controls: this.#controls.map(({ capture }) => capture),
      failures: this.#failures, messages: this.#messages, status,
    }
    writeFileSync(this.#settings.result, JSON.stringify(result), { mode: 0o600 })
  }

  #sayWhatHappened(databases: readonly string[]): void {
    const leaks = this.#analysed.reduce((sum, file) => sum + readAnalysed(file).leaks.length, 0)
    for (const message of this.#messages) process.stderr.write(`tattle: ${message}\n`)
    if (databases.length > 0) {
      const captures = this.#analysed.length
      const count = `${captures} capture${captures === 1 ? '' : 's'}, ${leaks} leak${leaks === 1 ? '' : 's'}`
      process.stderr.write(`tattle: ${count}, written to ${databases.join(', ')} (tattle report)\n`)
    }
    rmSync(this.#spool, { recursive: true, force: true })
  }

  #guard<T>(work: () => T): T | undefined {
    try {
      return work()
    } catch (error) {
      const message = `The findings of this run could not be kept: ${toMessage(error)}`
      this.#messages.push(message)
      process.stderr.write(`tattle: ${message}\n`)
      return undefined
    }
  }
}

/** The last retry counts. */
function isFinal(test: TestCase, result: TestResult): boolean {
  return result.status === test.expectedStatus || result.status === 'skipped' || result.retry >= test.retries
}

/** `booking.de · reject`: the file, the test, and the project that it ran in. */
function nameOf(test: TestCase): string {
  const [, project = '', file = '', ...titles] = test.titlePath()
  const stem = file.replace(/^.*[\\/]/, '').replace(/\.(spec|test)\.[cm]?[jt]sx?$/, '')
  return [stem, titles.join(' › '), project].filter((part) => part !== '').join(' · ')
}

function placeOf(test: TestCase): string {
  return `${relative(process.cwd(), test.location.file)}:${test.location.line}`
}

function readAnalysed(file: string): Analysed {
  return JSON.parse(readFileSync(file, 'utf8')) as Analysed
}

function plain(message: string): string {
  return message.replace(/\u001b\[[0-9;]*m/g, '').trim()
}
