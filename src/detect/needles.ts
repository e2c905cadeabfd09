/** Terms as they may look on the wire: what the automaton searches for, and when a hit counts. */
import type { Certainty, Term } from '../model.js'
import type { Boundary } from './boundary.js'
import type { Clock } from './clock.js'
import { CODE_KEYS } from './codes.js'
import { toDigests, type Digest } from './digests.js'
import { toForms } from './forms.js'
import {
  lettersIn, letterSpellings, toBytes, toLatin1, toPlainText, toSlug, withoutGaps, withoutMarks, withoutUmlauts,
} from './spelling.js'
import type { Transform } from './transform.js'
import { toTyped } from './typed.js'
import { HARMLESS, type Affix, type Word } from './words.js'

/**
 * `strong`: counts wherever it stands free · `keyed`: only under a key that tells of its kind · `timed`: only beside its
 * `clock` · `weak`: a vocabulary
 * word that needs company · `paired`: one that counts together with another one beside it only · `harmless`: never
 * counts, and silences vocabulary words within it.
 */
export type Strength = 'strong' | 'keyed' | 'timed' | 'weak' | 'paired' | 'harmless'

export interface Needle {
  readonly term: Term
  readonly transforms: readonly string[]
  /** What was done to the value that can be undone, and shows in no layer. */
  readonly layers?: readonly string[]
  readonly bytes: Uint8Array
  readonly boundary: Boundary
  readonly strength: Strength
  readonly certainty: Certainty
  /** Only a piece of the value: gives way to a longer hit of any term. */
  readonly partial: boolean
  /** Of a day: the hour beside which it is the whole value. */
  readonly clock?: Clock
  /** A vocabulary word that may stand inside a compound (`Schwangerschaftsabbruchberatung`); there it is inferred. */
  readonly compound: boolean
  /** Weak, but company to itself: two words in one. */
  readonly telling?: boolean
  /** The name of a classification; what counts is the code behind it. */
  readonly isCode?: boolean
  /** Only how a word ends or begins; which word it is, the text says. */
  readonly affix?: Affix
  /** The needle is the beginning of a value that goes on so, and counts as far as it was typed. */
  readonly typed?: Uint8Array
  /** Hexadecimal digits in small letters that belong to the hit as far as they follow it. */
  readonly rest?: Uint8Array
  readonly rule: string
}

/** From so many letters on a German word is recognised at the beginning of a compound, from so many anywhere in it. */
const COMPOUND_HEAD = 8
const COMPOUND_ANYWHERE = 11

/** The needles of values in every spelling, of what is typed of them, and of whole values under ROT13 and turned round. */
export function toValueNeedles(terms: readonly Term[]): Needle[] {
  return terms.flatMap((term) => {
    const needles = toForms(term.kind, term.value).map((form): Needle => ({
      term, transforms: [], bytes: form.bytes, boundary: form.boundary, strength: form.timed ? 'timed' : form.keyed ? 'keyed' : 'strong',
      certainty: form.inferred ? 'inferred' : 'exact', partial: form.partial, compound: false, rule: term.source, ...(form.clock && { clock: form.clock }),
    }))
    return [...needles, ...typed(term), ...rotated(term.value, needles), ...turned(term.value, needles)]
  })
}

function typed(term: Term): Needle[] {
  return toTyped(term.kind, term.value).map(({ head, rest }): Needle => ({
    term, transforms: [], bytes: head, typed: rest, boundary: 'none', strength: 'keyed', certainty: 'inferred', partial: true, compound: false,
    rule: term.source,
  }))
}

/** So many letters or more are believed under ROT13. */
const SHORTEST_ROTATED = 5

function rotated(value: string, needles: readonly Needle[]): Needle[] {
  if (toPlainText(value).replace(/[^a-z]/gi, '').length < SHORTEST_ROTATED) return []
  return wholes(value, needles).map(toRotated)
}

/** Needles of the value as it is, and with its umlauts spelt out or its accents dropped. */
function wholes(value: string, needles: readonly Needle[], more: readonly string[] = []): Needle[] {
  const plain = toPlainText(value)
  const spellings = [plain, withoutUmlauts(plain), withoutMarks(plain), ...more]
  const whole = new Set(spellings.map((text) => Buffer.from(text).toString('latin1')))
  const isWhole = ({ bytes }: Needle): boolean => whole.has(Buffer.from(bytes).toString('latin1'))
  return needles.filter((needle) => needle.strength === 'strong' && !needle.partial && isWhole(needle))
}

/** So many letters and digits or more are believed from behind: `Regal` is `Lager`. */
const SHORTEST_TURNED = 7

