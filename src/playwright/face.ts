/** The browser that tests see: `newContext` opens a recorded browser of its own, the rest is passed on to the first. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright/test'
import { callerOf } from './session.js'

/** `caller`: `file:line:column` of the user's line, or `''`. */
export type OpenContext = (options: BrowserContextOptions, caller: string) => Promise<BrowserContext>

export function faceOf(first: Browser, open: OpenContext, contexts: () => BrowserContext[]): Browser {
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
