/**
 * For those who run the scenarios with Playwright itself: `PLAYWRIGHT_TEST_BASE_URL=https://… npx playwright test`.
 * `tattle audit` has a configuration of its own.
 */
import { CONSENT_STATES, defineConfig, type TattleOptions } from 'tattle/playwright'

export default defineConfig<TattleOptions>({
  testDir: 'scenarios',
  build: { external: ['**/dist/**'] }, // compiled already
  timeout: 180_000,
  workers: 1,
  reporter: [['list'], ['./dist/src/playwright/reporter.js']],
  use: { actionTimeout: 20_000, navigationTimeout: 45_000 },
  projects: CONSENT_STATES.map((consentState) => ({ name: consentState, use: { consentState } })),
})
