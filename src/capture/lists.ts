/** The lists of others that decide what a banner, a site or a recipient is: which version, and the digest of it. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

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

/** The package.json of a package: Node's own way up through node_modules, since a package need not export it. */
export function locatePackage(name: string, from: string): string | undefined {
  const folders = createRequire(from).resolve.paths(name) ?? []
  return folders.map((folder) => join(folder, name, 'package.json')).find((file) => existsSync(file))
}
