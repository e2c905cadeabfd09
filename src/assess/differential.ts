/**
 * Values that nothing decodes and that change with what was planted: a tracker's own cipher, a hash under a secret salt.
 *
 * Each persona must have been walked twice. A value counts that every capture of the one persona sent in a field, and
 * none of the other's, while the other's captures agree on another value there. What changes from walk to walk by itself
 * (random ids, times) disagrees between the two walks of one persona and falls out.
 */
import type { AnalysedRows, Kind, StepRecord, Walk, WalkValue } from '../model.js'
import { comparedLeaks, knownOf, onceForEach, type ComparedDatum, type ComparedLeaks } from './compared-leak.js'

/** Captures of each persona that are needed. */
export const NEEDED = 2

/** `mains` and `controls`: all whole captures of the journey, by who walked. */
export type Differential =
  (rows: AnalysedRows, mains: readonly AnalysedRows[], controls: readonly AnalysedRows[]) => ComparedLeaks[]

export function createDifferential(): Differential {
  const placesIn = onceForEach(placesOf)
  return (rows, mains, controls) => {
    const ours = mains.map(placesIn)
    const theirs = controls.map(placesIn)
    const inTurn = areInTurn(mains, controls)
    const values = (rows.walk?.values ?? []).filter((value) => {
      const place = placeOf(value)
      if (!inTurn && /^\d+$/.test(value.value)) return false // a clock or a counter would do the same
      if (!ours.every((places) => places.get(place)?.has(value.digest))) return false
      if (theirs.some((places) => places.get(place)?.has(value.digest))) return false
      const [first, ...others] = theirs.map((places) => places.get(place) ?? new Set<string>())
      return [...first ?? []].some((digest) => others.every((digests) => digests.has(digest)) &&
        ours.every((places) => !places.get(place)?.has(digest)))
    })
    if (values.length === 0) return []
    const known = knownOf(rows, new Set(values.flatMap(({ occurrences }) => occurrences.map(({ entry }) => entry))))
    return values.map((value) => comparedLeaks(value, datumOf(value, rows), rows, known))
  }
}

/** Whether neither walk was over before the other began: then nothing that changed with time can pass for a value. */
export function areInTurn(mains: readonly AnalysedRows[], controls: readonly AnalysedRows[]): boolean {
  const span = (all: readonly AnalysedRows[]): [string, string] => {
    const times = all.map(({ capture }) => capture.startedAt ?? '').sort()
    return [times[0] ?? '', times.at(-1) ?? '']
  }
  const [[mainFirst, mainLast], [controlFirst, controlLast]] = [span(mains), span(controls)]
  return mainFirst !== '' && controlFirst !== '' && mainLast > controlFirst && controlLast > mainFirst
}

function placeOf({ recipient, part, field, key }: WalkValue): string {
  return [recipient.domain, recipient.via, part, field, key].join('\n')
}

function placesOf({ walk }: AnalysedRows): Map<string, Set<string>> {
  const places = new Map<string, Set<string>>()
  for (const value of walk?.values ?? []) {
    const place = placeOf(value)
    places.set(place, (places.get(place) ?? new Set()).add(value.digest))
  }
  return places
}

/** Named after the planted kind where only one had been entered when the value was first sent. */
function datumOf({ firstAt }: WalkValue, { walk, steps }: AnalysedRows): ComparedDatum {
  const kinds = walk === undefined || firstAt === null ? [] : enteredBy(firstAt, walk, steps)
  const [only] = kinds.length === 1 ? kinds : []
  return {
    kind: 'opaque', source: 'differential', rule: 'differential',
    termId: `opaque#${only ?? 'persona'}`,
    label: only === undefined ? 'varies with the persona' : `varies with ${only}`,
    ...(only === undefined ? {} : { weighsAs: only }),
  }
}

/** Kinds whose values the scenario had entered by then: as its steps say, else as requests first carried them. */
function enteredBy(time: number, { planted, unvaried, arrivals }: Walk, steps: readonly StepRecord[]): Kind[] {
  const varied = planted.filter(({ id }) => !unvaried.includes(id))
  const actions = steps.filter(({ category }) => category === 'pw:api')
  const entered = varied.filter(({ value, kind }) => actions.length > 0
    ? actions.some(({ title, startedAt }) => title.includes(value) && Date.parse(startedAt) <= time)
    : (arrivals[kind] ?? Number.POSITIVE_INFINITY) <= time)
  return [...new Set(entered.map(({ kind }) => kind))]
}
