/**
 * The words of the vocabularies, ready to be searched for. Spelling thousands of words in every way and building their
 * automaton takes longer than a small HAR, and gives the same each time: so the build does it once, and writes the
 * tables to `words.bin`, which is read as it lies.
 *
 * The file: the four bytes 1 2 3 4 as one number (so that a machine of the other byte order refuses it), the lengths of
 * the sections, then the sections, each filled up to a multiple of four bytes: the width of a row; what needles have in
 * common but their bytes, in JSON, and where each piece of that ends; which of these each needle has; the bytes of the
 * needles, and where each one's end; the tables of the automaton; and the words that stand before heads of compounds, in
 * JSON. Nothing is parsed before it is found.
 */
import { readFileSync } from 'node:fs'
import { toAutomaton, toTables, type Automaton, type Tables } from './automaton.js'
import { toWordNeedles, type Needle } from './needles.js'
import type { Vocabulary } from './vocabulary.js'
import { toModifiers, toWords, type Modifiers } from './words.js'

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

type Manner = Omit<Needle, 'bytes'>

/** What `unpackWords` reads. */
export function packWords(vocabularies: readonly Vocabulary[]): Uint8Array {
  const words = toWords(vocabularies)
  const needles = toWordNeedles(words)
  const { strong, weak } = toModifiers(words)
  const { width, classes, rows, shorter, first, next } = toTables(needles.map(({ bytes }) => bytes))
  const manners = new Map<string, number>()
  const mannerOf = Int32Array.from(needles, ({ bytes: _, ...manner }) => {
    const key = JSON.stringify(manner)
    const index = manners.get(key) ?? manners.size
    manners.set(key, index)
    return index
  })
  const pieces = [...manners.keys()].map((json) => Buffer.from(json))
  const bytes = needles.map((needle) => needle.bytes)
  const sections = [
    asBytes(Int32Array.of(width)), Buffer.concat(pieces), asBytes(endsOf(pieces)), asBytes(mannerOf),
    Buffer.concat(bytes), asBytes(endsOf(bytes)), classes, asBytes(rows), asBytes(shorter), asBytes(first), asBytes(next),
    Buffer.from(JSON.stringify([[...strong], [...weak]])),
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
  const section = (index: number): Uint8Array => {
    const bytes = whole.subarray(at, at + lengths[index + 1]!)
    at += bytes.length + filling(bytes.length)
    return bytes
  }
  const numbers = (index: number): Int32Array => {
    const bytes = section(index)
    return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
  }
  const [width = 1] = numbers(0)
  const manners = piecesOf(section(1), numbers(2))
  const mannerOf = numbers(3)
  const bytesOf = piecesOf(section(4), numbers(5))
  const tables: Tables = {
    width, classes: section(6), rows: numbers(7), shorter: numbers(8), first: numbers(9), next: numbers(10),
  }
  const known = new Map<number, Needle>()
  const packed = section(11)
  let modifiers: Modifiers | undefined
  return {
    ...toAutomaton(tables, { at: (index) => needleAt(index).bytes }), needleCount: mannerOf.length, needleAt,
    modifiers: () => (modifiers ??= readModifiers(packed)),
  }

  /** Few of the words are ever found. */
  function needleAt(index: number): Needle {
    const before = known.get(index)
    if (before !== undefined) return before
    const manner = JSON.parse(Buffer.from(manners(mannerOf[index]!)).toString()) as Manner
    const needle: Needle = { ...manner, bytes: bytesOf(index) }
    known.set(index, needle)
    return needle
  }
}

const SECTIONS = 12

function readModifiers(packed: Uint8Array): Modifiers {
  const [strong = [], weak = []] = JSON.parse(Buffer.from(packed).toString()) as readonly (readonly string[])[]
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

function endsOf(pieces: readonly Uint8Array[]): Int32Array {
  let end = 0
  return Int32Array.from(pieces, ({ length }) => (end += length))
}

function piecesOf(whole: Uint8Array, ends: Int32Array): (index: number) => Uint8Array {
  return (index) => whole.subarray(index === 0 ? 0 : ends[index - 1]!, ends[index]!)
}

function asBytes(numbers: Int32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)
}

function filling(length: number): number {
  return (4 - (length % 4)) % 4
}
