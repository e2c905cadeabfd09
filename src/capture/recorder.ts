/**
 * One recorded browser: its own process, profile and NetLog, for one context. What it leaves becomes one capture zip.
 *
 *   startRecorder → openContext → (the scenario runs, the context is closed) → finish: originals, merge, manifest, zip
 *
 * Ordinary contexts inherit the third-party cookie setting of the profile that the browser was started with, and only a
 * persistent context can be given a profile; so the browser is started with one, whose empty window is closed at once.
 */
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, BrowserContext, BrowserContextOptions, LaunchOptions, Page } from 'playwright/test'
import { isTattleError, TattleError, toMessage } from '../errors.js'
import { makeFolder } from '../folder.js'
import { findBrowser, type BrowserWish, type FoundBrowser } from './browser.js'
import { insistOn } from './closing.js'
import {
  browserEnvironment, hostMapIn, isSandboxRefusal, machineConditions, recordingFlags, sandboxPossible, type HostMapping,
} from './environment.js'
import {
  finishCapture, writeBegun, type BrowserFacts, type CaptureFacts, type FinishedCapture,
} from './finish.js'
import type { SelfCheckResult } from './manifest.js'
import { harOf, netlogOf, originalsOf, traceOf } from './originals.js'
import { requireOfPlaywright } from './playwright-package.js'
import { chromium } from './playwright.js'
import { checkRecorder } from './self-check.js'
import { createStorageLog, type StorageLog } from './storage.js'
import { keepUnseen, showContexts, unseenType } from './unseen.js'
import { allSent } from './under-way.js'
import { watchContext, type Watch } from './watch.js'

/** Pixels left of the screen and above it, further than any screen reaches. */
const OUT_OF_SIGHT = -20_000

export interface RecorderOptions {
  readonly browser: BrowserWish
  readonly headless: boolean
  /** Flags and further launch options of the user, kept. */
  readonly launch?: LaunchOptions
  readonly hostMap: readonly HostMapping[]
  readonly thirdPartyCookies: 'allow' | 'block'
  /** Where it works; absent: the folder of the system for temporary files. */
  readonly folder?: string | null
  /** The whole browser accepts any certificate; a context that is told to still refuses some of what a page sends as it is left. */
  readonly ignoreHttpsErrors?: boolean
  /** A profile of the user's; its cookies, logins and cookie setting are used and changed. Absent: a fresh one, removed at the end. */
  readonly profile?: string | null
  /** Keep Playwright's trace with the originals. */
  readonly trace?: boolean
  /** A person ends it by closing the browser, which then is no crash. */
  readonly byHand?: boolean
}

export type { CaptureFacts, FinishedCapture } from './finish.js'

export interface Recorder {
  readonly browser: Browser
  /** What a user should know about how the browser was started. */
  readonly warnings: readonly string[]
  /**
   * Opens the one context of this browser, recorded. `effective`: the options with those that fixtures add. `begun`: what
   * is known by now, for whoever finds the recording of a process that was killed.
   */
  openContext(
    options: BrowserContextOptions, effective?: BrowserContextOptions, begun?: Partial<CaptureFacts>,
  ): Promise<BrowserContext>
  /** Keeps what the site has stored in the browser by now, under the title of what had been done. Never throws. */
  noteStorage(title: string): Promise<void>
  /** To be called before the context closes, where a trace is kept. Never throws: without it there is none. */
  endTrace(): Promise<void>
  /** Ends the browser and packs the capture to `out`. Throws only where nothing was recorded or can be written. */
  finish(facts: CaptureFacts, out: string): Promise<FinishedCapture>
  /** Ends the browser and removes what it left. */
  discard(): Promise<void>
}

