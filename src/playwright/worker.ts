/**
 * What one Playwright worker keeps: the recorded browsers of the tests that it runs, one for each context. The
 * `browser` that a test sees is a face over them: `newContext` opens a browser of its own, the rest is passed on.
 */
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { basename, relative } from 'node:path'
import {
  test as base,
  type Browser, type BrowserContext, type BrowserContextOptions, type LaunchOptions, type Page, type TestInfo,
} from 'playwright/test'
import { targetOf, toHostMapping } from '../capture/environment.js'
import type { SelfCheckResult } from '../capture/manifest.js'
import {
  checkBrowser, startRecorder, type CaptureFacts, type Recorder, type RecorderOptions,
} from '../capture/recorder.js'
import { removeOriginals } from '../capture/write.js'
import { NO_CONFIG, readConfig, type Config } from '../config/config.js'
import { toMessage } from '../errors.js'
import { registrableDomain } from '../exchange/site.js'
import type { Analysed, ConsentState, Diagnostic, Target } from '../model.js'
import { readPersona, type Persona } from '../persona.js'
import { version } from '../version.generated.js'
import { createActionLog } from './actions.js'
import { startAutoconsent } from './autoconsent.js'
import type { ConsentSelectors } from './consent.js'
import { createSession, type Session } from './session.js'
import type { RunSettings } from './settings.js'
import type { CallSite } from './steps.js'
import { createObserver, keep, keepsOriginals, type Observer } from './suite/observer.js'
import { loadModule } from './load-module.js'

/** What a scenario declares about itself: `test.use({ scenario: { … } })`. */
export interface ScenarioOptions {
  /** Absent: the name of the file, with the test's title where the file has several. */
  readonly name?: string
  /** What it does to the world: `holds-slot`, `sends-message`, `books`. Only these may be passed to `sideEffect`. */
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
  /** Null where nothing was recorded. */
  readonly captureId: string | null
  readonly analysed: readonly Analysed[]
  readonly callSites: readonly CallSite[]
  /** What the user should know beside it. */
  readonly problems: readonly Diagnostic[]
  /** Without the values that were typed in. */
  readonly masked: boolean
}

/** What the project says of its browser. */
export interface BrowserLaunch {
  readonly headless: boolean
  readonly channel: string | undefined
  readonly options: LaunchOptions
}

export interface TattleWorker {
  readonly settings: RunSettings
  /** Makes the `browser` of this worker. */
  openBrowser(launch: BrowserLaunch): Promise<Browser>
  begin(test: RunningTest): void
  /**
   * Ends the captures of the test, analyses them and attaches both. What fails is said in `problems`; it throws only what
   * the test asked for: the error of an expectation that does not hold.
   */
  end(): Promise<void>
  /** The capture of a page's context. */
  sessionOf(page: Page): Session | undefined
  /** To be called when a step of the test has ended. */
  stepEnded(title: string): Promise<void>
  /** Of the pages that the test has open. */
  target(): Target
  /** Remembers that the scenario stopped where it was told to. */
  stop(reason: string): void
  dispose(): Promise<void>
}

