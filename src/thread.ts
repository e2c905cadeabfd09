/** Starts a thread of `analyzeInThreads` as cli.ts starts the command: packed where that can be, else from modules. */
import type * as Program from './commands/program.js'
import { loadPacked } from './packed.js'

async function start(): Promise<void> {
  const { listen } = loadPacked<typeof Program>('source') ?? await import('./commands/thread.js')
  await listen()
}

void start()
