/** Reads vocabularies into terms. */
import type { Term } from '../model.js'
import { toPlainText } from './spelling.js'
import type { Vocabulary } from './vocabulary.js'

export interface Word {
  readonly term: Term
  readonly language: string
}

/** Behind all ordinals that a persona's terms can have. */
const FIRST_ORDINAL = 1_000_000

/**
 * The words of all vocabularies, each once, whichever languages and groups list it; the first says its kind. A word
 * that one of them calls weak is weak: which language a page is in is not known.
 */
export function toWords(vocabularies: readonly Vocabulary[]): Word[] {
  const words = new Map<string, Word>()
  for (const { language, groups } of vocabularies) {
    for (const { category, kind, words: list } of groups) {
      for (const { text, isWeak } of parseWords(list)) {
        const key = text.toLowerCase()
        const known = words.get(key)
        if (known && (!isWeak || known.term.ambiguity === 'weak')) continue
        if (known) {
          words.set(key, { ...known, term: { ...known.term, ambiguity: 'weak' } })
          continue
        }
        const term: Term = {
          id: `vocabulary:${key}`, kind, value: text, source: 'vocabulary', ordinal: FIRST_ORDINAL + toNumber(key),
          ambiguity: isWeak ? 'weak' : 'none', category,
        }
        words.set(key, { term, language })
      }
    }
  }
  return [...words.values()]
}

/** One word or phrase a line or comma; a leading `~` marks a weak one. A number alone is always weak. */
export function parseWords(list: string): { text: string; isWeak: boolean }[] {
  const entries = list.split(/[,\n]/).map((entry) => entry.trim())
  const words = entries.map((entry) => {
    const text = toPlainText(entry.replace(/^~/, ''))
    return { text, isWeak: entry.startsWith('~') || !/\p{L}/u.test(text) }
  })
  return words.filter(({ text }) => text.length > 1)
}

/** A word's own number (FNV-1a, 30 bits): unlike its place in the list it stays when words are added. */
function toNumber(text: string): number {
  let number = 0x811c9dc5
  for (const byte of Buffer.from(text)) number = Math.imul(number ^ byte, 0x01000193)
  return (number >>> 0) & 0x3fffffff
}

/** Phrases that contain a health word and mean something else; a word within one is not reported. */
export const HARMLESS: readonly string[] = [
  'hearing aids', 'hearing aid', 'visual aids', 'teaching aids', 'study aids', 'learning aids', 'sleep aids',
  'band aids',
  'zodiac cancer', 'tropic of cancer', 'cancer sign', 'cancer horoscope', 'anti virus', 'virus scan', 'virus scanner',
  'virus protection', 'great depression', 'economic depression', 'tropical depression', 'stress test',
  'pain au chocolat',
  'tropique du cancer', 'constellation du cancer', 'cancer constellation', 'cancer zodiac', 'computer virus',
  'virus removal', 'virus bulletin', 'computervirus', 'sternzeichen krebs', 'krebs sternzeichen', 'horoskop krebs', 'krebs horoskop', 'flusskrebs', 'signe du cancer',
  'cancer horoscope', 'period drama', 'surgeon simulator', 'patient zero', 'fever pitch', 'cabin fever', 'gold fever',
  'screening room', 'film screening', 'movie screening', 'glasses case', 'drinking glasses', 'wine glasses',
  'prise de courant', 'régime alimentaire des chats', 'lunettes de ski', 'virus informatique',
]
