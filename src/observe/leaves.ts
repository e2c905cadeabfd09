/**
 * The single values of one field: parameters of an address in it, properties of JSON in it, peeled of percent encoding,
 * and of base64 where that hides JSON.
 *
 * Bytes are handled as a string of one character a byte (latin1), so an index is a byte; `at` maps an index back to the
 * field's own, still encoded, bytes once something was decoded. Text in, ranges out; nothing is thrown, depth and the
 * number of values are bounded.
 */

/** One value. `start` and `end` are bytes of the field's value as sent. */
export interface Leaf {
  /** The field's name with the path inside it. */
  readonly path: string
  /** The innermost name: of the parameter or property that holds the value. */
  readonly key: string
  /** Decoded; one character a byte. */
  readonly text: string
  readonly layers: readonly string[]
  readonly start: number
  readonly end: number
}

interface Stretch {
  readonly text: string
  /** Byte of the field for each index of `text`, and for its end. Absent: `base` plus the index. */
  readonly at?: Uint32Array
  readonly base: number
}

interface Place {
  readonly path: string
  readonly key: string
  readonly layers: readonly string[]
  readonly depth: number
}

/** Calls `visit` for each value in `value`, at most `most` times; says whether that was enough. */
export function eachLeaf(value: Uint8Array, name: string, visit: (leaf: Leaf) => void, most = 5_000): boolean {
  let left = most
  const budget = (leaf: Leaf): boolean => {
    if (left <= 0) return false
    left -= 1
    visit(leaf)
    return true
  }
  const text = Buffer.from(value.buffer, value.byteOffset, value.length).toString('latin1')
  return walk({ text, base: 0 }, { path: name, key: name, layers: [], depth: 0 }, budget)
}

type Visit = (leaf: Leaf) => boolean

const depthMost = 6

function walk(stretch: Stretch, place: Place, visit: Visit): boolean {
  const { text } = stretch
  if (text === '') return true
  if (place.depth < depthMost) {
    const first = text.charCodeAt(0)
    if (first === brace || first === bracket) {
      const { leaves, all } = readJson(text)
      if (leaves.length > 0 || !all) return leaves.every((leaf) => walkJson(stretch, leaf, place, visit)) && all
    }
    // Base64 may end in what looks like a name without a value.
    const json = jsonInBase64(text)
    if (json !== undefined) return walkWhole(stretch, json, deeper(place, place.path, place.key, [...place.layers, 'base64']), visit)
    if (isPairs(text, place)) return walkPairs(stretch, place, visit)
    const decoded = unpercent(stretch)
    if (decoded !== undefined) return walk(decoded, deeper(place, place.path, place.key, [...place.layers, 'percent']), visit)
  }
  const { path, key, layers } = place
  if (listOfIds.test(text)) return walkList(stretch, place, visit)
  return visit({ path, key, text, layers, start: toByte(stretch, 0), end: toByte(stretch, text.length) })
}

/** Ids that stand in one value: `motives=6543,7000`. Longer numbers are no ids of a site's lists. */
const listOfIds = /^\d{2,7}(?:[,;|]\d{2,7}){1,99}$/

function walkList(stretch: Stretch, { path, key, layers }: Place, visit: Visit): boolean {
  for (const { 0: text, index } of stretch.text.matchAll(/\d+/g)) {
    if (!visit({ path, key, text, layers, start: toByte(stretch, index), end: toByte(stretch, index + text.length) })) return false
  }
  return true
}

function deeper(place: Place, path: string, key: string, layers = place.layers): Place {
  return { path, key, layers, depth: place.depth + 1 }
}

function toByte(stretch: Stretch, index: number): number {
  return stretch.at === undefined ? stretch.base + index : (stretch.at[index] ?? 0)
}

function cut(stretch: Stretch, start: number, end: number): Stretch {
  const text = stretch.text.slice(start, end)
  return stretch.at === undefined
    ? { text, base: stretch.base + start }
    : { text, base: 0, at: stretch.at.subarray(start, end + 1) }
}

// ── name=value pairs: the query of an address, a query string as a value, `;` parameters in a path ──

function isPairs(text: string, place: Place): boolean {
  const equals = text.indexOf('=')
  if (equals < 1) return false
  if (place.path === '') return true
  return pairForms.some((form) => form.test(text))
}

