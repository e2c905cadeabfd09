/** Aliases of host names (CNAME) that were looked up for a HAR, which holds no DNS of its own. */
import type { Diagnostic, Exchange } from './model.js'

/** What DNS said, when. */
export interface Aliases {
  /** ISO 8601. */
  readonly at: string
  /** How many names were asked about. */
  readonly asked: number
  /** Host → aliases, outermost first. */
  readonly chains: Readonly<Record<string, readonly string[]>>
  readonly unanswered: readonly string[]
}

/** An exchange with the aliases of its host, where it knows none itself. */
export function aliased(exchange: Exchange, aliases: Aliases | undefined): Exchange {
  if (aliases === undefined || exchange.cnames !== undefined || !Object.hasOwn(aliases.chains, exchange.host)) return exchange
  const cnames = aliases.chains[exchange.host]
  return cnames === undefined ? exchange : { ...exchange, cnames }
}

/** What a reader of the findings has to know of them: that they were looked up, then each. */
export function notesOf(aliases: Aliases): Diagnostic[] {
  const each = Object.entries(aliases.chains).map(([host, chain]): Diagnostic => ({
    code: ALIAS, message: `${host} was an alias of ${chain.join(', ')} when it was looked up (${aliases.at}).`,
  }))
  return [noteOf(aliases), ...each]
}

/** The aliases that such notes of one analysis name; undefined where there are none. */
export function aliasesIn(notes: readonly Pick<Diagnostic, 'code' | 'message'>[]): Aliases | undefined {
  const named = notes.filter(({ code }) => code === ALIAS).flatMap(({ message }) => {
    const [, host, chain, at] = NOTE.exec(message) ?? []
    return host === undefined || chain === undefined || at === undefined ? [] : [{ host, chain: chain.split(', '), at }]
  })
  const [first] = named
  const chains = Object.fromEntries(named.map(({ host, chain }) => [host, chain]))
  return first === undefined ? undefined : { at: first.at, asked: named.length, chains, unanswered: [] }
}

const ALIAS = 'cname-resolved-later'
const NOTE = /^(\S+) was an alias of (.+) when it was looked up \(([^)]+)\)\.$/

function noteOf({ at, asked, chains, unanswered }: Aliases): Diagnostic {
  const silent = unanswered.length === 0 ? '' : ` No answer came for ${unanswered.slice(0, 10).join(', ')}${unanswered.length > 10 ? ' …' : ''}.`
  return {
    code: 'cnames-resolved-later',
    message: `Of the site's ${asked} host names, ${Object.keys(chains).length} had an alias when they were looked up (${at}); when ` +
      `the HAR was recorded, DNS may have said something else.${silent}`,
  }
}
