/**
 * The diagnostics of an input, in memory that does not grow with it: of a million entries that lack the same, the first
 * two thousand are told one by one, and the others as a number.
 */
import type { Diagnostic } from './model.js'

export interface Notes {
  add(diagnostic: Diagnostic): void
  /** Entries that were said to be unreadable, or too large to be read; they are told of in their order. */
  readonly unreadable: number
  /** Whether it was told of this code. */
  has(code: string): boolean
  /** Whether another diagnostic of this code would be told by itself. */
  hasRoom(code: string): boolean
  all(): Diagnostic[]
}

const UNREADABLE: readonly string[] = ['entry-unreadable', 'entry-too-large']

/** Of each code. */
const MOST = 2_000

export function createNotes(most = MOST): Notes {
  const kept: Diagnostic[] = []
  const counts = new Map<string, number>()
  let unreadable = 0
  let lastUnreadable: number | undefined

  const countOf = (code: string): number => counts.get(code) ?? 0
  return {
    add(diagnostic) {
      const { code, entry } = diagnostic
      if (countOf(code) < most) kept.push(diagnostic)
      counts.set(code, countOf(code) + 1)
      if (!UNREADABLE.includes(code) || entry === undefined || entry === lastUnreadable) return
      lastUnreadable = entry
      unreadable++
    },
    get unreadable() {
      return unreadable
    },
    has: (code) => counts.has(code),
    hasRoom: (code) => countOf(code) < most,
    all: () => [...kept, ...[...counts].filter(([, count]) => count > most).map(([code, count]): Diagnostic => ({
      code: 'diagnostics-left-out',
      message: `${count} diagnostics have the code ${code}: the first ${most} of them are told, the other ${count - most} are not.`,
    }))],
  }
}
