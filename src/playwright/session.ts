/**
 * One context of a test, recorded: from the moment it opens to the capture that it leaves. Nothing is put into its
 * pages; `goto` and `close` are wrapped on this side, to make the consent choice after the first page and to let the
 * last ones unload before the browser ends.
 */
import { fileURLToPath } from 'node:url'
import type { BrowserContext, Page } from 'playwright/test'
import { targetOf, type HostMapping } from '../capture/environment.js'
import type { CaptureFacts, FinishedCapture, Recorder } from '../capture/recorder.js'
import { beforeLeaving } from '../capture/unseen.js'
import { toMessage } from '../errors.js'
import type { ConsentState, Target } from '../model.js'
import type { Autoconsent } from './autoconsent.js'
import { createConsent, type Consent, type ConsentSelectors } from './consent.js'
import { createQuiet } from './quiet.js'
import { isOwnCode } from './steps.js'

export interface SessionOptions {
  readonly consentState: ConsentState | null
  readonly selectors: ConsentSelectors
  /** Null where no choice is to be made. */
  readonly autoconsent: Autoconsent | null
  readonly hostMap: readonly HostMapping[]
  readonly target: Target | null
  readonly baseUrl: string | null
  /** Whether the context began with cookies or storage. */
  readonly broughtState: boolean
  /** Whether each step leaves a picture and what the site had stored by then. */
  readonly noteSteps: boolean
  /** Runs an action as a step of the test, where there is one. */
  readonly step: <T>(title: string, action: () => Promise<T>) => Promise<T>
  /** When an input was sent last from a time on, in wall milliseconds; the time itself where none was heard. */
  readonly inputSince: (time: number) => number
  /** Whether the scenario has gone well so far. */
  readonly healthy: () => boolean
  /** Called when the context has been closed. */
  readonly closed: (session: Session) => Promise<void>
  /** Called when it begins to be closed. */
  readonly leaving: () => void
}

/** What is known only when the test is over. */
export interface TestFacts extends Omit<CaptureFacts, 'target' | 'baseUrl' | 'consent' | 'screenshots' | 'firstParty'> {
  /** Null: the site that was visited first. */
  readonly firstParty: readonly string[] | null
}

export interface Session {
  readonly context: BrowserContext
  readonly consent: Consent
  /** Of the pages that are open now: live, unless every one of them is a stand-in's. */
  target(): Target
  isClosed(): boolean
  /** Keeps a picture and what is stored, where steps are noted. Called when a step has ended. Never throws. */
  noteStep(title: string): Promise<void>
  /** Closes what is still open and writes the capture. */
  finish(facts: TestFacts, siteOf: (url: string) => string, out: string): Promise<FinishedCapture>
  /** Removes what was recorded. */
  discard(): Promise<void>
}

