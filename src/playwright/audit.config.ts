/** The Playwright configuration of `tattle audit`: projects are consent states, the rest is in the run's settings. */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Project } from 'playwright/test'
import { defineConfig } from '../capture/playwright.js'
import type { TattleOptions } from './index.js'
import { readSettings } from './settings.js'

const settings = readSettings()
const folders = [...new Set(settings.specs.map((spec) => dirname(spec)))]

export default defineConfig<TattleOptions>({
  projects: folders.flatMap((folder) => settings.consent.flatMap((consentState) => walks().map(({ walk, round }): Project<TattleOptions> => ({
    name: [consentState, round, walk === 'control' ? walk : '', folders.length === 1 ? '' : folder].filter(Boolean).join(' · '),
    testDir: folder,
    testMatch: settings.specs.filter((spec) => dirname(spec) === folder).map(toPattern),
    use: { consentState, walk },
  })))),
  build: { external: [toGlob(new URL('..', import.meta.url))] }, // compiled already; Playwright need not do it again
  respectGitIgnore: false,
  fullyParallel: true,
  workers: settings.workers,
  repeatEach: settings.control ? 1 : settings.repeat,
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

/** With a control walk, the two visitors take turns: what changes with time alone can then be told from what they enter. */
function walks(): readonly { readonly walk: TattleOptions['walk']; readonly round: string }[] {
  if (!settings.control) return [{ walk: null, round: '' }]
  return Array.from({ length: settings.repeat }, (_, at) => at === 0 ? '' : String(at + 1))
    .flatMap((round) => [{ walk: 'main' as const, round }, { walk: 'control' as const, round }])
}

function toGlob(folder: URL): string {
  return `${fileURLToPath(folder).replaceAll('\\', '/')}**`
}

/** Exactly this file, whatever characters its name has. */
function toPattern(file: string): RegExp {
  return new RegExp(`^${file.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`)
}
