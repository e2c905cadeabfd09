/**
 * A set of values, each in one place, kept as bytes and numbers: a large capture has a hundred thousand of them, and few
 * are ever asked for.
 */
import { randomInt } from 'node:crypto'

export interface Values {
  /** The number of this value in this place, or -1. Values are strings of one character a byte, of at most 4,096. */
  find(place: number, value: string): number
  /**
   * Adds what `find` did not find, and gives its number: 0, 1, 2, … -1, and nothing is added, where too many values share
   * one slot of the table, which does not come about by chance.
   */
  add(place: number, value: string): number
  /** As it was added. */
  valueAt(number: number): string
  placeAt(number: number): number
  readonly count: number
}

/** place, offset and length of the bytes, hash, number of the one before in the same slot and 1. */
const WIDTH = 5
const OFFSET = 1
const LENGTH = 2
const HASH = 3
const NEXT = 4
const MOST_ALIKE = 64
const LONGEST = 4_096

export function createValues(): Values {
  /** No site can know which values share a slot. */
  const seed = randomInt(2 ** 32)
  let bytes = Buffer.alloc(16 * LONGEST)
  let used = 0
  let rows = new Int32Array(WIDTH * 256)
  let count = 0
  /** By the low bits of the hash: number of the last one and 1. */
  let slots = new Int32Array(256)

  /** Puts the value behind those that are kept, where it stays if it is added. */
  function write(value: string): number {
    if (used + LONGEST > bytes.length) bytes = Buffer.concat([bytes], bytes.length * 2)
    return bytes.write(value, used, LONGEST, 'latin1')
  }

  function hashOf(place: number, length: number): number {
    let hash = Math.imul(seed ^ place, 0x9e3779b1)
    for (let at = used; at < used + length; at++) {
      hash = Math.imul(hash ^ bytes[at]!, 0x01000193)
      hash ^= hash >>> 15
    }
    return hash
  }

  function isSame(number: number, place: number, length: number, hash: number): boolean {
    const row = number * WIDTH
    if (rows[row + HASH] !== hash || rows[row] !== place || rows[row + LENGTH] !== length) return false
    const start = rows[row + OFFSET]!
    for (let index = 0; index < length; index++) if (bytes[start + index] !== bytes[used + index]) return false
    return true
  }

  function link(number: number): void {
    const slot = rows[number * WIDTH + HASH]! & (slots.length - 1)
    rows[number * WIDTH + NEXT] = slots[slot]!
    slots[slot] = number + 1
  }

  function grow(): void {
    const larger = new Int32Array(rows.length * 2)
    larger.set(rows)
    rows = larger
    slots = new Int32Array(slots.length * 2)
    for (let number = 0; number < count; number++) link(number)
  }

  return {
    find(place, value) {
      const length = write(value)
      const hash = hashOf(place, length)
      let next = slots[hash & (slots.length - 1)]!
      while (next > 0 && !isSame(next - 1, place, length, hash)) next = rows[(next - 1) * WIDTH + NEXT]!
      return next - 1
    },
    add(place, value) {
      const length = write(value)
      const hash = hashOf(place, length)
      let alike = 0
      for (let next = slots[hash & (slots.length - 1)]!; next > 0; next = rows[(next - 1) * WIDTH + NEXT]!) alike++
      if (alike >= MOST_ALIKE) return -1
      if ((count + 1) * WIDTH > rows.length) grow()
      rows.set([place, used, length, hash], count * WIDTH)
      used += length
      link(count)
      return count++
    },
    valueAt(number) {
      const start = rows[number * WIDTH + OFFSET]!
      return bytes.toString('latin1', start, start + rows[number * WIDTH + LENGTH]!)
    },
    placeAt: (number) => rows[number * WIDTH]!,
    get count() {
      return count
    },
  }
}
