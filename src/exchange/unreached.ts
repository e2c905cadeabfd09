/**
 * Whom the page turned to and could not reach from where it was visited: behind a blocker, without a network, by a name that
 * was not resolved. There a site that tells everybody looks like one that tells nobody.
 */
import type { HarEntry } from '../har/types.js'
import type { Exchange } from '../model.js'
import { hindranceOf } from './delivery.js'
import { isLoopback } from './site.js'

export interface Unreached {
  see(entry: HarEntry, exchange: Exchange): void
  /** One sentence, or none. */
  blindSpots(): readonly string[]
}

const MOST_NAMED = 5
const LEAD = 'Requests to '
const OTHERS = 'and others'

/** Whether one of these blind spots says, or may say, that a recipient was not reached. */
export function mayBeUnreached(blindSpots: readonly string[], domain: string): boolean {
  return blindSpots.some((spot) => spot.startsWith(LEAD) && [domain, OTHERS].some((name) => spot.includes(` ${name} `)))
}

export function createUnreached(): Unreached {
  /** The first in the order of the alphabet, which is the same in each capture of a journey. */
  const reasons = new Map<string, string>()
  let hasOthers = false

  function see(entry: HarEntry, { delivery, ofBrowser, host, domain }: Exchange): void {
    if (delivery !== 'attempted' || ofBrowser === true || reasons.has(domain) || isLoopback(host)) return
    const reason = hindranceOf(entry)
    if (reason === undefined) return
    reasons.set(domain, reason)
    if (reasons.size <= MOST_NAMED) return
    hasOthers = true
    reasons.delete([...reasons.keys()].sort().at(-1)!)
  }

  function blindSpots(): string[] {
    if (reasons.size === 0) return []
    const named = [...reasons].sort(([one], [other]) => (one < other ? -1 : 1)).map(([domain, reason]) => (reason === '' ? domain : `${domain} (${reason})`))
    return [`${LEAD}${[...named, ...hasOthers ? [OTHERS] : []].join(' ; ')} failed before they were sent, so what they `
      + 'would have told, and what answers to them would have set off, was not seen.']
  }
  return { see, blindSpots }
}
