/**
 * Words that are known by how they end or begin: `Nephrektomie`, `Kardiomegalie`, `bisoprolol`. No list has them all, but
 * who makes one uses the same few pieces, in medicine more strictly than anywhere.
 */
import type { Term } from '../model.js'
import { endOfInflected, isEdgeBefore, isEdgeBehind, isSmall } from './boundary.js'
import type { Needle, Strength } from './needles.js'
import { lettersIn } from './spelling.js'
import { toFolded, toWordTerm, type Modifiers } from './words.js'

/** Letters that a word must have beside a piece; one of so many letters is a word by itself. */
const FEWEST_BESIDE = 2
const LONG_PIECE = 5
/** Bytes on either side. */
const MOST_BESIDE = 48
/** Words that were met, so that each is made a term once. */
const MOST_KNOWN = 10_000
const SMALL_S = 0x73
const SMALL_U = 0x75
const PERCENT = 0x25
const TWO = 0x32
const FIVE = 0x35
const HYPHEN = 0x2d
const BACKSLASH = 0x5c

/** So many letters of a modifier stand for what has more in front of it: `Lendenwirbelsäulenoperation`. */
const LONG_MODIFIER = 5

/**
 * How other words end that are spelt like a modifier, folded: `Mitarbeiter` is no `Eiter`, `Methoden`, `Sprachen` and
 * `Brücken` are none of the body.
 */
const NO_MODIFIER = new RegExp(`(${[
  '[a-z](eiter|after|stuhl|becken|blasen?|leist(en?)?|scheid(en?)?)', 'methoden', 'sprachen', 'drachen', '[bdk]rueckens?',
  'kleber', 'beleber', 'krippen?', 'gerippen?', 'klippen?', '[slt]augen', 'blenden?', 'sistent(en)?', 'armbrust',
  'unfallverhuetung', '(f|al|gend)armen', 'schnabel', 'gestirn', 'angesicht', 'telefax', 'sportanlagen?',
].join('|')})(s|n|er)?$`)

/** How names of streets end: Masern is a place. */
const STREET = /(?:weg|str|strasse|gasse|allee|platz)$/

/** Heads that nobody uses of anything else, and that are no surnames. */
const CLEAR = /^-(allerg(y|ies|ien?)|tumou?r(en)?|tumeur|hernia|hernie|polyp(en)?|zysten?|fisteln?|fistula|vaccination|impfung(en)?|transplantation|abscess|abszess)$/

export interface AffixWord {
  readonly term: Term
  readonly strength: Strength
  readonly start: number
  readonly end: number
}

export type AffixReader = (needle: Needle, text: Uint8Array, start: number, end: number) => AffixWord | undefined

export function createAffixReader(modifiers: () => Modifiers): AffixReader {
  const known = new Map<string, Pick<AffixWord, 'term' | 'strength'> | undefined>()
  return (needle, text, start, end) => {
    const atEnd = needle.affix!.at === 'end'
    const from = atEnd ? wordStart(text, start, needle) : start
    if (from > 0 && isBehindLetter(text, from)) return undefined
    const to = atEnd ? endOfInflected(text, end) : wordEnd(text, end)
    // What ends in an s has its ending: `digitise` is no `-itis`.
    if (atEnd && to > end && (text[end - 1]! | 0x20) === SMALL_S) return undefined
    const beside = atEnd ? start - from : to - end
    if (beside >= MOST_BESIDE || (atEnd && beside < FEWEST_BESIDE && end - start < LONG_PIECE)) return undefined
    const stop = atEnd ? end : to
    const word = Buffer.from(text.buffer, text.byteOffset + from, stop - from).toString('utf8').normalize('NFC').toLowerCase()
    const isSlug = atEnd && from < start && text[start - 1] === HYPHEN && isSmall(text[start]!)
    const key = `${needle.term.id} ${word} ${isSlug}`
    if (!known.has(key)) {
      if (known.size >= MOST_KNOWN) known.clear()
      known.set(key, read(word, needle, isSlug))
    }
    const found = known.get(key)
    return found && { ...found, start: from, end: to }
  }

  /** Where words are joined by hyphens, as in the path of a page, most heads may have nothing to do with what is before. */
  function read(word: string, needle: Needle, isSlug: boolean): Pick<AffixWord, 'term' | 'strength'> | undefined {
    if (!isMeant(word, needle)) return undefined
    const meant = needle.affix!.isHead ? strengthBehind(word, needle) : needle.strength
    if (meant === 'paired') return undefined
    const strength = isSlug && !CLEAR.test(needle.term.value) ? 'weak' : meant
    return { term: toWordTerm(word, { ...needle.term, ambiguity: strength === 'weak' ? 'weak' : 'none' }), strength }
  }

  /** A head is as strong as what stands before it; by itself it is what it is. */
  function strengthBehind(word: string, { term, strength }: Needle): Strength {
    const modifier = toFolded(word).slice(0, -toFolded(term.value).length)
    if (isIn(modifiers().strong, modifier)) return 'strong'
    return isOne(modifiers().weak, modifier) ? 'weak' : strength
  }
}

