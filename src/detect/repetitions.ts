/**
 * A datum that stands in thousands of fields of one request. Each is a row, and each row bears the address of its request: of
 * a long one that holds them all, the rows would take the square of its length.
 */
import type { Diagnostic, Exchange, Match } from '../model.js'

/** Rows of one datum that there may be however long the address is. */
const LEAST = 64
/** Bytes that the address may take in all rows of one datum. */
const MOST_BYTES = 4 * 1024 * 1024

/** The matches of one exchange; of each datum the first ones, in as many fields as there may be rows. */
export function withoutRepetitions(
  matches: readonly Match[], { url, entry }: Pick<Exchange, 'url' | 'entry'>, note: (diagnostic: Diagnostic) => void,
): readonly Match[] {
  const most = Math.max(LEAST, Math.floor(MOST_BYTES / url.length))
  if (matches.length <= most) return matches
  const counts = new Map<string, number>()
  const kept = matches.filter(({ term: { id } }) => {
    const count = (counts.get(id) ?? 0) + 1
    counts.set(id, count)
    return count <= most
  })
  if (kept.length < matches.length) {
    note({
      code: 'detect-repeated', entry,
      message: `A datum stands in more fields of this request than are told of, whose address is long: of each the first ${most} are.`,
    })
  }
  return kept
}
