/**
 * A quiet period, measured over the starts of requests. Playwright's `networkidle` waits for their ends, which never
 * come where a page leaves a response unread.
 */
import type { BrowserContext, Request } from 'playwright/test'

export interface Quiet {
  /** Resolves when no request has started for `quietMs` and no page is on its way, at the latest after `atMostMs`. */
  wait(quietMs?: number, atMostMs?: number): Promise<void>
}

/** Listens to the requests of a context. */
export function createQuiet(context: BrowserContext): Quiet {
  let last = Date.now()
  const navigations = new Set<Request>()
  const arrived = (request: Request): void => {
    if (navigations.delete(request)) last = Date.now() // what the new page asks for comes now
  }
  context.on('request', (request) => {
    last = Date.now()
    if (request.isNavigationRequest()) navigations.add(request)
  })
  context.on('requestfinished', arrived)
  context.on('requestfailed', arrived)
  return {
    async wait(quietMs = 500, atMostMs = 5_000) {
      const end = Date.now() + atMostMs
      last = Math.max(last, Date.now() - quietMs + 100) // at least a moment, for what a click has just set off
      while (Date.now() < end && (navigations.size > 0 || Date.now() - last < quietMs)) await pause(Math.min(50, quietMs))
    },
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, ms) })
}
