/** Which HAR entry and which NetLog request are the same: by URL and method, and by time among several of the same. */
import { addTo } from '../grouped.js'

export interface Joinable {
  /** Without fragment. */
  readonly url: string
  readonly method: string
  /** Wall milliseconds; NaN where unknown. */
  readonly startedAt: number
}

export interface Joined {
  /** Index in the HAR → index in the NetLog. */
  readonly pairs: ReadonlyMap<number, number>
  /** Median of NetLog minus HAR, milliseconds, over the requests that occur once in each. */
  readonly offset: number
}

/** Above this many comparisons the nearest in time is taken, in order, instead of the best of all. */
const mostComparisons = 4_000_000

/**
 * Both in any order. Among n and m of the same URL and method, min(n, m) are joined, in the order of time; those that
 * were surely sent come first (a request that a service worker passes on is in the HAR twice, and was sent once).
 */
export function joinRequests(
  har: readonly Joinable[], netlog: readonly Joinable[], surelySent: (index: number) => boolean = () => true,
): Joined {
  const inHar = group(har)
  const inNetlog = group(netlog)
  const offset = medianOffset(har, inHar, netlog, inNetlog)
  const pairs = new Map<number, number>()
  for (const [key, ours] of inHar) {
    const theirs = inNetlog.get(key)
    if (theirs === undefined) continue
    const distance = (one: number, other: number): number =>
      Math.abs((netlog[other]?.startedAt ?? 0) - (har[one]?.startedAt ?? 0) - offset) || 0
    for (const [one, other] of align(ours.filter(surelySent), theirs, distance)) pairs.set(one, other)
    const taken = new Set(ours.map((one) => pairs.get(one)))
    const rest = theirs.filter((other) => !taken.has(other))
    for (const [one, other] of align(ours.filter((each) => !surelySent(each)), rest, distance)) pairs.set(one, other)
  }
  return { pairs, offset }
}

function group(items: readonly Joinable[]): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  for (const [at, { method, url }] of items.entries()) {
    addTo(groups, `${method} ${url}`, at)
  }
  const time = (at: number): number => items[at]?.startedAt ?? 0
  for (const each of groups.values()) each.sort((one, other) => time(one) - time(other) || one - other)
  return groups
}

function medianOffset(
  har: readonly Joinable[], inHar: Map<string, number[]>, netlog: readonly Joinable[], inNetlog: Map<string, number[]>,
): number {
  const offsets: number[] = []
  for (const [key, [one, ...more]] of inHar) {
    const [other, ...others] = inNetlog.get(key) ?? []
    if (one === undefined || other === undefined || more.length > 0 || others.length > 0) continue
    const offset = (netlog[other]?.startedAt ?? NaN) - (har[one]?.startedAt ?? NaN)
    if (Number.isFinite(offset)) offsets.push(offset)
  }
  offsets.sort((one, other) => one - other)
  return offsets[offsets.length >> 1] ?? 0
}

/** Joins two lists in order so that the sum of distances is least; each of the shorter one gets a partner. */
function align(
  ours: readonly number[], theirs: readonly number[], distance: (one: number, other: number) => number,
): readonly (readonly [number, number])[] {
  if (ours.length > theirs.length) {
    return align(theirs, ours, (one, other) => distance(other, one)).map(([one, other]) => [other, one])
  }
  const spare = theirs.length - ours.length
  const at = (list: readonly number[], index: number): number => list[index] ?? 0
  if (spare === 0) return ours.map((one, index) => [one, at(theirs, index)])
  if (ours.length * (spare + 1) > mostComparisons) return ours.map((one, index) => [one, at(theirs, index)])
  // cost[i][s]: the first i of ours are joined and s of theirs are left out so far.
  const width = spare + 1
  const cost = new Float64Array((ours.length + 1) * width)
  const tookPartner = new Uint8Array(cost.length)
  for (let index = 0; index <= ours.length; index += 1) {
    for (let skipped = 0; skipped < width; skipped += 1) {
      const here = index * width + skipped
      const joined = index === 0
        ? Infinity
        : (cost[here - width] ?? 0) + distance(at(ours, index - 1), at(theirs, index - 1 + skipped))
      const left = skipped === 0 ? Infinity : cost[here - 1] ?? 0
      if (index === 0) cost[here] = 0
      else {
        cost[here] = Math.min(joined, left)
        tookPartner[here] = joined <= left ? 1 : 0
      }
    }
  }
  const pairs: [number, number][] = []
  for (let index = ours.length, skipped = spare; index > 0;) {
    if (tookPartner[index * width + skipped] === 1) {
      index -= 1
      pairs.push([at(ours, index), at(theirs, index + skipped)])
    } else {
      skipped -= 1
    }
  }
  return pairs.reverse()
}
