/** The path of a byte of a layer: the field's name, and the way into the JSON that stands in it. */
import { toFieldRange, type Layer } from '../decode/peel.js'
import { keyBefore, toKeyName } from './keys.js'

/** As `jsonPathAt` of the exchange stage promises: undefined where the text does not begin as JSON. */
export type JsonPathAt = (json: Uint8Array, offset: number) => string | undefined

/** JSON strings that hold JSON are followed so deep. */
const NESTED = 4

/** `data.u`, `events[0].properties.url`, or the name alone. */
export function fieldPathAt(name: string, layer: Layer, offset: number, jsonPathAt: JsonPathAt): string {
  return join(name, pathIn(layer, offset, jsonPathAt))
}

/** A layer that holds JSON while what it was peeled from already showed the way (its escapes undone) adds nothing. */
function pathIn(layer: Layer, offset: number, jsonPathAt: JsonPathAt): string {
  if (!layer.parent) return nestedPath(layer.bytes, offset, jsonPathAt, NESTED)
  const place = toParentOffset(layer, offset)
  const outer = pathIn(layer.parent, place, jsonPathAt)
  const isWhole = layer.start === 0 && layer.end === layer.parent.bytes.length
  if (isWhole && outer !== '') return outer
  return join(outer, nestedPath(layer.bytes, offset, jsonPathAt, NESTED))
}

function toParentOffset(layer: Layer, offset: number): number {
  return toFieldRange(layer, offset, offset + 1, layer.parent).start
}

function nestedPath(json: Uint8Array, offset: number, jsonPathAt: JsonPathAt, levels: number): string {
  if (!looksLikeJson(json)) return ''
  const path = jsonPathAt(json, offset)
  if (path === undefined) return ''
  const inner = levels > 1 ? innerJson(json, offset) : undefined
  return inner ? join(path, nestedPath(inner, inner.length, jsonPathAt, levels - 1)) : path
}

/**
 * Where the byte stands in a string that is JSON itself: that JSON, unescaped, up to the byte. What comes behind it has
 * no part in its path.
 */
function innerJson(json: Uint8Array, offset: number): Uint8Array | undefined {
  const start = openingQuote(json, offset)
  if (start < 0) return undefined
  let first = start + 1
  while (json[first] === 0x20) first++
  if (json[first] !== 0x7b && json[first] !== 0x5b) return undefined
  return unescape(json, start + 1, offset)
}

/** Index of the quote that opens the string in which the byte stands, -1 where it stands in none. */
function openingQuote(json: Uint8Array, offset: number): number {
  let open = -1
  for (let at = 0; at < offset; at++) {
    const byte = json[at]!
    if (byte === 0x5c) at++
    else if (byte === 0x22) open = open < 0 ? at : -1
  }
  return open
}

function unescape(json: Uint8Array, start: number, end: number): Uint8Array | undefined {
  try {
    const escaped = Buffer.from(json.buffer, json.byteOffset + start, end - start).toString('utf8')
    const text: unknown = JSON.parse(`"${escaped}"`)
    return typeof text === 'string' ? Buffer.from(text) : undefined
  } catch {
    // Not well-formed: then there is no path into it.
    return undefined
  }
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

/**
 * The name under which byte `at` of a layer stands: in front of it in the text, else in front of what the layer was
 * peeled from, else the last step of its JSON path, else the field's name. In small words; see `toKeyName`.
 */
export function keyAt(name: string, layer: Layer, at: number, jsonPathAt: JsonPathAt): string {
  const key = keyBefore(layer.bytes, at)
  if (key !== undefined && key !== '') return toKeyName(key)
  if (looksLikeJson(layer.bytes)) {
    const path = toKeyName(jsonPathAt(layer.bytes, at) ?? '')
    if (path !== '') return path
  }
  // Only what begins the text belongs to the name that stands in front of the whole text.
  if (key === '') return ''
  return layer.parent ? keyAt(name, layer.parent, toParentOffset(layer, at), jsonPathAt) : toKeyName(name)
}
