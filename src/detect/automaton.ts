/**
 * Finds every one of many needles in a stretch of bytes, in one pass whose cost does not grow with their number
 * (Aho and Corasick, "Efficient string matching", CACM 18(6), 1975).
 *
 * **The idea.** All needles are written into one tree, letter by letter, so that needles with a common beginning share
 * a branch. A search is a walk: each byte of the text leads from one node to the next. Where a branch ends without a
 * child for the next byte, the walk does not start over; it goes on at the longest ending of what it has just read that
 * is itself the beginning of some needle. That node is called the failure node, and it is known beforehand. Following
 * failure nodes while searching would make the inner loop a loop of loops; so they are followed once, when the tree is
 * built, and every node gets a complete row: for each possible byte, the node that comes next. Searching is then one
 * look-up a byte.
 *
 * **Worked example.** Needles `he`, `she`, `hers`. The tree, node 0 its root, needles in brackets:
 *
 *     0 ─h→ 1 ─e→ 2 [he] ─r→ 5 ─s→ 6 [hers]
 *     0 ─s→ 3 ─h→ 4 ─e→ 7 [she]
 *
 * Text `ushers`: `u` stays at 0; `s` 3; `h` 4; `e` 7: `she` ends here, and the failure node of 7 is 2, because `he` is
 * the longest ending of `she` that begins a needle: so `he` ends here too. `r`: 7 has no child `r`, and its completed
 * row says what the row of 2 says: 5; `s` 6: `hers` ends here. Six look-ups, three hits.
 *
 * **Folding.** Bytes are mapped to classes first: capital and small ASCII letters share one, and so do the characters
 * that stand for a gap between words (blank `+` `-` `_`): `Vorgespräch Vasektomie` is found in `vorgespräch-vasektomie`
 * without a needle of its own. Every byte that no needle contains falls into class 0, after which no needle can go on.
 * Rows are as long as there are classes (40 to 90, not 256), which keeps the rows that are used often in the cache.
 *
 * **Layout.** All rows stand in one array; an entry is the number of the next node, in 16 bits where that is enough, so that
 * more rows lie in the caches of the processor. Nodes at which some needle ends are numbered behind those at which none
 * does, so that the common case is one comparison of a value already at hand.
 *
 * **Leaves.** A node without children continues as its failure node does, so that its row would be a copy of that one's:
 * it has none. A needle ends at each of them; they are numbered behind all other nodes, and `onward` says at which node a
 * walk goes on.
 *
 * **Depth.** Most of the tree would be the tails of long needles, which hardly any text reaches. Only the first five bytes
 * of a needle go into the tree; the others are compared where those were found. The tree of the vocabularies then has far
 * fewer nodes, and the rows that a text leads to lie closer together.
 */
export interface Automaton {
  /**
   * Calls `hit` for each place where a needle stands, with the needle's index and the offset behind its last byte.
   * Equal means equal after folding. Hits come in the order in which the first five bytes of the needles end.
   */
  search(bytes: Uint8Array, hit: (needle: number, end: number) => void): void
}

/** So many bytes of a needle are in the tree. */
const DEPTH = 5

/** What a byte is compared as: ASCII letters small, the four gap characters as a blank, all others as themselves. */
export const FOLDED: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 0x41 && byte <= 0x5a) return byte + 0x20
  return byte === 0x2b || byte === 0x2d || byte === 0x5f ? 0x20 : byte
})

/** Numbers from 0, of the width that the largest needs. */
export type Numbers = Uint16Array | Uint32Array

/** All that a search needs to know of the needles but the needles themselves. */
export interface Tables {
  readonly width: number
  readonly classes: Uint8Array
  readonly rows: Numbers
  /** The first node at which a needle ends. */
  readonly ends: number
  /** Of each leaf the node whose row it shares. */
  readonly onward: Numbers
  /** Of each node the nearest one on its way of failures at which a needle ends; 0 for none. */
  readonly shorter: Numbers
  /** Of each node the first needle that ends there, of each needle the next that ends at the same; numbered from 1. */
  readonly first: Numbers
  readonly next: Numbers
}

