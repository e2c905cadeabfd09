/** One self-check for all workers of a run: they start the same browser, in the same way, on the same machine. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from '../capture/leftovers.js'
import type { SelfCheckResult } from '../capture/manifest.js'
import { pause } from './quiet.js'

/** Longer than any check takes. */
const MOST_MS = 40_000

/**
 * The result of `check`, or of another worker's for the same `how` that has passed. A failed one is nobody else's: it
 * may have been the moment. `folder` is the run's; without one each worker makes its own.
 */
export async function checkOnce(
  folder: string | undefined, how: unknown, check: () => Promise<SelfCheckResult>, mostMs = MOST_MS,
): Promise<SelfCheckResult> {
  if (folder === undefined || !existsSync(folder)) return check()
  const name = createHash('sha256').update(JSON.stringify(how)).digest('hex').slice(0, 16)
  const file = join(folder, `self-check-${name}.json`)
  const lock = `${file}.lock`
  for (const end = Date.now() + mostMs; Date.now() < end; await pause(50)) {
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as SelfCheckResult
    if (!isOurs(lock)) {
      if (isOfDead(lock)) break
      continue
    }
    try {
      const result = await check()
      if (result.passed) {
        writeFileSync(`${file}.new`, JSON.stringify(result), { mode: 0o600 })
        renameSync(`${file}.new`, file) // whole for whoever reads it
      }
      return result
    } finally {
      rmSync(lock, { force: true })
    }
  }
  return check()
}

function isOurs(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx', mode: 0o600 })
    return true
  } catch {
    return false // another worker is at it
  }
}

/** Whoever made it was killed; until its number is written it is at work. */
function isOfDead(lock: string): boolean {
  try {
    const pid = Number(readFileSync(lock, 'utf8'))
    return pid > 0 && !isAlive(pid)
  } catch {
    return false // it has just gone
  }
}
