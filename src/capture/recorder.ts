/**
 * One recorded browser: its own process, profile and NetLog, for one context. What it leaves becomes one capture zip.
 *
 *   startRecorder → openContext → (the scenario runs, the context is closed) → finish: originals, merge, manifest, zip
 *
 * Ordinary contexts inherit the third-party cookie setting of the profile that the browser was started with, and only a
 * persistent context can be given a profile; so the browser is started with one, whose empty window is closed at once.
 */
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import {
  chromium, type Browser, type BrowserContext, type BrowserContextOptions, type LaunchOptions,
} from 'playwright/test'
import { isTattleError, TattleError, toMessage } from '../errors.js'
import type { FileDigest, Target } from '../model.js'
import type { Persona } from '../persona.js'
import { findBrowser, type BrowserWish, type FoundBrowser } from './browser.js'
import { coverageOf } from './completeness.js'
import { contradictionsOf } from './consent-strings.js'
import {
  deviationsOf, isSandboxRefusal, machineConditions, recordingFlags, sandboxPossible, type HostMapping,
} from './environment.js'
import type { CaptureManifest, Screenshot, SelfCheckResult } from './manifest.js'
import { mergeCapture, type Merge } from './merge.js'
import { checkRecorder } from './self-check.js'
import { createStorageLog, keptConsentStrings, type StorageLog } from './storage.js'
import { watchContext, type Watch } from './watch.js'
import { captureIdOf, compressNetlog, digestFile, packCapture } from './write.js'

export interface RecorderOptions {
  readonly browser: BrowserWish
  readonly headless: boolean
  /** Flags and further launch options of the user, kept. */
  readonly launch?: LaunchOptions
  readonly hostMap: readonly HostMapping[]
  readonly thirdPartyCookies: 'allow' | 'block'
  /** Where it works; absent: the folder of the system for temporary files. */
  readonly folder?: string | null
  /** A profile of the user's; its cookies and logins are used and changed. Absent: a fresh one, removed at the end. */
  readonly profile?: string | null
  /** A person ends it by closing the browser, which then is no crash. */
  readonly byHand?: boolean
}

/** What the scenario's side knows of a capture; the rest of the manifest is the recorder's. */
export interface CaptureFacts {
  readonly tattleVersion: string
  readonly scenario: CaptureManifest['scenario']
  readonly target: Target
  readonly baseUrl: string | null
  readonly firstParty: readonly string[]
  readonly persona: Persona | null
  readonly clientIps: readonly string[]
  readonly consent: CaptureManifest['consent']
  readonly conditions: Readonly<Record<string, unknown>>
  /** One sentence for each thing that was lost. */
  readonly failures: readonly string[]
  readonly blindSpots: readonly string[]
  readonly screenshots: readonly (Screenshot & { readonly image: Buffer })[]
  /** Null or absent: none was made. A failed one breaks the capture. */
  readonly selfCheck?: SelfCheckResult | null
}

export interface FinishedCapture {
  readonly manifest: CaptureManifest
  /** The zip. */
  readonly path: string
}

export interface Recorder {
  readonly browser: Browser
  /** What a user should know about how the browser was started. */
  readonly warnings: readonly string[]
  /** Opens the one context of this browser, recorded. `effective`: the options with those that fixtures add. */
  openContext(options: BrowserContextOptions, effective?: BrowserContextOptions): Promise<BrowserContext>
  /** Keeps what the site has stored in the browser by now, under the title of what had been done. Never throws. */
  noteStorage(title: string): Promise<void>
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
    await rm(work, { recursive: true, force: true })
    if (isTattleError(error)) throw error
    const words = firstLine(toMessage(error))
    const sentence = `The browser ${found.path} (${found.how}) did not start: ${words}`
    throw new TattleError('capture-failed', sentence, { cause: error })
  }
}

/** Proves that captures made with these options see what is lost most easily. Throws `browser-missing`. */
export async function checkBrowser(options: RecorderOptions): Promise<SelfCheckResult> {
  const found = findBrowser(options.browser)
  return checkRecorder(async (work) => {
    // The host map could lead the loopback page elsewhere, and a profile of the user's is none of this page's business.
    const { context, browser } = await launch({ ...options, hostMap: [], profile: null }, found, work)
    return { browser, netlog: netlogOf(work), close: () => context.close().then(() => browser.close()) }
  }, options.folder ?? tmpdir())
}

interface Launched { readonly context: BrowserContext; readonly browser: Browser; readonly sandbox: boolean }