/** Needles, one behind the other. */
export interface Pieces {
  readonly bytes: Uint8Array
  /** Where each ends. */
  readonly ends: Numbers
}

/** Builds the automaton. Empty needles are never found. */
export function createAutomaton(needles: readonly Uint8Array[]): Automaton {
  return toAutomaton(toTables(needles), toPieces(needles))
}

export function toPieces(pieces: readonly Uint8Array[]): Pieces {
  let end = 0
  return { bytes: Buffer.concat(pieces), ends: Uint32Array.from(pieces, ({ length }) => (end += length)) }
}

export function toTables(needles: readonly Uint8Array[]): Tables {
  const { classes, width } = toClasses(needles)
  const tree = toTree(needles, classes, width)
  return { width, classes, next: fromOne(tree.next), ...withoutLeaves(tree, complete(tree, width), width) }
}

/** The automaton of the needles that the tables were made from. */
export function toAutomaton(tables: Tables, needles: Pieces): Automaton {
  const { width, classes, rows, ends, onward, shorter, first, next } = tables
  const leaves = rows.length / width

  /** Whether what follows the first bytes of a needle, from `at` to `last`, stands in `bytes` from `from` on. */
  const followsTail = (at: number, last: number, bytes: Uint8Array, from: number): boolean => {
    if (from + last - at > bytes.length) return false
    for (let distance = from - at; at < last; at++) {
      if (FOLDED[needles.bytes[at]!] !== FOLDED[bytes[at + distance]!]) return false
    }
    return true
  }

  const report = (node: number, bytes: Uint8Array, end: number, hit: (needle: number, end: number) => void): void => {
    for (let at = node; at > 0; at = shorter[at]!) {
      for (let number = first[at]!; number > 0; number = next[number - 1]!) {
        const last = needles.ends[number - 1]!
        const tail = (number > 1 ? needles.ends[number - 2]! : 0) + DEPTH
        if (last <= tail) hit(number - 1, end)
        else if (followsTail(tail, last, bytes, end)) hit(number - 1, end + last - tail)
      }
    }
  }

  return {
    search(bytes, hit) {
      let node = 0
      for (let at = 0; at < bytes.length; at++) {
        node = rows[Math.imul(node, width) + classes[bytes[at]!]!]!
        if (node < ends) continue
        report(node, bytes, at + 1, hit)
        if (node >= leaves) node = onward[node - leaves]!
      }
    },
  }
}

/** Gives each folded byte that occurs in a needle a class of its own, from 1; all other bytes have class 0. */
function toClasses(needles: readonly Uint8Array[]): { classes: Uint8Array; width: number } {
  const used = new Uint8Array(256)
  for (const needle of needles) {
    const length = Math.min(needle.length, DEPTH)
    for (let at = 0; at < length; at++) used[FOLDED[needle[at]!]!] = 1
  }
  const classes = new Uint8Array(256)
  let width = 1
  // Folding leaves 227 different bytes, so that the classes fit into a byte.
  for (let byte = 0; byte < 256; byte++) if (used[byte] === 1) classes[byte] = width++
  for (let byte = 0; byte < 256; byte++) classes[byte] = classes[FOLDED[byte]!]!
  return { classes, width }
}

interface Tree {
  /** Row after row; an entry is the beginning of the child's row, 0 where there is no child. */
  readonly rows: Int32Array
  readonly nodes: number
  /** The first needle that ends at a node, and for each needle the next one that ends there; -1 for none. */
  readonly first: Int32Array
  readonly next: Int32Array
}

function toTree(needles: readonly Uint8Array[], classes: Uint8Array, width: number): Tree {
  let most = 1
  for (const needle of needles) most += Math.min(needle.length, DEPTH)
  // The most that can be needed: pages of it that no node comes to use are never backed by memory.
  const rows = new Int32Array(most * width)
  const first = new Int32Array(most).fill(-1)
  const next = new Int32Array(needles.length).fill(-1)
  let nodes = 1
  for (let index = 0; index < needles.length; index++) {
    const needle = needles[index]!
    const length = Math.min(needle.length, DEPTH)
    if (length === 0) continue
    let row = 0
    for (let at = 0; at < length; at++) {
      const slot = row + classes[needle[at]!]!
      let child = rows[slot]!
      if (child === 0) {
        child = nodes * width
        rows[slot] = child
        nodes++
      }
      row = child
    }
    const node = row / width
    next[index] = first[node]!
    first[node] = index
  }
  return { rows, nodes, first, next }
}

