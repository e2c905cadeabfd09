/** Gathers the fields of one entry, bounded, and knows how names are read. */
import { unescape } from 'node:querystring'
import type { Field, Part } from '../model.js'

export const MAX_FIELDS = 10_000
const MAX_NAME_LENGTH = 200

type Sent = Pick<Field, 'at' | 'action'>

export interface FieldList {
  readonly fields: readonly Field[]
  /** More was offered than fits. */
  isFull(): boolean
  /** Empty values are passed over. `sent`: of what was sent later than the request began. */
  add(part: Part, name: string, value: Uint8Array, pointer: string, offset: number, sent?: Sent): void
  /**
   * `name=value&name=value` in `bytes[start, end)`, whose first byte stands at `offset` of what `pointer` names. A
   * piece without `=` is a value without a name; a name that may itself tell something is a field `(name)` of its own.
   */
  addPairs(
    part: Part, bytes: Buffer, start: number, end: number, separator: number, pointer: string, offset: number,
  ): void
  /** What stands behind the last field that fits, as one value without a name, so that it is searched all the same. */
  addRest(part: Part, value: Uint8Array, pointer: string, offset: number): void
  /** A field of its own for a name, where it may tell something. */
  addName(part: Part, name: string, raw: Uint8Array, pointer: string, offset: number): void
}

const EQUALS = 0x3d
const PERCENT = 0x25
const PLUS = 0x2b

export function createFieldList(limit = MAX_FIELDS): FieldList {
  const fields: Field[] = []
  let full = false

  function add(part: Part, name: string, value: Uint8Array, pointer: string, offset: number, sent?: Sent): void {
    if (value.length === 0) return
    if (fields.length >= limit) full = true
    else if (sent === undefined) fields.push({ part, name, value, pointer, offset })
    else fields.push({ part, name, value, pointer, offset, ...sent })
  }

  function addRest(part: Part, value: Uint8Array, pointer: string, offset: number): void {
    fields.push({ part, name: '', value, pointer, offset })
  }

  function addName(part: Part, name: string, raw: Uint8Array, pointer: string, offset: number): void {
    if (isTelling(name)) add(part, '(name)', raw, pointer, offset)
  }

  function addPairs(
    part: Part, bytes: Buffer, start: number, end: number, separator: number, pointer: string, offset: number,
  ): void {
    for (let at = start; at < end && !full;) {
      let stop = bytes.indexOf(separator, at)
      if (stop < 0 || stop > end) stop = end
      let equals = at
      while (equals < stop && bytes[equals] !== EQUALS) equals++
      if (equals === stop) add(part, '', bytes.subarray(at, stop), pointer, offset + at - start)
      else {
        const name = toName(bytes, at, equals)
        if (isTelling(name)) add(part, '(name)', bytes.subarray(at, equals), pointer, offset + at - start)
        add(part, name, bytes.subarray(equals + 1, stop), pointer, offset + equals + 1 - start)
      }
      at = stop + 1
    }
  }

  return { fields, isFull: () => full, add, addPairs, addRest, addName }
}

/** A parameter's name, percent and plus undone where it has them. */
export function toName(bytes: Buffer, start: number, end: number): string {
  let isPlain = true
  for (let at = start; at < end && isPlain; at++) isPlain = bytes[at] !== PERCENT && bytes[at] !== PLUS
  const written = bytes.toString('utf8', start, Math.min(end, start + 3 * MAX_NAME_LENGTH))
  return (isPlain ? written : unescape(written.replaceAll('+', ' '))).slice(0, MAX_NAME_LENGTH)
}

/**
 * Short names that a programmer gave say nothing (`uid`, `pageUrl`, `cd[buttonText]`). A single word, a number, a phrase
 * or anything longer may be a value that was put there: `?urologie=1`, `?sage_femme=1`, `?MTkyLjAuMi4w=1`.
 */
function isTelling(name: string): boolean {
  return !/^[\w.[\]$:~-]{0,40}$/.test(name) || VALUE_LIKE.test(name) || /^\[[\da-f:.]*:[\da-f:.]*\]$/i.test(name)
}

const VALUE_LIKE = /^([A-Z][a-z]{3,}|[a-z\d.:-]{6,}|[A-Z\d.:-]{6,}|[\w.:-]{10,})$/
