/**
 * The words of the vocabularies, ready to be searched for. Spelling thousands of words in every way and building their
 * automaton takes longer than a small HAR, and gives the same each time: so the build does it once, and writes the
 * tables to `words.bin`, which is read as it lies.
 *
 * The file: the four bytes 1 2 3 4 as one number (so that a machine of the other byte order refuses it); of each section
 * its length, and how many bytes each of its numbers takes; then the sections, each filled up to a multiple of four bytes:
 * the width of a row, and the first node at which a needle ends; the manners of needles (all but their words and bytes, in
 * JSON), and which one each needle has; the words, and which one each needle has; the bytes of the needles; the tables of
 * the automaton; and the words that stand before heads of compounds, in JSON. Behind each section of pieces stands one of
 * where they end. Nothing is parsed before it is found.
 */
import { readFileSync } from 'node:fs'
import type { Term } from '../model.js'
import { createAutomaton, toAutomaton, toPieces, toTables, type Automaton, type Numbers, type Pieces, type Tables } from './automaton.js'
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
  return {
    ...createAutomaton(needles.map(({ bytes }) => bytes)), needleCount: needles.length, needleAt: (index) => needles[index]!, modifiers: () => modifiers,
  }
}

/** What needles have in common; with its word it makes a needle but for its bytes. A rule that ends in a blank ends in it. */
type Manner = Omit<Needle, 'bytes' | 'term'> & { readonly like: Pick<Term, 'kind' | 'category' | 'sensitivity' | 'ambiguity'> }

/** What `unpackWords` reads. */
export function packWords(vocabularies: readonly Vocabulary[]): Uint8Array {
  const words = toWords(vocabularies)
  const needles = toWordNeedles(words)
  const { strong, weak } = toModifiers(words)
  const { width, classes, rows, ends, onward, shorter, first, next } = toTables(needles.map(({ bytes }) => bytes))
  const manners = numbered(needles.map(({ bytes: _, term: { kind, category, sensitivity, ambiguity, value }, rule, ...rest }) =>
    JSON.stringify({ ...rest, rule: rule.endsWith(` ${value}`) ? rule.slice(0, -value.length) : rule, like: { kind, category, sensitivity, ambiguity } })))
  const values = numbered(needles.map(({ term }) => term.value))
  const inPieces = (pieces: readonly Uint8Array[]): [Uint8Array, Numbers] => {
    const { bytes, ends } = toPieces(pieces)
    return [bytes, ends]
  }
  const sections = [
    Uint32Array.of(width, ends), ...inPieces(manners.texts), manners.numbers, ...inPieces(values.texts), values.numbers,
    ...inPieces(needles.map(({ bytes }) => bytes)), classes, rows, onward, shorter, first, next,
    Buffer.from(JSON.stringify([[...strong], [...weak]])),
  ]
  const head = Uint32Array.of(BYTE_ORDER, ...sections.flatMap(({ byteLength, BYTES_PER_ELEMENT }) => [byteLength, BYTES_PER_ELEMENT]))
  return Buffer.concat([asBytes(head), ...sections.flatMap((section) => [asBytes(section), new Uint8Array(filling(section.byteLength))])])
}

/** Undefined where the file is none of this machine's byte order. */
export function unpackWords(file: Uint8Array): WordSearch | undefined {
  const whole = file.byteOffset % 4 === 0 ? file : new Uint8Array(file)
  const head = new Uint32Array(whole.buffer, whole.byteOffset, HEAD)
  if (head[0] !== BYTE_ORDER) return undefined
  let at = head.byteLength
  let index = 1
  let each = 0
  const section = (): Uint8Array => {
    const bytes = whole.subarray(at, at + head[index]!)
    each = head[index + 1]!
    index += 2
    at += bytes.length + filling(bytes.length)
    return bytes
  }
  const numbers = (): Numbers => {
    const { buffer, byteOffset, length } = section()
    return each === 2 ? new Uint16Array(buffer, byteOffset, length / 2) : new Uint32Array(buffer, byteOffset, length / 4)
  }
  const [width = 1, ends = 0] = numbers()
  const pieces = (): Pieces => ({ bytes: section(), ends: numbers() })
  const manners = pieces()
  const mannerOf = numbers()
  const values = pieces()
  const valueOf = numbers()
  const needles = pieces()
  const tables: Tables = {
    width, ends, classes: section(), rows: numbers(), onward: numbers(), shorter: numbers(), first: numbers(), next: numbers(),
  }
  const known = new Map<number, Needle>()
  const packed = section()
  let modifiers: Modifiers | undefined
  return {
    ...toAutomaton(tables, needles), needleCount: mannerOf.length, needleAt,
    modifiers: () => (modifiers ??= readModifiers(packed)),
  }

  /** Few of the words are ever found. */
  function needleAt(needle: number): Needle {
    const before = known.get(needle)
    if (before !== undefined) return before
    const { like, rule, ...manner } = JSON.parse(toText(pieceOf(manners, mannerOf[needle]!))) as Manner
    const value = toText(pieceOf(values, valueOf[needle]!))
    const made: Needle = {
      ...manner, rule: rule.endsWith(' ') ? rule + value : rule, term: toWordTerm(value, like), bytes: pieceOf(needles, needle),
    }
    known.set(needle, made)
    return made
  }
}

const SECTIONS = 16
/** Numbers that stand before the sections. */
const HEAD = 1 + 2 * SECTIONS

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
    return new Uint8Array(4 * HEAD)
  }
}

/** Each text once, and which of them each was. */
function numbered(texts: readonly string[]): { texts: Buffer[]; numbers: Numbers } {
  const known = new Map<string, number>()
  const numbers = texts.map((text) => {
    const number = known.get(text) ?? known.size
    known.set(text, number)
    return number
  })
  return { texts: [...known.keys()].map((text) => Buffer.from(text)), numbers: known.size <= 0x10000 ? Uint16Array.from(numbers) : Uint32Array.from(numbers) }
}

function pieceOf({ bytes, ends }: Pieces, index: number): Uint8Array {
  return bytes.subarray(index === 0 ? 0 : ends[index - 1]!, ends[index]!)
}

function toText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString()
}

function asBytes(numbers: Uint8Array | Numbers): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)
}

function filling(length: number): number {
  return (4 - (length % 4)) % 4
}
