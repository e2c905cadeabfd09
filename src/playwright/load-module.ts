/**
 * Imports a file of the user's that may be TypeScript: by Node itself where it can, else by Playwright, which compiles
 * the tests of the same project. Throws what the file throws.
 */
import { pathToFileURL } from 'node:url'
import { types } from 'node:util'
import { requireOfPlaywright } from '../capture/playwright-package.js'
import { TattleError } from '../errors.js'
import { isObject } from '../shapes.js'

export async function loadModule(file: string): Promise<unknown> {
  const isTypeScript = /\.[cm]?ts$/.test(file)
  if (!isTypeScript || 'typescript' in process.features && process.features.typescript) return import(pathToFileURL(file).href)
  const common: unknown = requireOfPlaywright()('playwright/lib/common')
  const { transform } = common as { readonly transform?: { readonly requireOrImport?: (file: string) => Promise<unknown> } }
  if (transform?.requireOrImport === undefined) {
    throw new TattleError('config-invalid', `This Node (${process.versions.node}) cannot read TypeScript; ` +
      'use Node 22.18 or newer, or write the configuration as tattle.config.mjs or tattle.config.yaml.')
  }
  const value = await transform.requireOrImport(file)
  const isModule = types.isModuleNamespaceObject(value) || isObject(value) && value['__esModule'] === true
  // What is no module is what a CommonJS file assigned to its exports: nothing, where it did not.
  return isModule || isObject(value) && Object.keys(value).length === 0 ? value : { default: value }
}
