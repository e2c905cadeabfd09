/**
 * What is learnt of a test while it runs, without a word from its author: its API calls, the values that it types, the
 * things that it does which hide traffic, and what it expects of its captures.
 */
import type { BrowserContext, BrowserContextOptions } from 'playwright/test'
import type { Config } from '../../config/config.js'
import type { Analysed } from '../../model.js'
import type { Persona } from '../../persona.js'
import { blindSpotOf, blindSpotsOfOptions } from './blind-spots.js'
import { isScript, listenToCalls, type ApiCall, type CallListener } from './calls.js'
import { judge, type Expectation, type StepOf } from './expectation.js'
import { createTyped, type Secrets, type TypedValues } from './typed.js'

/** Under which a context takes expectations. */
export const EXPECTATIONS = Symbol.for('tattle.expectations')

export interface Observer {
  /** Hears the calls of everything that belongs to the same Playwright as `owner`. */
  listen(owner: object): void
  /** A test begins; `forget`: nothing that was heard before is needed any more. */
  begin(forget: boolean): void
  /** When it began, in milliseconds since 1970. */
  begunAt(): number
  opened(context: BrowserContext, options: BrowserContextOptions): void
  /** What was done since then that hides traffic, and what this context started with or without. */
  blindSpots(context: BrowserContext | null, since: number): string[]
  /** The values that were typed in since then, as a persona. */
  typed(locale: string, since: number): Promise<Persona | null>
  /** What was typed in that nobody is to see, and where: `file:line:column`. */
  secrets(): Secrets
  /** The first error of an expectation of this context that does not hold, else null. */
  judge(context: BrowserContext, analysed: readonly Analysed[], config: Config, stepOf: StepOf): Error | null
  dispose(): void
}

const MOST_CALLS = 20_000
const DEAF = 'This version of Playwright does not tell what a test types or answers itself; name the values with a persona.'

/** `goto` is wrapped, so that its innermost line is ours; we ourselves only leave pages. */
function isOfTest({ location, caller, method, params }: ApiCall): boolean {
  return location !== '' || (method === 'goto' && caller !== '' && params['url'] !== 'about:blank')
}

/** `also` hears every call, ours as well. */
export function createObserver(contexts: () => readonly BrowserContext[], also?: CallListener): Observer {
  const expectations = new WeakMap<BrowserContext, Expectation[]>()
  const begunWith = new WeakMap<BrowserContext, readonly string[]>()
  let calls: ApiCall[] = []
  let spots: { readonly at: number; readonly spot: string }[] = []
  let values: TypedValues = createTyped(contexts)
  let stop: (() => void) | null = null
  let isDeaf = false
  let begun = 0
  return {
    listen(owner) {
      if (stop !== null) return
      stop = listenToCalls(owner, {
        begun(call) {
          also?.begun(call)
          if (calls.length < MOST_CALLS && isOfTest(call)) calls.push({ ...call, location: call.caller })
          if (call.location === '') return // one of ours
          const spot = blindSpotOf(call)
          if (spot !== null && spots.length < MOST_CALLS) spots.push({ at: call.at, spot })
          if (call.method !== 'selectOption') values.heard(call)
        },
        ended(call) {
          also?.ended(call)
          if (call.location === '') return
          if (call.method === 'selectOption') values.heard(call) // its label stands now
          if (isScript(call)) values.scripted()
        },
      })
      isDeaf = stop === null
    },
    begin(forget) {
      begun = Date.now()
      if (!forget) return
      calls = []
      spots = []
      values = createTyped(contexts)
    },
    begunAt: () => begun,
    opened(context, options) {
      begunWith.set(context, blindSpotsOfOptions(options))
      const list: Expectation[] = []
      expectations.set(context, list)
      Object.defineProperty(context, EXPECTATIONS, { value: list, configurable: true })
    },
    blindSpots(context, since) {
      const started = context === null ? [] : begunWith.get(context) ?? []
      const done = spots.filter(({ at }) => at >= since).map(({ spot }) => spot)
      return [...new Set([...started, ...done, ...(isDeaf ? [DEAF] : [])])]
    },
    typed: (locale, since) => values.persona(locale, since),
    secrets: () => values.secrets(),
    judge(context, analysed, config, stepOf) {
      for (const expectation of expectations.get(context) ?? []) {
        const error = judge(expectation, analysed, config.policy.allow, calls, stepOf)
        if (error !== null) return error
      }
      return null
    },
    dispose: () => stop?.(),
  }
}
