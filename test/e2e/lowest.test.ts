/** The lowest Playwright that package.json allows, installed into a project of its own: the sample suite, adopted. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { summarise } from '../../src/report/summary.js'
import { openStore } from '../../src/store/store.js'
import { freePort, makeProject, type Project } from './project.js'

const { peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { peerDependencies: { playwright: string } }
const LOWEST = peerDependencies.playwright.replace('>=', '').replace(/^(\d+\.\d+)$/, '$1.0')
let project: Project | null = null
after(() => project?.remove())

/** Null, or why it could not be had. */
function install(into: Project): string | null {
  const modules = join(into.folder, 'node_modules')
  const own = join(dirname(into.folder), 'lowest')
  mkdirSync(own)
  const npm = spawnSync('npm', ['install', '--prefix', own, '--no-save', '--no-audit', '--no-fund', '--ignore-scripts',
    '--fetch-retries=1', '--fetch-retry-mintimeout=1000', `playwright@${LOWEST}`],
    { encoding: 'utf8', timeout: 180_000, cwd: own })
  if (npm.status !== 0) return npm.stderr.split('\n').find((line) => /E[A-Z0-9]{3,}/.test(line)) ?? 'npm took longer than three minutes'
  for (const name of ['playwright', 'playwright-core']) {
    rmSync(join(modules, name))
    renameSync(join(own, 'node_modules', name), join(modules, name))
  }
  return null
}

test(`Playwright ${LOWEST}: recorded, typed values known, blind spots named, the regression caught at its line`, { timeout: 600_000 }, async (t) => {
  project = makeProject('test/e2e/suite')
  const missing = install(project)
  if (missing !== null) return t.skip(`playwright@${LOWEST} could not be installed (${missing}), so it was not tested.`)
  const { version } = JSON.parse(readFileSync(join(project.folder, 'node_modules/playwright/package.json'), 'utf8')) as { version: string }
  assert.equal(version, LOWEST)
  for (const file of ['tests/fixtures.ts', 'tests/search.spec.ts']) {
    project.edit(file, (text) => text.replace("'playwright/test'", "'tattle/playwright'"))
  }
  project.edit('tests/search.spec.ts', (text) => text
    .replace(/await (page\.getByRole\('button', \{ name: 'Suchen' \}\)\.click\(\))/, "await test.step('searches', () => $1)")
    .replace("  await page.goto('/')\n", "  expect(page).toHaveNoLeaks({ kinds: ['health.*'] })\n  await page.goto('/')\n"))
  project.edit('playwright.config.ts', (text) => text.replace("[['list']]", "[['list'], ['tattle/playwright/reporter']]"))
  const env = { PORT: String(await freePort()), SHOP_API_KEY: 'K-0815-geheim-park' }

  const honest = await project.playwright(['test'], env)
  assert.equal(honest.status, 0, honest.output)
  assert.equal((await project.tattle('check', '--update-baseline', '--quiet')).status, 0)
  const run = await project.playwright(['test'], { ...env, RELEASE: 'campaign' })
  assert.equal(run.status, 1, run.output)
  assert.match(run.output, /received health\.condition \([^)]*\) in query u, at the step "searches", during \S.* \(tests\/search\.spec\.ts:8\)/)
  const check = await project.tattle('check')
  assert.equal(check.status, 1, check.output)
  assert.match(check.output, /medium identity\.email → adnet\.example, body em/)

  const store = openStore(join(project.folder, 'reports/stand-in.sqlite'), { readonly: true })
  const { captures } = store.report({}, summarise)
  store.close()
  assert.equal(captures.length, 3)
  assert.match(captures.flatMap(({ blindSpots }) => blindSpots).join(), /answers or stops requests itself/)
  assert.ok(captures.some(({ analysis }) => analysis.termCounts['identity.email'] === 1))
})
