/**
 * A recorded browser that a person drives. Their clicks become the steps: a listener sits in a script world of its own,
 * which pages cannot see, and tells what was clicked by the name that stands on it; what is typed it does not read.
 */
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { BrowserContext, BrowserContextOptions, CDPSession, Frame, Page } from 'playwright/test'
import type { TimedAction } from '../capture/causes.js'
import type { Choice } from '../capture/choice.js'
import type { CaptureManifest, CaptureStep } from '../capture/manifest.js'
import { checkBrowser, startRecorder, type CaptureFacts, type RecorderOptions } from '../capture/recorder.js'
import { targetOf } from '../capture/environment.js'
import { addSteps } from '../capture/write.js'
import { toMessage } from '../errors.js'
import { siteOf } from '../exchange/site.js'
import { isControl } from './consent-words.js'
import { pause } from './quiet.js'

export interface ByHandOptions {
  readonly url: string
  readonly recorder: RecorderOptions
  readonly context: BrowserContextOptions
  readonly facts: Pick<CaptureFacts, 'tattleVersion' | 'firstParty' | 'persona' | 'clientIps' | 'conditions'>
  /** Folder of the capture, which is named by its id. */
  readonly folder: string
  /** Called when the page is open and the person may begin. */
  readonly ready: (context: BrowserContext) => void
}

export interface ByHand {
  readonly manifest: CaptureManifest
  readonly path: string
  readonly steps: readonly CaptureStep[]
}

/** Records until the windows are closed, or the browser. Throws `browser-missing` and `capture-failed`. */
export async function recordByHand(options: ByHandOptions): Promise<ByHand> {
  const { url, recorder: how } = options
  const recorder = await startRecorder({ ...how, byHand: true, ignoreHttpsErrors: options.context.ignoreHTTPSErrors ?? false })
  const failures: string[] = []
  const clicks: Click[] = []
  const steps: CaptureStep[] = []
  const actions: TimedAction[] = []
  const note = (title: string, at = Date.now()): void => {
    if (steps.length >= mostSteps) return
    const startedAt = new Date(at).toISOString()
    actions.push({ title, location: null, begun: at, ended: at })
    steps.push({ title, category: 'test.step', location: null, startedAt, endedAt: null, error: null })
  }
  let selfCheck: CaptureFacts['selfCheck'] = null
  try {
    selfCheck = await checkBrowser(how)
    const context = await recorder.openContext(options.context, options.context, {
      ...options.facts, target: targetOf(how.hostMap, url), baseUrl: new URL(url).origin,
    })
    const listening: Promise<void>[] = []
    const listen = (page: Page): void => {
      page.on('framenavigated', (frame) => {
        if (frame === page.mainFrame() && frame.url().startsWith('http')) note(`Open ${shown(frame.url())}`)
        void recorder.noteStorage(`Open ${shown(frame.url())}`)
      })
      const clicked = (name: string, at: number): void => {
        clicks.push({ name, at, site: siteOf(page.url()) })
        note(`Click "${name}"`, at)
      }
      listening.push(listenToClicks(context, page, clicked).then(() => undefined, () => undefined))
      listenToFrames(context, page, clicked)
    }
    for (const page of context.pages()) listen(page)
    context.on('page', listen)
    const ended = endOf(context)
    const page = context.pages()[0] ?? await context.newPage()
    await Promise.all(listening)
    await page.goto(url, { waitUntil: 'commit', timeout: 60_000 }).catch((error: unknown) => {
      failures.push(`The page could not be opened: ${toMessage(error).split('\n', 1)[0] ?? ''}`)
    })
    options.ready(context)
    await ended
    await context.close().catch(() => undefined) // the person has closed it already
  } catch (error) {
    await recorder.discard()
    throw error
  }
  const bringsState = how.profile != null || options.context.storageState !== undefined
  const unnamed = join(options.folder, `unfinished-${process.pid}.zip`)
  const { manifest } = await recorder.finish({
    ...options.facts,
    scenario: { name: `record-${new URL(url).host}`, file: null, sha256: null, sideEffects: [], completed: true, error: null },
    target: targetOf(how.hostMap, url),
    baseUrl: new URL(url).origin,
    consent: {
      asked: null, outcome: null, detail: 'Driven by hand: any choice was the visitor\'s.',
      timeline: timelineOf(clicks, bringsState), proof: [],
    },
    failures, blindSpots: [], screenshots: [], selfCheck, actions,
  }, unnamed)
  const path = join(dirname(unnamed), `${manifest.captureId}.zip`)
  await addSteps(unnamed, path, inOrder(steps))
  await rm(unnamed, { force: true })
  return { manifest, path, steps: inOrder(steps) }
}