async function launch(
  options: RecorderOptions, found: FoundBrowser, work: string, contextOptions: BrowserContextOptions = {},
): Promise<Launched> {
  const profile = options.profile ?? join(work, 'profile')
  if (!options.profile) await writeProfile(profile, options.thirdPartyCookies)
  await mkdir(originalsOf(work), { recursive: true, mode: 0o700 })
  const start = async (sandbox: boolean): Promise<Launched> => {
    const context = await chromium.launchPersistentContext(profile, {
      ...options.launch,
      ...contextOptions,
      executablePath: found.path,
      headless: options.headless,
      chromiumSandbox: sandbox,
      args: [...(options.launch?.args ?? []), ...recordingFlags(netlogOf(work), options.hostMap)],
    })
    const browser = context.browser()
    if (browser === null) {
      throw new TattleError('capture-failed', 'This Playwright is too old to record; install 1.63 or newer.')
    }
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

/** `cookie_controls_mode`: 0 allows third-party cookies, 1 blocks them in contexts like Playwright's. No flag does. */
async function writeProfile(profile: string, thirdPartyCookies: 'allow' | 'block'): Promise<void> {
  await mkdir(join(profile, 'Default'), { recursive: true, mode: 0o700 })
  const preferences = { profile: { cookie_controls_mode: thirdPartyCookies === 'allow' ? 0 : 1 } }
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences), { mode: 0o600 })
}

