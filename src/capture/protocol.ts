/**
 * Hears the events of the debugging protocol that Playwright itself hears. It has sessions to every page, frame and
 * worker before they run, popups included; sessions of our own would come too late for their first requests, or would
 * hold them up. The place where they pass is internal to Playwright, so it is asked for with care.
 */
import type { Browser } from 'playwright/test'

type Hear = (method: string, params: unknown) => void

interface Connection { _protocolLogger?: unknown }

/** From now on until the browser ends. False where this version of Playwright does not let us hear. */
export function hearProtocol(browser: Browser | null, hear: Hear): boolean {
  const connection = connectionOf(browser)
  const logger = connection?._protocolLogger
  if (connection === undefined || typeof logger !== 'function') return false
  connection._protocolLogger = (direction: unknown, message: unknown): void => {
    logger(direction, message)
    if (direction !== 'receive' || typeof message !== 'object' || message === null) return
    const { method, params } = message as { readonly method?: unknown, readonly params?: unknown }
    if (typeof method === 'string') hear(method, params)
  }
  return true
}

/** The browser's connection, on the side of Playwright that drives it, where that runs in this process. */
function connectionOf(browser: Browser | null): Connection | undefined {
  try {
    const { _connection: client } = browser as unknown as { _connection?: { toImpl?: (of: unknown) => unknown } }
    const driver = client?.toImpl?.(browser) as { readonly _connection?: Connection } | undefined
    return driver?._connection
  } catch {
    return undefined // another version of Playwright
  }
}
