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
  return (exchange, path) => {
    for (const { entry, shape } of shapes) if (fits(exchange, path, shape)) return entry
    return undefined
  }
}

function fits({ fields }: Exchange, path: string, { path: form, fields: names, text }: Shape): boolean {
  return form.test(path) && hasNames(fields, names)
    && (text === undefined || fields.some((field) => isParameter(field.part) && holds(field.value, text)))
}

/** Whether every name is a field of the query or of the body, or stands in a body that is one piece. */
function hasNames(fields: readonly Field[], names: readonly string[]): boolean {
  const isMissing = (name: string): boolean => !fields.some((field) => field.name === name && isParameter(field.part))
  const first = names.findIndex(isMissing)
  if (first < 0) return true
  const body = fields.find((field) => field.part === 'body' && field.name === '')
  if (body === undefined) return false
  const missing = names.slice(first).filter(isMissing)
  if (!missing.every((name) => holds(body.value, name))) return false
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
