#!/usr/bin/env node
/** Starts the command: packed into one file, where the build left that for this Node, else module by module. */
import module from 'node:module'
import type * as Program from './commands/program.js'
import { toMessage } from './errors.js'
import { loadPacked } from './packed.js'

const EXIT_USAGE = 2

async function start(): Promise<void> {
  const isCutOff = watchOutput()
  process.umask(process.umask() & 0o077) // files that their own maker may not read are of no use to anybody
  try {
    const { main } = loadPacked<typeof Program>('code') ?? await fromModules()
    const status = await main(process.argv)
    process.exitCode = isCutOff() ? EXIT_USAGE : status
  } catch (error) {
    process.stderr.write(`tattle: ${toMessage(error)}\n`)
    process.exitCode = EXIT_USAGE
  }
}

/** Node 22 and newer keep compiled code from one start to the next. */
async function fromModules(): Promise<typeof Program> {
  (module as { readonly enableCompileCache?: () => unknown }).enableCompileCache?.()
  return import('./commands/program.js')
}

/** A reader that has seen enough (`| head`) ends no work: what is to be kept is kept. A full disk behind `>` is told. */
function watchOutput(): () => boolean {
  let isFull = false
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' || isFull) return
    isFull = true
    process.stderr.write(`tattle: standard output cannot be written (${error.message}); make room, or name another place.\n`)
    process.exitCode = EXIT_USAGE
  })
  process.stderr.on('error', () => { /* nowhere is left to say so */ })
  return () => isFull
}

// All is done and written out: what would be taken down piece by piece now goes with the process.
process.once('beforeExit', () => process.exit())
void start()