/** An address or a path with parameters, a first pair, a later pair. */
const pairForms = [/^[^=?;]{0,4096}[?;]/, /^[\w.~[\]%-]{1,64}=[^=]/, /[&;\n|][^&;=\n|]+=/]

function walkPairs(stretch: Stretch, place: Place, visit: Visit): boolean {
  const { text } = stretch
  const query = text.search(/[?;]/)
  const first = text.indexOf('=')
  let from = query >= 0 && query < first ? query + 1 : 0
  const separators = separatorsOf(text)
  while (from <= text.length) {
    let equals = -1
    let to = from
    for (; to < text.length; to += 1) {
      const code = text.charCodeAt(to)
      if (separators.includes(code)) break
      if (code === equalsSign && equals < 0) equals = to
    }
    if (equals > from) {
      const key = nameOf(text.slice(from, equals))
      // A body or a path that is all pairs has no name of its own: its fields are the pairs.
      const path = place.path === '' ? key : place.path
      if (!walk(cut(stretch, equals + 1, to), deeper(place, path, key), visit)) return false
    }
    from = to + 1
  }
  return true
}

/** Codes of the characters between two pairs. Where `&` does that, `;` and `|` belong to the values. */
function separatorsOf(text: string): readonly number[] {
  const between = text.includes('&') ? '&#\r\n' : text.includes(';') ? ';?\r\n' : '|\r\n'
  return [...between].map((char) => char.charCodeAt(0))
}

function nameOf(encoded: string): string {
  const decoded = unpercent({ text: encoded.slice(0, 256), base: 0 })
  return Buffer.from(decoded?.text ?? encoded.slice(0, 256), 'latin1').toString('utf8').trim()
}

// ── percent encoding ──

function unpercent(stretch: Stretch): Stretch | undefined {
  const { text } = stretch
  if (!text.includes('%') || !/%[0-9a-f]{2}/i.test(text)) return undefined
  const bytes = Buffer.allocUnsafe(text.length)
  const at = new Uint32Array(text.length + 1)
  let length = 0
  for (let index = 0; index < text.length; index += 1) {
    at[length] = toByte(stretch, index)
    const code = text.charCodeAt(index)
    const high = code === percent ? hexOf(text.charCodeAt(index + 1)) : -1
    const low = high >= 0 ? hexOf(text.charCodeAt(index + 2)) : -1
    if (low >= 0) {
      bytes[length] = high * 16 + low
      index += 2
    } else {
      bytes[length] = code
    }
    length += 1
  }
  at[length] = toByte(stretch, text.length)
  return { text: bytes.toString('latin1', 0, length), base: 0, at: at.subarray(0, length + 1) }
}

function hexOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 48
  const letter = code | 32
  return letter >= 97 && letter <= 102 ? letter - 87 : -1
}

const percent = 0x25
const equalsSign = 0x3d
const brace = 0x7b
const bracket = 0x5b
const quote = 0x22
const backslash = 0x5c

// ── JSON ──

/** A string or number of a JSON text; strings without their quotes. */
interface JsonLeaf {
  readonly path: string
  readonly key: string
  readonly start: number
  readonly end: number
  readonly escaped: boolean
}

function walkJson(stretch: Stretch, leaf: JsonLeaf, place: Place, visit: Visit): boolean {
  const path = place.path === '' || leaf.path.startsWith('[') ? place.path + leaf.path : `${place.path}.${leaf.path}`
  const key = leaf.key === '' ? place.key : leaf.key
  const inner = cut(stretch, leaf.start, leaf.end)
  if (!leaf.escaped) return walk(inner, deeper(place, path, key), visit)
  return walkWhole(inner, unescape(inner.text), deeper(place, path, key, [...place.layers, 'json']), visit)
}

/** What an encoding that shifts the bytes held: all inside is mapped to the whole stretch, which holds it. */
function walkWhole(stretch: Stretch, text: string, place: Place, visit: Visit): boolean {
  const [start, end] = [toByte(stretch, 0), toByte(stretch, stretch.text.length)]
  const at = new Uint32Array(text.length + 1).fill(start)
  at[text.length] = end
  return walk({ text, base: 0, at }, place, (found) => visit({ ...found, start, end }))
}

