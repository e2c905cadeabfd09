/** Filter lists that analyses were made with: a bundle names them by their digests and does not hold them. */
import type { AnalysisRecord, FilterListRecord } from '../model.js'

/** Those of several analyses. */
export function listsOf(analyses: readonly { readonly analysis: Pick<AnalysisRecord, 'lists'> }[]): FilterListRecord[] {
  return analyses.flatMap(({ analysis }) => analysis.lists ?? [])
}

/** Lists of one that the other lacks, each once, in words: what `then` has beyond `now`, and the other way round. */
export function listsApart(then: readonly FilterListRecord[], now: readonly FilterListRecord[]): { lacking: string[]; further: string[] } {
  const [before, after] = [byDigest(then), byDigest(now)]
  return { lacking: beyond(before, after), further: beyond(after, before) }
}

function byDigest(lists: readonly FilterListRecord[]): Map<string, string> {
  return new Map(lists.map(({ name, sha256, category }) => [`${category} ${sha256}`, `${name} (${category}, SHA-256 ${sha256.slice(0, 12)}…)`]))
}

function beyond(some: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): string[] {
  return [...some].filter(([key]) => !others.has(key)).map(([, name]) => name)
}
