/**
 * Ids that stand for terms. The site's own data say that 1234 is "Vasektomie"; then `motiveIds[]=1234` tells a recipient
 * as much as the word does. An id counts only in the company of a key that it had in the site's data: 1234 alone is a
 * number.
 */
import type { Sighting } from './assess.js'
import type { Facts } from '../learn/learn.js'
import type { Term } from '../model.js'
import type { Observation } from '../observe/observe.js'

/** `termsIn` answers the terms that a name holds. The result is by entry. */
export function namedIdsOf(
  observations: readonly Observation[],
  facts: Facts,
  firstParty: ReadonlySet<string>,
  termsIn: (name: string) => readonly Term[],
): Map<number, Sighting[]> {
  const named = new Map<string, { readonly name: string; readonly stems: readonly string[]; readonly terms: readonly Term[] }[]>()
  for (const { id, name, keys, domain } of facts.dictionary) {
    const terms = firstParty.has(domain) ? termsIn(name).filter(({ kind }) => kind.startsWith('health.')) : []
    if (terms.length > 0) named.set(id, [...(named.get(id) ?? []), { name, stems: keys.map(stemOf).filter(Boolean), terms }])
  }

  const found = new Map<number, Sighting[]>()
  if (named.size === 0) return found
  for (const observation of observations) {
    const meanings = named.get(observation.value)
    if (meanings === undefined) continue
    const stem = stemOf(observation.key)
    for (const { name, stems, terms } of meanings) {
      if (!stems.some((known) => isSameKey(known, stem))) continue
      for (const occurrence of observation.occurrences) {
        const sightings = terms.map((term) => toSighting(term, name, observation, occurrence))
        found.set(occurrence.entry, [...(found.get(occurrence.entry) ?? []), ...sightings])
      }
    }
  }
  return found
}

/** `motiveIds[]`, `motive_id` and `motives` are one key, `specialities` and `specialityId` another; a bare `id` is none. */
function stemOf(key: string): string {
  return key
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-zà-ÿ]+/g, ' ')
    .trim()
    .replace(/\s?\b(ids?|keys?|codes?|no|nr)$/, '')
    .replace(/ies$/, 'y')
    .replace(/s$/, '')
    .replaceAll(' ', '')
}

/** `visitMotiveIds` and `motives` name the same thing; a stem of less than four letters only meets itself. */
function isSameKey(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return one === other ? one !== '' : short.length >= 4 && long.endsWith(short)
}

function toSighting(term: Term, name: string, observation: Observation, occurrence: Observation['occurrences'][number]): Sighting {
  return {
    match: {
      term: {
        id: `${term.id}=${observation.value}`,
        kind: term.kind,
        value: `${observation.value} = ${name}`,
        source: 'site-dictionary',
        ordinal: term.ordinal,
      },
      transforms: [],
      fieldPath: occurrence.field,
      layers: observation.layers,
      start: 0,
      end: occurrence.end - occurrence.start,
      certainty: 'inferred',
      rule: `site-dictionary:${observation.key}`,
    },
    part: occurrence.part,
    pointer: occurrence.pointer,
    offset: occurrence.start,
    excerpt: `${observation.key}=${observation.value}`,
    token: observation.value,
  }
}
