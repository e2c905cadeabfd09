/**
 * The end of a context. Playwright writes its HAR once it has heard all that it asked for of each answer. Of what a service
 * worker had fetched ahead of a navigation, and of a window that a script wrote into, it never does, and waits for good.
 * Where the browser goes, it waits for nothing any more, and writes what it has.
 */
import { stat } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser } from 'playwright/test'

/** Milliseconds; and bytes of the NetLog for each further one, since answers that are many or long take time to pack. */
const patience = 8_000
const bytesEach = 10_000

/** Ends as `close` does, which is the context's own; where that takes too long, with the browser. */
export async function insistOn(close: () => Promise<void>, browser: Browser, netlog: string): Promise<void> {
  const given = new AbortController()
  const { size } = await stat(netlog).catch(() => ({ size: 0 }))
  const closing = close()
  const isLate = pause(patience + size / bytesEach, true, { signal: given.signal }).catch(() => false)
  try {
    if (await Promise.race([closing.then(() => false), isLate])) {
      await browser.close()
      await closing.catch(() => undefined) // it says that the browser has gone
    }
  } finally {
    given.abort()
  }
}
