/**
 * The words of the vocabularies, ready to be searched for. Spelling thousands of words in every way and building their
 * automaton takes longer than a small HAR, and gives the same each time: so the build does it once, and writes the
 * tables to `words.bin`, which is read as it lies.
 *
 * The file: the four bytes 1 2 3 4 as one number (so that a machine of the other byte order refuses it), the lengths of
 * the sections, then the sections, each filled up to a multiple of four bytes: the width of a row; the manners of needles
 * (all but their words and bytes, in JSON), and which one each needle has; the words, and which one each needle has; the
 * bytes of the needles; the tables of the automaton; and the words that stand before heads of compounds, in JSON. Behind
 * each section of pieces stands one of where they end. Nothing is parsed before it is found.
 */
import { readFileSync } from 'node:fs'
import type { Term } from '../model.js'
import { toAutomaton, toTables, type Automaton, type Tables } from './automaton.js'
import { toWordNeedles, type Needle } from './needles.js'
import type { Vocabulary } from './vocabulary.js'
import { toModifiers, toWords, toWordTerm, type Modifiers } from './words.js'

export interface WordSearch extends Automaton {
  readonly needleCount: number
  /** The needle that `search` has found. */
  needleAt(index: number): Needle
  /** Asked for where the head of a compound is found. */
  readonly modifiers: () => Modifiers
}

const BYTE_ORDER = 0x04030201

export function toWordSearch(vocabularies: readonly Vocabulary[]): WordSearch {
  const words = toWords(vocabularies)
  const needles = toWordNeedles(words)
  const modifiers = toModifiers(words)
  const automaton = toAutomaton(toTables(needles.map(({ bytes }) => bytes)), { at: (index) => needles[index]?.bytes })
  return { ...automaton, needleCount: needles.length, needleAt: (index) => needles[index]!, modifiers: () => modifiers }
}

/** What needles have in common; with its word it makes a needle but for its bytes. */
type Manner = Omit<Needle, 'bytes' | 'term'> & { readonly like: Pick<Term, 'kind' | 'category' | 'sensitivity' | 'ambiguity'> }

/** What `unpackWords` reads. */
export function packWords(vocabularies: readonly Vocabulary[]): Uint8Array {
  const words = toWords(vocabularies)
  const needles = toWordNeedles(words)
  const { strong, weak } = toModifiers(words)
  const { width, classes, rows, onward, shorter, first, next } = toTables(needles.map(({ bytes }) => bytes))
  const manners = numbered(needles.map(({ bytes: _, term: { kind, category, sensitivity, ambiguity }, ...rest }) =>
    JSON.stringify({ ...rest, like: { kind, category, sensitivity, ambiguity } })))
  const values = numbered(needles.map(({ term }) => term.value))
  const sections = [
    asBytes(Int32Array.of(width)), ...inPieces(manners.texts), asBytes(manners.numbers), ...inPieces(values.texts),
    asBytes(values.numbers), ...inPieces(needles.map(({ bytes }) => bytes)),
    classes, ...[rows, onward, shorter, first, next].map(asBytes), Buffer.from(JSON.stringify([[...strong], [...weak]])),
  ]
  const lengths = Int32Array.of(BYTE_ORDER, ...sections.map(({ length }) => length))
  return Buffer.concat([asBytes(lengths), ...sections.flatMap((section) => [section, new Uint8Array(filling(section.length))])])
}

/** Undefined where the file is none of this machine's byte order. */
export function unpackWords(file: Uint8Array): WordSearch | undefined {
  const whole = file.byteOffset % 4 === 0 ? file : new Uint8Array(file)
  const lengths = new Int32Array(whole.buffer, whole.byteOffset, 1 + SECTIONS)
  if (lengths[0] !== BYTE_ORDER) return undefined
  let at = lengths.byteLength
  let index = 1
  const section = (): Uint8Array => {
    const bytes = whole.subarray(at, at + lengths[index++]!)
    at += bytes.length + filling(bytes.length)
    return bytes
  }
  const numbers = (): Int32Array => {
    const bytes = section()
    return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
  }
  const [width = 1] = numbers()
  const manners = piecesOf(section(), numbers())
  const mannerOf = numbers()
  const values = piecesOf(section(), numbers())
  const valueOf = numbers()
  const bytesOf = piecesOf(section(), numbers())
  const tables: Tables = {
    width, classes: section(), rows: numbers(), onward: numbers(), shorter: numbers(), first: numbers(), next: numbers(),
  }
  const known = new Map<number, Needle>()
  const packed = section()
  let modifiers: Modifiers | undefined
  return {
    ...toAutomaton(tables, { at: (needle) => needleAt(needle).bytes }), needleCount: mannerOf.length, needleAt,
    modifiers: () => (modifiers ??= readModifiers(packed)),
  }

  /** Few of the words are ever found. */
  function needleAt(needle: number): Needle {
    const before = known.get(needle)
    if (before !== undefined) return before
    const { like, ...manner } = JSON.parse(toText(manners(mannerOf[needle]!))) as Manner
    const made: Needle = { ...manner, term: toWordTerm(toText(values(valueOf[needle]!)), like), bytes: bytesOf(needle) }
    known.set(needle, made)
    return made
  }
}

const SECTIONS = 16

function readModifiers(packed: Uint8Array): Modifiers {
  const [strong = [], weak = []] = JSON.parse(toText(packed)) as readonly (readonly string[])[]
  return { strong: new Set(strong), weak: new Set(weak) }
}

/** The words as the build left them; where it left none, as the vocabularies say. */
export async function loadWords(): Promise<WordSearch> {
  const ready = unpackWords(readReady())
  if (ready !== undefined) return ready
  const { vocabularies } = await import('./vocabularies.generated.js')
  return toWordSearch(Object.values(vocabularies))
}

function readReady(): Uint8Array {
  try {
    return readFileSync(new URL('words.bin', import.meta.url))
  } catch {
    // Not built yet: no section at all, which no machine takes for its own.
    return new Uint8Array(4 * (1 + SECTIONS))
  }
}

/** Each text once, and which of them each was. */
function numbered(texts: readonly string[]): { texts: Buffer[]; numbers: Int32Array } {
  const known = new Map<string, number>()
  const numbers = Int32Array.from(texts, (text) => {
    const number = known.get(text) ?? known.size
    known.set(text, number)
    return number
  })
  return { texts: [...known.keys()].map((text) => Buffer.from(text)), numbers }
}

/** Two sections: what `piecesOf` takes. */
function inPieces(pieces: readonly Uint8Array[]): [Uint8Array, Uint8Array] {
  let end = 0
  return [Buffer.concat(pieces), asBytes(Int32Array.from(pieces, ({ length }) => (end += length)))]
}

function piecesOf(whole: Uint8Array, ends: Int32Array): (index: number) => Uint8Array {
  return (index) => whole.subarray(index === 0 ? 0 : ends[index - 1]!, ends[index]!)
}

function toText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString()
}

function asBytes(numbers: Int32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)
}

function filling(length: number): number {
  return (4 - (length % 4)) % 4
}
