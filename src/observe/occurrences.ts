/**
 * Where values stood, kept as numbers: a large capture has hundreds of thousands of such places, and few of them are ever
 * asked for.
 */
import type { Part } from '../model.js'

/** Bytes `[start, end)` of the UTF-8 form of the string that `pointer` names. */
export interface Occurrence {
  readonly entry: number
  readonly pointer: string
  readonly start: number
  readonly end: number
  readonly part: Part
  /** The field's name with the path inside it, as sent. */
  readonly field: string
}

export interface Occurrences {
  readonly count: number
  /** Adds one behind `last`, the last of the same value (0: it is the first), and gives its number, which is never 0. */
  add(last: number, entry: number, pointer: string, start: number, end: number, part: Part, field: string): number
  /** The one of this number and all that were added behind it. */
  from(first: number): Occurrence[]
}

/** entry, start, end, numbers of pointer, part and field, number of the next one. */
const WIDTH = 7
const NEXT = 6

export function createOccurrences(): Occurrences {
  let numbers = new Int32Array(WIDTH * 256)
  let count = 0
  const texts: string[] = []
  const numberOf = new Map<string, number>()

  function toNumber(text: string): number {
    const known = numberOf.get(text)
    if (known !== undefined) return known
    numberOf.set(text, texts.length)
    return texts.push(text) - 1
  }

  return {
    get count() {
      return count
    },
    add(last, entry, pointer, start, end, part, field) {
      count++
      if ((count + 1) * WIDTH > numbers.length) {
        const larger = new Int32Array(numbers.length * 2)
        larger.set(numbers)
        numbers = larger
      }
      const at = count * WIDTH
      numbers[at] = entry
      numbers[at + 1] = start
      numbers[at + 2] = end
      numbers[at + 3] = toNumber(pointer)
      numbers[at + 4] = toNumber(part)
      numbers[at + 5] = toNumber(field)
      if (last > 0) numbers[last * WIDTH + NEXT] = count
      return count
    },
    from(first) {
      const found: Occurrence[] = []
      for (let number = first; number > 0; number = numbers[number * WIDTH + NEXT]!) {
        const [entry = 0, start = 0, end = 0, pointer = 0, part = 0, field = 0] = numbers.subarray(number * WIDTH, number * WIDTH + NEXT)
        found.push({ entry, pointer: texts[pointer]!, start, end, part: texts[part] as Part, field: texts[field]! })
      }
      return found
    },
  }
}
