/** Temporary files without a name. */
import { mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A descriptor, for its owner only, of a file that goes when it is closed, whatever happens, on systems that allow that. */
export function openNameless(): number {
  const folder = mkdtempSync(join(tmpdir(), 'tattle-'))
  const file = openSync(join(folder, 'rows'), 'wx+', 0o600)
  try {
    rmSync(folder, { recursive: true })
  } catch {
    // Windows keeps what is open; its own clean-up of the temporary folder takes it.
  }
  return file
}
