/**
 * What one Playwright worker keeps: the recorded browsers of the tests that it runs, one for each context. The
 * `browser` that a test sees is a face over them: `newContext` opens a browser of its own, the rest is passed on.
 */
import { join } from 'node:path'
import {
  chromium, test as base,
  type Browser, type BrowserContext, type BrowserContextOptions, type LaunchOptions, type Page, type TestInfo,
} from 'playwright/test'
import { targetOf, toHostMapping } from '../capture/environment.js'
import type { SelfCheckResult } from '../capture/manifest.js'
import {
  checkBrowser, startRecorder, type CaptureFacts, type Recorder, type RecorderOptions,
} from '../capture/recorder.js'
import { NO_CONFIG, readConfig, type Config } from '../config/config.js'
import type { ConsentState, Diagnostic, Target } from '../model.js'
import type { Persona } from '../persona.js'
import { version } from '../version.generated.js'
import { createActionLog } from './actions.js'
import { startAutoconsent } from './autoconsent.js'
import { faceOf, type OpenContext } from './face.js'
import { isInFixture } from './fixture-scope.js'
import { createFiler, namedBy, type Filing } from './filing.js'
import { loadModule } from './load-module.js'
import { scenarioOf, sharedScenario, variantOf, type ScenarioName, type ScenarioOptions } from './scenario.js'
import { createSession, type Session } from './session.js'
import { LATE, SPOOL, type RunSettings } from './settings.js'
import { stepAround } from './suite/calls.js'
import { createObserver, type Observer } from './suite/observer.js'

/** What the fixtures know of the test that is running. */
export interface RunningTest {
  readonly info: TestInfo
  readonly consentState: ConsentState | null
  readonly scenario: ScenarioOptions
  readonly persona: Persona | null
  /** The context options of the test's project, as the built-in fixtures hand them on. */
  readonly contextOptions: BrowserContextOptions
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
  /** Says that tests get a browser that is not recorded: `firefox`, or one that runs elsewhere. */
  handOut(kind: string): void
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

/** A context that a hook or a fixture of the worker opened, for as many tests as run while it is open. */
interface Shared {
  readonly session: Session
  /** Where it was opened. */
  readonly file: string
  readonly line: number
  /** From 2 where the same line has others open. */
  readonly ordinal: number
  readonly tests: RunningTest[]
  /** Milliseconds since 1970. */
  readonly openedAt: number
  /** Of a test that failed while it was open. */
  error: string | null
}

/** `workerFixtures`: what they open belongs to no test. */
export function createWorker(settings: RunSettings, workerFixtures: ReadonlySet<string>): TattleWorker {
  const hostMap = settings.hostMap.map(toHostMapping)
  const open: Session[] = []
  const shared: Shared[] = []
  const problems: Diagnostic[] = []
  let start: () => Promise<Recorder> = () => Promise.reject(new Error('no browser has been asked for'))
  let standby: Recorder | null = null
  let selfCheck: Promise<SelfCheckResult | null> = Promise.resolve(null)
  let test: RunningTest | null = null
  let stopped: string | null = null
  let foreign: string | null = null
  let sharedSeen = 0

  const all = (): Session[] =>
    [...open, ...shared.map(({ session }) => session)].filter((session) => !session.isClosed())
  const contexts = (): BrowserContext[] => all().map(({ context }) => context)
  const actions = createActionLog(contexts)
  const observer: Observer = createObserver(contexts, actions)
  observer.listen(chromium)
  // A run of the command has its settings from there; a suite of one's own from the file in its folder.
  let reading: Promise<Config> | null = null
  const config = (): Promise<Config> => {
    reading ??= settings.runId === null ? readConfig(undefined, loadModule) : Promise.resolve(COMMAND_CONFIG)
    return reading
  }
  const filer = createFiler({
    settings, config, observer, actions, selfCheck: () => selfCheck, problems: () => problems.splice(0),
  })

  const openContext: OpenContext = async (options, caller) => {
    const recorder = standby ?? await start()
    standby = null
    for (const message of recorder.warnings) problems.push({ code: 'sandbox-off', message })
    const address = settings.baseUrl === null ? {} : { baseURL: settings.baseUrl }
    const wanted: BrowserContextOptions = { ...options, ...settings.context, ...address }
    const effective = { ...test?.contextOptions, ...wanted }
    const current = test !== null && isInFixture(workerFixtures, test.info) ? null : test
    try {
      const context = await recorder.openContext(wanted, effective, begunBy(current, effective.baseURL ?? null))
      const state = current?.consentState ?? 'no-choice'
      observer.opened(context, effective)
      const session = createSession(recorder, context, {
        consentState: current?.consentState ?? null,
        selectors: current?.scenario.consent ?? {},
        autoconsent: state === 'no-choice' ? null : await startAutoconsent(context),
        hostMap,
        target: settings.target,
        baseUrl: effective.baseURL ?? null,
        step: (title, action) => actions.during(title, () => stepOf(title, action)),
        noteSteps: settings.noteSteps,
        healthy: () => stopped === null && (current?.info.errors.length ?? 0) === 0,
        closed: async () => {
          const one = shared.find(({ session: { context: own } }) => own === context)
          if (one !== undefined) await endShared(one)
        },
      })
      if (current === null) shared.push(toShared(session, caller))
      else open.push(session)
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
        trace: settings.trace,
        folder: settings.output, // what a killed worker leaves is removed with the run
      }
      start = () => startRecorder(how)
      await config() // a mistake in it is told before anything is recorded
      standby = await start()
      selfCheck = checkBrowser(how) // beside the first test; the first capture waits for its result
      selfCheck.catch(() => undefined) // which throws it, where there is one
      return faceOf(standby.browser, openContext, contexts)
    },
    handOut(kind) {
      foreign = kind
    },
    begin(next) {
      test = next
      stopped = null
      for (const { tests } of shared) tests.push(next)
      observer.begin(shared.length === 0)
    },
    async end() {
      const ended = test
      test = null
      if (ended === null) return
      const { error: message } = outcomeOf(ended.info)
      for (const one of shared) one.error ??= message
      const mine = open.splice(0)
      const errors: Error[] = []
      for (const [at, session] of mine.entries()) {
        const error = await filer.file(session, filingOf(ended, at + 1))
        if (error !== null) errors.push(error)
      }
      if (mine.length === 0) await filer.say(filingOf(ended, 1), whyNothing())
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
      await standby?.discard()
      await selfCheck.catch(() => undefined)
      for (const one of [...shared]) await leaveBehind(one)
      for (const context of contexts()) await context.close().catch(() => undefined) // the worker ends with it
      observer.dispose()
    },
  }

