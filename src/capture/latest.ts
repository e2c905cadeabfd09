/** Which of several things that each began at a time is the one that began last. */

/**
 * Tells of a time which item began last until then, of several at once the last given; undefined where none had begun.
 * Items without a time are left out.
 */
export function createLatest<Item>(items: readonly Item[], timeOf: (item: Item) => number): (time: number) => Item | undefined {
  const inOrder = items.map((item) => ({ item, at: timeOf(item) })).filter(({ at }) => !Number.isNaN(at))
    .sort((one, other) => one.at - other.at)
  return (time) => {
    let begun = 0
    for (let end = inOrder.length; begun < end;) {
      const middle = (begun + end) >> 1
      if ((inOrder[middle]?.at ?? Infinity) <= time) begun = middle + 1
      else end = middle
    }
    return inOrder[begun - 1]?.item
  }
}
