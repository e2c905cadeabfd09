/**
 * Hears the API calls that a test makes, whole and without standing between the test and Playwright: a wrapper around
 * `fill` would take the user's line out of every report. What is read here is internal to Playwright, so it is asked for
 * with care, and where it is missing the caller is told.
 */
import { listOf, toRecord } from '../../shapes.js'
import { isOwnCode } from '../steps.js'

export interface ApiCall {
  /** Milliseconds since 1970. */
  readonly at: number
  /** `Frame`, `Page`, `BrowserContext` … */
  readonly type: string
  /** `fill`, `selectOption` … */
  readonly method: string
  readonly params: Readonly<Record<string, unknown>>
  /** `locator.fill` */
  readonly name: string
  /** `file:line:column` of the user's line, or `''`: it is one of ours. */
  readonly location: string
  /** As `location`; of one of ours the user's line that led to it, where there is one. */
  readonly caller: string
  /** Under which Playwright Test reports it as a step of the test, once it does. */
  readonly stepId?: () => unknown
}

/** `evaluate` of `locator.evaluate`, whose method is `waitForSelector`: it looks for the element first. */
export function verbOf({ name }: Pick<ApiCall, 'name'>): string {
  return name.replace(/^.*\./s, '')
}

/** Whether it runs a script of the test in the page. */
export function isScript(call: Pick<ApiCall, 'name'>): boolean {
  return /^\$*eval/.test(verbOf(call))
}

export interface CallListener {
  begun(call: ApiCall): void
  ended(call: ApiCall): void
}

interface Instrumentation {
  addListener?: (listener: object) => unknown
  removeListener?: (listener: object) => unknown
}

/** Calls `listener` for each API call from now on, until the function that is returned is called. Null: not possible. */
export function listenToCalls(owner: object, listener: CallListener): (() => void) | null {
  const { _instrumentation: source } = owner as { readonly _instrumentation?: Instrumentation }
  if (typeof source?.addListener !== 'function' || typeof source.removeListener !== 'function') return null
  const running = new WeakMap<object, ApiCall>()
  const heard = {
    onApiCallBegin(zone: unknown, channel: unknown): void {
      const call = toCall(zone, channel)
      if (call === null) return
      running.set(zone as object, call)
      listener.begun(call)
    },
    onApiCallEnd(zone: unknown): void {
      const call = typeof zone === 'object' && zone !== null ? running.get(zone) : undefined
      if (call !== undefined) listener.ended(call)
    },
  }
  source.addListener(heard)
  return () => { source.removeListener?.(heard) }
}

function toCall(zone: unknown, channel: unknown): ApiCall | null {
  if (typeof zone !== 'object' || zone === null || typeof channel !== 'object' || channel === null) return null
  const { apiName, frames } = zone as { apiName?: unknown; frames?: unknown }
  const { type, method, params } = channel as { type?: unknown; method?: unknown; params?: unknown }
  if (typeof type !== 'string' || typeof method !== 'string') return null
  return {
    at: Date.now(), type, method,
    params: toRecord(params),
    name: typeof apiName === 'string' ? apiName : `${type}.${method}`,
    location: placeOf(callers(frames).slice(0, 1).filter((file) => !isOwnCode(file.file))),
    caller: placeOf(callers(frames).filter((file) => !isOwnCode(file.file))),
    stepId: () => idOf(zone),
  }
}

/** The title of the innermost `test.step` that a call was made in; null where there is none, or no way to know. */
export function stepAround({ stepId }: ApiCall, info: object): string | null {
  const id = stepId?.()
  const { _steps: steps } = info as { readonly _steps?: unknown }
  if (typeof id !== 'string') return null
  const find = (list: unknown, around: string | null, depth: number): string | null | undefined => {
    if (!Array.isArray(list) || depth > 50) return undefined
    for (const step of list as { stepId?: unknown; category?: unknown; title?: unknown; steps?: unknown }[]) {
      if (step.stepId === id) return around
      const own = step.category === 'test.step' && typeof step.title === 'string' ? step.title : around
      const found = find(step.steps, own, depth + 1)
      if (found !== undefined) return found
    }
    return undefined
  }
  return find(steps, null, 0) ?? null
}

/** `callId` is newer than `stepId`. */
function idOf({ callId, stepId }: { readonly callId?: unknown; readonly stepId?: unknown }): unknown {
  return callId ?? stepId
}

interface Caller { readonly file: string; readonly line?: unknown; readonly column?: unknown }

/** Innermost first; Playwright has left its own out. */
function callers(frames: unknown): readonly Caller[] {
  return listOf(frames).filter((frame): frame is Caller =>
    typeof frame === 'object' && frame !== null && typeof (frame as Partial<Caller>).file === 'string')
}

function placeOf([first]: readonly Caller[]): string {
  return first === undefined ? '' : `${first.file}:${String(first.line ?? 1)}:${String(first.column ?? 1)}`
}

/** Runs calls of our own so that no report shows them as steps of the test. */
export async function unseen<T>(owner: object, work: () => Promise<T>): Promise<T> {
  const { _wrapApiCall: wrap } = owner as { _wrapApiCall?: (work: () => Promise<T>, options: object) => Promise<T> }
  return typeof wrap === 'function' ? wrap.call(owner, work, { internal: true }) : work()
}
