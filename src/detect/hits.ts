/** Places where a needle stands, and which of them are the same datum. */
import { layersOf, toFieldRange, type FieldRange, type Layer } from '../decode/peel.js'
import type { Certainty, Field, Match, Term } from '../model.js'
import type { Needle } from './needles.js'

/** `start` and `end` are bytes of the layer. */
export interface Hit {
  readonly needle: Needle
  readonly field: Field
  readonly layer: Layer
  readonly start: number
  readonly end: number
  readonly certainty: Certainty
}

const lengthOf = (hit: Hit): number => hit.end - hit.start
const overlap = (a: FieldRange, b: FieldRange): boolean => a.start < b.end && b.start < a.end
const within = (a: Hit, b: Hit): boolean => a !== b && b.start <= a.start && a.end <= b.end

/** The hits of each layer. Hits in different layers of one field do not know of each other. */
export function byLayer(hits: readonly Hit[]): Map<Layer, Hit[]> {
  const layers = new Map<Layer, Hit[]>()
  for (const hit of hits) {
    const list = layers.get(hit.layer)
    if (list) list.push(hit)
    else layers.set(hit.layer, [hit])
  }
  return layers
}

/**
 * Without the pieces (a surname, a network) that stand within something longer (an e-mail address), be it that the longer
 * one is only seen once more is decoded (`a.doe%40example.org`).
 */
export function withoutPieces(hits: readonly Hit[]): Hit[] {
  if (!hits.some((hit) => hit.needle.partial)) return [...hits]
  const wholes = hits.filter((hit) => !hit.needle.partial)
  const layers = byLayer(hits)
  const alone = hits.filter((hit) => !hit.needle.partial ||
    !(layers.get(hit.layer) ?? []).some((other) => within(hit, other) && lengthOf(other) > lengthOf(hit)))
  const covers = coversOf(wholes)
  return covers.size === 0 ? alone : alone.filter((hit) => !hit.needle.partial || !isCovered(hit, rangeOf(hit), covers.get(hit.field)))
}

/** What is only seen under an encoding, in the order in which it begins; none is wider than `widest` bytes. */
interface Covers {
  readonly all: { readonly hit: Hit; readonly range: FieldRange }[]
  widest: number
}

function coversOf(wholes: readonly Hit[]): Map<Field, Covers> {
  const fields = new Map<Field, Covers>()
  for (const hit of wholes) {
    if (hit.layer.depth === 0) continue
    const range = rangeOf(hit)
    if (!isNarrow(range, hit)) continue
    const covers = fields.get(hit.field) ?? { all: [], widest: 0 }
    fields.set(hit.field, covers)
    covers.all.push({ hit, range })
    covers.widest = Math.max(covers.widest, range.end - range.start)
  }
  for (const { all } of fields.values()) all.sort((a, b) => a.range.start - b.range.start)
  return fields
}

/** Whether a longer value of another term covers the hit. Looks only at what begins near enough, however many there are. */
function isCovered(hit: Hit, range: FieldRange, covers: Covers | undefined): boolean {
  if (covers === undefined) return false
  const { all, widest } = covers
  let behind = 0
  for (let step = all.length; step > 0; ) {
    const half = step >> 1
    if (all[behind + half]!.range.start <= range.start) {
      behind += half + 1
      step -= half + 1
    } else step = half
  }
  for (let at = behind - 1; at >= 0 && all[at]!.range.start + widest >= range.end; at--) {
    const other = all[at]!
    if (other.hit.layer !== hit.layer && other.hit.needle.term !== hit.needle.term && isWithin(range, other.range) &&
      lengthOf(other.hit) > lengthOf(hit)) return true
  }
  return false
}

const isWithin = (a: FieldRange, b: FieldRange): boolean => b.start <= a.start && a.end <= b.end
/** Of a compressed stretch only the whole is known: that something else is in it too says nothing. */
const isNarrow = (range: FieldRange, hit: Hit): boolean => range.end - range.start <= WIDEST_ENCODING * lengthOf(hit)

/** Words that stand by themselves: not within a value's hit, a harmless phrase or a longer word. */
export function audibleWords(words: readonly Hit[], values: readonly Hit[]): Hit[] {
  if (words.length === 0) return []
  const valuesOf = byLayer(values)
  const wordsOf = byLayer(words)
  for (const list of wordsOf.values()) list.sort((a, b) => a.start - b.start || b.end - a.end || precedenceOf(b) - precedenceOf(a))
  const audible: Hit[] = []
  const harmless: Hit[] = []
  for (const [layer, list] of wordsOf) {
    const louder = valuesOf.get(layer) ?? []
    let last: Hit | undefined
    let lastLoud: Hit | undefined
    for (const word of list) {
      // Sorted by start, the longer first: whatever contains this word came before, and ends last so far. A weak word
      // does not stand over a strong one.
      const over = word.needle.strength === 'strong' ? lastLoud : last
      if (over && word.end <= over.end) continue
      if (!last || word.end > last.end) last = word
      if (word.needle.strength !== 'weak' && word.needle.strength !== 'paired' && (!lastLoud || word.end > lastLoud.end)) lastLoud = word
      if (word.needle.strength === 'harmless') harmless.push(word)
      else if (!louder.some((value) => overlap(word, value))) audible.push(word)
    }
  }
  return withoutVoicedOver(audible, [...values, ...harmless], audible)
}

