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
const bodyMost = 1 << 20

function isParameter(part: string): boolean {
  return part === 'query' || part === 'body'
}

/** Reading a body costs more than looking for a text in it. */
function holds({ buffer, byteOffset, length }: Uint8Array, text: string): boolean {
  return Buffer.from(buffer, byteOffset, length).includes(text)
}

/** Top-level names of a body that is one piece: JSON, or its first line, or a query string sent as text (several lines in GA4). */
function bodyNames(body: Uint8Array): ReadonlySet<string> {
  const isCut = body.length > bodyMost
  const text = new TextDecoder().decode(body.subarray(0, bodyMost)).trim()
  if (text.startsWith('{') || text.startsWith('[')) {
    return (isCut ? undefined : jsonNames(text)) ?? jsonNames(text.slice(0, text.indexOf('\n') + 1)) ?? new Set()
  }
  return new Set(isCut ? [] : text.split(/[&\r\n]+/).map((pair) => pair.slice(0, pair.indexOf('='))))
}

/** Undefined where the text is cut off, or no JSON after all. */
function jsonNames(text: string): ReadonlySet<string> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    const top: unknown = Array.isArray(value) ? value[0] : value
    return new Set(typeof top === 'object' && top !== null ? Object.keys(top) : [])
  } catch {
    return undefined
  }
}