async function createRecorder(
  options: RecorderOptions, found: FoundBrowser, work: string, launched: Launched,
): Promise<Recorder> {
  let { context: persistent, browser } = launched
  const failures: string[] = []
  let startedAt = new Date()
  let userAgent = ''
  let contextConditions: Readonly<Record<string, unknown>> = {}
  let broughtState = options.profile != null
  let ignoreHttpsErrors = false
  let ending = false
  let watch: Watch | null = null
  let storage: StorageLog | null = null

  const close = async (): Promise<void> => {
    ending = true
    await persistent.close().catch(() => undefined) // an already dead browser is what `finish` finds out about
    await browser.close().catch(() => undefined)
  }
  const discard = async (): Promise<void> => {
    await close()
    await rm(work, { recursive: true, force: true })
  }
  if (!options.profile) for (const page of persistent.pages()) await page.close()

  const openContext = async (wanted: BrowserContextOptions, effective = wanted): Promise<BrowserContext> => {
    const recorded: BrowserContextOptions = {
      ...wanted, recordHar: { path: harOf(work), content: 'attach', mode: 'full' },
    }
    startedAt = new Date()
    contextConditions = conditionsOf(effective)
    broughtState ||= effective.storageState !== undefined
    ignoreHttpsErrors = effective.ignoreHTTPSErrors ?? false
    const context = options.profile ? await reopen(recorded) : await browser.newContext(recorded)
    watch = watchContext(context)
    storage = createStorageLog(context, watch)
    if (broughtState) await storage.take('start')
    browser.on('disconnected', () => {
      if (!ending && options.byHand !== true) failures.push('The browser ended before the scenario did.')
    })
    context.on('page', (page) => page.on('crash', () => failures.push('A page crashed.')))
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

  const finish = async (facts: CaptureFacts, out: string): Promise<FinishedCapture> => {
    const version = browser.version()
    await close()
    try {
      const endedAt = new Date()
      const originals = await settleOriginals(work)
      const merged = await mergeCapture({
        harZip: ifThere(harOf(work)), netlog: ifThere(`${netlogOf(work)}.gz`), out: join(work, 'capture.har.zip'),
        initiators: watch?.initiators() ?? [],
      })
      const coverage = coverageOf({
        ...merged, failures: [...failures, ...selfCheckFailure(facts.selfCheck), ...facts.failures], blindSpots: facts.blindSpots,
        completed: facts.scenario.completed,
      })
      const stored = storage?.record(merged.setCookies)
      const manifest: CaptureManifest = {
        schema: 1,
        captureId: captureIdOf(originals),
        tattleVersion: facts.tattleVersion,
        scenario: facts.scenario,
        target: facts.target,
        baseUrl: facts.baseUrl,
        firstParty: facts.firstParty,
        persona: facts.persona,
        clientIps: facts.clientIps,
        consent: {
          ...facts.consent,
          strings: stored === undefined ? [] : keptConsentStrings(stored),
          contradictions: contradictionsOf(merged.consentSignals, facts.consent.timeline),
        },
        startedAt: startedAt.toISOString(),
        endedAt: endedAt.toISOString(),
        browser: {
          name: found.channel ?? 'chromium', version, path: found.path, userAgent, commandLine: merged.commandLine,
        },
        conditions: {
          ...machineConditions(), ...contextConditions, ...facts.conditions,
          playwright: playwrightVersion(), node: process.version, browserFoundBy: found.how, headless: options.headless,
          thirdPartyCookies: options.thirdPartyCookies, sandbox: launched.sandbox,
          hostMap: options.hostMap.map(({ pattern, to }) => `${pattern}=${to}`), browserHosts: merged.browserHosts,
          peers: merged.peers, localAddresses: merged.localAddresses, clockSkewMs: clockSkew(merged),
        },
        deviations: deviationsOf({
          commandLine: merged.commandLine, thirdPartyCookies: options.thirdPartyCookies, hostMap: options.hostMap,
          ignoreHttpsErrors, broughtState, byHand: options.byHand ?? false, consentHelper: facts.consent.messages !== undefined,
        }),
        counts: { har: merged.harCount, netlog: merged.netlogCount, explained: merged.explainedCount },
        unexplained: merged.unexplained,
        ...coverage,
        originals,
        selfCheck: facts.selfCheck ?? null,
      }
      await writeFile(join(work, 'capture.json'), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
      const shown = facts.screenshots.map(({ file, at, title }): Screenshot => ({ file, at, title }))
      await writeFile(join(work, 'screenshots.json'), `${JSON.stringify(shown, null, 2)}\n`, { mode: 0o600 })
      for (const { file, image } of facts.screenshots) {
        await mkdir(dirname(join(work, file)), { recursive: true, mode: 0o700 })
        await writeFile(join(work, file), image, { mode: 0o600 })
      }
      if (stored !== undefined) {
        await writeFile(join(work, 'storage.json'), `${JSON.stringify(stored)}\n`, { mode: 0o600 })
      }
      await mkdir(dirname(out), { recursive: true })
      await packCapture(work, out)
      return { manifest, path: out }
    } finally {
      await rm(work, { recursive: true, force: true })
    }
  }

  const why = sandboxPossible() ? 'the kernel forbids it' : 'you are root'
  const warnings = launched.sandbox
    ? []
    : [`The browser runs without its sandbox because ${why}; audit only sites that you would open so.`]
  const noteStorage = (title: string): Promise<void> => storage?.take(title) ?? Promise.resolve()
  return { browser, warnings, openContext, noteStorage, finish, discard }
}

function selfCheckFailure(check: SelfCheckResult | null | undefined): readonly string[] {
  if (check === null || check === undefined || check.passed) return []
  return [`The recorder failed its self-check, so what it has may not be all: ${check.detail}`]
}

/** Compresses the NetLog, closes the originals to others, and hashes them. */
async function settleOriginals(work: string): Promise<FileDigest[]> {
  await compressNetlog(work)
  const folder = originalsOf(work)
  const digests: FileDigest[] = []
  for (const name of (await readdir(folder)).sort()) {
    await chmod(join(folder, name), 0o600)
    digests.push(await digestFile(join(folder, name), `originals/${name}`))
  }
  return digests
}

/** How far this machine's clock is ahead of the servers' `Date`, in milliseconds: the median of whole seconds. */
function clockSkew({ serverDates }: Merge): number | null {
  const skews = serverDates.map(({ receivedAt, date }) => receivedAt - date - 500).sort((a, b) => a - b)
  return skews[Math.floor(skews.length / 2)] ?? null
}

const originalsOf = (work: string): string => join(work, 'originals')
const harOf = (work: string): string => join(originalsOf(work), 'har.zip')
const netlogOf = (work: string): string => join(originalsOf(work), 'netlog.json')
const ifThere = (path: string): string | null => existsSync(path) ? path : null

/** The context's options that shape what a site answers. */
function conditionsOf(options: BrowserContextOptions): Readonly<Record<string, unknown>> {
  const { locale, viewport, geolocation, colorScheme, isMobile, hasTouch, javaScriptEnabled, serviceWorkers } = options
  return {
    locale, viewport, geolocation, colorScheme, isMobile, hasTouch, javaScriptEnabled, serviceWorkers,
    timeZone: options.timezoneId,
    userAgentAsked: options.userAgent,
    ignoreHttpsErrors: options.ignoreHTTPSErrors ?? false,
    proxy: options.proxy?.server,
    storageState: options.storageState !== undefined,
  }
}

function playwrightVersion(): string {
  const json: unknown = createRequire(import.meta.url)('playwright/package.json')
  return typeof json === 'object' && json !== null && 'version' in json ? String(json.version) : 'unknown'
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? ''
}