/** Whether it is an object or a list shows in its first letters: `{"`, `[{`. Undefined where it is none. */
function jsonInBase64(text: string): string | undefined {
  if (!/^(?:eyJ|W3s)[\w+/-]{9,}={0,2}$/.test(text)) return undefined
  const json = Buffer.from(text, 'base64').toString('latin1')
  return /[\0-\x08]/.test(json) ? undefined : json
}

function unescape(text: string): string {
  try {
    const utf8 = Buffer.from(text, 'latin1').toString('utf8')
    return Buffer.from(JSON.parse(`"${utf8}"`) as string, 'utf8').toString('latin1')
  } catch {
    // Not JSON after all: the value is what stands there.
    return text
  }
}

interface Frame {
  readonly path: string
  readonly key: string
  readonly list: boolean
  index: number
  name: string
}

const framesMost = 64
const jsonLeavesMost = 20_000

/** The values of a JSON text, or of several behind one another, in order, none where it is none; `all`: no bound was met. */
function readJson(text: string): { readonly leaves: readonly JsonLeaf[]; readonly all: boolean } {
  const leaves: JsonLeaf[] = []
  const frames: Frame[] = []
  let at = 0
  let awaitsName = false
  while (at < text.length && leaves.length < jsonLeavesMost) {
    const code = text.charCodeAt(at)
    const top = frames.at(-1)
    if (code === brace || code === bracket) {
      if (frames.length >= framesMost) return { leaves, all: false }
      frames.push({ path: pathOf(top), key: keyOf(top), list: code === bracket, index: 0, name: '' })
      awaitsName = code === brace
      at += 1
    } else if (code === 0x7d || code === 0x5d) {
      frames.pop()
      awaitsName = false
      at += 1
    } else if (code === 0x2c) {
      if (top === undefined) break
      if (top.list) top.index += 1
      else awaitsName = true
      at += 1
    } else if (code === 0x3a || code <= 0x20) {
      at += 1
    } else if (code === quote) {
      const { end, escaped } = endOfString(text, at + 1)
      if (end < 0) break
      if (awaitsName && top !== undefined) {
        const name = text.slice(at + 1, Math.min(end, at + 257))
        top.name = toUtf8(escaped ? unescape(name) : name)
        awaitsName = false
      } else if (top !== undefined && end > at + 1) {
        leaves.push(toLeaf(top, at + 1, end, escaped))
      }
      at = end + 1
    } else {
      const end = endOfBare(text, at)
      if (end === at || top === undefined || awaitsName) break
      const isNumber = code === 0x2d || (code >= 0x30 && code <= 0x39)
      if (isNumber) leaves.push(toLeaf(top, at, end, false))
      at = end
    }
  }
  return { leaves, all: leaves.length < jsonLeavesMost }
}

function toUtf8(latin1: string): string {
  return /[\x80-\xff]/.test(latin1) ? Buffer.from(latin1, 'latin1').toString('utf8') : latin1
}

function toLeaf(frame: Frame, start: number, end: number, escaped: boolean): JsonLeaf {
  return { path: pathOf(frame), key: keyOf(frame), start, end, escaped }
}

function pathOf(frame: Frame | undefined): string {
  if (frame === undefined) return ''
  if (frame.list) return `${frame.path}[${frame.index}]`
  return frame.path === '' ? frame.name : `${frame.path}.${frame.name}`
}

function keyOf(frame: Frame | undefined): string {
  if (frame === undefined) return ''
  return frame.list ? frame.key : frame.name
}

function endOfString(text: string, from: number): { readonly end: number; readonly escaped: boolean } {
  let escaped = false
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === quote) return { end: at, escaped }
    if (code !== backslash) continue
    escaped = true
    at += 1
  }
  return { end: -1, escaped }
}

/** Bytes of numbers and of `true`, `false` and `null`. */
const bare: Uint8Array = Uint8Array.from({ length: 256 }, (_, code) => (/[\w.+-]/.test(String.fromCharCode(code)) ? 1 : 0))

function endOfBare(text: string, from: number): number {
  let at = from
  while (at < text.length && bare[text.charCodeAt(at)] === 1) at += 1
  return at
}