/** Starts a recorded browser. Throws `browser-missing`, or `capture-failed` where the browser does not start. */
export async function startRecorder(options: RecorderOptions): Promise<Recorder> {
  const found = findBrowser(options.browser)
  const work = await mkdtemp(join(options.folder ?? tmpdir(), 'tattle-'))
  try {
    return await createRecorder(options, found, work, await launch(options, found, work))
  } catch (error) {
    await rm(work, { recursive: true, force: true, maxRetries: 8, retryDelay: 150 })
    if (isTattleError(error)) throw error
    const words = firstLine(toMessage(error)).replace(/^browserType\.\w+: /, '').replace(/\.$/, '')
    const { DISPLAY, WAYLAND_DISPLAY } = process.env
    const hasScreen = process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY)
    if (!options.headless && !hasScreen) {
      throw new TattleError('capture-failed', 'A browser with a window needs a display, and there is none (DISPLAY and ' +
        'WAYLAND_DISPLAY are not set); start it on a desktop, or under xvfb-run.', { cause: error })
    }
    const sentence = `The browser ${found.path} (${found.how}) did not start: ${words}. Name another with --browser, or in TATTLE_BROWSER.`
    throw new TattleError('capture-failed', sentence, { cause: error })
  }
}

/** Proves that captures made with these options see what is lost most easily. Throws `browser-missing`. */
export async function checkBrowser(options: RecorderOptions): Promise<SelfCheckResult> {
  const found = findBrowser(options.browser)
  return checkRecorder(async (work) => {
    // A host map could lead the loopback page elsewhere, and a profile of the user's is none of this page's business.
    const args = options.launch?.args?.filter((argument) => hostMapIn([argument]).length === 0) ?? []
    const { context, browser } = await launch({ ...options, hostMap: [], profile: null, launch: { ...options.launch, args } }, found, work)
    keepUnseen(browser)
    return { browser, netlog: netlogOf(work), close: () => context.close().then(() => browser.close()) }
  }, options.folder ?? tmpdir())
}

interface Launched { readonly context: BrowserContext; readonly browser: Browser; readonly sandbox: boolean }

async function launch(
  options: RecorderOptions, found: FoundBrowser, work: string, contextOptions?: BrowserContextOptions,
): Promise<Launched> {
  // A context with options is the user's own.
  const type = contextOptions === undefined ? unseenType(chromium) : chromium
  const profile = options.profile ?? join(work, 'profile')
  await writeProfile(profile, options.thirdPartyCookies)
  makeFolder(originalsOf(work), 0o700)
  const start = async (sandbox: boolean): Promise<Launched> => {
    const context = await type.launchPersistentContext(profile, {
      env: browserEnvironment(process.env),
      ...options.launch,
      ...contextOptions,
      executablePath: found.path,
      headless: options.headless,
      chromiumSandbox: sandbox,
      args: [
        ...(options.launch?.args ?? []), ...recordingFlags(netlogOf(work), options.hostMap),
        ...options.ignoreHttpsErrors === true ? ['--ignore-certificate-errors'] : [],
      ],
    })
    const browser = context.browser()
    if (browser === null) {
      throw new TattleError('capture-failed', 'This Playwright is too old to record; install 1.63 or newer.')
    }
    if (type !== chromium) keepUnseen(context)
    return { context, browser, sandbox }
  }
  if (!sandboxPossible()) return start(false)
  try {
    return await start(true)
  } catch (error) {
    if (!isSandboxRefusal(toMessage(error))) throw error
    return start(false)
  }
}

/**
 * `cookie_controls_mode`: 0 allows third-party cookies, 1 blocks them in contexts like Playwright's. No flag does. What
 * else a profile says stays. Throws `capture-failed` where the user's cannot be read or written.
 */
async function writeProfile(profile: string, thirdPartyCookies: 'allow' | 'block'): Promise<void> {
  const file = join(profile, 'Default', 'Preferences')
  try {
    makeFolder(dirname(file), 0o700)
    const text = await readFile(file, 'utf8').catch(() => '{}') // a new one
    const known = JSON.parse(text) as Readonly<Record<string, object>>
    const cookies = { cookie_controls_mode: thirdPartyCookies === 'allow' ? 0 : 1 }
    await writeFile(file, JSON.stringify({ ...known, profile: { ...known['profile'], ...cookies } }), { mode: 0o600 })
  } catch (cause) {
    throw new TattleError('capture-failed', `The profile ${profile} cannot be used (${toMessage(cause)}).`, { cause })
  }
}

