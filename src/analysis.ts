/** What an analysis is asked for, and what comes of it. */
import type { Aliases } from './aliases.js'
import type { TattleError } from './errors.js'
import type { AnalysedRows, Kind, MatchSource, Target } from './model.js'
import type { Persona } from './persona.js'
import type { Rules } from './rules.js'

export interface AnalyzeOptions {
  readonly runId: string
  /** Takes the place of the persona that a capture carries. */
  readonly persona?: Persona | null
  /** Further values to look for. */
  readonly values?: readonly { readonly kind: Kind; readonly value: string; readonly source: MatchSource }[]
  /** Domains or host names of the audited site. Absent: the capture's, or the site of the pages that were visited. */
  readonly firstParty?: readonly string[]
  readonly clientIps?: readonly string[]
  /** Of a HAR that does not say itself that it is of a stand-in; absent: by the addresses that the site's documents came from. */
  readonly target?: Target
  /** Name for what has none of its own; absent: the file's. */
  readonly scenario?: string
  /** Check every entry against the HAR 1.2 schema as well, and note what does not fit. */
  readonly strict?: boolean
  /** Aliases of host names that were looked up for what holds no DNS of its own. */
  readonly aliases?: Aliases
  /** Filter lists of the user, `[category=]FILE` each. */
  readonly filterLists?: readonly string[]
  /** Told of a document of an archive that cannot be read while others can. Absent: the first such error is thrown. */
  readonly refuse?: (error: TattleError, document: number) => void
  /** Told now and then how many entries were read. */
  readonly progress?: (entries: number) => void
  /**
   * To be compared with other captures of the journey (`settleWalks`), which gives the result a `walk`. `other`: the
   * persona that the other walk plants; null: there is none. `isControl`: this is that other walk.
   */
  readonly compare?: { readonly other: Persona | null; readonly isControl: boolean; readonly journey?: string }
  /** To be shared by calls that follow one another; absent: made for this one. */
  readonly rules?: Rules
  /** Of the documents of the input only each `of`-th, from the `at`-th on (from 0). */
  readonly share?: Share
}

/** A part of the documents of one input, when several threads have it. */
export interface Share {
  readonly at: number
  readonly of: number
}

/** An analysis whose rows are made as they are asked for. */
export interface Analysis {
  readonly rows: AnalysedRows
  /** Which document of its input it is of, from 0. */
  readonly document: number
  /** To be called when the rows were taken. */
  close(): void
}
