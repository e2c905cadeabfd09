/**
 * The consent banners that DuckDuckGo's autoconsent knows, answered by it. Its script is put into every page of the
 * context, and only where a choice was asked for: so never in `no-choice`. It looks first and acts when it is told to.
 * A page can see it and can speak in its name, so that its messages are evidence of what was tried, not of what came.
 */
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import type { BrowserContext, Frame } from 'playwright/test'
import type { ConsentMessage } from '../capture/manifest.js'
import { listOf, toRecord } from '../shapes.js'
import { chooses } from './consent-words.js'
import { pause } from './quiet.js'

export interface Answer {
  readonly at: Date
  /** By their names, nothing that was clicked makes the choice: the banner has gone, and nobody knows what the site makes of that. */
  readonly isNoChoice: boolean
}

export interface Autoconsent {
  /** Every message of the script, in order. */
  readonly messages: readonly ConsentMessage[]
  /** The name of the banner that it recognises and sees; null where there is none within the time. */
  found(atMostMs: number): Promise<string | null>
  /** The name of the banner that was found on a page that is still there. */
  shown(): string | null
  /**
   * Lets it answer the banner that it found, and says when that was done; null where it could not. What a rule clicks one
   * after the other takes seconds: a consent is given with its first click and refused with its last, so that nothing
   * that was sent in between is held against the site. Where it calls a function of the page, that is when it was told to.
   */
  act(choice: 'accept' | 'reject', atMostMs?: number): Promise<Answer | null>
  /** When a page heard the last click from a time on, in wall milliseconds; undefined where none did. */
  clickedSince(time: number): number | undefined
  /** From now on its script stays idle in new pages. */
  rest(): void
}

const mostMessages = 500
const mostReadyMs = 5_000
const config = {
  enabled: true, autoAction: null, disabledCmps: [], enablePrehide: false, enableCosmeticRules: false,
  enableGeneratedRules: true, detectRetries: 20, isMainWorld: true, prehideTimeout: 0, enableHeuristicDetection: false,
  enablePopupMutationObserver: false, visualTest: false, performanceLoggingEnabled: false,
  heuristicPopupSearchTimeout: 100, heuristicMode: 'off',
  logs: {
    lifecycle: false, rulesteps: false, detectionsteps: false, evals: false, errors: false, messages: false, waits: false,
  },
}

/** Before the first page of the context is opened. Throws what Playwright throws where the context has gone. */
export async function startAutoconsent(context: BrowserContext): Promise<Autoconsent> {
  const main = fileURLToPath(import.meta.resolve('@duckduckgo/autoconsent'))
  const path = fileURLToPath(import.meta.resolve('@duckduckgo/autoconsent/rules/rules.json'))
  const rules = choosing(JSON.parse(await readFile(path, 'utf8')))
  const text = JSON.stringify(rules)
  const messages: ConsentMessage[] = []
  let popup: { readonly frame: Frame, readonly cmp: string } | null = null
  /** When the script of the page that was opened last had its rules. */
  let readyAt: number | null = null
  let detectedAt: number | null = null
  let result: boolean | null = null
  let resting = false
  let clickedAt = 0
  /** Of this choice, in wall milliseconds, with what stood on the control; null while none is being made. */
  let clicks: { readonly at: number, readonly name: string }[] | null = null

  const answer = async (frame: Frame, message: string): Promise<void> => {
    await frame.evaluate(`window.autoconsentReceiveMessage?.(${message})`).catch(() => undefined) // the frame has gone
  }
  const heard = async (frame: Frame, message: unknown): Promise<void> => {
    const { type, cmp, id, code, at, name, result: outcome } = toRecord(message)
    if (typeof type !== 'string') return
    if (type === 'init') {
      if (frame.parentFrame() === null && popup?.frame.page() === frame.page()) popup = null // another page stands there
      if (resting) return
      await answer(frame, `{"type":"initResp","config":${JSON.stringify(config)},"rules":${text}}`)
      if (frame.parentFrame() === null) readyAt = Date.now()
      return
    }
    if (type === 'eval' && typeof id === 'string' && typeof code === 'string') {
      // In the page's own world, where the page could run it as well.
      const value: unknown = await frame.evaluate(code).catch(() => false)
      return answer(frame, JSON.stringify({ type: 'evalResp', id, result: Boolean(value) }))
    }
    if (type === 'tattleClick' && typeof at === 'number') {
      clickedAt = Math.min(at, Date.now())
      clicks?.push({ at: clickedAt, name: String(name) })
    }
    if (!evidence.has(type) || messages.length >= mostMessages) return
    messages.push({
      at: new Date().toISOString(), type, url: frame.url(),
      ...typeof cmp === 'string' ? { cmp: cmp.slice(0, 100) } : {},
      ...typeof outcome === 'boolean' ? { result: outcome } : {},
    })
    if (type === 'cmpDetected') detectedAt ??= Date.now()
    if (type === 'popupFound' && typeof cmp === 'string') popup ??= { frame, cmp: cmp.slice(0, 100) }
    if ((type === 'optInResult' || type === 'optOutResult') && typeof outcome === 'boolean') result = outcome
  }
  await context.exposeBinding('autoconsentSendMessage', ({ frame }, message: unknown) => heard(frame, message))
  await context.addInitScript({ path: join(dirname(main), 'autoconsent.playwright.js') })
  await context.addInitScript(clickListener)

  return {
    messages,
    async found(atMostMs) {
      const begun = Date.now()
      // A slow machine takes long to get the rules into the page, and a banner that is recognised to show itself.
      const end = (): number => Math.max(
        readyAt === null ? begun + mostReadyMs : Math.max(begun, readyAt) + atMostMs, (detectedAt ?? 0) + 4_000)
      while (popup === null && Date.now() < end()) await pause(50)
      return (popup as { readonly cmp: string } | null)?.cmp ?? null
    },
    shown: () => popup === null || popup.frame.isDetached() ? null : popup.cmp,
    async act(choice, atMostMs = 12_000) {
      if (popup === null) return null
      const begun = Date.now()
      const told: { readonly at: number, readonly name: string }[] = clicks = []
      result = null
      const way = choice === 'accept' ? 'optIn' : 'optOut'
      void answer(popup.frame, JSON.stringify({ type: way }))
      while (result === null && Date.now() < begun + atMostMs) await pause(50)
      clicks = null
      const times = told.map(({ at }) => at)
      const at = choice === 'accept' ? Math.min(...times) : Math.max(...times)
      if (result !== true || (told.length === 0 && !callsPage(rules, popup.cmp, way))) return null
      return {
        at: new Date(told.length === 0 ? begun : Math.max(begun, at)),
        isNoChoice: told.length > 0 && told.every(({ name }) => !chooses(name, choice)),
      }
    },
    clickedSince: (time) => clickedAt >= time ? clickedAt : undefined,
    rest() {
      resting = true
    },
  }
}

