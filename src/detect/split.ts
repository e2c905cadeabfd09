/**
 * Values that a form sends in pieces, one after the other: a telephone number as area, exchange and line, an insurance
 * number in groups, a birthday as day, month and year. A piece says nothing by itself, and only all of them together, from
 * the first sign to the last, are the value. Parameters and parts of forms are put together, properties of JSON are not.
 */
import type { Field, Term } from '../model.js'
import { toDate, toPhone } from './numbers.js'

/** A value, and the fields that are its pieces. */
export interface Split {
  readonly term: Term
  readonly fields: readonly Field[]
}

export type SplitSearch = (fields: readonly Field[]) => readonly Split[]

interface Day {
  readonly term: Term
  readonly day: number
  readonly month: number
  readonly year: number
}

const MOST_PIECES = 6
const LONGEST_PIECE = 24
const LENGTH_OF_YEAR = 4
/** Signs of a whole value. */
const FEWEST = 7
/** What stands between the signs that count, also while it is encoded. */
const BETWEEN = /%2B|%20|%2D|[\s+().\/-]/gi

export function createSplitSearch(terms: readonly Term[]): SplitSearch {
  const wholes = new Map(terms.flatMap((term) => wholesOf(term).map((whole) => [whole, term] as const)))
  const days = terms.flatMap(daysOf)
  const beginnings = new Set([...wholes.keys()].flatMap((whole) => Array.from(whole, (_, at) => whole.slice(0, at + 1))))
  /** First bytes of values that may be pieces; most are none. */
  const first = new Uint8Array(256)
  for (const sign of [...[...beginnings].flatMap((text) => [text[0]!, text[0]!.toUpperCase()]), ...' +(%']) first[sign.charCodeAt(0)] = 1
  const years = new Set(days.map(({ year }) => year))
  if (wholes.size + days.length === 0) return () => []

  return (all) => {
    const found: Split[] = []
    // A name that may tell something is a field of its own, in front of the value.
    const fields = all.filter(({ name }) => name !== '(name)')
    fields.forEach((field, at) => {
      const { value } = field
      if (first[value[0]!] === 1 && value.length <= LONGEST_PIECE) found.push(...numberFrom(fields, at))
      if (value.length === LENGTH_OF_YEAR && years.has(Number(pieceOf(field)))) found.push(...dayAround(fields, at))
    })
    return found
  }

  function numberFrom(fields: readonly Field[], from: number): Split[] {
    let text = ''
    for (let at = from; at < fields.length && at < from + MOST_PIECES; at++) {
      const more = fields[at]!.part === fields[from]!.part ? pieceOf(fields[at]!) : ''
      text += more
      if (more === '' || !beginnings.has(text)) return []
      const term = wholes.get(text)
      if (term) return at === from ? [] : [{ term, fields: fields.slice(from, at + 1) }]
    }
    return []
  }

  /** The year with its two neighbours, in any order, each under a name that says which it is. */
  function dayAround(fields: readonly Field[], at: number): Split[] {
    for (let from = Math.max(0, at - 2); from <= at; from++) {
      const three = fields.slice(from, from + 3)
      const [day, month, year] = [DAY, MONTH, YEAR].map((name) => three.find((field) => name.test(field.name) && field.part === three[0]!.part))
      if (!day || !month || !year || new Set([day, month, year]).size < 3) continue
      const isOne = (field: Field, number: number): boolean => /^\d{1,4}$/.test(pieceOf(field)) && Number(pieceOf(field)) === number
      const born = days.find((one) => isOne(day, one.day) && isOne(month, one.month) && isOne(year, one.year))
      if (born) return [{ term: born.term, fields: three }]
    }
    return []
  }
}

const DAY = /(?:^|[^a-z])(?:dd?|tt?|jj?)\W*$|(?:day|tag|jour)\W*$/i
const MONTH = /(?:^|[^a-z])mm?\W*$|(?:month|monat|mois)\W*$/i
const YEAR = /(?:^|[^a-z])(?:y|yy|yyyy|jjjj|aaaa)\W*$|(?:year|jahr|annee|année)\W*$/i

function daysOf(term: Term): Day[] {
  const date = term.kind === 'identity.birthdate' ? toDate(term.value) : undefined
  return date ? [{ term, day: Number(date.day), month: Number(date.month), year: Number(date.year) }] : []
}

function wholesOf({ kind, value }: Term): string[] {
  if (kind === 'identity.insurance-number') return [value.replace(BETWEEN, '').toLowerCase()].filter((whole) => whole.length >= FEWEST)
  const phone = kind === 'identity.phone' ? toPhone(value) : undefined
  if (!phone) return []
  const { international, national, country = '' } = phone
  const abroad = international ? [international, `00${international}`, country + national] : []
  return [...abroad, national, national.replace(/^0+/, '')].filter((whole) => whole.length >= FEWEST)
}

/** The signs of a short value; `''` of any other. */
function pieceOf({ value }: Field): string {
  if (value.length > LONGEST_PIECE) return ''
  const text = Buffer.from(value.buffer, value.byteOffset, value.length).toString('latin1').replace(BETWEEN, '')
  return /^[a-z\d]+$/i.test(text) ? text.toLowerCase() : ''
}
