/**
 * The end of a recording: what pages send as they are left goes on its way when they have gone, and neither Playwright nor
 * a page can tell whether it has arrived. The NetLog can, while it is being written.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { isOfPage, toText } from './netlog/params.js'
import { readNetLog } from './netlog/read.js'

/** Milliseconds; servers that do not answer are not waited for longer. */
const patience = 3_000
const between = 150

/** Again of each redirect. */
const BEGINS = 'URL_REQUEST_START_JOB'
const ENDS = ['HTTP_TRANSACTION_READ_RESPONSE_HEADERS', 'REQUEST_ALIVE']

/**
 * Waits until nobody whom a page has asked for something still owes the head of an answer, as long as the browser is there: what
 * streams after it may go on for good, and where a head leads to another request, that one begins within the moment. Never
 * throws.
 */
export async function allSent(netlog: string, isThere: () => boolean): Promise<void> {
  let before = 0
  for (const end = Date.now() + patience; isThere() && Date.now() < end; await pause(between)) {
    const now = await underWay(netlog).catch(() => 0) // none was begun
    if (now + before === 0) return
    before = now
  }
}

/** How many requests of pages have been begun and not been answered, in a NetLog that is still written to. */
export async function underWay(netlog: string): Promise<number> {
  const begun = new Set<number>()
  await readNetLog(netlog, {
    wants: (type) => type === BEGINS || ENDS.includes(type),
    event: ({ type, phase, source, params }) => {
      if (type !== BEGINS) {
        if (phase !== 'begin') begun.delete(source)
      } else if (isOfPage(toText(params['initiator']))) begun.add(source)
    },
  })
  return begun.size
}