export function createSession(recorder: Recorder, context: BrowserContext, options: SessionOptions): Session {
  const screenshots: CaptureFacts['screenshots'][number][] = []
  const failures: string[] = []
  const quiet = createQuiet(context)
  let firstUrl: string | null = null
  let aimedAt: string | null = null
  let chosen = false
  let closed = false

  const picture = async (page: Page, name: string, title: string): Promise<string | null> => {
    if (screenshots.length >= mostScreenshots) return null
    try {
      // Neither the caret nor animations are touched, so nothing is put into the page.
      const image = await page.screenshot({
        type: 'jpeg', quality: 45, scale: 'css', caret: 'initial', animations: 'allow', timeout: 3_000,
      })
      const file = `screenshots/${String(screenshots.length + 1).padStart(2, '0')}-${name}.jpg`
      screenshots.push({ file, image, at: new Date().toISOString(), title })
      return file
    } catch {
      return null // a picture is welcome, its absence says nothing about the traffic
    }
  }
  const asked = options.consentState ?? 'no-choice'
  const consent = createConsent({
    asked, selectors: options.selectors, broughtState: options.broughtState, step: options.step, inputSince: options.inputSince, autoconsent: options.autoconsent,
    picture: (page, name) => picture(page, name, consentTitles[name] ?? name),
  })
  const noteStep = async (title: string): Promise<void> => {
    if (!options.noteSteps || closed) return
    const page = context.pages().findLast((each) => !each.isClosed() && each.url().startsWith('http'))
    if (page !== undefined) await picture(page, toFileName(title), title)
    await recorder.noteStorage(title)
  }

  const wrapGoto = (page: Page): void => {
    const goto = page.goto.bind(page)
    page.goto = async (url, gotoOptions) => {
      aimedAt ??= addressOf(url, options.baseUrl)
      const response = await goto(url, gotoOptions).catch((error: unknown) => { throw withoutOwnFrames(error) })
      if (response === null || !response.url().startsWith('http')) return response
      firstUrl ??= response.url()
      if (!chosen && response.status() < 400) {
        chosen = true
        if (options.noteSteps) await recorder.noteStorage('before any choice')
        await consent.choose(page, quiet)
        if (options.noteSteps && asked !== 'no-choice') await recorder.noteStorage('after the choice')
      } else if (chosen) {
        await consent.chooseLate(page, quiet)
      }
      return response
    }
  }
  for (const page of context.pages()) wrapGoto(page)
  context.on('page', wrapGoto)

  const leave = async (): Promise<void> => {
    const pages = context.pages().filter((page) => !page.isClosed())
    const last = pages.at(-1)
    if (last === undefined) return
    await quiet.wait(400, 5_000) // what the last action has set off arrives before the page is left
    if (options.consentState === 'withdraw' && options.healthy()) await consent.withdraw(last, quiet)
    await consent.lookBack(last)
    if (options.noteSteps) await picture(last, 'end', 'before leaving the site')
    await recorder.noteStorage('before leaving the site')
    await beforeLeaving(context)
    await options.step('Leave the site', async () => {
      for (const page of pages) {
        // A page may ask whether it is to be left; the test, which might stay, is over.
        page.removeAllListeners('dialog')
        context.removeAllListeners('dialog')
        await page.goto('about:blank', { timeout: 5_000 }).catch((error: unknown) => {
          failures.push(`A page could not be left, so what it sends on leaving may be missing (${firstLine(error)}).`)
        })
      }
      await quiet.wait(300, 2_000)
    })
  }
  const close = context.close.bind(context)
  context.close = async (closeOptions) => {
    if (closed) return
    closed = true
    options.leaving()
    try {
      await leave()
    } catch (error) {
      failures.push(`The pages could not be left in order: ${firstLine(error)}`)
    }
    await recorder.endTrace()
    await close(closeOptions)
    await options.closed(session)
  }

  const hosts = (): string[] => context.pages().map((page) => page.url()).filter((url) => url.startsWith('http'))
  const session: Session = {
    context,
    consent,
    noteStep,
    isClosed: () => closed,
    discard: () => recorder.discard(),
    target() {
      if (options.target !== null) return options.target
      const urls = hosts()
      if (urls.length === 0) return targetOf(options.hostMap, options.baseUrl ?? firstUrl ?? aimedAt)
      return urls.every((url) => targetOf(options.hostMap, url) === 'stand-in') ? 'stand-in' : 'live'
    },
    async finish(facts, siteOf, out) {
      await context.close().catch((error: unknown) => {
        failures.push(`The context could not be closed: ${firstLine(error)}`)
      })
      // What could not be opened was a stand-in all the same, or a live site.
      const visited = firstUrl ?? options.baseUrl ?? aimedAt
      const record = consent.record()
      const isFailed = record.outcome === 'failed'
      const isTests = options.consentState === null && record.timeline.length === 1
      return recorder.finish({
        ...facts,
        target: options.target ?? targetOf(options.hostMap, visited),
        baseUrl: options.baseUrl ?? (visited === null ? null : new URL(visited).origin),
        firstParty: facts.firstParty ?? (visited === null ? [] : [siteOf(visited)]),
        // What stood when is not known then: nothing is said rather than that no choice had been made.
        consent: isTests ? { ...record, timeline: [], detail: 'The test makes its own choice, if any.' } : record,
        failures: [
          ...failures,
          ...(isFailed ? [`The consent state ${asked} was not reached: ${record.detail}`] : []),
          ...facts.failures,
        ],
        blindSpots: [...consent.blindSpots(), ...facts.blindSpots],
        screenshots,
      }, out)
    },
  }
  return session
}

const mostScreenshots = 120

const consentTitles: Readonly<Record<string, string>> = {
  'consent-before': 'before the choice', 'consent-after': 'after the choice',
  'consent-withdrawn': 'after the consent was taken back',
}

/** Of a page that is to be opened; null where that is none of the web. */
function addressOf(url: string, base: string | null): string | null {
  const whole = URL.canParse(url, base ?? undefined) ? new URL(url, base ?? undefined).href : ''
  return whole.startsWith('http') ? whole : null
}

/** `Straße wählen` → `strasse-wahlen`; letters that a file name may not bear are left out. */
function toFileName(title: string): string {
  const words = title.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')
  return words.slice(0, 40) || 'step'
}

/** `file:line:column` of the user's line that an error was made under, or `''`. */
export function callerOf(error: Error): string {
  for (const line of error.stack?.split('\n').slice(1) ?? []) {
    const place = placeOf(line)
    if (place === null || isOwnCode(place.file)) continue
    if (/[\\/]node_modules[\\/]playwright(-core)?[\\/]/.test(place.file)) continue
    return `${place.file}:${place.line}:${place.column}`
  }
  return ''
}

/** The same error, pointing at the user's line instead of ours. */
export function withoutOwnFrames(error: unknown): unknown {
  const named = error as { stack?: unknown } | null | undefined
  if (typeof named?.stack !== 'string') return error
  named.stack = named.stack.split('\n').filter((line) => !isOwnCode(placeOf(line)?.file ?? '')).join('\n')
  return error
}

function firstLine(error: unknown): string {
  return toMessage(error).split('\n', 1)[0] ?? ''
}

function placeOf(stackLine: string): { file: string; line: string; column: string } | null {
  const match = /^\s*at (?:.*\()?(?:async )?(.+?):(\d+):(\d+)\)?$/.exec(stackLine)
  const file = match?.[1]?.startsWith('file://') ? fileURLToPath(match[1]) : match?.[1]
  if (file === undefined || file.startsWith('node:')) return null
  return { file, line: match?.[2] ?? '', column: match?.[3] ?? '' }
}
