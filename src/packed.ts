/**
 * The command as pack.mjs leaves it: the modules of an analysis in one file, and beside it the code that V8 made of them.
 * To find, read, link and compile 150 modules takes several times as long as a small HAR.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Script } from 'node:vm'
import { versionOf } from './packages.js'

/** What traces of errors call the file. Where it lay when it was made would be in them otherwise. */
export const PACKED_NAME = 'tattle/dist/src/packed/tattle.js'

/** The file is one expression: a function that fills `module.exports`. Paths are those of modules, seen from this one. */
type Packed = (
  module: { exports: unknown }, require: NodeJS.Require, $url: (path: string) => string, $import: (specifier: string) => Promise<unknown>,
) => void

/**
 * `code`: with what V8 made of it, which makes a start short. `source`: without, for a thread, which begins when V8 was
 * told other things than at the start (engine.ts), so that V8 would not take it.
 */
export type Packing = 'code' | 'source'

/** What the packed file exports; undefined where there is none for these packages, or no code for this version of V8. */
export function loadPacked<Exports>(packing: Packing): Exports | undefined {
  let source: string
  let cachedData: Buffer | undefined
  try {
    if (packing === 'code') cachedData = readFileSync(new URL(`packed/${codeName()}`, import.meta.url))
    if (!isOfThesePackages()) return undefined
    source = readFileSync(new URL('packed/tattle.js', import.meta.url), 'latin1') // only ASCII is in it
  } catch {
    return undefined
  }
  return evaluate(new Script(source, { filename: PACKED_NAME, ...(cachedData && { cachedData }) })) as Exports
}

/** What the file exports. */
export function evaluate(script: Script): unknown {
  const run = script.runInThisContext() as Packed
  const module: { exports: unknown } = { exports: {} }
  run(module, createRequire(import.meta.url), urlOf, (specifier) => import(specifier.startsWith('.') ? urlOf(specifier) : specifier))
  return module.exports
}

/** Code is good for the very version of V8 that made it. */
export function codeName(): string {
  return `${process.versions.v8}-${process.platform}-${process.arch}.code`
}

/** Of packages that bring data or a binary: these are read where tattle is installed, and must fit what was packed. */
function isOfThesePackages(): boolean {
  const versions = JSON.parse(readFileSync(new URL('packed/packages.json', import.meta.url), 'utf8')) as Readonly<Record<string, string>>
  return Object.entries(versions).every(([name, version]) => versionOf(name, import.meta.url) === version)
}

function urlOf(path: string): string {
  return new URL(path, import.meta.url).href
}
