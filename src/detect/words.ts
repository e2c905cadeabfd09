/** Reads vocabularies into terms. */
import type { Term } from '../model.js'
import { sensitivityOf } from './sensitivity.js'
import { toPlainText, withoutMarks, withoutUmlauts } from './spelling.js'
import type { Vocabulary } from './vocabulary.js'

export interface Word {
  readonly term: Term
  readonly language: string
  /** The term is not a word, but how words end or begin; `except` are those among them that mean something else. */
  readonly affix?: Affix
  /** Counts beside another one only. */
  readonly isPaired?: boolean
}

export interface Affix {
  readonly at: 'end' | 'begin'
  readonly except: readonly string[]
  /** What stands before it may be a word of the vocabulary, and then says what is meant. */
  readonly isHead?: boolean
}

/** The words that may stand before the head of a compound, folded; those of the second list say less. */
export interface Modifiers {
  readonly strong: ReadonlySet<string>
  readonly weak: ReadonlySet<string>
}

const SHORTEST_MODIFIER = 3

/** Parts of the body, and what counts without another word beside it. */
export function toModifiers(words: readonly Word[]): Modifiers {
  const strong = new Set<string>()
  const weak = new Set<string>()
  for (const { term, language, affix, isPaired } of words) {
    const isPart = term.category === BODY_PART
    if (!hasCompounds(language) || affix || (isPaired && !isPart) || !/^\p{L}+$/u.test(term.value)) continue
    const folded = toFolded(term.value)
    if (folded.length >= SHORTEST_MODIFIER) (isPart || term.ambiguity === 'none' ? strong : weak).add(folded)
  }
  return { strong, weak }
}

const hasCompounds = (language: string): boolean => language.startsWith('de')

/** The category of a vocabulary whose paired words are parts of the body; the other ones are what may be wrong. */
export const BODY_PART = 'body-part'

/** Behind all ordinals that a persona's terms can have. */
const FIRST_ORDINAL = 1_000_000

/**
 * The words of all vocabularies, each once, whichever languages and groups list it; the first says its kind. A word
 * that one of them calls weak is weak: which language a page is in is not known.
 */
export function toWords(vocabularies: readonly Vocabulary[]): Word[] {
  const words = new Map<string, Word>()
  const exceptions = vocabularies.flatMap(({ except = '', groups }) => [
    ...parseWords(except).map(({ text }) => toFolded(text)),
    // A word that is listed as weak is that, whatever piece it ends in.
    ...groups.flatMap(({ words: list }) => parseWords(list)).filter(({ isWeak, isPaired }) => isWeak && !isPaired)
      .map(({ text }) => `=${toFolded(text)}`),
  ])
  for (const { language, groups } of vocabularies) {
    for (const { category, kind, words: list } of groups) {
      for (const { text, isWeak, isPaired } of parseWords(list)) {
        const key = text.toLowerCase()
        const known = words.get(key)
        const replaces = known?.isPaired === true && !isPaired
        if (known && !replaces && (known.term.ambiguity === 'weak' || !isWeak || isPaired)) continue
        if (known && !replaces) {
          words.set(key, { ...known, term: { ...known.term, ambiguity: 'weak' } })
          continue
        }
        const term = toWordTerm(text, { kind, category, ambiguity: isWeak || replaces ? 'weak' : 'none' })
        const affix = affixOf(key, exceptions, language, isWeak)
        words.set(key, { term, language, ...(isPaired ? { isPaired } : {}), ...affix })
      }
    }
  }
  return [...words.values()]
}

/** The term of a word; `like` says what sort of word it is, and how sensitive, where that is known already. */
export function toWordTerm(text: string, like: Pick<Term, 'kind' | 'category' | 'sensitivity' | 'ambiguity'>): Term {
  const key = text.toLowerCase()
  const { kind, category, sensitivity, ambiguity } = like
  return {
    id: `vocabulary:${key}`, kind, value: text, source: 'vocabulary', ordinal: FIRST_ORDINAL + toNumber(key),
    ...(ambiguity === undefined ? {} : { ambiguity }), ...(category === undefined ? {} : { category, sensitivity: sensitivity ?? sensitivityOf(category, key) }),
  }
}

function affixOf(key: string, exceptions: readonly string[], language: string, isWeak: boolean): Pick<Word, 'affix'> {
  const at = key.startsWith('-') ? 'end' : key.endsWith('-') ? 'begin' : undefined
  if (at === undefined) return {}
  const piece = toFolded(key)
  const except = exceptions.filter((word) => word.includes(piece))
  return { affix: { at, except, ...(at === 'end' && isWeak && hasCompounds(language) ? { isHead: true } : {}) } }
}

/** Without hyphens, capitals and marks, umlauts as two letters: how words are compared that are only alike. */
export function toFolded(text: string): string {
  return withoutMarks(withoutUmlauts(text.replaceAll('-', '').normalize('NFC').toLowerCase()))
}