/**
 * Any text can be read from behind, so its decoder undoes what shows that it was turned round, and values are turned
 * round here. No letter stands beside one, nor a digit beside a number.
 */
function turned(value: string, needles: readonly Needle[]): Needle[] {
  if (lettersIn(value) < SHORTEST_TURNED) return []
  // Of telephone numbers the plus is in no needle.
  return wholes(value, needles, [withoutGaps(value), value.replace(/^\+/, '')]).flatMap((needle) => {
    const text = Buffer.from(needle.bytes).toString()
    const back = [...text].reverse().join('')
    if (back.toLowerCase() === text.toLowerCase()) return []
    return [{ ...needle, layers: ['reversed'], bytes: toBytes(back), boundary: 'word' as const }]
  })
}

/** Whether a text was rotated cannot be told from it, so the decoder undoes single words only, and values are rotated here. */
function toRotated(needle: Needle): Needle {
  return { ...needle, layers: ['rot13'], bytes: needle.bytes.map((byte) => {
    const letter = byte | 0x20
    if (letter < 0x61 || letter > 0x7a) return byte
    return letter < 0x6e ? byte + 13 : byte - 13
  }) }
}

/** The needles of a value's digests, always in the same order. */
export function toDigestNeedles(term: Term, transforms: Readonly<Record<string, Transform>>): Needle[] {
  return toDigests(term.kind, term.value, transforms).map((digest): Needle => ({
    term, transforms: digest.transforms, bytes: toBytes(digest.text), boundary: digest.isNumber ? 'number' : 'none', strength: digest.keyed ? 'keyed' : 'strong',
    certainty: 'hashed', partial: false, compound: false, rest: toBytes(digest.rest), rule: ruleOf(term, digest),
  }))
}

/** `persona#sha256 of "joerg@example.org"`: what has to be hashed to have the same digest. */
function ruleOf({ source }: Term, { transforms, of: { text, ofBytes } }: Digest): string {
  return `${source}#${transforms.join('>')} of ${JSON.stringify(text)}${ofBytes ? `, ${transforms.at(-1)} of the bytes of ${transforms[0]}` : ''}`
}

/** The needles of vocabulary words, of the phrases that are not what they seem, and of the names of codes. */
export function toWordNeedles(words: readonly Word[]): Needle[] {
  if (words.length === 0) return []
  const listed = new Set(words.map(({ term }) => term.value.toLowerCase()))
  const needles = words.flatMap(({ term, language, affix, isPaired }) => {
    if (affix) return affixNeedles(term, language, affix, isPaired)
    const isSingle = !/[^\p{L}\p{M}]/u.test(term.value)
    const isWeak = term.ambiguity === 'weak'
    const compound = language.startsWith('de') && isSingle && !isWeak && lettersIn(term.value) >= COMPOUND_HEAD
    const staysAsIs = (isWeak && isSingle && !isPaired) || lettersIn(term.value) < SHORTEST_STEM
    const boundary = compound ? inCompound(term.value) : staysAsIs ? 'word' : 'inflected'
    return wordForms(term.value, language, listed, !isWeak && !isPaired).map((bytes): Needle => ({
      term, transforms: [], bytes, boundary, strength: isPaired ? 'paired' : isWeak ? 'weak' : 'strong', certainty: 'exact', partial: false,
      compound, rule: `vocabulary:${language}`,
    }))
  })
  const harmless = HARMLESS.flatMap(letterSpellings).flatMap((phrase) => [phrase, toSlug(phrase)]).map((phrase): Needle => ({
    term: words[0]!.term, transforms: [], bytes: toBytes(phrase), boundary: 'word', strength: 'harmless',
    certainty: 'inferred', partial: false, compound: false, rule: '',
  }))
  const codes = CODE_KEYS.map((key): Needle => ({
    term: words[0]!.term, transforms: [], bytes: toBytes(key), boundary: 'start', strength: 'strong', certainty: 'exact', partial: false,
    compound: false, isCode: true, rule: 'vocabulary:codes',
  }))
  return [...needles, ...harmless, ...codes]
}

/** Of short pieces the accents are not dropped: `anémie` is one, `académie` would be another. */
const LONG_AFFIX = 6

function affixNeedles(term: Term, language: string, affix: Affix, isPaired = false): Needle[] {
  const piece = term.value.replaceAll('-', '')
  const bare = withoutMarks(piece.toLowerCase())
  const forms = wordForms(piece, '').filter((bytes) => lettersIn(piece) >= LONG_AFFIX || bare === piece.toLowerCase() || Buffer.from(bytes).toString() !== bare)
  return forms.map((bytes): Needle => ({
    term, transforms: [], bytes, boundary: affix.at === 'end' ? 'ending' : 'beginning',
    strength: isPaired ? 'paired' : term.ambiguity === 'weak' ? 'weak' : 'strong', certainty: 'inferred', partial: false,
    compound: false, affix, rule: `vocabulary:${language} ${term.value}`,
  }))
}

