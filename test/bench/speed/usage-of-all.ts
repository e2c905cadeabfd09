/** Preloaded into a command (`node --import`): prints at its end what it took, so that it is measured as it is installed. */
import { isMainThread } from 'node:worker_threads'
import { printUsage } from './usage.js'

if (isMainThread) process.on('exit', () => printUsage()) // threads of the command preload it as well
