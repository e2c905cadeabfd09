/** Captures that repeat each other: of the same site, the same scenario and the same choice. */
import type { CaptureRecord } from './model.js'

type Repeated = Pick<CaptureRecord, 'captureId' | 'target' | 'site' | 'scenario' | 'consentAsked'>

export interface Frequency {
  /** Captures that show it. */
  readonly seenIn: number
  /** Captures that repeat any of those, and those themselves. */
  readonly seenOf: number
  /** Sites, scenarios and choices that differ among the captures which show it. */
  readonly walks: number
}

/** Tells by the ids of the captures that show something how often it is seen. One look at each capture, for an archive has many. */
export function toFrequency(captures: readonly Repeated[]): (shownBy: Iterable<string>) => Frequency {
  const groups = new Map<string, Set<string>>()
  const groupOf = new Map<string, ReadonlySet<string>>()
  for (const { captureId, target, site, scenario, consentAsked } of captures) {
    const key = JSON.stringify([target, site, scenario, consentAsked])
    const group = groups.get(key) ?? new Set()
    groups.set(key, group.add(captureId))
    groupOf.set(captureId, group)
  }
  return (shownBy) => {
    const shown = new Set(shownBy)
    const repeated = new Set([...shown].flatMap((captureId) => groupOf.get(captureId) ?? []))
    return { seenIn: shown.size, seenOf: [...repeated].reduce((sum, { size }) => sum + size, 0), walks: repeated.size }
  }
}
