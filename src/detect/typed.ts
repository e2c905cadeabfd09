/**
 * Text while it is typed. Fields that complete what is typed send it at each key, and who picks one of the suggestions
 * never sends the rest. The beginning of a value counts where it is all of what stands under a name that says that such
 * a thing is looked for or entered there.
 */
import type { Kind } from '../model.js'
import { isEndOfValue } from './boundary.js'
import { FOLDED } from './automaton.js'
import { isLowEntropy, toNameParts } from './forms.js'
import { isOfInput, isTelling } from './keys.js'
import { toPhone } from './numbers.js'
import { toPlace } from './places.js'
import { lettersIn, letterSpellings, toBytes, toPlainAddress, toPlainText } from './spelling.js'

/** The letters from which on a beginning counts, and those that follow them. */
export interface Typed {
  readonly head: Uint8Array
  readonly rest: Uint8Array
}

/** By kind, so many characters: three letters of `Urologie`, six digits of a telephone number. */
const SHORTEST: Readonly<Partial<Record<Kind, number>>> = {
  'health.search': 3, 'health.specialty': 3, 'health.reason': 3, 'health.condition': 3, 'health.medication': 3,
  'health.practitioner': 4, 'identity.address': 4, 'identity.email': 4, 'identity.phone': 6,
}

/** None of what says little even in full. */
export function toTyped(kind: Kind, value: string): Typed[] {
  const shortest = SHORTEST[kind]
  if (shortest === undefined) return []
  const texts = textsOf(kind, value).filter((text) => lettersIn(text) > shortest && !isLowEntropy(text))
  return [...new Set(texts)].flatMap((text) => letterSpellings(text).map((spelt) => {
    const letters = [...spelt]
    return { head: toBytes(letters.slice(0, shortest).join('')), rest: toBytes(letters.slice(shortest).join('')) }
  }))
}

function textsOf(kind: Kind, value: string): string[] {
  const plain = kind === 'identity.address' ? toPlainAddress(value) : toPlainText(value)
  switch (kind) {
    case 'health.practitioner': {
      const { first, last } = toNameParts(plain)
      return [plain, `${first.join(' ')} ${last}`.trim(), last]
    }
    case 'identity.address':
      return [plain, toPlace(plain)?.city ?? '']
    case 'identity.phone': {
      const { international = '', national = '' } = toPhone(plain) ?? {}
      return [plain.replace(/^\+/, ''), international, national]
    }
    default:
      return [plain]
  }
}

const COUNTS_UNDER: Readonly<Partial<Record<Kind, (key: string) => boolean>>> = {
  'identity.address': (key) => isOfInput(key) || isTelling('identity.address', key),
  'identity.email': (key) => isTelling('identity.email', key),
  'identity.phone': (key) => isTelling('identity.phone', key),
}

export function isTypedUnder(kind: Kind, key: string): boolean {
  return (COUNTS_UNDER[kind] ?? isOfInput)(key)
}

/**
 * Where a value ends of which the head stands at `[start, end)` and which goes on as `rest` does; -1 where it goes on
 * otherwise, does not begin there, or is there in full.
 */
export function endOfTyped(text: Uint8Array, start: number, end: number, rest: Uint8Array): number {
  const before = text[start - 1]
  if (before !== undefined && !BEFORE.has(before)) return -1
  let count = 0
  while (count < rest.length && end + count < text.length && FOLDED[text[end + count]!] === FOLDED[rest[count]!]) count++
  if (count === rest.length) return -1
  // The blank behind a word, the star of a search for all that begins so.
  const behind = BEHIND.has(text[end + count] ?? 0) ? end + count + 1 : end + count
  // What begins with a quote and has no other was cut off where it stands, and not by who typed it.
  if (behind >= text.length && QUOTES.has(before ?? 0)) return -1
  return isEndOfValue(text, behind) ? end + count : -1
}

const QUOTES: ReadonlySet<number> = new Set(Buffer.from('"\''))

const BEFORE: ReadonlySet<number> = new Set(Buffer.from('"\'=>+'))
const BEHIND: ReadonlySet<number> = new Set(Buffer.from(' +*'))
