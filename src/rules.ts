/**
 * What the analyses of one command have in common: made once, however many files and documents it is given. A detector
 * is made for each set of terms; captures of one persona share it.
 */
import { hash } from 'node:crypto'
import { createDetector, type Detector } from './detect/detector.js'
import { loadWords, type WordSearch } from './detect/word-search.js'
import { createJsonPaths } from './exchange/json-path.js'
import type { Exchange, FilterListRecord, Recipient, Term } from './model.js'
import { createAttribution } from './recipient/recipient.js'
import { loadFilterLists } from './recipient/filter-lists.js'
import { versionOf } from './packages.js'
import { rulesDigest } from './rules-digest.js'

export interface Rules {
  /** Of all that decides what is found: the rules of this version, and the filter lists. */
  readonly digest: string
  readonly lists: readonly FilterListRecord[] | null
  readonly attribute: (exchange: Exchange) => Recipient
  detectorFor(terms: readonly Term[], clientIps: readonly string[]): Detector
}

/** Detectors that are kept. */
const MOST = 4

/** `filterLists`: `[category=]FILE` each. Throws `usage` where one is no list. */
export async function createRules(filterLists: readonly string[] = []): Promise<Rules> {
  const vocabularies: WordSearch = await loadWords()
  const lists = filterLists.length === 0 ? undefined : await loadFilterLists(filterLists)
  const detectors = new Map<string, Detector>()
  return {
    digest: digestOf(lists?.records),
    lists: lists?.records ?? null,
    attribute: createAttribution(undefined, lists),
    detectorFor(terms, clientIps) {
      const key = JSON.stringify([terms, clientIps])
      const detector = detectors.get(key) ?? createDetector({ terms, clientIps, vocabularies, jsonPathAt: createJsonPaths() })
      if (detectors.size >= MOST) detectors.clear()
      detectors.set(key, detector)
      return detector
    },
  }
}

/** Equal digests saw alike. */
function digestOf(lists: readonly FilterListRecord[] | undefined): string {
  if (lists === undefined) return rulesDigest
  const engine = versionOf('@ghostery/adblocker', import.meta.url)
  return hash('sha256', [rulesDigest, engine, ...lists.map(({ sha256, category }) => `${category} ${sha256}`)].join('\n'), 'hex')
}
