/**
 * Browsers and contexts of ours that the suite does not see. Playwright Test takes pictures, traces and videos of every
 * context that it knows, and gives each the project's options; in ours those would show blank pages and cost time. Where
 * it keeps them is internal to Playwright, so it is asked for with care: where it is missing, they are seen as any.
 */
import type { Browser, BrowserContext, BrowserType } from 'playwright/test'

interface Owner {
  _instrumentation?: unknown
  _contexts?: unknown
  _browserType?: unknown
}

/** Answers every question of Playwright's with nothing. */
const SILENT: object = new Proxy({}, { get: () => () => undefined })

/** The same browser type; what it launches is told to nobody. */
export function unseenType(type: BrowserType): BrowserType {
  const { _instrumentation: told, _contexts: contexts } = type as unknown as Owner
  if (typeof told !== 'object' || !(contexts instanceof Set)) return type
  return Object.create(type, {
    _instrumentation: { value: SILENT, writable: true }, _contexts: { value: new Set(), writable: true },
  }) as BrowserType
}

/** Tells nobody what is done with a context or browser that an `unseenType` has launched, to its end. */
export function keepUnseen(context: BrowserContext | Browser): void {
  const owner = context as unknown as Owner
  if (typeof owner._instrumentation === 'object') owner._instrumentation = SILENT
}

/** From now on, contexts of this browser are those of `type`, as if that had launched it. */
export function showContexts(browser: Browser, type: BrowserType): void {
  const owner = browser as unknown as Owner
  if (typeof owner._browserType === 'object') owner._browserType = type
}

/**
 * Lets Playwright Test take its pictures of a context, and end its trace, before the pages are left; it does so once.
 * What it cannot take is its own to say.
 */
export async function beforeLeaving(context: BrowserContext): Promise<void> {
  const { _instrumentation: told } = context as unknown as Owner
  const { runBeforeCloseBrowserContext: before } =
    (told ?? {}) as { runBeforeCloseBrowserContext?: (context: BrowserContext) => Promise<void> }
  if (typeof before === 'function') await before.call(told, context)
}