  /** What is known at the beginning: all that there is of a capture whose run is killed. */
  function begunBy(current: RunningTest | null, baseUrl: string | null): Partial<CaptureFacts> {
    return {
      tattleVersion: version, target: settings.target ?? targetOf(hostMap, baseUrl), baseUrl,
      firstParty: settings.firstParty, clientIps: settings.clientIps,
      ...current === null ? {} : {
        scenario: {
          ...nameOf(current, 1), sideEffects: current.scenario.sideEffects ?? [], completed: false, error: null,
        },
        persona: current.persona,
        conditions: { project: current.info.project.name, ...namedBy(settings, NO_CONFIG) },
      },
    }
  }

  /** In a suite with the project, so that two projects are not taken for two runs of one thing. */
  function inProject({ name, ...source }: ScenarioName, project: string, state: ConsentState | null, ordinal: number): ScenarioName {
    const variant = settings.runId === null ? variantOf(project, state) : ''
    const which = ordinal === 1 ? '' : ` (context ${ordinal})`
    return { ...source, name: `${name}${which}${variant === '' ? '' : ` · ${variant}`}` }
  }

  function nameOf(current: RunningTest, ordinal: number): ScenarioName {
    return inProject(scenarioOf(current), current.info.project.name, current.consentState, ordinal)
  }

