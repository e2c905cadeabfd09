/** What a suite pays: ten small tests in one worker, with Playwright's own `test` and with tattle's, in turns. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeProject } from '../../e2e/project.js'

export const TESTS = 10

const CONFIG = (port: number): string => `
import { defineConfig } from 'playwright/test'
export default defineConfig({
  workers: 1,
  use: {
    baseURL: 'http://www.clinic.example',
    launchOptions: { executablePath: process.env.CHROMIUM, args: ['--host-resolver-rules=MAP * 127.0.0.1:${port}'] },
  },
})
`
const SPEC = (from: string): string => `
import { expect, test } from '${from}'
for (let at = 1; at <= ${TESTS}; at++) test('visit ' + at, async ({ page }) => {
  await page.goto('/page/' + at)
  await expect(page).toHaveTitle('Page ' + at)
})
`

/** Of each round the milliseconds for one test: its share of the whole run, start of the worker and browsers included. */
export async function measureSuite(port: number, rounds: number): Promise<readonly { readonly plain: number; readonly recorded: number }[]> {
  const project = makeProject(null, 'suite')
  try {
    project.write('package.json', '{ "name": "suite", "private": true }')
    project.write('playwright.config.ts', CONFIG(port))
    project.write('plain.spec.ts', SPEC('playwright/test'))
    project.write('recorded.spec.ts', SPEC('tattle/playwright'))
    const one = async (spec: string, reporters: string): Promise<number> => {
      const { status, output } = await project.playwright(['test', spec, '--reporter', reporters], { PLAYWRIGHT_JSON_OUTPUT_NAME: 'result.json' })
      assert.equal(status, 0, output)
      const { stats } = JSON.parse(readFileSync(join(project.folder, 'result.json'), 'utf8')) as { stats: { duration: number; expected: number } }
      assert.equal(stats.expected, TESTS)
      return stats.duration / TESTS
    }
    const found: { plain: number; recorded: number }[] = []
    for (let round = 0; round < rounds; round += 1) {
      found.push({ plain: await one('plain', 'json'), recorded: await one('recorded', 'json,tattle/playwright/reporter') })
    }
    return found
  } finally {
    project.remove()
  }
}
