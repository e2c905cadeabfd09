/** Which scenario files a command means: paths, names in a scenarios/ folder, or all of it. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { TattleError } from '../errors.js'

const CODE = /\.[cm]?[jt]sx?$/
const SPEC = /\.(?:spec|test)\.[cm]?[jt]sx?$/

/**
 * Absolute paths of the scenarios asked for; without any, all of the first folder that has some: `scenarios/` of the
 * working directory, then that of this package. Throws `usage` for a name that is neither.
 */
export function resolveScenarios(asked: readonly string[], cwd = process.cwd()): string[] {
  const folders = [join(cwd, 'scenarios'), fileURLToPath(new URL('../../../scenarios', import.meta.url))]
  if (asked.length > 0) return [...new Set(asked.map((name) => resolveOne(name, cwd, folders)))]
  const all = folders.map(specsIn).find((specs) => specs.length > 0)
  if (all === undefined) {
    const [here = 'scenarios'] = folders
    throw new TattleError('usage', `There is no scenario in ${here}; give tattle audit a URL, or a scenario's file.`)
  }
  return all
}

function resolveOne(name: string, cwd: string, folders: readonly string[]): string {
  const path = resolve(cwd, name)
  const isFile = existsSync(path) && statSync(path).isFile()
  if (isFile && CODE.test(path)) return path
  if (isFile) throw new TattleError('usage', `${name} is no scenario, which is a Playwright test (.ts, .js); "tattle analyze" takes HARs and captures.`)
  if (existsSync(path) && statSync(path).isDirectory() && specsIn(path).length > 0) {
    throw new TattleError('usage', `${name} is a folder; name its scenarios, or change into the folder above it.`)
  }
  const known = folders.flatMap(specsIn)
  const found = known.find((spec) => stemOf(spec) === name)
  if (found !== undefined) return found
  const names = [...new Set(known.map(stemOf))]
  const here = names.length === 0 ? '' : `; scenarios here are ${names.join(', ')}`
  throw new TattleError('usage', `"${name}" is neither a file, nor a URL, which begins with https:// or http://, nor a scenario${here}.`)
}

function specsIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder).filter((file) => SPEC.test(file)).sort().map((file) => join(folder, file))
}

function stemOf(spec: string): string {
  return spec.replace(/^.*[\\/]/, '').replace(SPEC, '')
}
