/**
 * Ids by behaviour across captures: a value that one recipient receives again and again through a visit, and that is
 * another in the next visit with a fresh profile. An account number of the site recurs too, but stays the same.
 */
import type { AnalysedRows, WalkValue } from '../model.js'
import { comparedLeaks, knownOf, onceForEach, type ComparedDatum, type ComparedLeaks } from './compared-leak.js'

const LEAST_REQUESTS = 3
const LEAST_PAGES = 2

/** The rule of such ids. */
export const RECURRING = 'behaviour:same-in-visit-other-in-next'

const DATUM: ComparedDatum = {
  kind: 'identifier.cookie', termId: 'identifier.cookie#recurring', source: 'signature',
  label: 'value that stays through a visit and is another in the next', rule: RECURRING,
}

/** `others`: further captures of the scenario in fresh profiles, in any consent state. */
export type Recurring = (rows: AnalysedRows, others: readonly AnalysedRows[]) => ComparedLeaks[]

export function createRecurring(): Recurring {
  const singlesOf = onceForEach(singles)
  return (rows, others) => {
    const elsewhere = others.map(singlesOf)
    const found = [...singlesOf(rows)].filter(([place, value]) => {
      const seen = elsewhere.flatMap((each) => each.get(place) ?? [])
      return seen.length > 0 && new Set([value, ...seen].map(({ digest }) => digest)).size === seen.length + 1
    }).map(([, value]) => value)
    if (found.length === 0) return []
    const known = knownOf(rows, new Set(found.flatMap(({ occurrences }) => occurrences.map(({ entry }) => entry))))
    return found.map((value) => comparedLeaks(value, DATUM, rows, known))
  }
}

/** Places at which a capture shows one value and no other, often enough, and one that looks made. */
function singles({ walk }: AnalysedRows): Map<string, WalkValue> {
  const places = new Map<string, WalkValue | null>()
  for (const value of walk?.values ?? []) {
    const place = [value.recipient.domain, value.recipient.via, value.part, value.field, value.key].join('\n')
    places.set(place, places.has(place) ? null : value)
  }
  const single = [...places].filter((one): one is [string, WalkValue] => one[1] !== null)
  return new Map(single.filter(([, { count, pages }]) => count >= LEAST_REQUESTS && pages >= LEAST_PAGES))
}