interface Completed {
  readonly shorter: Int32Array
  /** Of each node the place of the row where a walk goes on that can go no further in the tree. */
  readonly failure: Int32Array
  /** 1 for a node without children. */
  readonly isLeaf: Uint8Array
}

/**
 * Completes the rows, level by level. `shorter` leads from a node to the nearest node on its way of failures at which a
 * needle ends, 0 for none.
 */
function complete({ rows, nodes, first }: Tree, width: number): Completed {
  const failure = new Int32Array(nodes)
  const shorter = new Int32Array(nodes)
  const isLeaf = new Uint8Array(nodes).fill(1)
  const queue = new Int32Array(nodes)
  let read = 0
  let written = 0
  isLeaf[0] = 0
  for (let slot = 1; slot < width; slot++) if (rows[slot] !== 0) queue[written++] = rows[slot]!
  while (read < written) {
    const row = queue[read++]!
    const fallback = failure[row / width]!
    for (let slot = 1; slot < width; slot++) {
      const child = rows[row + slot]!
      const other = rows[fallback + slot]!
      if (child === 0) {
        rows[row + slot] = other
        continue
      }
      const node = child / width
      const fallbackNode = other / width
      failure[node] = other
      shorter[node] = first[fallbackNode]! >= 0 ? fallbackNode : shorter[fallbackNode]!
      isLeaf[row / width] = 0
      queue[written++] = child
    }
  }
  return { shorter, failure, isLeaf }
}

/** Numbers the nodes anew: those at which a needle ends behind those at which none does, and leaves, without rows, last. */
function withoutLeaves(
  { rows, nodes, first }: Tree, { shorter, failure, isLeaf }: Completed, width: number,
): Pick<Tables, 'rows' | 'ends' | 'onward' | 'shorter' | 'first'> {
  const kindOf = (node: number): number => (isLeaf[node] === 1 ? 2 : first[node]! >= 0 || shorter[node]! > 0 ? 1 : 0)
  const number = new Int32Array(nodes)
  const starts: number[] = []
  let known = 0
  for (let kind = 0; kind < 3; kind++) {
    starts.push(known)
    for (let node = 0; node < nodes; node++) if (kindOf(node) === kind) number[node] = known++
  }
  const [, ends = 0, inner = 0] = starts
  const kept = {
    rows: numbers(inner * width, nodes), onward: numbers(nodes - inner, nodes), shorter: numbers(nodes, nodes), first: new Int32Array(nodes),
  }
  for (let node = 0; node < nodes; node++) {
    const at = number[node]!
    kept.first[at] = first[node]!
    kept.shorter[at] = number[shorter[node]!]!
    if (isLeaf[node] === 1) {
      let fallback = failure[node]! / width
      while (isLeaf[fallback] === 1) fallback = failure[fallback]! / width
      kept.onward[at - inner] = number[fallback]!
      continue
    }
    for (let slot = 0; slot < width; slot++) kept.rows[at * width + slot] = number[rows[node * width + slot]! / width]!
  }
  return { ...kept, ends, first: fromOne(kept.first) }
}

/** Room for `length` numbers below `limit`. */
function numbers(length: number, limit: number): Numbers {
  return limit <= 0x10000 ? new Uint16Array(length) : new Uint32Array(length)
}

/** Indices, -1 for none, as numbers from 1, 0 for none. */
function fromOne(indices: Int32Array): Numbers {
  const all = numbers(indices.length, indices.reduce((most, index) => Math.max(most, index), -1) + 2)
  for (let at = 0; at < indices.length; at++) all[at] = indices[at]! + 1
  return all
}
