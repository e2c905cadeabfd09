/** What V8 is told before an analysis, for its defaults are those of a page that stays open for hours. */
import { setFlagsFromString } from 'node:v8'

/**
 * V8 11 compiles a function again and again with what it has learnt so far, which costs a short analysis as much as all
 * of its own work; it is told to wait until there is more to learn from. And it puts large functions into one another,
 * which makes a compilation long and its guesses wrong more often: with small ones only, an analysis takes a tenth less
 * of the processor. Later ones have a compiler between, and no such flag.
 */
export function compileLate(): void {
  if (!process.versions.v8.startsWith('11.')) return
  setFlagsFromString('--interrupt-budget=150000')
  setFlagsFromString('--max-inlined-bytecode-size=100')
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=300')
  // A pattern is translated for an interpreter first, and for the processor at its second use: three milliseconds of a
  // start for patterns that are used twice. Before a long text V8 does so at once all the same.
  setFlagsFromString('--regexp-tier-up-ticks=100')
  // Nor is what is interpreted a hundred times worth half a millisecond of polishing.
  setFlagsFromString('--no-regexp-peephole-optimization')
}

/**
 * Until it is known how large an input is: what a small one leaves is gone with the process, and not worth collecting.
 * What little has to be is collected sooner by one thread than others are woken up.
 */
export function letHeapGrow(): void {
  setFlagsFromString('--semi-space-growth-factor=4')
  setFlagsFromString('--no-parallel-scavenge')
}

/** V8 lets both parts of its heap grow to several times of what lives in them, unless told how far. */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=20')
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--parallel-scavenge')
}
