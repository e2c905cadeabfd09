/**
 * Recognises a tracker's payload on a host that is not the tracker's: a first-party proxy or server-side tagging.
 */
import type { Exchange, Field } from '../model.js'
import type { Shape, Signature } from './signature.js'

/** Gives what finds the first signature of which an exchange shows a shape; its id stands before it. */
export function createShapeSearch(
  signatures: Readonly<Record<string, Signature>>,
): (exchange: Exchange, path: string) => readonly [id: string, signature: Signature] | undefined {
  const shapes = Object.entries(signatures).flatMap((entry) => [entry[1].shape ?? []].flat().map((shape) => ({ entry, shape })))
  return ({ fields }, path) => {
    const parameters = parametersOf(fields)
    for (const { entry, shape } of shapes) if (fits(parameters, path, shape)) return entry
    return undefined
  }
}

/** What a request says in its query and its body. */
interface Parameters {
  readonly fields: readonly Field[]
  readonly names: ReadonlySet<string>
  /** A body that is one piece. */
  readonly body: Field | undefined
}

function parametersOf(fields: readonly Field[]): Parameters {
  const names = new Set<string>()
  let body: Field | undefined
  for (const field of fields) {
    if (!isParameter(field.part)) continue
    names.add(field.name)
    if (field.part === 'body' && field.name === '') body ??= field
  }
  return { fields, names, body }
}

function fits(parameters: Parameters, path: string, { path: form, fields: names, text }: Shape): boolean {
  // Most shapes fail here, and a look into a set costs least.
  if (parameters.body === undefined && names.length > 0 && !parameters.names.has(names[0]!)) return false
  return form.test(path) && hasNames(parameters, names)
    && (text === undefined || parameters.fields.some((field) => isParameter(field.part) && holds(field.value, text)))
}

/** Whether every name is a field of the query or of the body, or stands in a body that is one piece. */
function hasNames({ names, body }: Parameters, wanted: readonly string[]): boolean {
  const missing = wanted.filter((name) => !names.has(name))
  if (missing.length === 0) return true
  if (body === undefined || !missing.every((name) => holds(body.value, name))) return false
  const inBody = bodyNames(body.value)
  return missing.every((name) => inBody.has(name))
}

/** The path of a URL, without query and fragment, at most 2,048 characters of it; `/` where there is none. */
export function toPath(url: string): string {
  const scheme = url.indexOf('://')
  const from = url.indexOf('/', scheme < 0 ? 0 : scheme + 3)
  if (from < 0) return '/'
  const path = url.slice(from, from + pathMost)
  const end = path.search(/[?#]/)
  return end < 0 ? path : path.slice(0, end)
}

const pathMost = 2_048

function isParameter(part: string): boolean {
  return part === 'query' || part === 'body'
}

/** Reading a body costs more than looking for a text in it. */
function holds({ buffer, byteOffset, length }: Uint8Array, text: string): boolean {
  return Buffer.from(buffer, byteOffset, length).includes(text)
}

/** Top-level names of a body that is one piece: JSON, or its first line, or a query string sent as text (several lines in GA4). */
function bodyNames({ buffer, byteOffset, length }: Uint8Array): ReadonlySet<string> {
  const body = Buffer.from(buffer, byteOffset, length)
  let start = 0
  while (start < length && body[start]! <= 0x20) start++
  if (body[start] === BRACE || body[start] === BRACKET) return jsonNames(body, start)
  return new Set(body.toString('utf8', start).split(/[&\r\n]+/).map((pair) => pair.slice(0, pair.indexOf('='))))
}

const BRACE = 0x7b
const BRACKET = 0x5b
const QUOTE = 0x22
const BACKSLASH = 0x5c
const COLON = 0x3a

/** Names of the object that begins at `start`, or that is the first of the list there; of what is cut off, those before. */
function jsonNames(json: Buffer, start: number): ReadonlySet<string> {
  const names = new Set<string>()
  const level = json[start] === BRACKET ? 2 : 1
  let depth = 0
  for (let at = start; at < json.length; at++) {
    const byte = json[at]!
    if (byte === QUOTE) {
      const end = endOfString(json, at)
      if (depth === level && isBeforeColon(json, end + 1)) names.add(nameOf(json, at, end))
      at = end
    } else if (byte === BRACE || byte === BRACKET) depth++
    else if ((byte === 0x7d || byte === 0x5d) && depth-- <= level) return names
  }
  return names
}

/** Index of the quote that ends the string that begins at `start`, or the end of the text. */
function endOfString(json: Buffer, start: number): number {
  let at = start + 1
  while (at < json.length && json[at] !== QUOTE) at += json[at] === BACKSLASH ? 2 : 1
  return at
}

function isBeforeColon(json: Buffer, from: number): boolean {
  let at = from
  while (at < json.length && json[at]! <= 0x20) at++
  return json[at] === COLON
}

function nameOf(json: Buffer, start: number, end: number): string {
  const written = json.toString('utf8', start + 1, end)
  try {
    return written.includes('\\') ? JSON.parse(`"${written}"`) as string : written
  } catch {
    return written // an escape that is none
  }
}
