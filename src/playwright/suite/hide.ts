/**
 * Takes values out of texts: as they are, as URLs spell them, and (`toPeelingHider`) under every encoding that analysis
 * peels, for what a page sends may be wrapped in anything.
 */
import { createHash } from 'node:crypto'
import { peel } from '../../decode/peel.js'
import { MASK } from '../../withheld.js'

/** What is shorter stands in many a word; only where it stands alone it is the value. */
const TELLING = 6
/** Of shorter stretches nobody can tell what they hold. */
const SHORTEST = 4

/** Replaces each value, as it is and as URLs spell it, in any case. */
export function toHider(values: readonly string[]): (text: string) => string {
  const spellings = values.flatMap((value) => {
    const percent = encodeURIComponent(value.replace(/\p{Cs}/gu, ''))
    return [
      value, percent, percent.replaceAll('%20', '+'), encodeURIComponent(percent),
      value.replace(/\s+/g, '-'), value.replace(/\s+/g, '_'),
    ]
  })
  const words = [...new Set(spellings)].filter((text) => text.length >= 3).sort((a, b) => b.length - a.length)
  if (words.length === 0) return (text) => text
  const pattern = new RegExp(words.map(toPattern).join('|'), 'giu')
  return (text) => text.replace(pattern, MASK)
}

function toPattern(word: string): string {
  const text = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return word.length >= TELLING ? text : `(?<![\\p{L}\\p{N}])${text}(?![\\p{L}\\p{N}])`
}

/** A code of six digits is guessed from its digest in a second, and a password in a day. */
const HASHES = ['md5', 'sha1', 'sha256', 'sha384', 'sha512'] as const

/** As they are printed, in small letters and without padding. */
function digestsOf(values: readonly string[]): Set<string> {
  return new Set(values.flatMap((value) => HASHES.flatMap((hash) => {
    const digest = createHash(hash).update(value).digest()
    return (['hex', 'base64', 'base64url'] as const).map((form) => digest.toString(form).replace(/=+$/, '').toLowerCase())
  })))
}

/** As `toHider`; a stretch of the text that holds a value or its digest under encodings, or most of one, goes whole. */
export function toPeelingHider(values: readonly string[]): (text: string) => string {
  const hide = toHider(values)
  const known = [...new Set(values.map((value) => value.toLowerCase()))].filter((value) => value.length >= 3)
  if (known.length === 0) return hide
  const short = known.filter((value) => value.length < TELLING).map((value) => new RegExp(toPattern(value), 'iu'))
  const long = known.filter((value) => value.length >= TELLING)
  const digests = digestsOf(values)
  const tells = (text: string): boolean =>
    (text.match(/[\w+/-]{22,}/g) ?? []).some((run) => digests.has(run)) ||
    long.some((value) => text.includes(value)) || short.some((value) => value.test(text)) ||
    // A page that listens to the keyboard sends a value letter by letter; half of one is not left to guess from.
    (text.length >= SHORTEST && known.some((value) => text.length * 2 > value.length && value.startsWith(text)))
  const isWrapped = (stretch: string): boolean => {
    let found = false
    peel(Buffer.from(stretch), ({ bytes }) => { found ||= tells(Buffer.from(bytes).toString('utf8').toLowerCase()) })
    return found
  }
  const inStretch = (stretch: string): string => {
    if (stretch.length < SHORTEST) return stretch
    // Base64 may hold a slash, and so may a path: the parts of one keep what leads to them.
    if (!stretch.includes('/')) return isWrapped(stretch) ? MASK : stretch
    const parts = stretch.split('/').map((part) => part.length >= SHORTEST && isWrapped(part) ? MASK : part).join('/')
    return parts === stretch && !stretch.includes('://') && isWrapped(stretch) ? MASK : parts
  }
  return (text) => hide(text).replace(/[^\s?#&;,"'<>|{}()[\]=‹›]+=*/gu, (stretch) => inStretch(stretch))
}
