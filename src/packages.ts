/** The packages that are installed beside this one. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** The package.json of a package: Node's own way up through node_modules, since a package need not export it. */
export function locatePackage(name: string, from: string): string | undefined {
  const folders = createRequire(from).resolve.paths(name) ?? []
  return folders.map((folder) => join(folder, name, 'package.json')).find((file) => existsSync(file))
}

/** Undefined where it is not installed. */
export function versionOf(name: string, from: string): string | undefined {
  const file = locatePackage(name, from)
  return file === undefined ? undefined : (JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version
}
