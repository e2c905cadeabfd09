/**
 * What a vocabulary is: words that say something about somebody's health, for captures without a persona. One file a
 * language in `vocabularies/`, default-exporting a Vocabulary; the file name is the language.
 */
import type { Kind } from '../model.js'

export interface VocabularyGroup {
  /** Noun in kebab-case: `specialty`, `sexual-health`, `mental-health`, `oncology`, `medication`. */
  readonly category: string
  readonly kind: Kind
  /**
   * One entry per line or comma; a leading `~` marks a word that needs company (`~arm`, `~cancer`), `~~`
   * one that counts beside another one only (`~~knee` and `~~torn`; the parts of the body in `body-part`). `-ektomie` stands
   * for every word that ends so, `nephro-` for every word that begins so. Of German, `~-behandlung` counts by itself
   * where a part of the body or another word of the vocabulary stands before it, and `~~-operation` only there.
   */
  readonly words: string
}

export interface Vocabulary {
  /** BCP 47. */
  readonly language: string
  /**
   * What the endings and beginnings do not mean, as entries are written: `sympathie` and words that end (begin) with it,
   * `=tumor` alone.
   */
  readonly except?: string
  readonly groups: readonly VocabularyGroup[]
}
