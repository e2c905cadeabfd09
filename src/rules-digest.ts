/**
 * The digest of all that decides what is found, the user's filter lists apart: two analyses with one digest saw alike.
 * The data by which sites and owners are told come with packages whose versions are settled where tattle is installed,
 * not where it is built; so they are read where it runs.
 */
import { hash } from 'node:crypto'
import { versionOf } from './packages.js'
import { codeDigest } from './version.generated.js'

/** What says which site a host belongs to, and who owns it. */
export const DATA = ['third-party-web', 'tldts'] as const

export const rulesDigest: string = rulesDigestOf(codeDigest, DATA.map((name) => [name, versionOf(name, import.meta.url)]))

/** Hexadecimal SHA-256. `versions`: of the data, by package; undefined where it is not installed. */
export function rulesDigestOf(code: string, versions: readonly (readonly [name: string, version: string | undefined])[]): string {
  return hash('sha256', [code, ...versions.map(([name, version]) => `${name} ${version ?? 'none'}`)].join('\n'), 'hex')
}
