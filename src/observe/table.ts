/** The observations while they grow, as numbers: tens of thousands are held, and most are never asked for anything. */
import { hash } from 'node:crypto'
import type { Part, Recipient } from '../model.js'
import { identifiersIn } from './normalise.js'
import { createOccurrences, type Occurrence, type Occurrences } from './occurrences.js'
import type { Observation } from './observe.js'
import { createValues, type Values } from './values.js'

/** Where a value stands; the names are normalised. */
export interface Place {
  readonly recipient: Recipient
  readonly part: Part
  readonly field: string
  readonly key: string
}

/** One time that a value was sent. */
export interface Sent {
  readonly entry: number
  /** Milliseconds since 1970, or NaN. */
  readonly at: number
  /** Number of the page, or -1. */
  readonly page: number
}

/** By columns of `rows`. */
const WIDTH = 9
const IDENTIFIER = 0
const LAYERS = 1
const COUNT = 2
const FIRST_ENTRY = 3
const LAST_ENTRY = 4
const FIRST_OCCURRENCE = 5
const LAST_OCCURRENCE = 6
const OCCURRENCES = 7
const PAGE = 8
/** By columns of `times`. */
const TIMES = 3
const KEPT_AT = 2

const VALUE_MOST = 200
const PAGES_MOST = 100
/** After these, one a second: whatever the visitor chose by then, some are known. */
const OCCURRENCES_EACH = 50
const A_WHILE = 1_000
const OCCURRENCES_MOST = 500_000

export class ObservationTable {
  readonly #values: Values = createValues()
  readonly #occurrences: Occurrences = createOccurrences()
  readonly #places: Place[] = []
  readonly #numberOf = new Map<string, number>()
  readonly #layers: (readonly string[])[] = []
  readonly #layersOf = new Map<string, number>()
  /** Of the values that came from several pages: those after the first. */
  readonly #otherPages = new Map<number, Set<number>>()
  #rows = new Int32Array(WIDTH * 256)
  #times = new Float64Array(TIMES * 256)

  /** The number of the observation of a value (one character a byte) in the place of this name, or -1. */
  find(name: string, value: string): number {
    const place = this.#numberOf.get(name)
    return place === undefined ? -1 : this.#values.find(place, value)
  }

