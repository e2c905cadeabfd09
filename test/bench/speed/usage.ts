/** What a process took: on the clock, of the processor, of memory. */
import { readFileSync, writeSync } from 'node:fs'

export interface Measured {
  /** Milliseconds on the clock. */
  readonly wall: number
  /** Milliseconds of processor time. */
  readonly cpu: number
  /** Peak of memory, bytes. */
  readonly rss: number
}

/** Prints one line of JSON, a `Measured`, of this process since these moments; without them since it began. */
export function printUsage(startedAt = 0, before: NodeJS.CpuUsage = { user: 0, system: 0 }): void {
  const { user, system } = process.cpuUsage(before)
  const measured: Measured = { wall: performance.now() - startedAt, cpu: (user + system) / 1000, rss: peak() }
  writeSync(process.stdout.fd, `${JSON.stringify(measured)}\n`)
}

/** Linux counts into the largest size of a process that of whoever started it; its status tells of this program alone. */
function peak(): number {
  try {
    const kilobytes = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
    if (kilobytes !== undefined) return Number(kilobytes) * 1024
  } catch {
    // not Linux
  }
  return process.resourceUsage().maxRSS * 1024
}
