/** `capture.json` carries a digest of all else that it says: steps, choices and coverage are not to change unseen. */
import { createHash } from 'node:crypto'
import type { CaptureManifest } from './manifest.js'

/** As it is kept, whatever digest it had. */
export function toManifestBytes({ sha256: _, ...said }: CaptureManifest): Buffer {
  return Buffer.from(`${JSON.stringify({ ...said, sha256: digestOfManifest(said) }, null, 2)}\n`)
}

/** SHA-256 of its JSON without blanks, in the order of the file, and without the digest itself. */
export function digestOfManifest({ sha256: _, ...said }: CaptureManifest): string {
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}
