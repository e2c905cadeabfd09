/**
 * Recognises a tracker's payload on a host that is not the tracker's: a first-party proxy or server-side tagging.
 */
import type { Exchange } from '../model.js'
import type { Shape, Signature } from './signature.js'

/** True where the path fits a shape of the signature and every field that it names is there. */
export function wearsShape(exchange: Exchange, path: string, { shape = [] }: Signature): boolean {
  return [shape].flat().some((one) => fits(exchange, path, one))
}

function fits(exchange: Exchange, path: string, shape: Shape): boolean {
  if (!shape.path.test(path)) return false
  const missing = shape.fields.filter((name) => !exchange.fields.some((field) => field.name === name && isParameter(field.part)))
  if (missing.length === 0) return true
  const body = exchange.fields.find((field) => field.part === 'body' && field.name === '')
  if (body === undefined || missing.some((name) => !holds(body.value, name))) return false
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

/** Reading a body costs more than looking for a name in it. */
function holds({ buffer, byteOffset, length }: Uint8Array, name: string): boolean {
  return Buffer.from(buffer, byteOffset, length).includes(name)
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
