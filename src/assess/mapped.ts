/** Each item as `change` gives it, whenever it is asked for. */
export function mapped<From, To>(items: Iterable<From>, change: (item: From) => To): Iterable<To> {
  return {
    * [Symbol.iterator]() {
      for (const item of items) yield change(item)
    },
  }
}
