import { de } from './de.js'
import { en } from './en.js'
import { fr } from './fr.js'
import type { Language, LanguageCode, Motive, Speciality } from './language.js'

export const LANGUAGES: Readonly<Record<LanguageCode, Language>> = { de, fr, en }

/** The speciality that a visitor means: by its name, by a complaint, by the beginning of either. */
export function findSpeciality(language: Language, text: string): Speciality | undefined {
  const wanted = fold(text)
  if (wanted === '') return undefined
  const names = (speciality: Speciality): string[] => [speciality.name, speciality.slug, ...speciality.words].map(fold)
  return language.specialities.find((speciality) => names(speciality).includes(wanted))
    ?? language.specialities.find((speciality) => names(speciality).some((name) => name.startsWith(wanted)))
}

export function findMotive(language: Language, id: number): Motive | undefined {
  return language.specialities.flatMap((speciality) => speciality.motives).find((motive) => motive.id === id)
}

/** Lower case, without accents. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
