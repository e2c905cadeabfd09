/**
 * `import { test, expect } from 'tattle/playwright'` in place of Playwright's own: the same test, recorded, analysed.
 */
import { dirname, resolve } from 'node:path'
import type { Page, TestInfo } from 'playwright/test'
import {
  expect as baseExpect, firefox, mergeTests as baseMergeTests, test as base, webkit,
} from '../capture/playwright.js'
import { toControlPersona } from '../control-persona.js'
import { TattleError } from '../errors.js'
import type { ConsentAt, ConsentState } from '../model.js'
import { readPersona, type Persona } from '../persona.js'
import { workerFixturesIn } from './fixture-scope.js'
import { listenToSteps, withNotedSteps } from './noted-steps.js'
import { withoutOwnFrames } from './session.js'
import { readSettings } from './settings.js'
import { whyNoOptions, type Expectation, type NoLeaksOptions } from './suite/expectation.js'
import { EXPECTATIONS } from './suite/observer.js'
import type { ScenarioOptions } from './scenario.js'
import { createWorker, type TattleWorker } from './worker.js'

export {
  _android, _electron, chromium, defineConfig, devices, errors, firefox, mergeExpects, request, selectors, webkit,
} from '../capture/playwright.js'
export type {
  APIRequestContext, APIResponse, Browser, BrowserContext, BrowserContextOptions, Cookie, Dialog, Download,
  ElementHandle, Expect, Fixtures, Frame, FrameLocator, FullConfig, FullProject, JSHandle, Locator, Page,
  PlaywrightTestArgs, PlaywrightTestConfig, PlaywrightTestOptions, PlaywrightWorkerArgs, PlaywrightWorkerOptions,
  Project, Request, Response, Route, TestFixture, TestInfo, TestType, WebSocket, WorkerFixture, WorkerInfo,
} from 'playwright/test'
export { CONSENT_STATES, type ConsentState } from '../model.js'
export type { Persona } from '../persona.js'
export type { ConsentSelectors } from './consent.js'
export type { NoLeaksOptions } from './suite/expectation.js'
export type { ScenarioOptions } from './scenario.js'

export interface TattleOptions {
  /** The consent state to reach after the first page. `null` leaves the banner to the test. */
  readonly consentState: ConsentState | null
  readonly scenario: ScenarioOptions
  /** Path of a persona, relative to the test's file. `null`: terms come from the vocabularies. */
  readonly personaFile: string | null
  /** Which of the two walks of an audit with a control this is; null: there is one walk. */
  readonly walk: 'main' | 'control' | null
}

/** For scenarios that make the choice themselves. */
export interface ConsentControls {
  accept(page: Page): Promise<void>
  reject(page: Page): Promise<void>
  /** Says that a choice was made by the scenario's own clicks. */
  note(page: Page, state: ConsentAt, detail: string): void
}

export interface TattleFixtures extends TattleOptions {
  /** The values to type in. Asking for it without a `personaFile` (or `--persona`) fails the test with a sentence. */
  readonly persona: Persona
  /**
   * Runs an action that changes something outside: on a live site only where `--allow-side-effects` names it. Where it
   * may not run, the rest of the test is skipped, and the capture says before what it stopped.
   */
  readonly sideEffect: <T>(name: string, action: () => Promise<T>) => Promise<T>
  readonly consent: ConsentControls
  /** Opens and ends the captures of a test; runs by itself. */
  readonly capture: void
}

export interface TattleWorkerFixtures {
  readonly tattle: TattleWorker
}

/** Filled while test files are loaded. */
const workerFixtures = new Set<string>()
const extended = (fixtures: object): void => { for (const name of workerFixturesIn(fixtures)) workerFixtures.add(name) }