async function createRecorder(
  options: RecorderOptions, found: FoundBrowser, work: string, launched: Launched,
): Promise<Recorder> {
  let { context: persistent, browser } = launched
  showContexts(browser, chromium)
  const failures: string[] = []
  let startedAt = new Date()
  let closedAt: number | undefined
  let userAgent = ''
  let contextConditions: Readonly<Record<string, unknown>> = {}
  let broughtState = options.profile != null
  let ignoreHttpsErrors = false
  let ending = false
  let watch: Watch | null = null
  let storage: StorageLog | null = null
  let tracing: BrowserContext['tracing'] | null = null

  const close = async (): Promise<void> => {
    ending = true
    await persistent.close().catch(() => undefined) // an already dead browser is what `finish` finds out about
    await browser.close().catch(() => undefined)
  }
  const discard = async (): Promise<void> => {
    await close()
    await rm(work, { recursive: true, force: true, maxRetries: 8, retryDelay: 150 })
  }
  const closeFirstWindow = async (): Promise<void> => {
    for (const page of persistent.pages()) await page.close().catch(() => undefined) // closed by hand
  }
  // Without it the browser would end with the person's last one, before Playwright has written its HAR.
  const hideFirstWindow = async (): Promise<void> => {
    const [page] = persistent.pages()
    if (page === undefined) return
    const session = await persistent.newCDPSession(page)
    const { windowId } = await session.send('Browser.getWindowForTarget')
    await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'minimized' } })
    for (let tries = 0; tries < 20; tries++) {
      await pause(100)
      if ((await session.send('Browser.getWindowBounds', { windowId })).bounds.windowState === 'minimized') return
    }
    // There is no window manager that would.
    await session.send('Browser.setWindowBounds', { windowId, bounds: { left: OUT_OF_SIGHT, top: OUT_OF_SIGHT } })
  }
  // A browser with windows ends with its last one, so that there it waits for the first page of the context.
  if (!options.profile && options.headless) await closeFirstWindow()

  const openContext = async (
    wanted: BrowserContextOptions, effective = wanted, begun: Partial<CaptureFacts> = {},
  ): Promise<BrowserContext> => {
    const recorded: BrowserContextOptions = {
      ...wanted, recordHar: { path: harOf(work), content: 'attach', mode: 'full' },
    }
    startedAt = new Date()
    contextConditions = conditionsOf(effective)
    broughtState ||= effective.storageState !== undefined
    ignoreHttpsErrors = effective.ignoreHTTPSErrors ?? false
    const context = options.profile ? await reopen(recorded) : await browser.newContext(recorded)
    if (wanted.recordHar !== undefined) await alsoRecord(context, wanted.recordHar)
    const leaveFirstWindow = options.byHand === true ? hideFirstWindow : closeFirstWindow
    if (!options.profile && !options.headless) context.once('page', () => { leaveFirstWindow().catch(() => undefined) })
    const end = context.close.bind(context)
    context.close = async (how) => {
      ending = true // the browser may end with its last window
      await allSent(netlogOf(work), () => browser.isConnected())
      closedAt ??= Date.now()
      return insistOn(() => end(how), browser, netlogOf(work))
    }
    await writeBegun(work, known(), begun)
    watch = watchContext(context)
    if (options.trace === true) {
      await context.tracing.start({ screenshots: true, snapshots: true, sources: true })
      tracing = context.tracing
    }
    storage = createStorageLog(context, watch)
    if (broughtState) await storage.take('start')
    browser.on('disconnected', () => {
      if (!ending && options.byHand !== true) failures.push('The browser ended before the scenario did.')
    })
    const noteCrash = (page: Page): unknown => page.on('crash', () => failures.push('A page crashed.'))
    context.pages().forEach(noteCrash)
    context.on('page', noteCrash)
    context.on('request', (request) => {
      if (userAgent === '') userAgent = request.headers()['user-agent'] ?? ''
    })
    return context
  }
  /** A user's profile is only used by the persistent context itself, so that one must carry the options. */
  const reopen = async (recorded: BrowserContextOptions): Promise<BrowserContext> => {
    await close()
    const again = await launch(options, found, work, recorded)
    persistent = again.context
    browser = again.browser
    ending = false
    return persistent
  }

  const known = (): BrowserFacts => ({
    startedAt: startedAt.toISOString(),
    browser: { name: found.channel ?? 'chromium', version: browser.version(), path: found.path, userAgent },
    conditions: {
      ...machineConditions(), ...contextConditions, playwright: playwrightVersion(), node: process.version,
      browserFoundBy: found.how, headless: options.headless, sandbox: launched.sandbox,
      profile: options.profile != null,
    },
    thirdPartyCookies: options.thirdPartyCookies, ignoreHttpsErrors, broughtState,
    hostMap: [...options.hostMap, ...hostMapIn(options.launch?.args)],
    byHand: options.byHand ?? false,
    ...options.trace === true ? { trace: existsSync(traceOf(work)) } : {},
  })
  const finish = async (facts: CaptureFacts, out: string): Promise<FinishedCapture> => {
    const last = known()
    await close()
    return finishCapture(work, last, facts, { failures, initiators: watch?.initiators() ?? [], storage, closedAt }, out)
  }

  const why = sandboxPossible() ? 'the kernel forbids it' : 'you are root'
  const warnings = launched.sandbox
    ? []
    : [`The browser runs without its sandbox because ${why}; audit only sites that you would open so.`]
  const noteStorage = (title: string): Promise<void> => storage?.take(title) ?? Promise.resolve()
  const endTrace = async (): Promise<void> => {
    await tracing?.stop({ path: traceOf(work) }).catch(() => undefined) // the conditions say whether there is one
    tracing = null
  }
  return { browser, warnings, openContext, noteStorage, endTrace, finish, discard }
}

