/**
 * Identifiers, and data of a person that nobody planted, by what a signature says of a field: `fbp` is the browser's id
 * and `ud[em]` the digest of an e-mail address, whatever its value. The value is no term that was planted, so the term is
 * named after the field, and says its meaning instead of a value.
 */
import type { Layer } from '../decode/peel.js'
import { layersOf, toFieldRange } from '../decode/peel.js'
import type { Field, FieldMeaning, Kind, Match, Part, Recipient } from '../model.js'
import type { FieldPaths } from './paths.js'
import { isPlaceholder, looksHashed, saysPerson } from './placeholders.js'

interface Entry {
  readonly key: string
  readonly meaning: FieldMeaning
  readonly kind: Kind
}

interface Family {
  readonly prefix: string
  readonly entry: Entry
}

/** The fields of one signature that carry identifiers, by the way in which they are found. */
export interface Watch {
  readonly names: ReadonlyMap<string, Entry>
  /** By what names begin with, the longest first. */
  readonly families: readonly Family[]
  readonly cookies: ReadonlyMap<string, Entry>
  readonly cookieFamilies: readonly Family[]
  /** By the last step of a JSON path. */
  readonly properties: readonly { readonly quoted: Buffer; readonly entry: Entry }[]
}

/** `ud[em]`: a parameter, and no place in JSON. */
const IN_BRACKETS = /\[[^\]]/
/** Of one property in one text. */
const MOST_VALUES = 16
const COLON = 0x3a
const QUOTE = 0x22
const LONGEST_VALUE = 4096
/** Colon, then a string or a number. */
const VALUE = /^\s*:\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",{}[\]]+))/

/** Parts whose names are not the signature's. */
const NO_PARAMETERS: readonly Part[] = ['header', 'referer', 'host']

/** Undefined where the signature names no identifier. */
export function toWatch(fields: Recipient['fields']): Watch | undefined {
  const names = new Map<string, Entry>()
  const cookies = new Map<string, Entry>()
  const families: Family[] = []
  const cookieFamilies: Family[] = []
  const properties: { quoted: Buffer; entry: Entry }[] = []
  for (const [key, meaning] of Object.entries(fields ?? {})) {
    if (!meaning.kind) continue
    const entry: Entry = { key, meaning, kind: meaning.kind }
    const isCookie = key.startsWith('cookie:')
    const name = isCookie ? key.slice('cookie:'.length) : key
    if (name.endsWith('*')) (isCookie ? cookieFamilies : families).push({ prefix: name.slice(0, -1), entry })
    else if (isCookie) cookies.set(name, entry)
    else {
      names.set(key, entry)
      if (IN_BRACKETS.test(key)) continue
      const last = key.split('.').at(-1)!.replace(/\[\]$/, '')
      properties.push({ quoted: Buffer.from(JSON.stringify(last)), entry })
    }
  }
  if (names.size + cookies.size + families.length + cookieFamilies.length === 0) return undefined
  for (const list of [families, cookieFamilies]) list.sort((a, b) => b.prefix.length - a.prefix.length)
  return { names, families, cookies, cookieFamilies, properties }
}

/** The match of a field that is an identifier as a whole. */
export function identifyField(field: Field, watch: Watch, rule: string): Match | undefined {
  const entry = entryOf(field, watch)
  if (!entry) return undefined
  const end = field.value.length
  return toMatch(entry, field.value, rule, { field, fieldPath: field.name, layers: [], start: 0, end })
}

function entryOf(field: Field, watch: Watch): Entry | undefined {
  const inFamily = (families: readonly Family[]): Entry | undefined =>
    families.find(({ prefix }) => field.name.startsWith(prefix))?.entry
  if (field.part === 'cookie') return watch.cookies.get(field.name) ?? inFamily(watch.cookieFamilies)
  if (NO_PARAMETERS.includes(field.part) || field.name === '') return undefined
  return watch.names.get(field.name) ?? inFamily(watch.families)
}

/** Calls `found` for each identifier among the properties of a layer that looks like JSON; of each property the first ones. */
export function identifyProperties(
  field: Field, layer: Layer, watch: Watch, rule: string, paths: FieldPaths, found: (match: Match) => void,
): void {
  if (field.part === 'cookie' || field.part === 'header') return
  const text = Buffer.from(layer.bytes.buffer, layer.bytes.byteOffset, layer.bytes.length)
  const searches = watch.properties.map(({ quoted, entry }) => ({ quoted, entry, at: text.indexOf(quoted), count: 0 }))
  // From front to back, as paths are followed.
  for (let next = nearest(searches); next !== undefined; next = nearest(searches)) {
    const { quoted, entry, at } = next
    const value = beginningBehind(text, at + quoted.length)
    const path = value < 0 ? '' : paths.pathAt(field.name, layer, value)
    const range = path.replace(/\[\d+\]/g, '[]') === entry.key ? valueBehind(text, at + quoted.length) : undefined
    if (range) {
      const place = { field, fieldPath: path, layers: layersOf(layer), ...toFieldRange(layer, range.start, range.end) }
      const match = toMatch(entry, text.subarray(range.start, range.end), rule, place)
      if (match) {
        found(match)
        next.count++
      }
    }
    next.at = next.count < MOST_VALUES ? text.indexOf(quoted, at + 1) : -1
  }
}

/** Of those that go on, the one whose name stands first. */
function nearest<Search extends { readonly at: number }>(searches: readonly Search[]): Search | undefined {
  let first: Search | undefined
  for (const search of searches) if (search.at >= 0 && (first === undefined || search.at < first.at)) first = search
  return first
}

/** Index of the first byte of the value behind a property's name, past its quote; -1 where none stands there. */
function beginningBehind(text: Buffer, from: number): number {
  let at = afterSpace(text, from)
  if (text[at] !== COLON) return -1
  at = afterSpace(text, at + 1)
  return text[at] === QUOTE ? at + 1 : at
}

function afterSpace(text: Buffer, from: number): number {
  let at = from
  while (at < text.length && text[at]! <= 0x20) at++
  return at
}

/** The string or number behind a property's name, without quotes. */
function valueBehind(text: Buffer, from: number): { start: number; end: number } | undefined {
  const rest = VALUE.exec(text.toString('latin1', from, from + LONGEST_VALUE))
  const value = rest?.[1] ?? rest?.[2]
  if (!rest || value === undefined || value === '') return undefined
  const start = from + rest[0].length - value.length - (rest[1] === undefined ? 0 : 1)
  return { start, end: start + value.length }
}

type Place = Pick<Match, 'field' | 'fieldPath' | 'layers' | 'start' | 'end'>

function toMatch(entry: Entry, value: Uint8Array, rule: string, place: Place): Match | undefined {
  const text = Buffer.from(value.buffer, value.byteOffset, Math.min(value.length, LONGEST_VALUE)).toString('utf8')
  const { key, kind, meaning } = entry
  const isPerson = kind.startsWith('identity.')
  if (isPlaceholder(text, kind) || (isPerson && !saysPerson(text, kind))) return undefined
  return {
    term: { id: `${kind}:${key}`, kind, value: meaning.meaning, source: 'signature', ordinal: 0 },
    ...place, transforms: [], rule: `${rule}#${key}`,
    certainty: isPerson && looksHashed(text) ? 'hashed' : 'exact',
  }
}
