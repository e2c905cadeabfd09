/**
 * What one Playwright worker keeps: the recorded browsers of the tests that it runs, one for each context. The `browser`
 * that a test sees is a face over them: `newContext` opens a browser of its own, everything else is passed on.
 */
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { basename, relative } from 'node:path'
import { test as base, type Browser, type BrowserContext, type BrowserContextOptions, type LaunchOptions, type Page, type TestInfo } from 'playwright/test'
import { toHostMapping } from '../capture/environment.js'
import { startRecorder, type Recorder } from '../capture/recorder.js'
import { toMessage } from '../errors.js'
import { registrableDomain } from '../exchange/site.js'
import type { Analysed, ConsentState, Target } from '../model.js'
import type { Persona } from '../persona.js'
import { analyzeInput } from '../pipeline.js'
import { version } from '../version.generated.js'
import type { ConsentSelectors } from './consent.js'
import { createSession, type Session } from './session.js'
import type { RunSettings } from './settings.js'
import type { CallSite } from './steps.js'

/** What a scenario declares about itself: `test.use({ scenario: { … } })`. */
export interface ScenarioOptions {
  /** Absent: the name of the file, with the test's title where the file has several. */
  readonly name?: string
  /** What it does to the world: `holds-a-slot`, `sends-a-message`, `books`. Only these may be passed to `sideEffect`. */
  readonly sideEffects?: readonly string[]
  /** Selectors of the site's consent banner. */
  readonly consent?: ConsentSelectors
  /** Consent states that make sense for it; in the others it is skipped. Absent: all. */
  readonly consentStates?: readonly ConsentState[]
}

/** What the fixtures know of the test that is running. */
export interface RunningTest {
  readonly info: TestInfo
  readonly consentState: ConsentState | null
  readonly scenario: ScenarioOptions
  readonly persona: Persona | null
  /** The context options of the test's project, as the built-in fixtures hand them on. */
  readonly contextOptions: BrowserContextOptions
}

/** Content of the attachment `tattle-analysed`: what the worker found, for the reporter to write. */
export interface WorkerResult {
  readonly analysed: readonly Analysed[]
  readonly callSites: readonly CallSite[]
  /** Sentences for the user. */
  readonly messages: readonly string[]
}

export interface TattleWorker {
  readonly settings: RunSettings
  /** Makes the `browser` of this worker. */
  openBrowser(launch: { readonly headless: boolean; readonly channel: string | undefined; readonly options: LaunchOptions }): Promise<Browser>
  begin(test: RunningTest): void
  /** Ends the captures of the test, analyses them and attaches both. Never throws: what fails is said in `messages`. */
  end(): Promise<void>
  /** The capture of a page's context. */
  sessionOf(page: Page): Session | undefined
  /** Of the pages that the test has open. */
  target(): Target
  /** Remembers that the scenario stopped where it was told to. */
  stop(reason: string): void
  dispose(): Promise<void>
}

