/**
 * Remembers what was made of a stretch of bytes, for captures send the same cookies, referers and flags again and again,
 * and far more values that come once. So a stretch is only kept when it comes for the second time: the first time leaves
 * a mark in a table of fixed size and costs neither a string nor a copy.
 */
export interface ByteMemo<Key, Value> {
  /** What was made of these bytes under this key; undefined where that is not known. */
  get(bytes: Uint8Array, key: Key): Value | undefined
  /**
   * To be called after `get` of the same bytes and key. Keeps a copy of the bytes with `make()`, whose cost in bytes
   * `weigh` tells; nothing where they came for the first time, or weigh too much.
   */
  set(bytes: Uint8Array, key: Key, make: () => Value, weigh: (value: Value) => number): void
}

export interface MemoBounds<Key> {
  /** Longer stretches are not remembered. */
  readonly longest: number
  /** Bytes in all; beyond them everything is forgotten. */
  readonly most: number
  readonly isSame: (one: Key, other: Key) => boolean
}

interface Kept<Key, Value> {
  readonly bytes: Uint8Array
  readonly key: Key
  readonly value: Value
  readonly next: Kept<Key, Value> | undefined
  readonly depth: number
}

const MARKS = 1 << 16
/** Entries of one hash: whoever makes more of them on purpose gains nothing. */
const MOST_ALIKE = 8
/** Bytes that an entry takes besides. */
const EACH = 100

export function createByteMemo<Key, Value>({ longest, most, isSame }: MemoBounds<Key>): ByteMemo<Key, Value> {
  const marks = new Int32Array(MARKS)
  let kept = new Map<number, Kept<Key, Value>>()
  let size = 0
  let hash = 0

  return {
    get(bytes, key) {
      if (bytes.length > longest) return undefined
      hash = hashOf(bytes)
      for (let at = kept.get(hash); at !== undefined; at = at.next) {
        if (isSame(at.key, key) && areEqual(at.bytes, bytes)) return at.value
      }
      return undefined
    },
    set(bytes, key, make, weigh) {
      if (bytes.length > longest) return
      const slot = hash & (MARKS - 1)
      if (marks[slot] !== hash) {
        marks[slot] = hash
        return
      }
      const value = make()
      const weight = EACH + bytes.length + weigh(value)
      if (weight > most / 16) return
      size += weight
      if (size > most) {
        kept = new Map()
        size = weight
      }
      // The bytes of a field are a part of its entry's, which may not be kept alive.
      const others = kept.get(hash)
      const next = others !== undefined && others.depth < MOST_ALIKE ? others : undefined
      kept.set(hash, { bytes: new Uint8Array(bytes), key, value, next, depth: (next?.depth ?? 0) + 1 })
    },
  }
}

/** FNV-1a, never 0, which is a mark that was not set. */
function hashOf(bytes: Uint8Array): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < bytes.length; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193)
  return hash | 1
}

function areEqual(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false
  return true
}
