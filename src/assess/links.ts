/** Linkability: whether a datum about health and something that names the visitor came to one recipient. */
import type { Seen } from './seen.js'

export interface Company {
  readonly withHealth: boolean
  readonly withPerson: boolean
  readonly withContact: boolean
}

export interface Links {
  /** Of all requests first, in any order. */
  see(item: Seen): void
  companyOf(item: Seen): Company
}

/**
 * What stands together: kinds in one request, and kinds of all requests to one recipient domain that share an id's
 * value. Ids are linked within one recipient only: that two recipients know the same id proves nothing by itself.
 */
export function createLinks(): Links {
  const withHealth = new Set<string>()
  const idsOf = ({ recipient, sightings }: Seen): string[] =>
    sightings.filter(({ match }) => match.term.kind.startsWith('identifier.')).map(({ token }) => `${recipient.domain}\n${token}`)
  const healthIn = ({ sightings }: Seen): boolean =>
    sightings.some(({ match }) => match.term.kind.startsWith('health.') && match.term.ambiguity !== 'weak')
  const identityIn = ({ sightings }: Seen): boolean => sightings.some(({ match }) => match.term.kind.startsWith('identity.'))

  return { see, companyOf }

  function see(item: Seen): void {
    if (healthIn(item)) for (const id of idsOf(item)) withHealth.add(id)
  }

  function companyOf(item: Seen): Company {
    const ids = idsOf(item)
    const contact = ['identity.email', 'identity.phone', 'identity.address']
    return {
      withHealth: healthIn(item) || ids.some((id) => withHealth.has(id)),
      withPerson: identityIn(item) || ids.length > 0,
      withContact: item.sightings.some(({ match }) => contact.includes(match.term.kind)),
    }
  }
}
