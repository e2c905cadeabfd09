/**
 * What was recorded and yet not searched, as diagnostics tell of it while they come: there something may stand that nobody
 * sees, and the capture does not show all.
 */
import type { Diagnostic, Exchange, Recipient } from './model.js'

export interface Unsearched {
  add(diagnostic: Diagnostic): void
  /** Takes each exchange, when all diagnostics of it were added. */
  see(exchange: Exchange, recipient: Recipient): void
  /** One sentence for each way in which something was left out. `firstParty`: registrable domains. */
  blindSpots(firstParty: ReadonlySet<string>): string[]
}

const LOST = 'Something that a request or a WebSocket sent is missing or was too long to be read, so what it told was not seen.'
const UNOBSERVED = 'Not every value that was sent was looked at for identifiers that come back, so one of them may not have been seen.'
const UNNAMED = "The site's own data name more ids than were learnt, so what an id told a recipient may not have been seen."

const SPOTS: ReadonlyMap<string, string> = new Map([
  ['fields-bounded', 'A request, or what a WebSocket sent, had more fields than are looked at, so what its further ones told may not have been seen.'],
  ['body-in-pieces', 'A request body was too long to be searched as a whole: what its fields are called, and what stood under an encoding of it all, was not seen.'],
  ...['value-cut', 'body-missing', 'body-lossy', 'frames-missing'].map((code) => [code, LOST] as const),
  ...['observe-identifiers-full', 'observe-ids-full', 'observe-field-too-long', 'observe-field-too-many-values', 'observe-occurrences-full', 'learn-cookies-full'].map((code) => [code, UNOBSERVED] as const),
  ...['learn-dictionary-full', 'learn-keys-full', 'learn-body-too-large', 'learn-meanings-full'].map((code) => [code, UNNAMED] as const),
])

const UNPEELED = 'Not every encoding of what a request sent was undone, so what stood under the others was not seen.'

/** Of these the recipient is known all the same: where it is the site itself, nothing is lost. */
const BY_RECIPIENT: ReadonlyMap<string, string> = new Map([
  ...['peel-budget', 'bomb-refused'].map((code) => [code, UNPEELED] as const),
  ['places-bounded', 'Not every place in which a word stands in a request was looked at, so one in which it counts may not have been seen.'],
  ['paths-bounded', 'Not every value in the JSON of a request was followed to its name, so what only its name tells was not seen.'],
])

/** Of these it matters only where they came from the site itself. */
const OF_SITE: ReadonlyMap<string, string> = new Map([['answer-too-large', UNNAMED]])

/** Whether a blind spot is one of these: a request behind it may be any. */
export function isUnsearched(blindSpot: string): boolean {
  return [SPOTS, BY_RECIPIENT, OF_SITE].some((of) => [...of.values()].includes(blindSpot))
}

/** Domains of which that is kept; of further ones any may be another's. */
const MOST_DOMAINS = 1_000
/** Of a recipient behind the site's own host. */
const ANOTHER = ''

export function createUnsearched(): Unsearched {
  const spots = new Set<string>()
  const byRecipient = new Map<string, Set<string>>()
  const ofSites = new Map<string, Set<string>>()
  const ofExchange = new Set<string>()
  const ofAnswer = new Set<string>()
  return {
    add({ code }) {
      const spot = SPOTS.get(code)
      if (spot !== undefined) spots.add(spot)
      const other = BY_RECIPIENT.get(code)
      if (other !== undefined) ofExchange.add(other)
      const own = OF_SITE.get(code)
      if (own !== undefined) ofAnswer.add(own)
    },
    see({ delivery, ofBrowser, domain }, { via }) {
      if (ofExchange.size + ofAnswer.size === 0) return
      for (const spot of delivery === 'attempted' || ofBrowser === true ? [] : ofExchange) {
        const domains = byRecipient.get(spot) ?? new Set()
        byRecipient.set(spot, domains.add(via === 'direct' && domains.size < MOST_DOMAINS ? domain : ANOTHER))
      }
      for (const spot of ofAnswer) {
        const domains = ofSites.get(spot) ?? new Set()
        ofSites.set(spot, domains.add(domains.size < MOST_DOMAINS ? domain : ANOTHER))
      }
      ofExchange.clear()
      ofAnswer.clear()
    },
    blindSpots(firstParty) {
      const ofOthers = [...byRecipient].filter(([, domains]) => [...domains].some((domain) => !firstParty.has(domain)))
      const ofOwn = [...ofSites].filter(([, domains]) => [...domains].some((domain) => domain === ANOTHER || firstParty.has(domain)))
      return [...new Set([...spots, ...[...ofOthers, ...ofOwn].map(([spot]) => spot)])]
    },
  }
}
