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
/** Hosts. */
const MOST_KEPT = 5_000
const LEAD = 'Requests to '
const OTHERS = 'and others'

/** Whether a blind spot is one of these. */
export function isUnreached(blindSpot: string): boolean {
  return blindSpot.startsWith(LEAD)
}

/** Whether one of these blind spots says, or may say, that a recipient was not reached. */
export function mayBeUnreached(blindSpots: readonly string[], domain: string): boolean {
  return blindSpots.some((spot) => isUnreached(spot) && [domain, OTHERS].some((name) => spot.includes(` ${name} `)))
}

/** Of a host that something was sent to, other requests may have failed on the way; blocked is what somebody chose. */
const BLOCKED = /block|^NS_ERROR_[A-Z_]+_URI$/i

export function createUnreached(): Unreached {
  /** By host: its domain, and why. */
  const failed = new Map<string, { readonly domain: string, readonly reason: string }>()
  const reached = new Set<string>()
  let hasOthers = false

  function see(entry: HarEntry, { delivery, ofBrowser, host, domain }: Exchange): void {
    if (ofBrowser === true) return
    if (delivery !== 'attempted') return void (reached.size < MOST_KEPT && reached.add(host))
    if (isLoopback(host) || BLOCKED.test(failed.get(host)?.reason ?? '')) return
    const reason = hindranceOf(entry)
    if (reason === undefined) return
    if (failed.size < MOST_KEPT || failed.has(host)) failed.set(host, { domain, reason })
    else hasOthers = true
  }

  function blindSpots(): string[] {
    const all = [...failed].filter(([host, { reason }]) => BLOCKED.test(reason) || !reached.has(host)).map(([, one]) => one)
    // In the order of the alphabet, which is the same in each capture of a journey.
    const domains = new Map(all.sort((one, other) => (one.domain < other.domain ? -1 : 1)).map(({ domain, reason }) => [domain, reason]))
    if (domains.size === 0) return []
    const named = [...domains].slice(0, MOST_NAMED).map(([domain, reason]) => (reason === '' ? domain : `${domain} (${reason})`))
    const others = hasOthers || domains.size > MOST_NAMED ? [OTHERS] : []
    return [`${LEAD}${[...named, ...others].join(' ; ')} failed before they were sent, so what they would have told, and what `
      + 'answers to them would have set off, was not seen.']
  }
  return { see, blindSpots }
}
