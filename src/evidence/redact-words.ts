/** What is redacted: which word stands for which value, and how to find such values in a text. */
import type { Detector } from '../detect/detector.js'
import { digestOf } from '../detect/digests.js'
import { transforms } from '../detect/transforms.generated.js'
import { addTo } from '../grouped.js'
import type { Exchange, Field, Kind, Term } from '../model.js'
import { commit } from './commitment.js'
import { randomRunsIn, type Found } from './redact-entry.js'

export interface Words {
  /** `transforms`: of a value that was sent hashed the same digest of its word, so that the copy shows it hashed. */
  word(kind: Kind, value: string, transforms?: readonly string[]): string
  /** Words that stand for a datum of a person, for the persona of the copy. */
  byKind(): Partial<Record<Kind, readonly string[]>>
  secrets(): readonly Found[]
  /** Those that prove something wherever they stand, as terms to look for; `ordinal` is the place in this list. */
  telling(): readonly Term[]
  /** The word for one of those, whatever its kind. */
  wordOf(value: string, transforms?: readonly string[]): string | undefined
  /** Whether it is one of these words, and not something that a site sent and that looks like one. */
  isWord(text: string): boolean
}

export function createWords(master: string): Words {
  const known = new Map<string, Known>()
  const byValue = new Map<string, Known>()
  const made = new Set<string>()
  const wordFor = (kind: Kind, value: string, names: readonly string[] = []): string => {
    const key = `${kind}\0${value}`
    const before = known.get(key)
    if (before !== undefined) return hashed(before, names)
    if (value.split(',').every((one) => made.has(one))) return value
    const one = { kind, value, word: commit(master, kind, value).word }
    known.set(key, one)
    if (!byValue.has(value)) byValue.set(value, one)
    made.add(one.word)
    if (isId(kind) && isAddress(value)) for (const run of randomRunsIn(value)) wordFor(kind, run)
    return hashed(one, names)
  }
  return {
    word: wordFor,
    byKind() {
      const kinds: Partial<Record<Kind, string[]>> = {}
      for (const { kind, word } of known.values()) if (kind !== 'opaque') (kinds[kind] ??= []).push(word)
      return kinds
    },
    secrets: () => [...known.values()].map(({ kind, value }) => ({ kind, value })),
    telling: () => [...known.values()].filter(isTelling).map(({ kind, value }, ordinal) =>
      ({ id: `${kind}#${ordinal}`, kind: kind === 'opaque' ? 'identifier.account' : kind, value, source: 'persona', ordinal })),
    wordOf(value, names = []) {
      const one = byValue.get(value)
      return one === undefined ? undefined : hashed(one, names)
    },
    isWord: (text) => made.has(text),
  }

  /** The word itself where analysis would not find such a digest of it. */
  function hashed({ kind, word }: Known, names: readonly string[]): string {
    const text = names.length === 0 ? undefined : digestOf(kind, word, names, transforms)
    if (text === undefined) return word
    made.add(text)
    return text
  }
}

interface Known { readonly kind: Kind; readonly value: string; readonly word: string }

/** From so many letters on, a value is looked for as it is, wherever it stands. */
export const TELLING = 6

/**
 * Not a cookie that is `1`, `true`, `{}`, nothing but zeros, a time, or the address of a page: redacted as well, but it proves nothing where
 * else it stands. What is random in an address is an id of its own.
 */
export function isTelling({ kind, value }: Found): boolean {
  if (!isId(kind)) return true
  const letters = value.replaceAll(/%[0-9a-f]{2}|[^\p{L}\p{N}]/giu, '')
  return letters.length >= TELLING && !/^(.)\1*$/u.test(letters) && !looksWritten(value) && !/^1\d{9}(\d{3})?$/.test(value) && !isAddress(value)
}

/** `accept`, `pageView`: what many sites write alike, and tells nothing where else it stands. Not `KPvKhZsx`, which is no row of words. */
export function looksWritten(value: string): boolean {
  if (!/^[a-z_ -]{1,12}$/i.test(value)) return false
  const words = value.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? []
  return words.join('').length >= SHORTEST_WRITTEN * words.length || words.join('').length < TELLING
}

/** So many letters and more the words of a name have on average. */
const SHORTEST_WRITTEN = 3

function isAddress(value: string): boolean {
  return /^(https?:\/\/|\/\S*\/)/i.test(value.replaceAll(/%3a/gi, ':').replaceAll(/%2f/gi, '/'))
}

function isId(kind: Kind): boolean {
  return kind.startsWith('identifier.') || kind === 'opaque'
}

/** `change` for all of a text but the names of the sites that were audited: those the copy tells, whatever word is part of them. */
export function besideNames(names: readonly string[], text: string, change: (part: string) => string): string {
  const [name, ...others] = names
  if (name === undefined) return change(text)
  return text.split(name).map((part) => besideNames(others, part, change)).join(name)
}

/** Terms in a text, as if it had been sent under this name: of a search, the beginning of a word counts. */
export function detectIn(text: string, detector: Detector, name = 'q'): readonly Term[] {
  const field: Field = { part: 'body', name, value: Buffer.from(text), pointer: '', offset: 0 }
  const host = 'nobody.invalid'
  const exchange: Exchange = {
    entry: 0, startedAt: Number.NaN, method: 'POST', url: '', host, domain: host, resourceType: '', status: 0, delivery: 'unknown',
    recordedBy: 'har', requestBodyBytes: 0, fields: [field], setCookies: [],
  }
  return detector.detect(exchange, { host, domain: host, category: 'other', via: 'direct', rule: '' }).map(({ term }) => term)
}

/** Those of the values that may stand in a text as they are, by how they begin; shorter ones than `TELLING` never do. */
export function createGlance<T extends { readonly value: string }>(all: readonly T[]): (text: string) => readonly T[] {
  const order = new Map(all.map((one, at) => [one, at]))
  const byBeginning = new Map<string, T[]>()
  for (const one of all) if (one.value.length >= TELLING) addTo(byBeginning, one.value.slice(0, TELLING), one)
  return (text) => {
    const found = new Set<T>()
    for (let at = 0; at <= text.length - TELLING; at++) for (const one of byBeginning.get(text.slice(at, at + TELLING)) ?? []) found.add(one)
    return [...found].sort((one, other) => order.get(one)! - order.get(other)!)
  }
}

/** A text without those names. */
export function withoutNames(names: readonly string[], text: string): string {
  return names.reduce((rest, name) => rest.replaceAll(name, ' '), text)
}

/** Every text in a value of JSON, names as well, with where it stands and what it is called; a HAR has names beside their values. */
export function* leaves(value: unknown, path: string, called = ''): Generator<[string, string, string]> {
  if (typeof value === 'string') yield [path, value, called]
  else if (typeof value === 'number') yield [path, String(value), called]
  else if (typeof value === 'object' && value !== null) {
    const { name } = value as { readonly name?: unknown }
    for (const [key, inner] of Object.entries(value)) {
      yield [`${path} (name)`, key, '']
      yield* leaves(inner, `${path}/${key}`, key === 'value' && typeof name === 'string' ? name : key)
    }
  }
}