/** A shorter word with an ending is another word. */
const SHORTEST_STEM = 7

const inCompound = (word: string): Boundary => (lettersIn(word) >= COMPOUND_ANYWHERE ? 'none' : 'start')

/** French phrases end their first words too: `troubles bipolaires`, `crises de panique`. */
function plurals(phrase: string): string[] {
  const [first = '', ...rest] = phrase.split(' ')
  if (rest.length === 0 || !/\p{Ll}{3}$/u.test(first) || /[sxz]$/.test(first)) return []
  return [[`${first}s`, ...rest].join(' ')]
}

/** Words too short for any ending have the plural of their own: `coughs`, `kystes`. */
function shortPlural(word: string, language: string): string[] {
  const isShort = /^[\p{Ll}]{5,6}$/u.test(word) && /[^sxz]$/.test(word)
  return isShort && /^(en|fr)/.test(language) ? [`${word}s`] : []
}

/** British and American spellings of one word, and what German writes with `ph` or `f`. */
function otherSpellings(word: string, language: string): string[] {
  const pairs = language.startsWith('en') ? OF_ENGLISH : language.startsWith('de') ? OF_GERMAN : []
  const small = word.toLowerCase()
  const first = pairs.reduce((text, [one, other]) => text.replace(toPattern(one), bare(other)), small)
  const second = pairs.reduce((text, [one, other]) => text.replace(toPattern(other), bare(one)), small)
  return [first, second].filter((spelt) => spelt !== small)
}

/** `^` in front: at the beginning of a word only. */
const OF_ENGLISH = toSpellings(`^haem/^hem ^anaem/^anem ^gynaec/^gynec ^paed/^ped ^orthopaed/^orthoped ^anaesth/^anesth
  ^ischaem/^ischem ^leukaem/^leukem ^caesar/^cesar ^oedem/^edem ^oesoph/^esoph ^oestr/^estr ^foet/^fet ^coeliac/^celiac
  ^behaviour/^behavior ^tumour/^tumor ^colour/^color ^labour/^labor ^fibre/^fiber ^centre/^center ^programme/^program
  diarrhoea/diarrhea apnoea/apnea ounselling/ounseling ounsellor/ounselor isation/ization`)
const OF_GERMAN = toSpellings('graphie/grafie graphisch/grafisch')

function toSpellings(list: string): readonly (readonly [string, string])[] {
  return list.split(/\s+/).map((pair) => {
    const [one = '', other = ''] = pair.split('/')
    return [one, other]
  })
}

const bare = (piece: string): string => piece.replace('^', '')
const toPattern = (piece: string): RegExp => new RegExp(piece.replace('^', '\\b'), 'g')

/**
 * Small, capital, without umlauts, without accents, as Latin-1, joined by dashes (where letters stay together: `d-c` is no
 * D&C, nor 218 a §218), with either apostrophe, in the plural, and in other spellings that are not words of their own
 * (`listed`).
 */
function wordForms(word: string, language: string, listed: ReadonlySet<string> = new Set(), inPlural = false): Uint8Array[] {
  const both = [word, word.replaceAll("'", '’')]
  const others = both.flatMap((one) => otherSpellings(one, language)).filter((other) => !listed.has(other))
  const spelt = [...both, ...others]
  const phrases = language.startsWith('fr') ? spelt.flatMap(plurals) : []
  const given = [...new Set([...spelt, ...phrases, ...(inPlural ? shortPlural(word, language) : [])])]
  const texts = given.flatMap((one) => {
    const small = one.toLowerCase()
    return [small, small.toUpperCase(), one, withoutUmlauts(small), withoutMarks(small), small.normalize('NFD')]
  })
  const small = word.toLowerCase()
  const joined = texts.map(toSlug).filter((slug) => /[^\p{L}\p{M}\p{N}\s-]/u.test(word) && /\p{L}{2}/u.test(slug))
  const latin1 = toLatin1(small)
  const forms = new Map<string, Uint8Array>()
  for (const text of [...texts, ...joined]) {
    const key = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()).replace(/[-+_]/g, ' ')
    if (!forms.has(key)) forms.set(key, toBytes(text))
  }
  return latin1 ? [...forms.values(), latin1] : [...forms.values()]
}
