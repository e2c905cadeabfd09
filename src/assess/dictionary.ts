/**
 * Ids that stand for terms. The site's own data say that 1234 is "Vasektomie"; then `motiveIds[]=1234` tells a recipient
 * as much as the word does. An id counts only in the company of a key that it had in the site's data: 1234 alone is a
 * number.
 */
import { addTo } from '../grouped.js'
import type { Sighting } from './assess.js'
import type { Facts } from '../learn/learn.js'
import type { Diagnostic, Term } from '../model.js'
import type { Observation } from '../observe/observe.js'

/** What an id means under one name that it has in the data. */
interface Meaning {
  readonly stem: string
  /** What the data call it, in which the term was found. */
  readonly name: string
  readonly term: Term
}

/** Keys times terms, which are two dozen for an id that has one long name; one of more meanings is a number that much is counted with. */
const MOST_MEANINGS = 200

/** `termsIn` answers the terms that a name holds; `note` is told what was left out. The result is by entry. */
export function namedIdsOf(
  observations: readonly Observation[],
  facts: Facts,
  firstParty: ReadonlySet<string>,
  termsIn: (name: string) => readonly Term[],
  note: (diagnostic: Diagnostic) => void = () => {},
): Map<number, Sighting[]> {
  const { meanings, hasMore } = meaningsOf(facts, firstParty, termsIn)
  if (hasMore) {
    note({ code: 'learn-meanings-full', message: `The data name an id by many terms: of such an id only the first ${MOST_MEANINGS} were looked for.` })
  }
  const found = new Map<number, Sighting[]>()
  if (meanings.size === 0) return found
  for (const observation of observations) {
    const stem = stemOf(observation.key)
    for (const meaning of meanings.get(observation.value)?.values() ?? []) {
      if (!isSameKey(meaning.stem, stem)) continue
      for (const occurrence of observation.occurrences) {
        addTo(found, occurrence.entry, toSighting(meaning, observation, occurrence))
      }
    }
  }
  return found
}

/** By id; of names that say the same the first. */
function meaningsOf(
  facts: Facts, firstParty: ReadonlySet<string>, termsIn: (name: string) => readonly Term[],
): { readonly meanings: ReadonlyMap<string, ReadonlyMap<string, Meaning>>; readonly hasMore: boolean } {
  const meanings = new Map<string, Map<string, Meaning>>()
  let hasMore = false
  for (const { id, name, keys, domain } of facts.dictionary) {
    const terms = firstParty.has(domain) ? termsIn(name).filter(({ kind }) => kind.startsWith('health.')) : []
    for (const stem of terms.length === 0 ? [] : keys.map(stemOf).filter(Boolean)) {
      for (const term of terms) {
        const known = meanings.get(id) ?? new Map<string, Meaning>()
        const at = `${stem}\n${term.id}`
        if (known.has(at)) continue
        if (known.size < MOST_MEANINGS) meanings.set(id, known.set(at, { stem, name, term }))
        else hasMore = true
      }
    }
  }
  return { meanings, hasMore }
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

function toSighting({ name, term }: Meaning, observation: Observation, occurrence: Observation['occurrences'][number]): Sighting {
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