  function filingOf(ended: RunningTest, ordinal: number): Filing {
    const { info, scenario, persona, contextOptions } = ended
    const { error, spots } = outcomeOf(info)
    const suffix = ordinal === 1 ? '' : `-${ordinal}`
    return {
      subject: `The test "${info.title}"`,
      scenario: {
        ...nameOf(ended, ordinal), sideEffects: scenario.sideEffects ?? [], error,
        completed: error === null && (stopped !== null || info.status === 'passed' || info.status === info.expectedStatus),
      },
      conditions: { project: info.project.name, retry: info.retry, repeat: info.repeatEachIndex },
      persona,
      locale: contextOptions.locale,
      since: observer.begunAt(),
      blindSpots: stopped === null ? spots : [stopped],
      stepOf: (call) => stepAround(call, info),
      place: (name) => info.outputPath(fileName(name, suffix)),
      attach: (name, path, contentType) => { info.attachments.push({ name, path, contentType }) },
    }
  }

  function toShared(session: Session, caller: string): Shared {
    const [, file = isInTest() ? base.info().file : '', line = '1'] = /^(.*):(\d+):\d+$/.exec(caller) ?? []
    const before = shared.filter((one) => one.file === file && one.line === Number(line))
    return {
      session, file, line: Number(line), ordinal: before.length + 1, tests: [], error: null, openedAt: Date.now(),
    }
  }

  /** Its capture goes with the test that is running when it closes, or where the reporter finds it. */
  async function endShared(one: Shared): Promise<void> {
    shared.splice(shared.indexOf(one), 1)
    const { session, file, line, ordinal, tests, error, openedAt } = one
    const info = isInTest() ? base.info() : null
    const project = (info ?? tests[0]?.info)?.project.name ?? ''
    const suffix = `-shared-${process.pid}-${++sharedSeen}`
    const folder = process.env[SPOOL]
    const unmet = await filer.file(session, {
      subject: `A context that ${file} opened`,
      scenario: {
        ...inProject(sharedScenario({ file, line }), project, null, ordinal),
        sideEffects: [], error, completed: error === null,
      },
      conditions: { project },
      persona: null,
      locale: tests[0]?.contextOptions.locale,
      since: openedAt,
      blindSpots: [],
      tests: tests.map((each) => each.info.testId),
      stepOf: (call) => tests.map((each) => stepAround(call, each.info)).find((title) => title !== null) ?? null,
      place: (name) => info?.outputPath(fileName(name, suffix)) ?? join(folder ?? '', `${LATE}${fileName(name, suffix)}`),
      attach: (name, path, contentType) => { info?.attachments.push({ name, path, contentType }) },
    })
    if (unmet !== null) throw unmet
  }

  /** What no hook has closed by the end of the worker. */
  async function leaveBehind(one: Shared): Promise<void> {
    if (process.env[SPOOL]) return void await one.session.context.close().catch(() => undefined)
    shared.splice(shared.indexOf(one), 1)
    process.stderr.write('tattle: a context that a hook had opened was not closed by one, so its capture is lost; ' +
      'close it in afterAll.\n')
    await one.session.discard()
  }

  /** Of a test that opened no context: nothing, where it opened no page at all. */
  function whyNothing(): Diagnostic[] {
    const reasons = [
      ...(foreign === null ? [] : [`${foreign}; only Chromium that this worker starts is recorded`]),
      ...observer.blindSpots(null, observer.begunAt()),
    ]
    return reasons.map((reason) => ({ code: 'test-without-capture', message: reason }))
  }
}

/** Of runs that a command started: all captures are its to file. */
const COMMAND_CONFIG: Config = { ...NO_CONFIG, capture: { retain: 'always', raw: true, originals: 'always' } }

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

/** `tattle-capture-2.zip` */
function fileName(kind: 'capture.zip' | 'analysed.json' | 'masked.har', suffix: string): string {
  return `tattle-${kind.replace('.', `${suffix}.`)}`
}

/** How a test ended: the error that stopped it where nobody expected one, and what it left out where somebody did. */
function outcomeOf({ errors, status, expectedStatus }: TestInfo): { readonly error: string | null; readonly spots: string[] } {
  const error = errors[0] === undefined ? null : plainLine(errors[0].message ?? 'an error without words')
  if (status === 'skipped') return { error: null, spots: ['The test skipped its rest, and what is sent from there on was not seen.'] }
  if (error === null || status !== expectedStatus) return { error, spots: [] }
  return { error: null, spots: ['The test is expected to fail and stopped there, so what is sent from there on was not seen.'] }
}

function plainLine(message: string): string {
  return message.replace(/\u001b\[[0-9;]*m/g, '').split('\n', 1)[0]?.trim() ?? ''
}
