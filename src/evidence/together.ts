/**
 * Captures of a bundle analysed as they once were: each by itself, or, of an audit or with a control walk, held against
 * one another.
 */
import type { Aliases } from '../aliases.js'
import { settleWalks } from '../assess/walks.js'
import { isPersona } from '../capture/manifest-fault.js'
import type { Analysed, AnalysedRows, Kind, MatchSource, Report, Target } from '../model.js'
import type { Persona } from '../persona.js'
import { listOf, memberOf } from '../shapes.js'
import type { Bag } from './bag.js'
import { PATHS, personaPath } from './manifest.js'
import { hasTexts, readJson } from './bundle-json.js'

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
  /** The name that its file had, which is another in a bundle. */
  readonly scenario?: string | undefined
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
  const terms = readJson(bag, PATHS.terms)
  const stored = (name: 'persona' | 'control'): Persona | null => {
    const id = memberOf(terms, name)
    const own = typeof id === 'string' ? readJson(bag, personaPath(id)) : undefined
    return isPersona(own) ? own as Persona : null
  }
  const values = listOf(memberOf(terms, 'values')).filter((one) => hasTexts(one, 'kind', 'value')) as { kind: Kind; value: string }[]
  return {
    persona: given ?? stored('persona'), control: stored('control'),
    clientIps: listOf(memberOf(terms, 'clientIps')).filter((address) => typeof address === 'string'),
    values: values.map(({ kind, value }) => ({ kind, value, source: 'persona' })),
  }
}

/** Who was planted in a capture that says so itself; null for a HAR. */
export function plantedIn(bag: Bag, captureId: string): Persona | null {
  const persona = memberOf(readJson(bag, `${PATHS.captures}${captureId}/capture.json`), 'persona')
  return isPersona(persona) ? persona as Persona : null
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
