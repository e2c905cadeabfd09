/**
 * What one Playwright worker keeps: the recorded browsers of the tests that it runs, one for each context. The
 * `browser` that a test sees is a face over them: `newContext` opens a browser of its own, the rest is passed on.
 */
import type { Browser, BrowserContext, BrowserContextOptions, LaunchOptions, Page } from 'playwright/test'
import { hostMapIn, targetOf, toHostMapping } from '../capture/environment.js'
import type { SelfCheckResult } from '../capture/manifest.js'
import { chromium } from '../capture/playwright.js'
import {
  checkBrowser, startRecorder, type CaptureFacts, type RecorderOptions,
} from '../capture/recorder.js'
import { NO_CONFIG, readConfig, type Config } from '../config/config.js'
import type { ConsentState, Diagnostic, Target } from '../model.js'
import { version } from '../version.generated.js'
import { createActionLog } from './actions.js'
import { startAutoconsent } from './autoconsent.js'
import { checkOnce } from './check-once.js'
import { faceOf, type OpenContext } from './face.js'
import { isInFixture } from './fixture-scope.js'
import { createFiler, namedBy, type Filing } from './filing.js'
import { handOver, isTaken } from './handover.js'
import { loadModule } from './load-module.js'
import { outcomeOf, stepOf, type RunningTest } from './running-test.js'
import { inProject, scenarioOf, type ScenarioName } from './scenario.js'
import { createSession, withoutOwnFrames, type Session } from './session.js'
import { createSharedContexts, type SharedContexts } from './shared-contexts.js'
import { HEARD, SPOOL, type RunSettings } from './settings.js'
import { createStandby, type Standby } from './standby.js'
import { OWN_BROWSER } from './suite/blind-spots.js'
import { stepAround } from './suite/calls.js'
import { toPeelingHider } from './suite/hide.js'
import { createObserver, type Observer } from './suite/observer.js'
import { secretValues } from './suite/secret.js'

/** What the project says of its browser. */
export interface BrowserLaunch {
  readonly headless: boolean
  readonly channel: string | undefined
  readonly options: LaunchOptions
  readonly ignoreHttpsErrors: boolean
}

