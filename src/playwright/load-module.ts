/**
 * Imports a file of the user's that may be TypeScript: by Playwright, which compiles the tests of the same project and takes
 * an `import` in a project of CommonJS, else by Node itself where it can. Throws what the file throws.
 */
import { realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { types } from 'node:util'
import { seekPlaywright } from '../capture/playwright-package.js'
import { TattleError } from '../errors.js'
import { isObject } from '../shapes.js'

export async function loadModule(file: string): Promise<unknown> {
  if (!/\.[cm]?ts$/.test(file)) return importByNode(file)
  const common: unknown = seekPlaywright()?.('playwright/lib/common') ?? {}
  const { transform } = common as { readonly transform?: { readonly requireOrImport?: (file: string) => Promise<unknown> } }
  if (transform?.requireOrImport === undefined) {
    if ('typescript' in process.features && process.features.typescript) return importByNode(file)
    throw new TattleError('config-invalid', `This Node (${process.versions.node}) cannot read TypeScript, and there is no Playwright ` +
      'that could; use Node 22.18 or newer, or write the configuration as tattle.config.mjs or tattle.config.yaml.')
  }
  const value = await transform.requireOrImport(file)
  const isModule = types.isModuleNamespaceObject(value) || isObject(value) && value['__esModule'] === true
  // What is no module is what a CommonJS file assigned to its exports.
  return isModule || isUnassigned(value) ? value : { default: value }
}

async function importByNode(file: string): Promise<unknown> {
  const value: unknown = await import(pathToFileURL(file).href)
  // To Node the default export of a CommonJS file is there even where the file exports nothing.
  const common = createRequire(import.meta.url).cache[realpathSync(file)]
  return common !== undefined && isUnassigned(common.exports) ? {} : value
}

function isUnassigned(exported: unknown): boolean {
  return isObject(exported) && Object.keys(exported).length === 0
}
