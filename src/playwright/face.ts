/**
 * The browser that tests see: `newContext` opens a recorded browser of its own. What is asked of a browser that runs goes to
 * that of the context that was opened last, the rest to the first.
 */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright/test'
import { callerOf } from './session.js'

/** `caller`: `file:line:column` of the user's line, or `''`. */
export type OpenContext = (options: BrowserContextOptions, caller: string) => Promise<BrowserContext>

/** `running`: of the context that was opened last, else the one that waits for the next. */
export function faceOf(
  first: Browser, open: OpenContext, contexts: () => BrowserContext[], running: () => Promise<Browser>,
): Browser {
  const newContext = (options: BrowserContextOptions = {}): Promise<BrowserContext> => open(options, callerOf(new Error()))
  const newPage = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await open(options, callerOf(new Error()))
    const page = await context.newPage()
    page.close = () => context.close() // as a page that owns its context does
    page.once('close', () => { void context.close().catch(() => undefined) })
    return page
  }
  const close = async (): Promise<void> => {
    for (const context of contexts()) await context.close()
  }
  const own: Readonly<Record<PropertyKey, unknown>> = {
    newBrowserCDPSession: async () => (await running()).newBrowserCDPSession(),
    startTracing: async (...args: Parameters<Browser['startTracing']>) => (await running()).startTracing(...args),
    stopTracing: async () => (await running()).stopTracing(),
    newContext, newPage, contexts, close, isConnected: () => true, [Symbol.asyncDispose]: close,
  }
  return new Proxy(first, {
    get(target, property) {
      if (Object.hasOwn(own, property)) return own[property]
      const value: unknown = Reflect.get(target, property, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
