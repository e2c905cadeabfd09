/** Random choices that a seed repeats: the same seed gives the same captures on every machine. */
export interface Random {
  /** A whole number from `from` up to and with `to`. */
  between(from: number, to: number): number
  pick<T>(list: readonly T[]): T
  chance(share: number): boolean
  digits(count: number): string
  hex(count: number): string
  bytes(count: number): Uint8Array
}

export function createRandom(seed: number): Random {
  let state = (Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995) >>> 0
  // Mulberry32 (Tommy Ettinger, public domain): 32 bits of state are enough to choose test cases.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  const many = (count: number, alphabet: string): string =>
    Array.from({ length: count }, () => alphabet.charAt(between(0, alphabet.length - 1))).join('')
  return {
    between,
    pick: (list) => list[between(0, list.length - 1)]!,
    chance: (share) => next() < share,
    digits: (count) => many(count, '0123456789'),
    hex: (count) => many(count, '0123456789abcdef'),
    bytes: (count) => Uint8Array.from({ length: count }, () => between(0, 255)),
  }
}