export function createWorker(settings: RunSettings): TattleWorker {
  const hostMap = settings.hostMap.map(toHostMapping)
  /** Those of a test, and those that a hook opened for several tests. */
  const open: Session[] = []
  const shared: Session[] = []
  const problems: Diagnostic[] = []
  let start: () => Promise<Recorder> = () => Promise.reject(new Error('no browser has been asked for'))
  let standby: Recorder | null = null
  let selfCheck: Promise<SelfCheckResult | null> = Promise.resolve(null)
  let test: RunningTest | null = null
  let stopped: string | null = null
  let sharedSeen = 0

  const all = (): Session[] => [...open, ...shared].filter((session) => !session.isClosed())
  const contexts = (): BrowserContext[] => all().map(({ context }) => context)
  const actions = createActionLog(contexts)
  const observer: Observer = createObserver(contexts, actions)
  // A run of the command has its settings from there; a suite of one's own from the file in its folder.
  let reading: Promise<Config> | null = null
  const config = (): Promise<Config> => {
    reading ??= settings.runId === null ? readConfig(undefined, loadModule) : Promise.resolve(COMMAND_CONFIG)
    return reading
  }

  const newContext = async (options: BrowserContextOptions = {}): Promise<BrowserContext> => {
    const recorder = standby ?? await start()
    standby = null
    for (const message of recorder.warnings) problems.push({ code: 'sandbox-off', message })
    const address = settings.baseUrl === null ? {} : { baseURL: settings.baseUrl }
    const wanted: BrowserContextOptions = { ...options, ...settings.context, ...address }
    const effective = { ...test?.contextOptions, ...wanted }
    const current = test
    try {
      const context = await recorder.openContext(wanted, effective, begunBy(current, effective.baseURL ?? null))
      const state = current?.consentState ?? 'no-choice'
      const kept = current === null ? shared : open
      observer.opened(context, effective)
      kept.push(createSession(recorder, context, {
        consentState: current?.consentState ?? null,
        selectors: current?.scenario.consent ?? {},
        autoconsent: state === 'no-choice' ? null : await startAutoconsent(context),
        hostMap,
        target: settings.target,
        baseUrl: effective.baseURL ?? null,
        step: (title, action) => actions.during(title, () => stepOf(title, action)),
        noteSteps: settings.noteSteps,
        healthy: () => stopped === null && (current?.info.errors.length ?? 0) === 0,
        closed: async (session) => { if (current === null) await finishShared(session) },
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
      const how: RecorderOptions = {
        browser: {
          path: settings.browser ?? options.executablePath ?? null,
          channel: settings.channel ?? channel ?? null,
        },
        headless: settings.headed ? false : headless,
        launch: options,
        hostMap,
        thirdPartyCookies: settings.thirdPartyCookies,
        profile: settings.profile,
        folder: settings.output, // what a killed worker leaves is removed with the run
      }
      start = () => startRecorder(how)
      await config() // a mistake in it is told before anything is recorded
      standby = await start()
      observer.listen(standby.browser)
      selfCheck = checkBrowser(how) // beside the first test; the first capture waits for its result
      selfCheck.catch(() => undefined) // which throws it, where there is one
      return faceOf(standby.browser, newContext, all)
    },
    begin(next) {
      test = next
      stopped = null
      observer.begin()
    },
    async end() {
      const ended = test
      test = null
      if (ended === null) return
      const mine = open.splice(0)
      const errors: Error[] = []
      for (const [at, session] of mine.entries()) {
        const error = await finish(session, at === 0 ? '' : `-${at + 1}`, ended)
        if (error !== null) errors.push(error)
      }
      if (errors[0] !== undefined) throw errors[0]
    },
    sessionOf: (page) => all().find(({ context }) => context === page.context()),
    async stepEnded(title) {
      for (const session of open) await session.noteStep(title)
    },
    target() {
      const targets = all().map((session) => session.target())
      return targets.length > 0 && targets.every((target) => target === 'stand-in') ? 'stand-in' : 'live'
    },
    stop(reason) {
      stopped = reason
    },
    async dispose() {
      observer.dispose()
      await standby?.discard()
      await selfCheck.catch(() => undefined)
      for (const session of all()) await session.context.close().catch(() => undefined) // the worker ends with it
    },
  }

  /** What is known at the beginning: all that there is of a capture whose run is killed. */
  function begunBy(current: RunningTest | null, baseUrl: string | null): Partial<CaptureFacts> {
    return {
      tattleVersion: version, target: settings.target ?? targetOf(hostMap, baseUrl), baseUrl,
      firstParty: settings.firstParty, clientIps: settings.clientIps,
      ...current === null ? {} : {
        scenario: {
          ...scenarioOf(current), sideEffects: current.scenario.sideEffects ?? [], completed: false, error: null,
        },
        persona: current.persona,
        conditions: { project: current.info.project.name, ...named(settings) },
      },
    }
  }

  /** A context that a hook opened for several tests ends in a hook; its capture goes with the last of them. */
  async function finishShared(session: Session): Promise<void> {
    shared.splice(shared.indexOf(session), 1)
    if (!isInTest()) {
      process.stderr.write('tattle: a context that a hook had opened was not closed by one, so its capture is lost; ' +
        'close it in afterAll.\n')
      await session.discard()
      return
    }
    const last: RunningTest = { info: base.info(), consentState: null, scenario: {}, persona: null, contextOptions: {} }
    const error = await finish(session, `-shared-${++sharedSeen}`, last)
    if (error !== null) throw error
  }

  /** The error of an expectation of the test that does not hold, else null. */
  async function finish(session: Session, suffix: string, ended: RunningTest): Promise<Error | null> {
    const { info } = ended
    const zip = info.outputPath(`tattle-capture${suffix}.zip`)
    let analysed: readonly Analysed[] = []
    let captureId: string | null = null
    let persona = ended.persona
    try {
      const { persona: file } = await config()
      persona ??= file === undefined ? null : readPersona(file)
      persona ??= await observer.typed(typeof ended.contextOptions.locale === 'string' ? ended.contextOptions.locale : 'und')
      const error = info.errors[0] === undefined ? null : plainLine(info.errors[0].message ?? 'an error without words')
      const asExpected = info.status === 'passed' || info.status === info.expectedStatus
      const completed = error === null && (stopped !== null || asExpected)
      const { path, manifest } = await session.finish({
        tattleVersion: version,
        scenario: { ...scenarioOf(ended), sideEffects: ended.scenario.sideEffects ?? [], completed, error },
        firstParty: settings.firstParty.length > 0 ? settings.firstParty : (await config()).firstParty ?? null,
        persona,
        clientIps: settings.clientIps.length > 0 ? settings.clientIps : (await config()).clientIps ?? [],
        conditions: {
          project: info.project.name, retry: info.retry, repeat: info.repeatEachIndex, ...named(settings, await config()),
        },
        failures: [],
        actions: actions.list(),
        selfCheck: await selfCheck,
        blindSpots: [...(stopped === null ? [] : [stopped]), ...observer.blindSpots()],
      }, (url) => registrableDomain(new URL(url).hostname), zip)
      captureId = manifest.captureId
      for (const message of manifest.consent.contradictions ?? []) problems.push({ code: 'consent-contradicted', message })
      // Loaded for the first capture, not for every file that imports `test`.
      const { analyzeInput } = await import('../pipeline.js')
      analysed = await analyzeInput(path, { runId: settings.runId ?? 'unassigned', values: settings.values })
      if (!keepsOriginals(settings.retention, analysed)) await removeOriginals(path, settings.retention)
    } catch (error) {
      const [code, what] = captureId === null
        ? ['capture-failed', 'could not be recorded']
        : ['analysis-failed', `was recorded as ${captureId} and could not be analysed`]
      problems.push({ code, message: `The test "${info.title}" ${what}: ${toMessage(error)}` })
    }
    const wanted = await config()
    const kept = captureId === null ? null : keep(zip, analysed, persona, wanted, process.env)
    const unmet = observer.judge(session.context, kept?.analysed ?? analysed, wanted)
    if (kept?.zip) info.attachments.push({ name: 'tattle-capture', path: kept.zip, contentType: 'application/zip' })
    const result: WorkerResult = {
      captureId, analysed: kept?.analysed ?? analysed, callSites: session.callSites, problems: problems.splice(0),
      masked: kept?.isMasked ?? false,
    }
    const file = info.outputPath(`tattle-analysed${suffix}.json`)
    await writeFile(file, JSON.stringify(result), { mode: 0o600 })
    info.attachments.push({ name: 'tattle-analysed', path: file, contentType: 'application/json' })
    return unmet
  }
}

/** Of runs that a command started: all captures are its to file. */
const COMMAND_CONFIG: Config = { ...NO_CONFIG, capture: { retain: 'always', raw: true, originals: 'always' } }

/** The browser that tests see. */
function faceOf(
  first: Browser,
  newContext: (options?: BrowserContextOptions) => Promise<BrowserContext>,
  open: () => readonly Session[],
): Browser {
  const contexts = (): BrowserContext[] => open().map(({ context }) => context)
  const newPage = async (options?: BrowserContextOptions): Promise<Page> => {
    const context = await newContext(options)
    const page = await context.newPage()
    page.once('close', () => { void context.close().catch(() => undefined) }) // as a page that owns its context does
    return page
  }
  const close = async (): Promise<void> => {
    for (const context of contexts()) await context.close()
  }
  const own: Readonly<Record<PropertyKey, unknown>> = {
    newContext, newPage, contexts, close, isConnected: () => true, [Symbol.asyncDispose]: close,
  }
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

/** What the user calls the run, whoever made it, and the machine. */
function named({ label, operator, machine, device }: RunSettings, config: Config = NO_CONFIG): Readonly<Record<string, unknown>> {
  return { label, operator: operator ?? config.operator, machine: machine ?? config.machine, device }
}

function isInTest(): boolean {
  try {
    return base.info() !== null
  } catch {
    return false // Playwright has no question for this, only an answer that throws
  }
}

/** Name, file and digest of the scenario: the file's name, with the test's titles where the file holds several. */
export function scenarioOf({ info, scenario }: {
  readonly info: Pick<TestInfo, 'file' | 'titlePath'>
  readonly scenario: ScenarioOptions
}): { name: string; file: string; sha256: string } {
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
  const call = /\b(?:test|it)(?:\.(?:only|fail|fixme|slow))?\s*\(\s*(?:'[^'\n]*'|"[^"\n]*"|(`[^`]*`)|(\w+))\s*,/g
  const tests = [...source.matchAll(call)]
  return tests.length === 1 && tests[0]?.[2] === undefined && !(tests[0]?.[1] ?? '').includes('${')
}

function plainLine(message: string): string {
  return message.replace(/\u001b\[[0-9;]*m/g, '').split('\n', 1)[0]?.trim() ?? ''
}
