/**
 * Captures of a bundle analysed as they once were: each by itself, or, of an audit or with a control walk, held against
 * one another.
 */
import type { Aliases } from '../aliases.js'
import { settleWalks } from '../assess/walks.js'
import type { Analysed, AnalysedRows, Kind, MatchSource, Report, Target } from '../model.js'
import type { Persona } from '../persona.js'
import type { Bag } from './bag.js'
import { PATHS, personaPath } from './manifest.js'

export interface Terms {
  readonly persona: Persona | null
  readonly values: readonly { readonly kind: Kind; readonly value: string; readonly source: MatchSource }[]
  readonly clientIps: readonly string[]
}

/** With which other captures one is compared; see `AnalyzeOptions.compare`. */
export interface Comparison {
  readonly other: Persona | null
  readonly isControl: boolean
  readonly journey?: string
}

/** What was said of a HAR, which cannot say it itself. */
export interface Audited {
  readonly firstParty?: readonly string[]
  readonly target?: Target
  /** Of its host names, as they were looked up. */
  readonly aliases?: Aliases | undefined
}

/** Analyses one capture or HAR. */
export type Analyse = (path: string, terms: Terms, audited: Audited, compare: Comparison | null) => Promise<readonly Analysed[]>

export interface BundleTerms extends Terms {
  /** Of HARs of a control walk: what was planted in them. */
  readonly control: Persona | null
}

/** Those that were looked for beside the captures' own personas. */
export function readTerms(bag: Bag, given: Persona | null): BundleTerms {
  const bytes = bag.read(PATHS.terms)
  interface Stored { persona?: string | null; control?: string | null; values?: { kind: Kind; value: string }[]; clientIps?: string[] }
  const { persona, control, values = [], clientIps = [] } = bytes === undefined ? {} : JSON.parse(bytes.toString('utf8')) as Stored
  const stored = (id: string | null | undefined): Persona | null => {
    const own = id == null ? undefined : bag.read(personaPath(id))
    return own === undefined ? null : JSON.parse(own.toString('utf8')) as Persona
  }
  return {
    persona: given ?? stored(persona), control: stored(control), clientIps,
    values: values.map(({ kind, value }) => ({ kind, value, source: 'persona' })),
  }
}

/** Who was planted in a capture that says so itself; null for a HAR. */
export function plantedIn(bag: Bag, captureId: string): Persona | null {
  const bytes = bag.read(`${PATHS.captures}${captureId}/capture.json`)
  return bytes === undefined ? null : (JSON.parse(bytes.toString('utf8')) as { persona?: Persona | null }).persona ?? null
}

/**
 * How each capture of a report was compared, by its id; those that were not are absent. `controls`: the captures of
 * control walks that are there.
 */
export function comparisonsOf(
  { captures = [], runs = [] }: Partial<Report>, controls: readonly string[],
  personaOf: (captureId: string, isControl: boolean) => Persona | null,
): Map<string, Comparison> {
  const comparisons = new Map<string, Comparison>()
  // An audit looks for ids that are others in each of its captures.
  const isAudit = runs.some(({ command }) => command === 'audit')
  for (const { captureId, analysis: { control } } of captures) {
    const theirs = (control?.captureIds ?? []).filter((id) => controls.includes(id))
    const other = theirs.map((id) => personaOf(id, true)).find((one) => one !== null) ?? null
    if (control == null || other === null) {
      if (isAudit || control != null) comparisons.set(captureId, { other: null, isControl: false })
      continue
    }
    const journey = theirs.join(' ')
    comparisons.set(captureId, { other, isControl: false, journey })
    for (const id of theirs) comparisons.set(id, { other: personaOf(captureId, false), isControl: true, journey })
  }
  return comparisons
}

/** What captures say that were analysed to be compared; those that were not stay as they are. */
export function settle(analysed: readonly Analysed[]): { mains: Analysed[]; controls: Analysed[] } {
  const { mains, controls } = settleWalks(analysed)
  return { mains: mains.map(whole), controls: controls.map(whole) }
}

function whole(rows: AnalysedRows): Analysed {
  return { ...rows, requests: [...rows.requests], leaks: [...rows.leaks] }
}