const evidence: ReadonlySet<string> = new Set([
  'cmpDetected', 'popupFound', 'optInResult', 'optOutResult', 'selfTestResult', 'autoconsentDone', 'autoconsentError',
])

/** Before any listener of the page: what it has sent by then, it sent without knowing of the click. */
const clickListener = `addEventListener('click', (event) => {
  const [control] = event.composedPath()
  const says = (name) => control.getAttribute?.(name) ?? ''
  const name = says('aria-label') || (control.innerText ?? '').trim() || control.value || says('title')
    || (/clos|dismiss/i.test(says('id') + ' ' + says('class')) ? 'close' : '')
  autoconsentSendMessage({ type: 'tattleClick', at: performance.timeOrigin + performance.now(), name: String(name).slice(0, 120) })
}, { capture: true, passive: true })`

type Way = 'optIn' | 'optOut'

interface Rule { readonly name?: unknown, readonly optIn?: unknown, readonly optOut?: unknown }

interface Rules { readonly autoconsent: readonly Rule[] }

/** Never succeeds, so that the banner is left to its words. */
const IMPOSSIBLE = [{ exists: ':not(*)' }]

/**
 * The rules without their ways to make no choice at all: hundreds have no step for a consent and report one, others hide
 * a banner that offers no refusal and report one, or do the same for both.
 */
export function choosing(rules: unknown): Rules {
  return {
    autoconsent: listOf(toRecord(rules)['autoconsent']).map((rule) => {
      const { optIn, optOut, ...rest } = toRecord(rule)
      if (isDeepStrictEqual(optIn, optOut)) return { ...rest, optIn: IMPOSSIBLE, optOut: IMPOSSIBLE }
      return { ...rest, optIn: withoutHiding(optIn), optOut: withoutHiding(optOut) }
    }),
  }
}

function withoutHiding(steps: unknown): readonly object[] {
  const list = listOf(steps).map(toRecord)
  if (list.every((step) => Object.keys(step).every((key) => passive.has(key)))) return IMPOSSIBLE
  return list.map((step) => ({
    ...step,
    ...step['then'] === undefined ? {} : { then: withoutHiding(step['then']) },
    ...step['else'] === undefined ? {} : { else: withoutHiding(step['else']) },
  }))
}

/** What a step may say that tells the site nothing. */
const passive: ReadonlySet<string> = new Set(['hide', 'setStyle', 'removeClass', 'selector', 'method', 'wait', 'comment', 'optional'])

/** Whether a rule answers by a function of the page; those that are written as code may. */
function callsPage({ autoconsent }: Rules, cmp: string, way: Way): boolean {
  const rule = autoconsent.find(({ name }) => name === cmp)
  return rule === undefined || JSON.stringify(rule[way]).includes('"eval":')
}