/** A HAR that the test wants for itself: by its options a context writes only one. */
async function alsoRecord(
  context: BrowserContext, { path, content, omitContent, mode, urlFilter }: NonNullable<BrowserContextOptions['recordHar']>,
): Promise<void> {
  const kept = content ?? (omitContent ? 'omit' : path.endsWith('.zip') ? 'attach' : 'embed')
  await context.routeFromHAR(path, {
    update: true, updateMode: mode ?? 'full',
    updateContent: kept as 'attach' | 'embed', // its types lack `omit`, which it hands on as all others
    ...urlFilter === undefined ? {} : { url: urlFilter },
  })
}

/** The context's options that shape what a site answers. */
function conditionsOf(options: BrowserContextOptions): Readonly<Record<string, unknown>> {
  const {
    viewport, deviceScaleFactor, geolocation, permissions, colorScheme, isMobile, hasTouch, javaScriptEnabled,
    serviceWorkers,
  } = options
  const machine = Intl.DateTimeFormat().resolvedOptions()
  return {
    locale: options.locale ?? machine.locale,
    timeZone: options.timezoneId ?? machine.timeZone,
    viewport, deviceScaleFactor, geolocation, permissions, colorScheme, isMobile, hasTouch, javaScriptEnabled,
    serviceWorkers,
    userAgentAsked: options.userAgent,
    ignoreHttpsErrors: options.ignoreHTTPSErrors ?? false,
    proxy: options.proxy?.server,
    storageState: options.storageState !== undefined,
  }
}

function playwrightVersion(): string {
  const json: unknown = requireOfPlaywright()('playwright/package.json')
  return typeof json === 'object' && json !== null && 'version' in json ? String(json.version) : 'unknown'
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? ''
}
