/**
 * Counts what code does instead of timing it: how often V8 entered each function and each block of the modules under
 * `src`. The same work gives the same count on any machine, however busy it is. What native code does with a long text
 * (a search, a pattern) is not in it; the bench measures that.
 *
 * To be imported first: V8 counts the blocks of what it compiles from then on, and compiles a function when it is called.
 */
import { Session } from 'node:inspector'

interface Coverage {
  readonly result: readonly {
    readonly url: string
    readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[]
  }[]
}

const session = new Session()
session.connect()
session.post('Profiler.enable')
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })

/** How often anything was entered since the last call. */
function taken(): number {
  let count = 0
  session.post('Profiler.takePreciseCoverage', (error, coverage: Coverage) => {
    if (error) throw error
    for (const { url, functions } of coverage.result) {
      if (!url.includes('/dist/src/')) continue
      for (const { ranges } of functions) for (const range of ranges) count += range.count
    }
  })
  return count
}

/** How many functions and blocks of ours `work` enters. */
export function workOf(work: () => void): number {
  taken()
  work()
  return taken()
}

/** As `workOf`, of work that waits. */
export async function workDuring(work: () => Promise<void>): Promise<number> {
  taken()
  await work()
  return taken()
}
