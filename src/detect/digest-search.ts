/**
 * Finds digests of values. There are hundreds for each value (every hash, of every spelling, in hexadecimal and base64),
 * and almost none is ever found: so none is kept. What is kept of each are two numbers that its first bytes hash to, in
 * tables of a dozen bytes a digest; a digest itself is made again when its numbers turn up in a text (Karp and Rabin,
 * "Efficient randomized pattern-matching algorithms", IBM J. Res. Dev. 31(2), 1987).
 *
 * The hash of the last twelve bytes rolls along with the text: from one byte to the next one byte leaves and one comes.
 * Equal means equal after the folding of automaton.ts.
 */
import type { Term } from '../model.js'
import { FOLDED } from './automaton.js'
import { SHORTEST_SPELLING as WIDTH, eachStart } from './digest-spelling.js'
import { availableOf, eachDigest } from './digests.js'
import { toDigestNeedles, type Needle } from './needles.js'
import type { Transform } from './transform.js'

export interface DigestSearch {
  readonly count: number
  /** Calls `hit` for each place where a digest stands, with its index and the offset behind its last byte. */
  search(bytes: Uint8Array, hit: (needle: number, end: number) => void): void
  /** The needle that `search` has found. */
  needleAt(index: number): Needle
}

const BASE = 0x01000193
const CHECK_FROM = 0x811c9dc5 | 0
const OLDEST = power(BASE, WIDTH - 1)
/** Terms whose digests are remembered, once one of them was found, and digests that were found. */
const MOST_TERMS = 4
const MOST_FOUND = 10_000

export function createDigestSearch(terms: readonly Term[], known: Readonly<Record<string, Transform>>): DigestSearch {
  const transforms = terms.length === 0 ? {} : availableOf(known)
  const { rolled, checks, starts, used } = toNumbers(terms, transforms)
  const count = rolled.length
  const slots = toSlots(rolled)
  const mask = slots.length - 1
  const ofTerms = new Map<number, readonly Needle[]>()
  const found = new Map<number, Needle>()

  function needleAt(index: number): Needle {
    const one = found.get(index)
    if (one !== undefined) return one
    let term = 0
    while (starts[term + 1]! <= index) term++
    const needle = needlesOf(term)[index - starts[term]!]!
    if (found.size < MOST_FOUND) found.set(index, needle)
    return needle
  }

  function needlesOf(term: number): readonly Needle[] {
    const those = ofTerms.get(term)
    if (those !== undefined) return those
    if (ofTerms.size >= MOST_TERMS) ofTerms.clear()
    const made = toDigestNeedles(terms[term]!, transforms)
    ofTerms.set(term, made)
    return made
  }

  function probe(bytes: Uint8Array, hash: number, end: number, hit: (needle: number, end: number) => void): void {
    for (let slot = slotOf(hash) & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const index = slots[slot]! - 1
      if (rolled[index] !== hash || checks[index] !== checkOf(bytes, end - WIDTH)) continue
      const needle = needleAt(index).bytes
      const start = end - WIDTH
      if (isEqual(needle, bytes, start)) hit(index, start + needle.length)
    }
  }

  return {
    count,
    needleAt,
    search(bytes, hit) {
      if (count === 0) return
      let hash = 0
      let run = 0
      for (let at = 0; at < bytes.length; at++) {
        const byte = FOLDED[bytes[at]!]!
        if (used[byte] === 0) {
          hash = 0
          run = 0
          continue
        }
        if (run >= WIDTH) hash = hash - Math.imul(FOLDED[bytes[at - WIDTH]!]!, OLDEST)
        hash = (Math.imul(hash, BASE) + byte) | 0
        if (++run >= WIDTH && slots[slotOf(hash) & mask] !== 0) probe(bytes, hash, at + 1, hit)
      }
    },
  }
}

interface Numbers {
  /** Of each digest the rolling hash of its first bytes, and another one of the same. */
  readonly rolled: Int32Array
  readonly checks: Int32Array
  /** Where each term's digests begin, and where the last one's end. */
  readonly starts: readonly number[]
  /** Folded bytes that stand in the first bytes of some digest. */
  readonly used: Uint8Array
}

function toNumbers(terms: readonly Term[], transforms: Readonly<Record<string, Transform>>): Numbers {
  let rolled = new Int32Array(1024)
  let checks = new Int32Array(1024)
  const used = new Uint8Array(256)
  const starts = [0]
  const start = new Uint8Array(WIDTH)
  let count = 0
  const add = (): void => {
    if (count === rolled.length) {
      rolled = grown(rolled)
      checks = grown(checks)
    }
    let hash = 0
    let check = CHECK_FROM
    for (let at = 0; at < WIDTH; at++) {
      const byte = start[at]!
      used[byte] = 1
      hash = (Math.imul(hash, BASE) + byte) | 0
      check = checked(check, byte)
    }
    rolled[count] = hash
    checks[count] = check
    count++
  }
  const reader = {
    digest: (_: readonly string[], digest: Uint8Array): void => eachStart(digest, start, add),
    number(_: string, number: string): void {
      for (let at = 0; at < WIDTH; at++) start[at] = number.charCodeAt(at)
      add()
    },
  }
  for (const term of terms) {
    eachDigest(term.kind, term.value, transforms, reader)
    starts.push(count)
  }
  return { rolled: rolled.subarray(0, count), checks: checks.subarray(0, count), starts, used }
}

function grown(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2)
  larger.set(numbers)
  return larger
}

/** Open addressing; 0 is an empty slot, else an index and one. At most half of the slots are taken. */
function toSlots(rolled: Int32Array): Uint32Array {
  let size = 16
  while (size < rolled.length * 2) size *= 2
  const slots = new Uint32Array(size)
  for (let index = 0; index < rolled.length; index++) {
    let slot = slotOf(rolled[index]!) & (size - 1)
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1)
    slots[slot] = index + 1
  }
  return slots
}

/** The last factors of a rolling hash stand in its low bits, so the high ones are mixed in. */
function slotOf(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 8
}

function checkOf(bytes: Uint8Array, start: number): number {
  let check = CHECK_FROM
  for (let at = start; at < start + WIDTH; at++) check = checked(check, FOLDED[bytes[at]!]!)
  return check
}

function checked(check: number, byte: number): number {
  return Math.imul(check ^ byte, 0x85ebca6b)
}

function isEqual(needle: Uint8Array, bytes: Uint8Array, start: number): boolean {
  if (start + needle.length > bytes.length) return false
  for (let at = 0; at < needle.length; at++) if (FOLDED[needle[at]!] !== FOLDED[bytes[start + at]!]) return false
  return true
}

function power(base: number, exponent: number): number {
  let result = 1
  for (let times = 0; times < exponent; times++) result = Math.imul(result, base)
  return result
}