export function createWorker(settings: RunSettings): TattleWorker {
  const hostMap = settings.hostMap.map(toHostMapping)
  const open: Session[] = []
  const messages: string[] = []
  let start: () => Promise<Recorder> = () => Promise.reject(new Error('no browser has been asked for'))
  let standby: Recorder | null = null
  let test: RunningTest | null = null
  let stopped: string | null = null

  const newContext = async (options: BrowserContextOptions = {}): Promise<BrowserContext> => {
    const recorder = standby ?? await start()
    standby = null
    for (const warning of recorder.warnings) if (!messages.includes(warning)) messages.push(warning)
    const wanted: BrowserContextOptions = { ...options, ...settings.context, ...(settings.baseUrl === null ? {} : { baseURL: settings.baseUrl }) }
    const effective = { ...test?.contextOptions, ...wanted }
    const current = test
    try {
      const context = await recorder.openContext(wanted, effective)
      open.push(createSession(recorder, context, {
        consentState: current?.consentState ?? null,
        selectors: current?.scenario.consent ?? {},
        hostMap,
        target: settings.target,
        baseUrl: effective.baseURL ?? null,
        step: stepOf,
        healthy: () => stopped === null && (current?.info.errors.length ?? 0) === 0,
      }))
      return context
    } catch (error) {
      await recorder.discard()
      throw error
    }
  }

  return {
    settings,
    async openBrowser({ headless, channel, options }) {
      start = () => startRecorder({
        browser: { path: settings.browser ?? options.executablePath ?? null, channel: settings.channel ?? channel ?? null },
        headless: settings.headed ? false : headless,
        launch: options,
        hostMap,
        thirdPartyCookies: settings.thirdPartyCookies,
        profile: settings.profile,
      })
      standby = await start()
      return faceOf(standby.browser, newContext, open)
    },
    begin(next) {
      test = next
      stopped = null
    },
    async end() {
      const ended = test
      test = null
      if (ended === null) return
      const mine = open.splice(0)
      for (const [at, session] of mine.entries()) await finish(session, at, ended)
    },
    sessionOf: (page) => open.find(({ context }) => context === page.context()),
    target() {
      const targets = open.filter((session) => !session.isClosed()).map((session) => session.target())
      return targets.length > 0 && targets.every((target) => target === 'stand-in') ? 'stand-in' : 'live'
    },
    stop(reason) {
      stopped = reason
    },
    async dispose() {
      await standby?.discard()
      for (const session of open.splice(0)) await session.context.close().catch(() => undefined) // the worker ends with it
    },
  }

  async function finish(session: Session, at: number, ended: RunningTest): Promise<void> {
    const { info } = ended
    const suffix = at === 0 ? '' : `-${at + 1}`
    const zip = info.outputPath(`tattle-capture${suffix}.zip`)
    let analysed: readonly Analysed[] = []
    try {
      const error = info.errors[0]?.message
      const completed = error === undefined && (stopped !== null || info.status === 'passed' || info.status === info.expectedStatus)
      const { path } = await session.finish({
        tattleVersion: version,
        scenario: { ...scenarioOf(ended), sideEffects: ended.scenario.sideEffects ?? [], completed, error: error === undefined ? null : plainLine(error) },
        firstParty: settings.firstParty.length > 0 ? settings.firstParty : null,
        persona: ended.persona,
        clientIps: settings.clientIps,
        conditions: { project: info.project.name, retry: info.retry, repeat: info.repeatEachIndex, label: settings.label },
        failures: [],
        blindSpots: stopped === null ? [] : [stopped],
      }, (url) => registrableDomain(new URL(url).hostname), zip)
      info.attachments.push({ name: 'tattle-capture', path, contentType: 'application/zip' })
      analysed = await analyzeInput(path, { runId: settings.runId ?? 'unassigned', values: settings.values })
    } catch (error) {
      messages.push(`The capture of "${info.title}" failed: ${toMessage(error)}`)
    }
    const result: WorkerResult = { analysed, callSites: session.callSites, messages: messages.splice(0) }
    const file = info.outputPath(`tattle-analysed${suffix}.json`)
    await writeFile(file, JSON.stringify(result), { mode: 0o600 })
    info.attachments.push({ name: 'tattle-analysed', path: file, contentType: 'application/json' })
  }
}

/** The browser that tests see. */
function faceOf(first: Browser, newContext: (options?: BrowserContextOptions) => Promise<BrowserContext>, open: readonly Session[]): Browser {
  const contexts = (): BrowserContext[] => open.filter((session) => !session.isClosed()).map(({ context }) => context)
  const newPage = async (options?: BrowserContextOptions): Promise<Page> => {
    const context = await newContext(options)
    const page = await context.newPage()
    page.once('close', () => { void context.close().catch(() => undefined) }) // as a page that owns its context does
    return page
  }
  const close = async (): Promise<void> => {
    for (const context of contexts()) await context.close()
  }
  const own: Readonly<Record<PropertyKey, unknown>> = { newContext, newPage, contexts, close, isConnected: () => true, [Symbol.asyncDispose]: close }
  return new Proxy(first, {
    get(target, property) {
      if (Object.hasOwn(own, property)) return own[property]
      const value: unknown = Reflect.get(target, property, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

/** Runs an action as a step of the running test; outside of one (a hook for all tests) just runs it. */
async function stepOf<T>(title: string, action: () => Promise<T>): Promise<T> {
  return isInTest() ? base.step(title, action, { box: true }) : action()
}

function isInTest(): boolean {
  try {
    return base.info() !== null
  } catch {
    return false // Playwright has no question for this, only an answer that throws
  }
}

/** Name, file and digest of the scenario: the file's name, with the test's titles where the file holds several tests. */
export function scenarioOf({ info, scenario }: Pick<RunningTest, 'scenario'> & { readonly info: Pick<TestInfo, 'file' | 'titlePath'> }): { name: string; file: string; sha256: string } {
  const source = readFileSync(info.file)
  const stem = basename(info.file).replace(/\.[cm]?[jt]sx?$/, '').replace(/\.(spec|test)$/, '')
  const titles = info.titlePath.slice(1).join(' › ')
  return {
    name: scenario.name ?? (holdsOneTest(source.toString('utf8')) ? stem : `${stem} › ${titles}`),
    file: relative(process.cwd(), info.file).replaceAll('\\', '/'),
    sha256: createHash('sha256').update(source).digest('hex'),
  }
}

/** Counts what reads like a test; a title made from a variable stands for several. */
export function holdsOneTest(source: string): boolean {
  const tests = [...source.matchAll(/\b(?:test|it)(?:\.(?:only|fail|fixme|slow))?\s*\(\s*(?:'[^'\n]*'|"[^"\n]*"|(`[^`]*`)|(\w+))\s*,/g)]
  return tests.length === 1 && tests[0]?.[2] === undefined && !(tests[0]?.[1] ?? '').includes('${')
}

function plainLine(message: string): string {
  return message.replace(/\u001b\[[0-9;]*m/g, '').split('\n', 1)[0]?.trim() ?? ''
}