  /** Adds what `find` did not find, not yet counted, and gives its number; -1 where there is no room for it. */
  add(
    name: string, place: Place, value: string, layers: readonly string[], identifier: boolean, { entry, at }: Sent,
  ): number {
    const number = this.#values.add(this.#numberOf.get(name) ?? this.#places.length, value)
    if (number < 0) return number
    if (!this.#numberOf.has(name)) this.#numberOf.set(name, this.#places.push(place) - 1)
    if ((number + 1) * WIDTH > this.#rows.length) this.#grow()
    this.#rows.set([Number(identifier), this.#toNumber(layers), 0, entry, entry, 0, 0, 0, -1], number * WIDTH)
    this.#times.set([at, at, at], number * TIMES)
    return number
  }

  count(number: number, { entry, at, page }: Sent): void {
    const row = number * WIDTH
    this.#rows[row + COUNT]!++
    this.#rows[row + LAST_ENTRY] = entry
    this.#times[number * TIMES + 1] = at
    if (page < 0 || page === this.#rows[row + PAGE]) return
    if (this.#rows[row + PAGE] === -1) this.#rows[row + PAGE] = page
    else if (this.pages(number) < PAGES_MOST) this.#addPage(number, page)
  }

  /** Nothing, where there are enough of them; says whether the value has one now. */
  addOccurrence(
    number: number, { entry, at }: Sent, pointer: string, start: number, end: number, part: Part, field: string,
  ): boolean {
    const row = number * WIDTH
    const known = this.#rows[row + OCCURRENCES]!
    const keptAt = number * TIMES + KEPT_AT
    const isWanted = known < OCCURRENCES_EACH || at - this.#times[keptAt]! >= A_WHILE
    // The further ones leave room for values that are still to come.
    const most = known < OCCURRENCES_EACH ? OCCURRENCES_MOST : OCCURRENCES_MOST / 2
    if (!isWanted || this.#occurrences.count >= most) return known > 0
    this.#times[keptAt] = at
    const added = this.#occurrences.add(this.#rows[row + LAST_OCCURRENCE]!, entry, pointer, start, end, part, field)
    this.#rows[row + OCCURRENCES]!++
    this.#rows[row + LAST_OCCURRENCE] = added
    if (this.#rows[row + FIRST_OCCURRENCE] === 0) this.#rows[row + FIRST_OCCURRENCE] = added
    return true
  }

  at(number: number): Observation {
    return new Row(this, number)
  }

  /** In the order in which they were added. */
  all(): Observation[] {
    return Array.from({ length: this.#values.count }, (_, number) => this.at(number))
  }

  place(number: number): Place {
    return this.#places[this.#values.placeAt(number)]!
  }

  text(number: number): string {
    return Buffer.from(this.#values.valueAt(number), 'latin1').toString('utf8')
  }

  layers(number: number): readonly string[] {
    return this.#layers[this.column(number, LAYERS)]!
  }

  occurrences(number: number): readonly Occurrence[] {
    return this.#occurrences.from(this.column(number, FIRST_OCCURRENCE))
  }

  pages(number: number): number {
    return this.column(number, PAGE) < 0 ? 0 : 1 + (this.#otherPages.get(number)?.size ?? 0)
  }

  column(number: number, column: number): number {
    return this.#rows[number * WIDTH + column]!
  }

  time(number: number, column: number): number {
    return this.#times[number * TIMES + column]!
  }

  #addPage(number: number, page: number): void {
    const others = this.#otherPages.get(number) ?? new Set()
    this.#otherPages.set(number, others.add(page))
  }

  #toNumber(layers: readonly string[]): number {
    const name = layers.join('\n')
    const known = this.#layersOf.get(name)
    if (known !== undefined) return known
    this.#layersOf.set(name, this.#layers.length)
    return this.#layers.push(layers) - 1
  }

  #grow(): void {
    const rows = new Int32Array(this.#rows.length * 2)
    const times = new Float64Array(this.#times.length * 2)
    rows.set(this.#rows)
    times.set(this.#times)
    this.#rows = rows
    this.#times = times
  }
}

/** One observation as others see it. */
class Row implements Observation {
  readonly #table: ObservationTable
  readonly #number: number

  constructor(table: ObservationTable, number: number) {
    this.#table = table
    this.#number = number
  }

  get recipient(): Recipient {
    return this.#table.place(this.#number).recipient
  }

  get part(): Part {
    return this.#table.place(this.#number).part
  }

  get field(): string {
    return this.#table.place(this.#number).field
  }

  get key(): string {
    return this.#table.place(this.#number).key
  }

  get digest(): string {
    return hash('sha256', this.#table.text(this.#number), 'hex')
  }

  get parts(): readonly string[] {
    return identifiersIn(this.#table.text(this.#number)).map((part) => hash('sha256', part, 'hex'))
  }

  get value(): string {
    return this.#table.text(this.#number).slice(0, VALUE_MOST)
  }

  get identifier(): boolean {
    return this.#table.column(this.#number, IDENTIFIER) === 1
  }

  get layers(): readonly string[] {
    return this.#table.layers(this.#number)
  }

  get count(): number {
    return this.#table.column(this.#number, COUNT)
  }

  get pages(): number {
    return this.#table.pages(this.#number)
  }

  get firstEntry(): number {
    return this.#table.column(this.#number, FIRST_ENTRY)
  }

  get lastEntry(): number {
    return this.#table.column(this.#number, LAST_ENTRY)
  }

  get firstAt(): number {
    return this.#table.time(this.#number, 0)
  }

  get lastAt(): number {
    return this.#table.time(this.#number, 1)
  }

  get occurrences(): readonly Occurrence[] {
    return this.#table.occurrences(this.#number)
  }
}
