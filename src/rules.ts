/**
 * What the analyses of one command have in common: made once, however many files and documents it is given. A detector
 * is made for each set of terms; captures of one persona share it.
 */
import { createDetector, type Detector } from './detect/detector.js'
import { loadWords, type WordSearch } from './detect/word-search.js'
import { jsonPathAt } from './exchange/json-path.js'
import type { Exchange, Recipient, Term } from './model.js'
import { createAttribution } from './recipient/recipient.js'

export interface Rules {
  readonly attribute: (exchange: Exchange) => Recipient
  detectorFor(terms: readonly Term[], clientIps: readonly string[]): Detector
}

/** Detectors that are kept. */
const MOST = 4

export async function createRules(): Promise<Rules> {
  const vocabularies: WordSearch = await loadWords()
  const detectors = new Map<string, Detector>()
  return {
    attribute: createAttribution(),
    detectorFor(terms, clientIps) {
      const key = JSON.stringify([terms, clientIps])
      const detector = detectors.get(key) ?? createDetector({ terms, clientIps, vocabularies, jsonPathAt })
      if (detectors.size >= MOST) detectors.clear()
      detectors.set(key, detector)
      return detector
    },
  }
}
