/** On whose side a request ended, by whose site it was. */
import type { Party, Recipient } from '../model.js'
import type { Seen } from './seen.js'

/** `firstParty`: registrable domains. */
export function partyOf({ exchange }: Seen, firstParty: ReadonlySet<string>): Party {
  if (exchange.ofBrowser) return 'browser'
  return firstParty.has(exchange.domain) ? 'first' : 'third'
}

/** A payload shape that was seen on a third party's own host is no proxy. */
export function viaOf({ recipient }: Seen, party: Party): Recipient['via'] {
  return recipient.via === 'first-party' && party !== 'first' ? 'direct' : recipient.via
}
