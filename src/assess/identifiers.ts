/**
 * Identifiers by behaviour: values that no signature names, but that come back as cookies do.
 *
 * A cookie that a third party gets back with every request is one; so is a value that the site keeps in a cookie of its
 * own, or in a part of one, and hands on. That a value merely recurs proves nothing in a single capture: a site's account number recurs too.
 */
import { addTo } from '../grouped.js'
import type { Sighting } from './assess.js'
import type { Facts } from '../learn/learn.js'
import type { Term } from '../model.js'
import type { Observation } from '../observe/observe.js'

/** Cookies and fields that hold a choice, or a number of the site itself, not a person. */
const CHOICE = /consent|gdpr|tcf|cmp|usprivacy|us_privacy|gpp|cookie.?bar|optanon|didomi|borlabs|lang|locale|^__utmc$/i

/** What recurs as an identifier, by entry. `firstParty` are registrable domains. */
export function identifiersOf(
  observations: readonly Observation[], facts: Facts, firstParty: ReadonlySet<string>,
): Map<number, Sighting[]> {
  const kept = new Set(facts.cookies.filter(({ persistent, name }) => persistent && !CHOICE.test(name)).map(({ digest }) => digest))
  const own = new Set(observations
    .filter(({ part, recipient, field }) => part === 'cookie' && firstParty.has(recipient.domain) && !CHOICE.test(field))
    .flatMap(({ identifier, digest, parts }) => (identifier ? [digest, ...parts] : parts)))

  const found = new Map<number, Sighting[]>()
  for (const observation of observations) {
    if (!observation.identifier || CHOICE.test(observation.field)) continue
    const why = reasonOf(observation, kept, own)
    if (why === null) continue
    for (const occurrence of observation.occurrences) {
      const sighting: Sighting = {
        match: {
          term: TERM,
          transforms: [],
          fieldPath: occurrence.field,
          layers: observation.layers,
          start: 0,
          end: occurrence.end - occurrence.start,
          certainty: why.certainty,
          rule: `behaviour:${why.rule}`,
        },
        part: occurrence.part,
        pointer: occurrence.pointer,
        offset: occurrence.start,
        excerpt: observation.value,
        token: observation.value,
      }
      addTo(found, occurrence.entry, sighting)
    }
  }
  return found
}

const TERM: Term = { id: 'identifier.cookie#behaviour', kind: 'identifier.cookie', value: 'value kept in a cookie', source: 'signature', ordinal: 0 }

function reasonOf(
  observation: Observation, kept: ReadonlySet<string>, own: ReadonlySet<string>,
): { rule: string; certainty: 'exact' | 'inferred' } | null {
  const { part } = observation
  const digest = kept.size + own.size === 0 ? '' : observation.digest
  if (kept.has(digest)) return { rule: 'value-of-lasting-cookie', certainty: 'exact' }
  if (part === 'cookie') return { rule: 'cookie-sent-back', certainty: 'inferred' }
  if (own.has(digest)) return { rule: 'value-of-the-sites-cookie', certainty: 'inferred' }
  return null
}
