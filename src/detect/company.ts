/** Weak words and the company that makes them count. */
import { isAlone, isInWords, isStep } from './boundary.js'
import { isElsewhere } from './elsewhere.js'
import type { Hit } from './hits.js'
import { isOfPage, isOfTitle, tellsOfHealth, toKeyName } from './keys.js'

/**
 * Weak words count under a key that tells of health or of a search, and where they are all of a title; in the address
 * or title of a page else only where the request names a second health term. `keyOf` tells the name right at a hit.
 */
export function withCompany(wordHits: readonly Hit[], valueHits: readonly Hit[], keyOf: (hit: Hit) => string): Hit[] {
  const weak = wordHits.filter(({ needle, layer, start, end }) =>
    needle.strength === 'weak' && (needle.telling === true || !isElsewhere(layer.bytes, start, end)))
  const keys = new Map(weak.map((hit) => [hit, keyOf(hit)]))
  const ofPage = weak.filter((hit) => {
    const { part, name } = hit.field
    return part === 'referer' || isOfPage(keys.get(hit)!) || isOfPage(toKeyName(name))
  })
  const strong = wordHits.filter((hit) => hit.needle.strength === 'strong')
  const health = valueHits.filter((hit) => hit.needle.term.kind.startsWith('health.'))
  const company = new Set([...ofPage, ...strong, ...health].map((hit) => hit.needle.term.id))
  const counting = new Set(weak.filter((hit) =>
    tellsOfHealth(keys.get(hit)!) || isTitle(hit, keys.get(hit)!) || isPairInPath(hit)))
  for (const hit of ofPage) if (company.size > 1 || hit.needle.telling) counting.add(hit)
  return wordHits.filter((hit) => hit.needle.strength === 'strong' || counting.has(hit))
}

function isPairInPath({ needle, field, layer, start, end }: Hit): boolean {
  if (needle.telling !== true || field.part !== 'path') return false
  return isStep(layer.bytes, start, end) || (isInWords(layer.bytes, start, end) && !isElsewhere(layer.bytes, start, end))
}

/** Words for illness itself, who has it and who treats it: whatever else a title says, that it is about (`Still's disease`). */
const ILLNESS = new RegExp('^(diseases?|illness(es)?|disorders?|syndromes?|krankheit(en)?|erkrankung(en)?|maladies?|' +
  'pathologies?|infections?|patients|physicians?|therapists?|nurses|medications?)$', 'i')

function isTitle({ needle, layer, start, end }: Hit, key: string): boolean {
  return isOfTitle(key) && (isAlone(layer.bytes, start, end) || ILLNESS.test(needle.term.value))
}