/**
 * One word or phrase a line or comma; a leading `~` marks a weak one, `~~` one that counts beside another one only. A
 * number alone is always weak.
 */
export function parseWords(list: string): { text: string; isWeak: boolean; isPaired?: true }[] {
  const entries = list.split(/[,\n]/).map((entry) => entry.trim())
  const words = entries.map((entry) => {
    const text = toPlainText(entry.replace(/^~+/, ''))
    return {
      text, isWeak: entry.startsWith('~') || !/\p{L}/u.test(text), ...(entry.startsWith('~~') ? { isPaired: true as const } : {}),
    }
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
  'miscarriage of justice', 'cough up', 'pregnant with meaning', 'nursing a grudge', 'nurse a grudge', 'peste soit', 'x-ray vision', 'stress-free', 'miscarriages of justice', 'lump sum', 'lump sums', 'depression glass', 'fracture numérique',
  'fracture sociale', 'hémorragie financière', 'enceinte bluetooth', 'enceinte connectée',
  'pain au chocolat', 'medicine ball', 'medicine balls', 'médecine ball', 'medizinball',
  'tropique du cancer', 'constellation du cancer', 'cancer constellation', 'cancer zodiac', 'computer virus',
  'virus removal', 'virus bulletin', 'computervirus', 'sternzeichen krebs', 'krebs sternzeichen', 'horoskop krebs', 'krebs horoskop', 'flusskrebs', 'signe du cancer',
  'cancer horoscope', 'period drama', 'surgeon simulator', 'patient zero', 'fever pitch', 'cabin fever', 'gold fever',
  'screening room', 'film screening', 'movie screening', 'glasses case', 'drinking glasses', 'wine glasses',
  'prise de courant', 'broken heart', 'heart broken', 'joint operation', 'joint operations', 'hand operation',
  'roof shingles', 'roofing shingles', 'asphalt shingles', 'cedar shingles', 'shingles roof', 'pregnant pause', 'breast stroke',
  'acne studios', 'alcoholic drinks', 'alcoholic beverages', 'alcoholic beverage', 'alcoholic drink', 'non-alcoholic', 'retail therapy',
  'malware infection', 'malware infections', 'malware-infektion', 'trojaner-infektion', 'heroine', 'heroines', 'contravene', 'contravenes', 'shortest',
  'back problem', 'back attack', 'second hand', 'first hand', 'back office', 'back pressure', 'blood diamond', 'régime alimentaire des chats', 'lunettes de ski', 'virus informatique',
  "accouchement d'une idée", "accouchement d'un projet", 'ocd cleaning', 'cœur de ville', 'coeur de ville',
  'kidney shaped', 'kidney-shaped', 'water treatment', 'treatment plant', 'treatment plants', 'régime matrimonial',
  'régimes matrimoniaux', 'alcohol-free beer', 'alcohol free beer', 'alcohol-free wine', 'bière sans alcool',
  'vin sans alcool', 'saturday night fever', 'wound up', 'wound-up',
  'problème de langue', 'problèmes de langue', 'chute des marchés', 'back issues', 'kidney bean', 'kidney beans',
  'data recovery', 'disaster recovery', 'password recovery', 'account recovery', 'file recovery', 'recovery key', 'recovery mode',
  'soyez patients', 'soyez patientes', 'roll back changes', 'problem on the back end', 'problems on the back end', 'dizzy heights',
  'pflege für lack', 'usure talon chaussures', 'paralysie des transports', 'yeux rouges photo', 'maniaque du ménage',
  'rohrverstopfung', 'abflussverstopfung', 'toilettenverstopfung', 'waschbeckenverstopfung',
  'au cœur de', 'au cœur du', 'au cœur des', "au cœur d", 'au coeur de', 'au coeur du', 'au coeur des', "au coeur d",
  'bassin versant', 'bassins versants', 'bassin de jardin', 'bassin à poissons', 'bassin parisien', "bassin d'emploi",
  'langue anglaise', 'langue française', 'langue étrangère', 'langues étrangères', 'langue maternelle', 'traitement de la langue',
  'traitement automatique de la langue', 'prothésiste ongulaire', 'prothésistes ongulaires', 'hémorragie de cadres',
  'tête de pont', 'palais royal', 'palais de justice', 'palais des sports', 'fertilité du sol', 'fertilité des sols',
  'correction des yeux rouges', 'stérilisation de biberons', 'stérilisation des bocaux', 'stérilisation bocaux',
  'boutons de manchette', 'boutons pression', 'boutons au dos', 'troubles du voisinage', 'trouble du voisinage',
  'trouble de voisinage', 'troubles de voisinage', 'trouble de jouissance', 'troubles de jouissance', "troubles de l'ordre public",
  "trouble à l'ordre public", "troubles à l'ordre public", 'taches de sang', 'cœur brisé', 'coeur brisé', 'bras cassés',
]
