/** Where a capture's file is, seen from here. */
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** How many folders above the database are tried. */
const MOST_ABOVE = 3

/**
 * The path as it was stored, if something is there; else the same file where it must be when the command is given
 * elsewhere than it was recorded, or when the captures were moved together with their database; else as it was stored.
 * Whether what lies there is what was recorded, its digest says.
 */
export function locate(path: string, database: string): string {
  if (database === ':memory:' || existsSync(path)) return path
  const parts = path.split(/[\\/]/).filter((part) => part !== '' && part !== '.' && part !== '..')
  const home = dirname(resolve(database))
  const above = Array.from({ length: MOST_ABOVE }, (_, level) => join(home, ...Array<string>(level + 1).fill('..'), ...parts))
  // `reports/captures/<run>/<capture>.zip` beside `reports/findings.sqlite`; not a bare name, which many files may bear.
  const beside = parts.slice(0, -1).map((_, first) => join(home, ...parts.slice(first)))
  return [...beside, ...above].find((place) => existsSync(place)) ?? path
}
