/** A run that no reporter of tattle hears is noted where a check would look at the run before it. */
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { FullConfig } from 'playwright/test'
import { DEFAULT_DATABASES } from '../commands/outcome.js'
import { isObject } from '../shapes.js'
import { noteUnheard } from './begun.js'
import { loadModule } from './load-module.js'

/** Beside each database that a run of this configuration would have been written to, where there is one. Never throws. */
export async function noteRun({ configFile }: Pick<FullConfig, 'configFile'>): Promise<void> {
  const databases = [...Object.values(DEFAULT_DATABASES), ...configFile === undefined ? [] : await databasesIn(configFile)]
  const folders = new Set(databases.filter((file) => existsSync(file)).map((file) => dirname(file)))
  // All workers of a run leave one note.
  for (const folder of folders) noteUnheard(folder, `by-${process.ppid}`, new Date().toISOString())
}

/** Those that the reporter's options name. What the command line has in its place, Playwright no longer tells. */
async function databasesIn(configFile: string): Promise<string[]> {
  try {
    const { default: config } = await loadModule(configFile) as { readonly default?: unknown }
    const reporters: unknown = isObject(config) ? config['reporter'] : undefined
    return (Array.isArray(reporters) ? reporters : []).flatMap((one: unknown) => {
      const [name, options] = Array.isArray(one) ? one as readonly unknown[] : []
      const database = typeof name === 'string' && /playwright[\\/]reporter/.test(name) && isObject(options) ? options['database'] : undefined
      return typeof database === 'string' ? [database] : []
    })
  } catch {
    return [] // It loaded for Playwright; where it does not for us, the usual databases are all that is known.
  }
}
