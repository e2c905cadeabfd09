/** The languages that a report can be read in. */
import type { Words } from '../words.js'
import { de } from './de.js'
import { en } from './en.js'
import { fr } from './fr.js'

export const LANGUAGES = ['de', 'fr', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

const WORDS: Readonly<Record<Language, Words>> = { de, fr, en }

export function isLanguage(text: string): text is Language {
  return (LANGUAGES as readonly string[]).includes(text)
}

export function wordsOf(language: Language): Words {
  return WORDS[language]
}
