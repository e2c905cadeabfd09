/** Third parties that were contacted, over several captures. */
import type { Contact, ReportCapture } from '../model.js'

export interface Contacted extends Contact {
  /** In so many captures. */
  readonly captures: number
}

/** One for each domain, most requests first; unconfirmed is who was in none of the captures reached for certain. */
export function contactsIn(captures: readonly Pick<ReportCapture, 'contacted'>[]): Contacted[] {
  const all = new Map<string, Contacted>()
  for (const one of captures.flatMap(({ contacted }) => contacted)) {
    const known = all.get(one.domain)
    const { domain, category } = one
    const isUnconfirmed = one.unconfirmed === true && known?.unconfirmed !== undefined
    all.set(domain, known === undefined ? { ...one, captures: 1 } : {
      domain, entity: known.entity ?? one.entity, category, requests: known.requests + one.requests, captures: known.captures + 1,
      ...isUnconfirmed ? { unconfirmed: true } : {},
    })
  }
  return [...all.values()].sort((a, b) => b.requests - a.requests || (a.domain < b.domain ? -1 : 1))
}
