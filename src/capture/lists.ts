/** The lists of others that decide what a banner, a site or a recipient is: which version, and the digest of it. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { locatePackage } from '../packages.js'

export interface ListDigest {
  readonly version: string
  /** Of the file that is read, hexadecimal. */
  readonly sha256: string
}

const LISTS: Readonly<Record<string, string>> = {
  '@duckduckgo/autoconsent': 'rules/rules.json',
  'third-party-web': 'dist/entities-nostats.json',
  tldts: 'dist/cjs/index.js',
}

/** By package. One that is not installed is left out. */
export function listDigests(): Readonly<Record<string, ListDigest>> {
  const digests: Record<string, ListDigest> = {}
  for (const [name, list] of Object.entries(LISTS)) {
    const file = locatePackage(name, import.meta.url)
    const data = join(dirname(file ?? ''), list)
    if (file === undefined || !existsSync(data)) continue
    const { version } = JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }
    digests[name] = { version, sha256: createHash('sha256').update(readFileSync(data)).digest('hex') }
  }
  return digests
}
