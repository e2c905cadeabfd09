/**
 * The end of a recording: what pages send as they are left goes on its way when they have gone, and neither Playwright nor
 * a page can tell whether it has arrived. The NetLog can, while it is being written.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { toText } from './netlog/params.js'
import { readNetLog } from './netlog/read.js'

/** Milliseconds; servers that do not answer are not waited for longer. */
const patience = 3_000
const between = 150

/** Waits until no request that a page has made is under way, as long as the browser is there. Never throws. */
export async function allSent(netlog: string, isThere: () => boolean): Promise<void> {
  for (const end = Date.now() + patience; isThere() && Date.now() < end; await pause(between)) {
    if (await underWay(netlog).catch(() => 0) === 0) return // none was begun
  }
}

async function underWay(netlog: string): Promise<number> {
  const begun = new Set<number>()
  await readNetLog(netlog, {
    wants: (type) => type === 'URL_REQUEST_START_JOB' || type === 'REQUEST_ALIVE',
    event: ({ type, phase, source, params }) => {
      if (type === 'REQUEST_ALIVE' && phase === 'end') begun.delete(source)
      if (type === 'URL_REQUEST_START_JOB' && URL.canParse(toText(params['initiator']))) begun.add(source)
    },
  })
  return begun.size
}
