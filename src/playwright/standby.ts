/** The browser for the next context: each needs its own, and a launch takes as long as a short test. */
import type { Recorder } from '../capture/recorder.js'

export interface Standby {
  /** The one that waits, else a new one. Throws what the launch throws. */
  take(): Promise<Recorder>
  /** The same, which waits on. */
  look(): Promise<Recorder>
  /** Launches the next one, while there is time for it. */
  prepare(): void
  /** Ends the one that waits. */
  discard(): Promise<void>
}

/** `first`: one that waits already. */
export function createStandby(start: () => Promise<Recorder>, first: Recorder | null = null): Standby {
  let next: Promise<Recorder | null> | null = first === null ? null : Promise.resolve(first)
  const waiting = async (): Promise<Recorder | null> => {
    const taken = next
    next = null // at once: two contexts may be asked for at a time
    return taken
  }
  const take = async (): Promise<Recorder> => {
    const recorder = await waiting()
    if (recorder?.browser.isConnected() === true) return recorder
    await recorder?.discard() // it died while it waited
    return start()
  }
  return {
    take,
    look() {
      const taken = take()
      next = taken.catch(() => null)
      return taken
    },
    prepare() {
      next ??= start().catch(() => null) // the launch that is needed will say why
    },
    async discard() {
      await (await waiting())?.discard()
    },
  }
}
