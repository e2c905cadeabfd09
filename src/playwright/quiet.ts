/**
 * A quiet period, measured over the starts of requests. Playwright's `networkidle` waits for their ends, which never
 * come where a page leaves a response unread.
 */
import type { BrowserContext } from 'playwright/test'

export interface Quiet {
  /** Resolves when no request has started for `quietMs`, at the latest after `atMostMs`. */
  wait(quietMs?: number, atMostMs?: number): Promise<void>
}

/** Listens to the requests of a context. */
export function createQuiet(context: BrowserContext): Quiet {
  let last = Date.now()
  context.on('request', () => { last = Date.now() })
  return {
    async wait(quietMs = 500, atMostMs = 5_000) {
      const end = Date.now() + atMostMs
      last = Math.max(last, Date.now() - quietMs + 100) // at least a moment, for what a click has just set off
      while (Date.now() < end && Date.now() - last < quietMs) await pause(Math.min(50, quietMs))
    },
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, ms) })
}