/** Whatever ends in a modifier of some length, or is one. */
function isIn(modifiers: ReadonlySet<string>, text: string): boolean {
  if (isOne(modifiers, text)) return true
  if (NO_MODIFIER.test(text)) return false
  for (let at = 1; at <= text.length - LONG_MODIFIER; at++) if (isOne(modifiers, text.slice(at), LONG_MODIFIER)) return true
  return false
}

/** What German puts between the two, the plural among it. */
const JOINTS = ['s', 'n', 'en', 'es', 'er']

/** `Knie`, `Augen-` (Auge), `Geburts-` (Geburt), `Hüft-` (Hüfte). */
function isOne(modifiers: ReadonlySet<string>, text: string, shortest = 0): boolean {
  const bare = [text, ...JOINTS.flatMap((joint) => (text.endsWith(joint) ? [text.slice(0, -joint.length)] : [])), `${text}e`]
  return bare.some((one) => one.length >= shortest && modifiers.has(one))
}

/** A word that goes on is none of the exceptions that a piece has, but an exception may have something in front of it. */
function isMeant(word: string, { affix }: Needle): boolean {
  if (lettersIn(word) < 4) return false
  const folded = toFolded(word)
  if (affix!.at === 'begin' && STREET.test(folded)) return false
  return !affix!.except.some((except) => {
    if (except.startsWith('=')) return folded === except.slice(1)
    return affix!.at === 'end' ? folded.endsWith(except) : folded.startsWith(except)
  })
}

function wordStart(text: Uint8Array, at: number, needle: Needle): number {
  const from = startOf(text, at)
  // `Ledderhose-Syndrom`: what says nothing alone belongs to what it is joined to.
  const isJoined = from === at && text[at - 1] === HYPHEN && !isEdgeBefore(text, at - 1)
  return isJoined && needle.affix!.except.includes(`=${toFolded(needle.term.value)}`) ? startOf(text, at - 1) : from
}

function startOf(text: Uint8Array, at: number): number {
  let from = at
  while (from > 0 && at - from < MOST_BESIDE && !isEdgeBefore(text, from) && !endsEscape(text, from)) {
    from--
    while (from > 0 && (text[from]! & 0xc0) === 0x80) from--
  }
  return from
}

function wordEnd(text: Uint8Array, at: number): number {
  let to = at
  while (to < text.length && to - at < MOST_BESIDE && !isEdgeBehind(text, to)) {
    to++
    while (to < text.length && (text[to]! & 0xc0) === 0x80) to++
  }
  return to
}

/** Whether `%3D`, `%253D`, `\u00e4` or `\n` ends at `at`: its letters are none of the word's. */
function endsEscape(text: Uint8Array, at: number): boolean {
  let digits = at - 2
  while (text[digits - 1] === FIVE && text[digits - 2] === TWO) digits -= 2
  return text[digits - 1] === PERCENT || text[at - 2] === BACKSLASH || (text[at - 6] === BACKSLASH && text[at - 5] === SMALL_U)
}

/** Of UTF-8 the letters from `À` to `ſ`, of Latin-1 those from `À` on, as bytes, in a URL, in a script; German ones by their names. */
const ESCAPED_LETTER = /(?:%(?:25)*(?:c[3-5]%(?:25)*[89ab]|[c-f])[\da-f]|\\(?:u00|x)[c-f][\da-f]|&(?:[aou]uml|szlig);|[\xc0-\xff])$/i
const LONGEST_ESCAPE = 20

/** `Fu%C3%9Fballfieber`: the word begins in front of the escape, and is read where that is undone. */
function isBehindLetter(text: Uint8Array, at: number): boolean {
  const from = Math.max(0, at - LONGEST_ESCAPE)
  return ESCAPED_LETTER.test(Buffer.from(text.buffer, text.byteOffset + from, at - from).toString('latin1'))
}
