/** The path of a byte of a layer: the field's name, and the way into the JSON that stands in it. */
import type { Segment } from '../decode/decoder.js'
import { emitUnescaped, placeUnescaped } from '../decode/escapes.js'
import { jsonEscapes } from '../decode/json-escapes.js'
import { toFieldRange, type Layer } from '../decode/peel.js'
import { keyBefore, toKeyName } from './keys.js'

/** As `jsonPathAt` of the exchange stage promises: undefined where the text does not begin as JSON. */
export type JsonPathAt = (json: Uint8Array, offset: number, budget?: { left: number }) => string | undefined

/** JSON strings that hold JSON are followed so deep. */
const NESTED = 4
const QUOTE = 0x22
const BACKSLASH = 0x5c

export interface FieldPaths {
  /** `data.u`, `events[0].properties.url`, or the name alone. */
  pathAt(name: string, layer: Layer, offset: number): string
  /**
   * The name under which byte `at` of a layer stands: in front of it in the text, else in front of what the layer was
   * peeled from, else the last step of its JSON path, else the field's name. In small words; see `toKeyName`.
   */
  keyAt(name: string, layer: Layer, at: number): string
}

/** A string of a JSON text, from its quote on. */
interface Inner {
  readonly start: number
  readonly escaped: Uint8Array
  readonly isJson: boolean
  /** What its escapes stand for; undefined where it has none, or is no JSON. */
  readonly segment: Segment | undefined
}

const NO_JSON: Inner = { start: -1, escaped: new Uint8Array(0), isJson: false, segment: undefined }

export function createFieldPaths(jsonPathAt: JsonPathAt): FieldPaths {
  /** Of each text the string that was asked about last. */
  const inners = new WeakMap<Uint8Array, Inner>()

  function pathAt(name: string, layer: Layer, offset: number): string {
    return join(name, pathIn(layer, offset))
  }

  /** A layer that holds JSON while what it was peeled from already showed the way (its escapes undone) adds nothing. */
  function pathIn(layer: Layer, offset: number): string {
    if (!layer.parent) return nestedPath(layer.bytes, offset, NESTED)
    const outer = pathIn(layer.parent, toParentOffset(layer, offset))
    const isWhole = layer.start === 0 && layer.end === layer.parent.bytes.length
    if (isWhole && outer !== '') return outer
    return join(outer, nestedPath(layer.bytes, offset, NESTED))
  }

  function nestedPath(json: Uint8Array, offset: number, levels: number): string {
    if (!looksLikeJson(json)) return ''
    const path = jsonPathAt(json, offset)
    if (path === undefined) return ''
    const { isJson, start, escaped, segment } = levels > 1 ? innerAt(json, offset) : NO_JSON
    if (!isJson) return path
    const place = offset - start - 1
    return join(path, segment === undefined ? nestedPath(escaped, place, levels - 1)
      : nestedPath(segment.bytes, placeUnescaped(escaped, jsonEscapes, segment, place), levels - 1))
  }

  /** The string in which the byte stands. */
  function innerAt(json: Uint8Array, offset: number): Inner {
    const known = inners.get(json)
    if (known !== undefined && offset > known.start && offset <= known.start + known.escaped.length) return known
    const start = openingQuote(json, offset)
    if (start < 0) return NO_JSON
    let first = start + 1
    while (json[first] === 0x20) first++
    const isJson = json[first] === 0x7b || json[first] === 0x5b
    const escaped = json.subarray(start + 1, closingQuote(json, start))
    let segment: Segment | undefined
    if (isJson) emitUnescaped(escaped, jsonEscapes, (one) => { segment = one }, escaped.length)
    const made: Inner = { start, escaped, isJson, segment }
    inners.set(json, made)
    return made
  }

  function keyAt(name: string, layer: Layer, at: number): string {
    const key = keyBefore(layer.bytes, at)
    if (key !== undefined && key !== '') return toKeyName(key)
    if (looksLikeJson(layer.bytes)) {
      const path = toKeyName(jsonPathAt(layer.bytes, at) ?? '')
      if (path !== '') return path
    }
    // Only what begins the text belongs to the name that stands in front of the whole text.
    if (key === '') return ''
    return layer.parent ? keyAt(name, layer.parent, toParentOffset(layer, at)) : toKeyName(name)
  }

  return { pathAt, keyAt }
}

function toParentOffset(layer: Layer, offset: number): number {
  return toFieldRange(layer, offset, offset + 1, layer.parent).start
}

/**
 * Index of the quote that opens the string in which the byte stands. Where it stands in none, of the one that closes a string
 * before it; -1 where there is none.
 */
function openingQuote(json: Uint8Array, offset: number): number {
  let at = offset - 1
  while (at >= 0 && (json[at] !== QUOTE || isEscaped(json, at))) at--
  return at
}

/** Index of the quote that closes the string, or the end of the text. */
function closingQuote(json: Uint8Array, start: number): number {
  let at = start + 1
  while (at < json.length && json[at] !== QUOTE) at += json[at] === BACKSLASH ? 2 : 1
  return Math.min(at, json.length)
}

function isEscaped(json: Uint8Array, at: number): boolean {
  let slashes = 0
  while (json[at - 1 - slashes] === BACKSLASH) slashes++
  return slashes % 2 === 1
}

/** Begins as an object or a list does, past a guard such as `)]}'` or the number of a socket's message (`42[…]`); `[2001:db8::1]` and `{template}` do not. */
export function looksLikeJson(bytes: Uint8Array): boolean {
  if (bytes.length < 2 || !hasBracket(bytes)) return false
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 64)).toString('latin1')
  return BEGINNING.test(head.replace(/^(for\s*\(;;\);|while\s*\(1\);|\d{1,6}(?=[[{])|[^{["\w]{1,8})/, ''))
}

function hasBracket(bytes: Uint8Array): boolean {
  const most = Math.min(bytes.length, 16)
  for (let at = 0; at < most; at++) if (bytes[at] === 0x7b || bytes[at] === 0x5b) return true
  return false
}

const BEGINNING = /^\s*(\{\s*["}]|\[\s*(["{[\]]|(-?[\d.eE+-]+|true|false|null)\s*[,\]]))/

function join(outer: string, inner: string): string {
  if (outer === '' || inner === '') return outer + inner
  return inner.startsWith('[') ? outer + inner : `${outer}.${inner}`
}
