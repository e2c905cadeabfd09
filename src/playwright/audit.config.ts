/** The Playwright configuration of `tattle audit`: projects are consent states, the rest is in the run's settings. */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Project } from 'playwright/test'
import type { TattleOptions } from './index.js'
import { readSettings } from './settings.js'

const settings = readSettings()
const folders = [...new Set(settings.specs.map((spec) => dirname(spec)))]

export default defineConfig<TattleOptions>({
  projects: folders.flatMap((folder) => settings.consent.map((consentState): Project<TattleOptions> => ({
    name: folders.length === 1 ? consentState : `${consentState} · ${folder}`,
    testDir: folder,
    testMatch: settings.specs.filter((spec) => dirname(spec) === folder).map(toPattern),
    use: { consentState },
  }))),
  build: { external: [toGlob(new URL('..', import.meta.url))] }, // compiled already; Playwright need not do it again
  respectGitIgnore: false,
  fullyParallel: true,
  workers: settings.workers,
  repeatEach: settings.repeat,
  timeout: settings.timeout,
  outputDir: join(settings.output ?? 'test-results', 'tests'),
  preserveOutput: 'always',
  reporter: [[fileURLToPath(new URL('./reporter.js', import.meta.url))]],
  use: {
    headless: !settings.headed,
    actionTimeout: 20_000,
    navigationTimeout: 45_000,
    ...(settings.baseUrl === null ? {} : { baseURL: settings.baseUrl }),
  },
})

function toGlob(folder: URL): string {
  return `${fileURLToPath(folder).replaceAll('\\', '/')}**`
}

/** Exactly this file, whatever characters its name has. */
function toPattern(file: string): RegExp {
  return new RegExp(`^${file.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`)
}
