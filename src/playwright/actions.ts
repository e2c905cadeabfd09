/**
 * What a scenario does to its pages, while it does it: each call with the locator as its author wrote it, the author's
 * line and its times. What is typed, and the query of an address, stay out of it.
 */
import type { BrowserContext } from 'playwright/test'
import type { TimedAction } from '../capture/causes.js'
import { shownPlace } from '../paths.js'
import { toPeelingHider } from './suite/hide.js'
import { secretValues } from './suite/secret.js'
import type { CallSite } from './steps.js'
import { isScript, verbOf, type ApiCall, type CallListener } from './suite/calls.js'
import { listenToInputs, type Input } from './suite/inputs.js'

export interface ActionLog extends CallListener {
  /** Hears from now on when the calls of the Playwright that `owner` belongs to send their inputs. */
  listen(owner: object): void
  /** A call has sent one. */
  sent(input: Input): void
  /** The last moment from `time` on, in wall milliseconds, at which a call sent one; `time` where none was heard. */
  inputSince(time: number): number
  /** Runs what is no call of Playwright's as an action: a choice that a helper clicks, the leaving of the site. */
  during<T>(title: string, work: () => Promise<T>): Promise<T>
  /** The author's lines of navigations, which come to Playwright by way of us. */
  callSites(): CallSite[]
  /** Those that waited for their element, and never found it, are none. */
  list(): readonly TimedAction[]
  dispose(): void
}

/** Calls after which a page may send something. */
const ACTS = new RegExp(`^(?:${[
  'goto', 'reload', 'goBack', 'goForward', 'setContent', 'close', 'newPage',
  'click', 'dblclick', 'tap', 'hover', 'focus', 'blur', 'fill', 'type', 'press', 'check', 'uncheck', 'selectOption',
  'setInputFiles', 'dragAndDrop', 'drop', 'dispatchEvent', 'scrollIntoViewIfNeeded', 'selectText',
  '(?:keyboard|mouse|touchscreen)\\w+', 'addScriptTag', 'addStyleTag', 'setViewportSize', 'bringToFront', '\\$*eval\\w*',
].join('|')})$`)
/** They wait for their element, and begin with the input that they send then; with the last, where something was in their way. */
const WAITS = /^(?:click|dblclick|tap|hover|check|uncheck)$/
const MOST_ACTIONS = 20_000
const LONGEST_TITLE = 300

interface Open { title: string, location: string | null, begun: number, ended: number | undefined, passes: boolean, waits?: boolean }

/** `contexts`: those that are open, for their way of writing locators. */
export function createActionLog(
  contexts: () => readonly BrowserContext[], root = process.cwd(), env: NodeJS.ProcessEnv = process.env,
): ActionLog {
  const actions: Open[] = []
  const running = new Map<ApiCall, Open>()
  let stop: (() => void) | null = null
  let lastInput = 0
  const hide = toPeelingHider(secretValues(env))

  const begin = (title: string, location: string | null, begun: number, passes: boolean): Open => {
    const action: Open = { title: hide(title).slice(0, LONGEST_TITLE), location, begun, ended: undefined, passes }
    if (actions.length >= MOST_ACTIONS) actions.splice(0, MOST_ACTIONS / 10)
    actions.push(action)
    return action
  }
  const sent = ({ at, id, method, selector }: Input): void => {
    lastInput = at
    const [, action] = [...running].find(([call]) => {
      const own = call.stepId?.()
      return own === undefined ? call.method === method && call.params['selector'] === selector : own === id
    }) ?? []
    if (action?.waits === true) action.begun = at
  }
  return {
    listen(owner) {
      stop ??= listenToInputs(owner, sent)
    },
    sent,
    inputSince: (time) => Math.max(time, lastInput),
    begun(call) {
      const { method, at, location, caller, params } = call
      // A scenario comes to `goto` by way of us; what we do by ourselves has a name of its own.
      const isOurs = location === '' && (method !== 'goto' || caller === '' || params['url'] === 'about:blank')
      if (isOurs || !(ACTS.test(method) || ACTS.test(verbOf(call)))) return
      const waits = stop !== null && WAITS.test(method)
      const action = begin(titleOf(call, contexts()), shownPlace(caller, root), waits ? Infinity : at, isScript(call))
      running.set(call, Object.assign(action, { waits }))
    },
    ended(call) {
      const action = running.get(call)
      if (action !== undefined) action.ended = Date.now()
      running.delete(call)
    },
    async during(title, work) {
      const action = begin(title, null, Date.now(), false)
      try {
        return await work()
      } finally {
        action.ended = Date.now()
      }
    },
    callSites: () => actions.flatMap(({ title, location, begun }) =>
      title.startsWith('goto ') && location !== null ? [{ at: new Date(begun).toISOString(), location }] : []),
    list: () => actions.filter(({ begun }) => begun < Infinity),
    dispose: () => stop?.(),
  }
}

/** `click getByRole('button', { name: 'Weiter' })`, `goto /termine`, `keyboard.press`. */
function titleOf({ name, params }: ApiCall, contexts: readonly BrowserContext[]): string {
  const verb = name.replace(/^(?:locator|page|frame|elementHandle|frameLocator)\./i, '')
  const { selector, url } = params
  const on = typeof selector === 'string' ? locatorOf(selector, contexts)
    : typeof url === 'string' ? url.replace(/[?#].*$/s, '').replace(/\/\/[^/@]*@/, '//') : ''
  return on === '' ? verb : `${verb} ${on}`
}

/** As Playwright itself writes it. */
function locatorOf(selector: string, contexts: readonly BrowserContext[]): string {
  const page = contexts.flatMap((context) => context.pages()).at(-1)
  try {
    return page === undefined ? '' : String(page.locator(selector))
  } catch {
    return '' // it belongs to a frame or an element, and cannot be written without it
  }
}