export const test = withNotedSteps(base.extend<TattleFixtures, TattleWorkerFixtures>({
  consentState: [null, { option: true }],
  scenario: [{}, { option: true }],
  personaFile: [null, { option: true }],
  walk: [null, { option: true }],

  tattle: [async ({}, use) => {
    const worker = createWorker(readSettings(), workerFixtures)
    await use(worker)
    await worker.dispose()
  }, { scope: 'worker', box: true }],

  // A browser that is not ours to start (a remote one, Firefox, WebKit) is handed out as it is, without a capture.
  browser: [async ({ tattle, browserName, connectOptions, headless, channel, launchOptions, playwright }, use, { project }) => {
    if (connectOptions) {
      tattle.handOut('its browser runs elsewhere')
      const remote = await playwright[browserName].connect(connectOptions.wsEndpoint, connectOptions)
      await use(remote)
      await remote.close()
    } else if (browserName !== 'chromium') {
      tattle.handOut(browserName)
      const other = await (browserName === 'firefox' ? firefox : webkit).launch()
      await use(other)
      await other.close()
    } else {
      const { ignoreHTTPSErrors } = project.use
      await use(await tattle.openBrowser({
        headless: headless ?? true, channel, options: launchOptions, ignoreHttpsErrors: ignoreHTTPSErrors ?? false,
      }))
    }
  }, { scope: 'worker', timeout: 0 }],

  capture: [async ({
    tattle, consentState, scenario, personaFile, walk,
    acceptDownloads, baseURL, colorScheme, geolocation, hasTouch, ignoreHTTPSErrors, isMobile, javaScriptEnabled,
    locale, offline, proxy, serviceWorkers, storageState, timezoneId, userAgent, viewport,
  }, use, info) => {
    const asked = consentState ?? 'no-choice'
    if (scenario.consentStates !== undefined && !scenario.consentStates.includes(asked)) {
      info.skip(true, `The scenario declares the consent states ${scenario.consentStates.join(', ')}.`)
    }
    const options = {
      acceptDownloads, baseURL, colorScheme, geolocation, hasTouch, ignoreHTTPSErrors, isMobile, javaScriptEnabled,
      locale, offline, proxy, serviceWorkers, storageState, timezoneId, userAgent, viewport,
    }
    const contextOptions = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
    listenToSteps(info, (title) => tattle.stepEnded(title))
    const { persona, other } = visitorsOf(tattle, personaFile, info, walk)
    await tattle.begin({ info, consentState, scenario, persona, other, walk, contextOptions })
    await use()
    await tattle.end()
  }, { auto: true, box: true, timeout: 300_000 }],

  persona: async ({ tattle, personaFile, walk }, use, info) => {
    const { persona } = visitorsOf(tattle, personaFile, info, walk)
    if (persona === null) {
      throw new TattleError('persona-invalid', `The test "${info.title}" asks for a persona and names none; ` +
        "add test.use({ personaFile: 'personas/name.json' }) or pass --persona.")
    }
    await use(persona)
  },

  sideEffect: async ({ tattle, scenario }, use, info) => {
    await use(async (name, action) => {
      if (!scenario.sideEffects?.includes(name)) {
        throw withoutOwnFrames(new TattleError('config-invalid',
          `The scenario does not declare the side effect "${name}"; ` +
          'add it to sideEffects in test.use({ scenario: { … } }).'))
      }
      if (tattle.target() !== 'stand-in' && !tattle.settings.allowSideEffects.includes(name)) {
        tattle.stop(`The scenario stopped before "${name}": on a live site that needs --allow-side-effects ${name}. ` +
          'What is sent from there on was not seen.')
        info.skip(true, `stopped before "${name}"`)
      }
      return action()
    })
  },

  consent: async ({ tattle }, use) => {
    await use({
      accept: async (page) => tattle.sessionOf(page)?.consent.accept(page),
      reject: async (page) => tattle.sessionOf(page)?.consent.reject(page),
      note: (page, state, detail) => tattle.sessionOf(page)?.consent.note(page, state, detail),
    })
  },
}), extended)

/** Playwright's own; the steps of what comes of it are noted as well. */
export const mergeTests: typeof baseMergeTests = (...tests) => {
  const merged = baseMergeTests(...tests)
  withNotedSteps(merged as unknown as typeof base, extended)
  return merged
}

interface Visitors {
  readonly persona: Persona | null
  /** Who walks the other way. */
  readonly other: Persona | null
}

/** The run's persona, else the scenario's; on a control walk, the one with the other values. */
function visitorsOf(
  { settings }: TattleWorker, personaFile: string | null, { file }: TestInfo, walk: TattleOptions['walk'],
): Visitors {
  const persona = settings.persona ?? (personaFile === null ? null : readPersona(resolve(dirname(file), personaFile)))
  if (walk === null || persona === null) return { persona, other: null }
  const control = toControlPersona(persona, settings.controlPersona)
  return walk === 'main' ? { persona, other: control } : { persona: control, other: persona }
}

/** Playwright's own, and `toHaveNoLeaks`. */
export const expect = baseExpect.extend({
  /**
   * Holds where nothing that the test may not tell others reached a third party. Decided when the page's context has
   * closed and its capture was analysed, so that what is sent on leaving counts; the test then fails at this line.
   */
  toHaveNoLeaks(page: Page, options: NoLeaksOptions = {}) {
    const why = this.isNot ? 'it has no opposite; remove ".not".'
      : typeof (page as Partial<Page> | null)?.context !== 'function' ? 'it is asked of a page, and this is none.'
        : whyNoOptions(options)
    if (why !== null) throw withoutOwnFrames(new TattleError('usage', `toHaveNoLeaks: ${why}`))
    const { [EXPECTATIONS]: list } = page.context() as { [EXPECTATIONS]?: Expectation[] }
    const error = new Error('toHaveNoLeaks')
    withoutOwnFrames(error)
    list?.push({ options, error })
    const message = (): string => 'toHaveNoLeaks: the page was not recorded (its browser is no Chromium that the ' +
      '`browser` fixture of tattle/playwright started), so nothing is known of what it sent.'
    return { pass: list !== undefined, message, name: 'toHaveNoLeaks' }
  },
})
