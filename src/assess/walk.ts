/**
 * What a capture contributes to the comparison of walks: which values of the other visitor stand in it all the same, and
 * which made-looking values it sent to whom. Small and bounded, so that it travels with the analysis.
 */
import type { Diagnostic, Match, Term, Walk, WalkValue } from '../model.js'
import type { Observation } from '../observe/observe.js'

/** Begins the id of a term that only the other walk plants. */
const OTHER = 'other:'
const MOST_VALUES = 4_000
const MOST_OCCURRENCES = 20
/** Shorter values that nothing decodes are flags and counters. */
const SHORTEST = 8

export function isOther({ id }: Pick<Term, 'id'>): boolean {
  return id.startsWith(OTHER)
}

/** The terms of the other persona that are not this one's too; their ordinals are those of their own kind. */
export function otherTerms(own: readonly Term[], others: readonly Term[]): Term[] {
  return others.filter(({ kind, value }) => !own.some((one) => one.kind === kind && one.value === value))
    .map((term) => ({ ...term, id: OTHER + term.id }))
}

export interface Arrivals {
  see(at: number, matches: readonly Pick<Match, 'term'>[]): void
  times(): Walk['arrivals']
  /** Whether a planted health datum had been sent to anybody by then; undefined where none is planted. */
  informed(at: number): boolean | undefined
}

export function createArrivals(planted: readonly Term[]): Arrivals {
  const hasHealth = planted.some(({ kind }) => kind.startsWith('health.'))
  let firstHealth = Number.POSITIVE_INFINITY
  const times: { -readonly [K in keyof Walk['arrivals']]: number } = {}
  return {
    see(at, matches) {
      if (Number.isNaN(at)) return
      for (const { term: { id, kind, source } } of matches) {
        if (id.startsWith(OTHER)) continue
        if (source !== 'persona' && source !== 'typed') continue
        times[kind] = Math.min(times[kind] ?? Number.POSITIVE_INFINITY, at)
        if (kind.startsWith('health.')) firstHealth = Math.min(firstHealth, at)
      }
    },
    times: () => times,
    informed: (at) => hasHealth ? firstHealth <= at : undefined,
  }
}

/** What others than the site received; `firstParty` are registrable domains. */
export function walkValues(observations: readonly Observation[], firstParty: ReadonlySet<string>): WalkValue[] {
  const values: WalkValue[] = []
  for (const { recipient: { fields: _, ...recipient }, part, field, key, digest, value, layers, count, pages, firstAt, occurrences } of observations) {
    if (values.length >= MOST_VALUES) break
    const isFirst = firstParty.has(recipient.domain)
    if (value.length < SHORTEST || (isFirst && recipient.via === 'direct')) continue
    values.push({
      recipient: isFirst || recipient.via !== 'first-party' ? recipient : { ...recipient, via: 'direct' },
      part, field, key, digest, value, layers, count, pages, firstAt: Number.isNaN(firstAt) ? null : firstAt,
      occurrences: occurrences.slice(0, MOST_OCCURRENCES)
        .map(({ entry, pointer, start, end, field }) => ({ entry, pointer, start, end, field })),
    })
  }
  return values
}

/** Says so where there may be more values than are compared. */
export function walkNotes({ values }: Pick<Walk, 'values'>): Diagnostic[] {
  return values.length < MOST_VALUES ? [] : [{
    code: 'walk-bounded', message: `No more than ${MOST_VALUES} values of a capture are held against those of other walks; those that came after them were not.`,
  }]
}
