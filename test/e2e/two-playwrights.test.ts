/** A project with two Playwrights, as npm leaves it where `@playwright/test` is older than what stands beside it. */
import assert from 'node:assert/strict'
import { cpSync, existsSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { whileTesting } from '../loopback.js'
import { makeProject, type Project } from './project.js'

const PAGE = '<!doctype html><link rel="icon" href="data:,"><label>Suche <input></label>'
const { port } = await whileTesting(createServer((_request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.end(PAGE)
}))
const address = `http://127.0.0.1:${port}/`
let project: Project

before(() => {
  project = makeProject(null)
  const below = join(project.folder, 'node_modules/@playwright/test')
  cpSync('node_modules/@playwright/test', below, { recursive: true, dereference: true })
  for (const name of ['playwright', 'playwright-core']) {
    cpSync(join('node_modules', name), join(below, 'node_modules', name), { recursive: true, dereference: true })
  }
  project.write('package.json', '{ "name": "klinik", "type": "module" }')
  project.write('playwright.config.ts', `import { defineConfig } from '@playwright/test'
export default defineConfig({
  reporter: [['list'], ['tattle/playwright/reporter']],
  use: { launchOptions: { executablePath: process.env.CHROMIUM, chromiumSandbox: false } },
})
`)
  project.write('search.spec.ts', `import { expect as theirs } from '@playwright/test'
import { test, expect } from 'tattle/playwright'
test('searches', async ({ page }) => {
  await page.goto('${address}')
  await page.getByLabel('Suche').fill('Blasenschwäche')
  await expect(page.getByLabel('Suche')).toHaveValue('Blasenschwäche')
  await theirs(page.getByLabel('Suche')).toBeVisible()
})
`)
})
after(() => project.remove())

test('the one whose runner it is records, whichever stands beside tattle', { timeout: 120_000 }, async () => {
  const { status, output } = await project.run([process.execPath, 'node_modules/@playwright/test/cli.js', 'test'])
  assert.equal(status, 0, output)
  assert.match(output, /1 capture, 0 leaks, written to reports\/stand-in\.sqlite/)
  assert.equal((await project.tattle('check')).status, 0)
})

test('the only one, in @playwright/test, is found from the project; where there is none, that is told', { timeout: 120_000 }, async () => {
  rmSync(join(project.folder, 'node_modules/playwright'))
  rmSync(join(project.folder, 'node_modules/playwright-core'))
  const found = await project.tattle('audit', address, '--consent', 'no-choice')
  assert.equal(found.status, 0, found.output)
  rmSync(join(project.folder, 'node_modules/@playwright'), { recursive: true })
  assert.equal(existsSync(join(project.folder, 'reports/stand-in.sqlite')), true)
  const none = await project.tattle('audit', address, '--consent', 'no-choice')
  assert.equal(none.status, 2)
  assert.match(none.output, /^tattle: Playwright is not installed here[^\n]*npm install --save-dev @playwright\/test[^\n]*\n$/)
})
