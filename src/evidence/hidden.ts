/**
 * Rows of an audit show a word in the place of passwords, codes and keys that were typed; its captures hold them. Where the
 * two are compared, that word stands for any text.
 */
import { isDeepStrictEqual } from 'node:util'
import { addTo } from '../grouped.js'
import { isObject } from '../shapes.js'
import { MASK } from '../withheld.js'

/**
 * What was found, with the word where what was told has it, and where all else is the same. `keyOf`: what is never hidden.
 * `but`: names of what is another each time, or is compared elsewhere.
 */
export function hiddenAs<T extends object>(told: readonly T[], found: readonly T[], keyOf: (one: T) => string, but: readonly (keyof T)[]): T[] {
  const waiting = new Map<string, T[]>()
  for (const one of told) if (hides(one)) addTo(waiting, keyOf(one), one)
  if (waiting.size === 0) return [...found]
  return found.map((one) => {
    const alike = waiting.get(keyOf(one)) ?? []
    const at = alike.findIndex((other) => fits(without(other, but), without(one, but)))
    const [hidden] = at < 0 ? [] : alike.splice(at, 1)
    return hidden === undefined ? one : { ...one, ...Object.fromEntries(Object.entries(hidden).filter(([, value]) => isHidden(value))) }
  })
}

/** Whether the word stands in any of its texts. */
export function hides(one: object): boolean {
  return Object.values(one).some(isHidden)
}

/** Whether they are the same but for what is hidden. */
export function fits(told: unknown, found: unknown): boolean {
  if (typeof told === 'string' && typeof found === 'string') return fitsText(told, found)
  if (Array.isArray(told) && Array.isArray(found)) return told.length === found.length && told.every((one, at) => fits(one, found[at]))
  if (!isObject(told) || !isObject(found)) return isDeepStrictEqual(told ?? null, found ?? null)
  return [...new Set([...Object.keys(told), ...Object.keys(found)])].every((name) => fits(told[name], found[name]))
}

/** The parts between stand in the text in their order, the first at its beginning and the last at its end. */
function fitsText(told: string, found: string): boolean {
  const [first = '', ...parts] = told.split(MASK)
  const last = parts.pop()
  if (last === undefined) return told === found
  const end = found.length - last.length
  if (!found.startsWith(first) || !found.endsWith(last) || end < first.length) return false
  let at = first.length
  for (const part of parts) {
    at = found.indexOf(part, at)
    if (at < 0 || at + part.length > end) return false
    at += part.length
  }
  return true
}

function isHidden(value: unknown): boolean {
  return typeof value === 'string' && value.includes(MASK)
}

function without<T extends object>(one: T, names: readonly (keyof T)[]): object {
  return Object.fromEntries(Object.entries(one).filter(([name]) => !names.includes(name as keyof T)))
}