export interface Click {
  /** On the control. */
  readonly name: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** Of the page. */
  readonly site?: string | undefined
}

/**
 * Before the first click on a site there was no choice, unless cookies and storage were brought that may hold one. A
 * control that is called as those of banners are makes one; any other may have: from then on it is not known, until one does.
 */
export function timelineOf(clicks: readonly Click[], bringsState: boolean): CaptureManifest['consent']['timeline'] {
  const timeline: Choice[] = [{ at: new Date(0).toISOString(), state: bringsState ? 'unknown' : 'before-choice' }]
  for (const { name, at, site } of clicks.toSorted((one, other) => one.at - other.at)) {
    const before = timeline.findLast((each) => each.site === undefined || each.site === site)?.state
    const state = isControl(name, 'reject') ? 'rejected' : isControl(name, 'accept') ? 'accepted'
      : before === 'before-choice' || isControl(name, 'save') ? 'unknown' : before
    if (state !== undefined && state !== before) timeline.push({ at: new Date(at).toISOString(), state, ...site === undefined ? {} : { site } })
  }
  return timeline
}

const mostSteps = 2_000

/** By their times; each ends where the next begins. */
function inOrder(steps: readonly CaptureStep[]): readonly CaptureStep[] {
  const sorted = steps.toSorted((one, other) => one.startedAt.localeCompare(other.startedAt))
  return sorted.map((step, at) => ({ ...step, endedAt: sorted[at + 1]?.startedAt ?? null }))
}

/** When the browser has gone, or no window of it is open any more. */
async function endOf(context: BrowserContext): Promise<void> {
  let gone = false
  context.on('close', () => { gone = true })
  context.browser()?.on('disconnected', () => { gone = true })
  while (!gone && context.pages().length === 0) await pause(100)
  for (let empty = 0; !gone && empty < 5;) {
    await pause(150)
    empty = context.pages().length === 0 ? empty + 1 : 0
  }
}

const world = 'tattle'
const binding = 'tattleClicked'

/** Runs in that world, in every frame of its process. */
const listener = `addEventListener('click', (event) => {
  if (!event.isTrusted) return
  const control = event.composedPath().find((each) => each instanceof Element
    && each.matches('a, button, input, select, textarea, label, summary, [role], [onclick]')) ?? event.target
  const typed = control.matches?.('input:not([type=button], [type=submit], [type=reset]), textarea, select')
  const name = control.getAttribute?.('aria-label') || control.labels?.[0]?.innerText
    || (typed ? control.name || control.placeholder : control.innerText || control.value || control.title) || control.tagName
  ${binding}(JSON.stringify([String(name).trim().replace(/\\s+/g, ' ').slice(0, 80), performance.timeOrigin + event.timeStamp]))
}, { capture: true, passive: true })`

type HearClick = (name: string, at: number) => void

/** In frames of other sites, which have a process of their own; banners stand in such. */
function listenToFrames(context: BrowserContext, page: Page, clicked: HearClick): void {
  const sessions = new Map<Frame, Promise<CDPSession>>()
  const listen = async (frame: Frame): Promise<CDPSession> => {
    const session = await sessions.get(frame)?.catch(() => undefined)
    const isThere = await session?.send('Page.enable').then(() => true, () => false) // it stays while the process does
    return session !== undefined && isThere === true ? session : listenToClicks(context, frame, clicked)
  }
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) return
    const session = listen(frame)
    session.catch(() => undefined) // it is in the process of another, and heard there, or has gone
    sessions.set(frame, session)
  })
  page.on('framedetached', (frame) => { sessions.delete(frame) })
}

async function listenToClicks(context: BrowserContext, owner: Page | Frame, clicked: HearClick): Promise<CDPSession> {
  const session = await context.newCDPSession(owner)
  session.on('Runtime.bindingCalled', ({ name, payload }) => { if (name === binding) tell(payload, clicked) })
  await session.send('Runtime.enable')
  await session.send('Page.enable')
  await session.send('Runtime.addBinding', { name: binding, executionContextName: world })
  await session.send('Page.addScriptToEvaluateOnNewDocument', { source: listener, worldName: world, runImmediately: true })
  return session
}

/** Name and moment, as the browser counts it: here the news may come late. */
function tell(payload: string, clicked: HearClick): void {
  const [name, at]: readonly unknown[] = JSON.parse(payload) as readonly unknown[]
  if (typeof name === 'string' && typeof at === 'number') clicked(name, Math.min(at, Date.now()))
}

function shown(url: string): string {
  return URL.canParse(url) ? `${new URL(url).host}${new URL(url).pathname}` : url
}
