/**
 * Hears when a call sends its input to the page: until then it waits for its element, and does nothing. Where Playwright
 * says so is internal to it, on the side that drives the browser, so it is asked for with care.
 */
import { listOf, toRecord } from '../../shapes.js'

export interface Input {
  /** Milliseconds since 1970. */
  readonly at: number
  /** Of the call, as Playwright Test numbers its steps. */
  readonly id: unknown
  readonly method: unknown
  readonly selector: unknown
}

interface Instrumentation {
  addListener?: (listener: object, context: null) => unknown
  removeListener?: (listener: object) => unknown
}

/** Calls `heard` for each input from now on, until the function that is returned is called. Null: not possible. */
export function listenToInputs(owner: object, heard: (input: Input) => void): (() => void) | null {
  const source = instrumentationOf(owner)
  if (typeof source?.addListener !== 'function' || typeof source.removeListener !== 'function') return null
  const listener = {
    onBeforeInputAction(...given: readonly unknown[]): void {
      const input = inputIn(given)
      if (input !== undefined) heard(input)
    },
  }
  source.addListener(listener, null)
  return () => { source.removeListener?.(listener) }
}

function instrumentationOf(owner: object): Instrumentation | undefined {
  try {
    const { _connection: client } = owner as { _connection?: { toImpl?: (of: unknown) => unknown } }
    return (client?.toImpl?.(owner) as { readonly instrumentation?: Instrumentation } | undefined)?.instrumentation
  } catch {
    return undefined // another version of Playwright, or one that drives the browser in another process
  }
}

/** What is known of the call stands in one of the arguments, or in its `metadata`. */
function inputIn(given: readonly unknown[]): Input | undefined {
  for (const one of listOf(given)) {
    const { metadata } = toRecord(one)
    const { id, stepId, method, params } = toRecord(metadata ?? one)
    if (typeof id !== 'string' || typeof method !== 'string') continue
    return { at: Date.now(), id: stepId ?? id, method, selector: toRecord(params)['selector'] }
  }
  return undefined
}
