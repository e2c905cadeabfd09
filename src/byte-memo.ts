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

const MARKS = 1 << 16
/** Entries of one slot: whoever makes more of them on purpose gains nothing. */
const MOST_ALIKE = 8
/** hash, offset and length of the bytes, number of the entry before in the same slot and 1. */
const WIDTH = 4
const OFFSET = 1
const LENGTH = 2
const NEXT = 3
/** Bytes that an entry takes besides: its row, its slot, and what points to key and value. */
const EACH = 48
const FEWEST = 256

/** Entries lie in columns: an array of bytes of its own takes half a kilobyte for each of them, and most are short. */
export function createByteMemo<Key, Value>({ longest, most, isSame }: MemoBounds<Key>): ByteMemo<Key, Value> {
  const marks = new Int32Array(MARKS)
  let rows = new Int32Array(WIDTH * FEWEST)
  let slots = new Int32Array(FEWEST)
  let kept = new Uint8Array(WIDTH * FEWEST)
  let used = 0
  let keys: Key[] = []
  let values: Value[] = []
  let weight = 0
  let hash = 0

  return {
    get(bytes, key) {
      if (bytes.length > longest) return undefined
      hash = hashOf(bytes)
      for (let next = slots[slotOf(hash, slots)]!; next > 0; next = rows[(next - 1) * WIDTH + NEXT]!) {
        if (rows[(next - 1) * WIDTH] === hash && areKept(next - 1, bytes) && isSame(keys[next - 1]!, key)) return values[next - 1]
      }
      return undefined
    },
    set(bytes, key, make, weigh) {
      if (bytes.length > longest) return
      const mark = slotOf(hash, marks)
      if (marks[mark] !== hash) {
        marks[mark] = hash
        return
      }
      if (isCrowded()) return
      const value = make()
      const added = EACH + bytes.length + weigh(value)
      if (added > most / 16) return
      if (weight + added > most) forget()
      weight += added
      add(bytes, key, value)
    },
  }

  function areKept(number: number, bytes: Uint8Array): boolean {
    const row = number * WIDTH
    if (rows[row + LENGTH] !== bytes.length) return false
    const start = rows[row + OFFSET]!
    for (let at = 0; at < bytes.length; at++) if (kept[start + at] !== bytes[at]) return false
    return true
  }

  function isCrowded(): boolean {
    let alike = 0
    for (let next = slots[slotOf(hash, slots)]!; next > 0; next = rows[(next - 1) * WIDTH + NEXT]!) alike++
    return alike >= MOST_ALIKE
  }

  /** The bytes of a field are a part of its entry's, which may not be kept alive. */
  function add(bytes: Uint8Array, key: Key, value: Value): void {
    const number = keys.length
    if ((number + 1) * WIDTH > rows.length) {
      rows = grown(rows, rows.length * 2)
      slots = new Int32Array(slots.length * 2)
      for (let other = 0; other < number; other++) link(other)
    }
    if (used + bytes.length > kept.length) kept = grown(kept, Math.max(used + bytes.length, Math.min(kept.length * 2, most)))
    kept.set(bytes, used)
    rows[number * WIDTH] = hash
    rows[number * WIDTH + OFFSET] = used
    rows[number * WIDTH + LENGTH] = bytes.length
    link(number)
    used += bytes.length
    keys.push(key)
    values.push(value)
  }

  function link(number: number): void {
    const slot = slotOf(rows[number * WIDTH]!, slots)
    rows[number * WIDTH + NEXT] = slots[slot]!
    slots[slot] = number + 1
  }

  function forget(): void {
    slots.fill(0)
    keys = []
    values = []
    used = 0
    weight = 0
  }
}

/** The same with room for `length` numbers. */
function grown<Numbers extends Int32Array | Uint8Array>(numbers: Numbers, length: number): Numbers {
  const larger = new (numbers.constructor as new (length: number) => Numbers)(length)
  larger.set(numbers)
  return larger
}

/** Of a table whose length is a power of two. The lowest bit of each hash is set, and says nothing. */
function slotOf(hash: number, { length }: Int32Array): number {
  return (hash >>> 1) & (length - 1)
}

/** FNV-1a, never 0, which is a mark that was not set. */
function hashOf(bytes: Uint8Array): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < bytes.length; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193)
  return hash | 1
}
