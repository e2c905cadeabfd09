/** Requests to the site's own hosts that a filter list knows: maybe a tracker behind the site's name. Noted, no finding. */
import type { Diagnostic, Exchange, Recipient } from '../model.js'

const MOST_RULES = 1_000

export interface Listed {
  see(exchange: Exchange, recipient: Recipient): void
  /** One for each host and rule. `firstParty` are registrable domains. */
  diagnostics(firstParty: ReadonlySet<string>): Diagnostic[]
}

export function createListed(): Listed {
  const seen = new Map<string, { readonly host: string; readonly domain: string; readonly rule: string; readonly entry: number; requests: number }>()
  return {
    see({ entry }, { host, domain, rule }) {
      if (!rule.startsWith('list:')) return
      const key = `${host}\n${rule}`
      const known = seen.get(key)
      if (known !== undefined) known.requests++
      else if (seen.size < MOST_RULES) seen.set(key, { host, domain, rule, entry, requests: 1 })
    },
    diagnostics: (firstParty) => [...seen.values()].filter(({ domain }) => firstParty.has(domain))
      .map(({ host, rule, entry, requests }) => ({
        code: 'first-party-listed',
        entry,
        message: `${requests === 1 ? 'A request' : `${requests} requests`} to ${host}, the site's own, would be blocked by a ` +
          `filter list (${rule.slice('list:'.length)}): it may pass on to a tracker what it receives.`,
      })),
  }
}
