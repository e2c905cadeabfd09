/**
 * Values of unknown shape, made typed: JSON that a capture from elsewhere, a browser or a user wrote. Nothing throws;
 * what is not of the shape that is asked for is undefined, empty or left out.
 */

/** An object by whose names values are found; a list is none. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Objects stay, everything else becomes an empty one. */
export function toRecord(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {}
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** What an object, or a list by index, has of its own under a name. */
export function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  return (value as Readonly<Record<string, unknown>>)[name]
}

/** A member that is a text, cut to so many UTF-16 units; `''` where there is none. */
export function textOf(value: unknown, name: string, longest = 4_096): string {
  const member = memberOf(value, name)
  return typeof member === 'string' ? member.slice(0, longest) : ''
}

/** The names that a JSON pointer (RFC 6901) goes through. */
export function namesOf(pointer: string): string[] {
  return pointer.split('/').slice(1).map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** What stands at a JSON pointer. */
export function valueAt(root: unknown, pointer: string): unknown {
  return namesOf(pointer).reduce(memberOf, root)
}

/** A pointer into a HAR, as one into the entry: `/log/entries/7/request/url` → `/request/url`. */
export function withinEntry(pointer: string): string {
  return pointer.replace(/^\/log\/entries\/\d+/, '')
}

/** Unix milliseconds as ISO 8601 UTC; null where they are none, or beyond what a date can say. */
export function toTimestamp(milliseconds: number | null): string | null {
  const isTime = milliseconds !== null && Math.abs(milliseconds) < 8.64e15
  return isTime ? new Date(milliseconds).toISOString() : null
}

/** One letter more, less, other or exchanged, or another case. */
export function isNear(a: string, b: string): boolean {
  if (a.toLowerCase() === b.toLowerCase()) return true
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  const rest = [[1, 0], [0, 1], [1, 1], [2, 2]] as const
  return Math.abs(a.length - b.length) <= 1 && rest.some(([x, y]) => a.slice(start + x) === b.slice(start + y))
}
