/** Which choice stood when, and where: what a visitor told one site says nothing about another. */
import type { ConsentAt, RecordedBy } from '../model.js'

/** A choice as `capture.json` has it, in the order of their times. */
export interface Choice {
  /** ISO 8601 UTC. The first stands from the beginning. */
  readonly at: string
  readonly state: ConsentAt | 'unknown'
  /** Registrable domain of the page that it was made on; absent: it holds wherever no other was made. */
  readonly site?: string
}

/**
 * Milliseconds by which the NetLog may tell of a request later than its page sent it, as clicks are told by their page's
 * clock: 2 as a rule, and 81 were seen on a machine at its limits.
 */
const longestLag = 100

/**
 * Tells of a time in wall milliseconds, and of the site whose page asked, the choice that stood: the last one not later
 * that was made there. Null where that is not known: none was made there, and one had been made elsewhere; or the NetLog
 * alone tells the time, and another stood so short a time before that the request may have left under it. A site that is
 * not known (undefined) is taken for that of the choice.
 */
export function createChoiceAt(
  timeline: readonly Choice[],
): (time: number, site: string | undefined, toldBy?: RecordedBy) => ConsentAt | null {
  const choices = timeline.map(({ at, ...choice }) => ({ ...choice, at: Date.parse(at) }))
  const stoodAt = (time: number, site: string | undefined): ConsentAt | null => {
    const past = choices.filter(({ at }, index) => index === 0 || at <= time)
    const here = past.findLast(({ site: where }) => where === undefined || site === undefined || where === site)
    if (here === undefined || here.state === 'unknown') return null
    return here.site === undefined && past.at(-1) !== here ? null : here.state
  }
  return (time, site, toldBy = 'har') => {
    const stood = stoodAt(time, site)
    return toldBy === 'netlog' && stood !== stoodAt(time - longestLag, site) ? null : stood
  }
}