/**
 * Of hits over the same stretch: a phrase that means something else, a listed word as it is listed, one with an ending
 * (`diabetes` is `diabète` in the plural too), then the longest piece of one. Each stretch is one datum.
 */
function precedenceOf({ needle, start, end }: Hit): number {
  if (needle.strength === 'harmless') return 1_002
  if (needle.affix) return Math.min(needle.bytes.length, 998)
  if (needle.strength === 'paired') return 999
  return needle.bytes.length === end - start ? 1_001 : 1_000
}

/**
 * A value, harmless phrase or longer word that is only seen under a further encoding stands over the words that show
 * through it.
 */
export function withoutVoicedOver(words: readonly Hit[], values: readonly Hit[], others: readonly Hit[]): Hit[] {
  const ranges = new Map<Field, Louder[]>()
  const add = (value: Hit, longerThan: number): void => {
    if (value.layer.depth === 0) return
    const range = rangeOf(value)
    if (!isNarrow(range, value)) return
    const { strength } = value.needle
    const louder: Louder = { layer: value.layer, range, longerThan, isWeak: strength === 'weak' || strength === 'paired' }
    const known = ranges.get(value.field)
    if (known) known.push(louder)
    else ranges.set(value.field, [louder])
  }
  for (const value of values) add(value, Infinity)
  for (const other of others) add(other, lengthOf(other))
  if (ranges.size === 0) return [...words]
  return words.filter((word) => {
    const isStrong = word.needle.strength === 'strong'
    return ranges.get(word.field)?.some((one) => one.layer !== word.layer &&
      lengthOf(word) < one.longerThan && !(one.isWeak && isStrong) && overlap(one.range, rangeOf(word))) !== true
  })
}

interface Louder {
  readonly layer: Layer
  readonly range: FieldRange
  readonly longerThan: number
  readonly isWeak: boolean
}

/** The bytes of the field that a hit stands for. */
const rangeOf = ({ layer, start, end }: Hit): FieldRange => toFieldRange(layer, start, end)

/** Bytes for one byte: percent signs encoded three times over, and a little more. */
const WIDEST_ENCODING = 8

interface Chosen {
  hit: Hit
  path: string
  start: number
  end: number
}

/**
 * One match for each term, part and field path: the shallowest layer, there the longest hit. The same bytes seen
 * through a further layer are no second datum, but may tell the path (JSON under percent-encoding), or the whole of
 * what the shallower layer shows a piece of.
 */
export function toMatches(hits: readonly Hit[], pathOf: (hit: Hit) => string): Match[] {
  const groups = new Map<Field, Map<string, Hit[]>>()
  for (const hit of hits) {
    const terms = groups.get(hit.field) ?? new Map<string, Hit[]>()
    groups.set(hit.field, terms)
    const list = terms.get(hit.needle.term.id)
    if (list) list.push(hit)
    else terms.set(hit.needle.term.id, [hit])
  }
  const matches = new Map<string, Match>()
  for (const terms of groups.values()) {
    for (const group of terms.values()) {
      for (const chosen of choose(group, pathOf)) {
        const match = toMatch(chosen)
        // A list of treatments (`services[0]`, `services[1]` …) names a word once, however many of its items do.
        const isList = match.term.source === 'vocabulary' && match.fieldPath.includes('[')
        const path = isList ? match.fieldPath.replace(/\[\d+\]/g, '[]') : match.fieldPath
        const key = `${match.term.id}\n${match.field.part}\n${path}`
        if (!matches.has(key)) matches.set(key, match)
      }
    }
  }
  return [...matches.values()]
}

function choose(group: readonly Hit[], pathOf: (hit: Hit) => string): Chosen[] {
  const chosen: Chosen[] = []
  const sorted = group.length === 1 ? group : group.toSorted((a, b) => a.layer.depth - b.layer.depth)
  for (const hit of sorted) {
    const range = rangeOf(hit)
    const path = pathOf(hit)
    const known = chosen.find((one) => {
      return one.hit.layer === hit.layer ? one.path === path || overlap(one.hit, hit) : overlap(one, range)
    })
    if (!known) {
      chosen.push({ hit, path, ...range })
      continue
    }
    if (isBetter(hit, known.hit)) Object.assign(known, { hit, ...range })
    if (path.length > known.path.length) known.path = path
  }
  return chosen
}

function isBetter(hit: Hit, known: Hit): boolean {
  if (hit.layer === known.layer) return lengthOf(hit) > lengthOf(known)
  if (known.needle.partial !== hit.needle.partial) return known.needle.partial
  // `%2Fbrustkrebs` looks like a compound until the escape is undone.
  return known.certainty === 'inferred' && hit.certainty !== 'inferred'
}

function toMatch({ hit, path, start, end }: Chosen): Match {
  const { needle, field, layer, certainty } = hit
  const { term, transforms, layers = [] } = needle
  const rule = withSort(needle.rule, term)
  return { term, transforms, field, fieldPath: path, layers: [...layersOf(layer), ...layers], start, end, certainty, rule }
}

/** A word's rule says what sort of word it is: `vocabulary:mul#oncology,high -karzinom`. */
function withSort(rule: string, { category, sensitivity }: Term): string {
  return category === undefined ? rule : rule.replace(/^vocabulary:[\w-]+/, `$&#${category},${sensitivity}`)
}
