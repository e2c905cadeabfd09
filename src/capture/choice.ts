/** Which choice stood when, and where: what a visitor told one site says nothing about another. */
import type { ConsentAt } from '../model.js'

/** A choice as `capture.json` has it, in the order of their times. */
export interface Choice {
  /** ISO 8601 UTC. The first stands from the beginning. */
  readonly at: string
  readonly state: ConsentAt | 'unknown'
  /** Registrable domain of the page that it was made on; absent: it holds wherever no other was made. */
  readonly site?: string
}

/**
 * Tells of a time in wall milliseconds, and of the site whose page asked, the choice that stood: the last one not later
 * that was made there. Null where that is not known: none was made there, and one had been made elsewhere. A site that is
 * not known (undefined) is taken for that of the choice.
 */
export function createChoiceAt(timeline: readonly Choice[]): (time: number, site: string | undefined) => ConsentAt | null {
  const choices = timeline.map(({ at, ...choice }) => ({ ...choice, at: Date.parse(at) }))
  return (time, site) => {
    const past = choices.filter(({ at }, index) => index === 0 || at <= time)
    const isHere = ({ site: where }: { readonly site?: string }): boolean => where === undefined || site === undefined || where === site
    const here = past.findLast(isHere)
    if (here === undefined || here.state === 'unknown') return null
    return here.site === undefined && past.at(-1) !== here ? null : here.state
  }
}