export interface TattleWorker {
  readonly settings: RunSettings
  /** Makes the `browser` of this worker. */
  openBrowser(launch: BrowserLaunch): Promise<Browser>
  /** Says that tests get a browser that is not recorded: `firefox`, or one that runs elsewhere. */
  handOut(kind: string): void
  begin(test: RunningTest): Promise<void>
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

const NO_REPORTER = 'tattle: the tests are recorded, and nobody writes down what they show: add ' +
  "['tattle/playwright/reporter'] to `reporter` in the Playwright configuration, or to --reporter."

/** `workerFixtures`: what they open belongs to no test. */
export function createWorker(settings: RunSettings, workerFixtures: ReadonlySet<string>): TattleWorker {
  const isSuite = settings.runId === null
  let hostMap = settings.hostMap.map(toHostMapping)
  const hide = toPeelingHider(secretValues(process.env))
  const open: Session[] = []
  const problems: Diagnostic[] = []
  const browserOf = new WeakMap<object, Browser>()
  let standby: Standby = createStandby(() => Promise.reject(new Error('no browser has been asked for')))
  let face: Browser | null = null
  let isAhead = false
  let selfCheck: Promise<SelfCheckResult | null> = Promise.resolve(null)
  let test: RunningTest | null = null
  let stopped: string | null = null
  let isToldOfReporter = false
  let isHeard = !isSuite || process.env[HEARD] !== undefined
  let foreign: string | null = null

  const all = (): Session[] =>
    [...open, ...shared.sessions()].filter((session) => !session.isClosed())
  const contexts = (): BrowserContext[] => all().map(({ context }) => context)
  const actions = createActionLog(contexts)
  const observer: Observer = createObserver(contexts, actions)
  observer.listen(chromium)
  actions.listen(chromium)
  // A run of the command has its settings from there; a suite of one's own from the file in its folder.
  let reading: Promise<Config> | null = null
  const config = (): Promise<Config> => {
    reading ??= isSuite ? readConfig(undefined, loadModule) : Promise.resolve(COMMAND_CONFIG)
    return reading
  }
  const filer = createFiler({
    settings, config, observer, actions, selfCheck: () => selfCheck, problems: () => problems.splice(0),
    open: () => shared.ids(),
  })
  const shared: SharedContexts = createSharedContexts(filer, isSuite)

  const openContext: OpenContext = async (options, caller) => {
    const recorder = await standby.take()
    for (const message of recorder.warnings) problems.push({ code: 'sandbox-off', message })
    const address = settings.baseUrl === null ? {} : { baseURL: settings.baseUrl }
    const wanted: BrowserContextOptions = { ...options, ...settings.context, ...address }
    const effective = { ...test?.contextOptions, ...wanted }
    const current = test !== null && isInFixture(workerFixtures, test.info) ? null : test
    try {
      const context = await recorder.openContext(wanted, effective, begunBy(current, effective))
      const state = current?.consentState ?? 'no-choice'
      observer.opened(context, effective)
      browserOf.set(context, recorder.browser)
      context.browser = () => face // one that is opened by way of it is recorded as well
      const session = createSession(recorder, context, {
        consentState: current?.consentState ?? null,
        selectors: current?.scenario.consent ?? {},
        autoconsent: state === 'no-choice' ? null : await startAutoconsent(context),
        hostMap,
        target: settings.target,
        baseUrl: effective.baseURL ?? null,
        broughtState: bringsState(effective),
        step: (title, action) => actions.during(title, () => stepOf(title, action)),
        inputSince: (time) => actions.inputSince(time),
        noteSteps: settings.noteSteps,
        healthy: () => stopped === null && (current?.info.errors.length ?? 0) === 0,
        closed: () => shared.closed(context),
        // While the last requests are waited for. A test that failed is the last of its worker.
        leaving: () => { if (isAhead && (test?.info.errors.length ?? 0) === 0) standby.prepare() },
      })
      if (current === null) shared.add(session, caller, test)
      else open.push(session)
      return context
    } catch (error) {
      await recorder.discard()
      throw withoutOwnFrames(error)
    }
  }

  return {
    settings,
    async openBrowser({ headless, channel, options, ignoreHttpsErrors }) {
      const how: RecorderOptions = {
        browser: {
          path: settings.browser ?? options.executablePath ?? null,
          channel: settings.channel ?? channel ?? null,
        },
        headless: settings.headed ? false : headless,
        launch: options,
        hostMap,
        thirdPartyCookies: settings.thirdPartyCookies,
        ignoreHttpsErrors: settings.context.ignoreHTTPSErrors ?? ignoreHttpsErrors,
        profile: settings.profile,
        trace: settings.trace,
        folder: settings.output, // what a killed worker leaves is removed with the run
      }
      hostMap = [...hostMap, ...hostMapIn(options.args)]
      await config() // a mistake in it is told before anything is recorded
      const first = await startRecorder(how)
      standby = createStandby(() => startRecorder(how), first)
      // One that waits would show an empty window, or take the profile that is in use.
      isAhead = how.headless && how.profile === null
      selfCheck = checkOnce(process.env[SPOOL], how, () => checkBrowser(how)) // beside the first test; the first capture waits for its result
      selfCheck.catch(() => undefined) // which throws it, where there is one
      const running = async (): Promise<Browser> => browserOf.get(contexts().at(-1) ?? {}) ?? (await standby.look()).browser
      face = faceOf(first.browser, openContext, contexts, running)
      return face
    },
    handOut(kind) {
      foreign = kind
    },
    async begin(next) {
      if (!isHeard) {
        isHeard = true // or a check has been left a note
        const { noteRun } = await import('./unheard.js')
        await noteRun(next.info.config)
      }
      test = next
      if (isSuite && !isTaken(next.info) && next.info.workerIndex === 0 && !isToldOfReporter) {
        isToldOfReporter = true
        process.stderr.write(`${NO_REPORTER}\n`)
      }
      stopped = null
      shared.joined(next)
      observer.begin(shared.sessions().length === 0)
    },
    async end() {
      const ended = test
      test = null
      if (ended === null) return
      shared.ended(ended, outcomeOf(ended.info).error)
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
      for (const session of open) await session.noteStep(hide(title))
    },
    target() {
      const targets = all().map((session) => session.target())
      return targets.length > 0 && targets.every((target) => target === 'stand-in') ? 'stand-in' : 'live'
    },
    stop(reason) {
      stopped = reason
    },
    async dispose() {
      isAhead = false
      await standby.discard()
      await selfCheck.catch(() => undefined)
      await shared.dispose()
      for (const context of contexts()) await context.close().catch(() => undefined) // the worker ends with it
      observer.dispose()
      actions.dispose()
    },
  }

  /** What is known at the beginning: all that there is of a capture whose run is killed. */
  function begunBy(current: RunningTest | null, options: BrowserContextOptions): Partial<CaptureFacts> {
    const baseUrl = options.baseURL ?? null
    return {
      tattleVersion: version, target: settings.target ?? targetOf(hostMap, baseUrl), baseUrl,
      firstParty: settings.firstParty, clientIps: settings.clientIps,
      ...current === null ? {} : {
        scenario: {
          ...nameOf(current, 1), sideEffects: current.scenario.sideEffects ?? [], completed: false, error: null,
        },
        persona: current.persona,
        consent: untilKilled(current.consentState ?? 'no-choice', bringsState(options)),
        conditions: { project: current.info.project.name, ...namedBy(settings, NO_CONFIG) },
      },
    }
  }

  function bringsState({ storageState }: BrowserContextOptions): boolean {
    return settings.profile !== null || storageState !== undefined
  }

  /** Of a run that may be killed before it can say which choice stood when; where none is made, that is known. */
  function untilKilled(asked: ConsentState, brought: boolean): CaptureFacts['consent'] {
    const state = asked === 'no-choice' && !brought ? 'before-choice' : 'unknown'
    return { asked, outcome: 'failed', detail: 'The run was killed.', proof: [], timeline: [{ at: new Date(0).toISOString(), state }] }
  }

  function nameOf(current: RunningTest, ordinal: number): ScenarioName {
    const { info, consentState: state } = current
    return inProject(scenarioOf(current, isSuite), { project: info.project.name, state, ordinal, isSuite })
  }

  function filingOf(ended: RunningTest, ordinal: number): Filing {
    const { info, scenario, persona, other, walk, contextOptions } = ended
    const { error, spots } = outcomeOf(info)
    const suffix = ordinal === 1 ? '' : `-${ordinal}`
    return {
      subject: `The test "${info.title}"`,
      scenario: {
        ...nameOf(ended, ordinal), sideEffects: scenario.sideEffects ?? [], error,
        completed: error === null && (stopped !== null || info.status === 'passed' || info.status === info.expectedStatus),
      },
      conditions: {
        project: info.project.name, retry: info.retry, repeat: info.repeatEachIndex, ...walk === null ? {} : { walk },
      },
      persona,
      control: walk === null ? null : { other, isControl: walk === 'control' },
      locale: contextOptions.locale,
      since: observer.begunAt(),
      blindSpots: stopped === null ? spots : [stopped],
      stepOf: (call) => stepAround(call, info),
      ...handOver(info, suffix),
    }
  }

  /** Of a test that opened no context: nothing, where it opened no page at all, or may have used one that others do. */
  function whyNothing(): Diagnostic[] {
    const isSharing = shared.sessions().length > 0
    const reasons = [
      ...(foreign === null ? [] : [`${foreign}; only Chromium that this worker starts is recorded`]),
      ...observer.blindSpots(null, observer.begunAt()).filter((spot) => !isSharing || spot.startsWith(OWN_BROWSER)),
    ]
    return reasons.map((reason) => ({ code: 'test-without-capture', message: reason }))
  }
}

/** Of runs that a command started: all captures are its to file. */
const COMMAND_CONFIG: Config = { ...NO_CONFIG, capture: { retain: 'always', raw: true, originals: 'always' } }
