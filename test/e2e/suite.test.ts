/** The suite in `suite/`, which knows nothing of tattle: adopted, a regression planted and caught, repaired. */
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openZip } from '../../src/capture/har-zip.js'
import { openStore } from '../../src/store/store.js'
import { summarise } from '../../src/report/summary.js'
import type { Report } from '../../src/model.js'
import { filesIn, freePort, makeProject, type Project } from './project.js'

let project: Project
let env: Record<string, string>
const DATABASE = 'reports/stand-in.sqlite'

before(async () => {
  project = makeProject('test/e2e/suite')
  env = { PORT: String(await freePort()), SHOP_API_KEY: 'K-0815-geheim-park' }
})
after(() => project.remove())

function latest(): Report {
  const store = openStore(join(project.folder, DATABASE), { readonly: true })
  try {
    return store.report({}, summarise)
  } finally {
    store.close()
  }
}

/** Everything that the run has left, as text. */
function leftovers(): string {
  const folders = ['reports', 'test-results']
  return folders.flatMap((folder) => filesIn(join(project.folder, folder), '')
    .filter((file) => folder === 'reports' ? !file.endsWith('.zip') : /tattle-/.test(file))
    .filter((file) => statSync(join(project.folder, folder, file)).isFile())
    .map((file) => `${file}\n${readFileSync(join(project.folder, folder, file), 'latin1')}`)).join('\n')
}

test('as it was written, it passes without tattle', async () => {
  const { status, output } = await project.playwright(['test'], env)
  assert.equal(status, 0, output)
  assert.match(output, /3 passed/)
})

test('one import line alone: it passes, is told of the reporter, and leaves nothing', async () => {
  for (const file of ['tests/fixtures.ts', 'tests/search.spec.ts']) {
    project.edit(file, (text) => text.replace("'playwright/test'", "'tattle/playwright'"))
  }
  const { status, output } = await project.playwright(['test', 'search'], { ...env, RELEASE: 'campaign' })
  assert.equal(status, 0, output)
  assert.equal(output.match(/nobody writes down what they show: add \['tattle\/playwright\/reporter'\] to `reporter`/g)?.length, 1)
  assert.deepEqual(filesIn(project.folder, '').filter((file) => /tattle-|^reports/.test(file) && !file.includes('node_modules')), [])
  const check = await project.tattle('check')
  assert.equal(check.status, 2)
  assert.match(check.output, /no database at .* or a suite with the reporter tattle\/playwright\/reporter makes one/)
})

test('one import line and one reporter line: it passes as before, and each test is a capture', async () => {
  project.edit('playwright.config.ts', (text) => text.replace("[['list']]", "[['list'], ['tattle/playwright/reporter']]"))
  const { status, output } = await project.playwright(['test'], env)
  assert.equal(status, 0, output)
  assert.match(output, /3 passed/)

  const { captures, verdict, target } = latest()
  assert.equal(target, 'stand-in')
  assert.equal(verdict, 'none-observed')
  assert.deepEqual(captures.map(({ scenario }) => scenario).sort(), ['account › signs in', 'search › finds a specialist', 'search › shows free slots'])
  assert.ok(captures.every(({ coverage }) => coverage !== 'broken'), JSON.stringify(captures.map((one) => one.coverageReasons)))
  const stubbed = captures.find(({ scenario }) => scenario.includes('slots'))
  assert.match(stubbed?.blindSpots.join() ?? '', /answers or stops requests itself \(search\.spec\.ts:12\): \*\*\/api\/termine/)

  const terms = captures.find(({ scenario }) => scenario.includes('specialist'))?.analysis.termCounts
  assert.deepEqual(terms, { 'health.condition': 1, 'health.specialty': 1 }, 'what was typed, and the label that was chosen')
  assert.deepEqual(captures.find(({ scenario }) => scenario === 'account › signs in')?.analysis.termCounts, { 'identity.email': 1 }, 'neither password, code nor key')
  assert.deepEqual(filesIn(join(project.folder, 'reports'), '.zip'), [], 'nothing leaked, so no originals are kept')

  const accepted = await project.tattle('check', '--update-baseline')
  assert.equal(accepted.status, 0, accepted.output)
  const check = await project.tattle('check')
  assert.equal(check.status, 0, check.output)
  assert.match(check.output, /passed: no new leaks observed\. Stand-in, 3 captures, coverage limited/)
})

test('a regression is caught: the suite still passes, the check does not', async () => {
  const run = await project.playwright(['test'], { ...env, RELEASE: 'campaign' })
  assert.equal(run.status, 0, run.output)
  const check = await project.tattle('check', '--report', 'sarif=reports/tattle.sarif', '--report', 'junit=reports/tattle.xml')
  assert.equal(check.status, 1, check.output)
  assert.match(check.output, /medium identity\.email → adnet\.example, body em/)
  assert.match(check.output, /medium health\.condition → adnet\.example, query u/)
  assert.ok(filesIn(join(project.folder, 'reports'), '.zip').length >= 2, 'what leaked keeps its originals')

  const { findings } = latest()
  assert.ok(findings.every(({ leaks }) => leaks.every(({ matchSource }) => matchSource === 'typed' || matchSource === 'site-dictionary')))
  const sarif = JSON.parse(readFileSync(join(project.folder, 'reports/tattle.sarif'), 'utf8')) as {
    runs: { results: { ruleId: string; locations: { physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } } }[] }[] }[]
  }
  const place = sarif.runs[0]?.results.find(({ ruleId }) => ruleId === 'identity.email')?.locations[0]?.physicalLocation
  assert.equal(place?.artifactLocation.uri, 'tests/fixtures.ts')
  assert.equal(place?.region.startLine, 12, 'the click on "Anmelden"')
  const text = leftovers()
  for (const secret of ['Hunde-sind-toll-7', '482915', 'K-0815-geheim-park']) assert.ok(!text.includes(secret), secret)
})

test('repaired: the check passes again', async () => {
  const run = await project.playwright(['test'], env)
  assert.equal(run.status, 0, run.output)
  const check = await project.tattle('check')
  assert.equal(check.status, 0, check.output)
})

test('in CI, as ES modules, with the verdict inside the test: masked, and failing at the line', async () => {
  project.write('package.json', '{ "name": "praxis-am-park-tests", "private": true, "type": "module" }')
  project.edit('tests/account.spec.ts', (text) => text.replace("'./fixtures'", "'./fixtures.js'"))
  project.edit('tests/search.spec.ts', (text) => text
    .replace(/await (page\.getByRole\('button', \{ name: 'Suchen' \}\)\.click\(\))/, "await test.step('searches', () => $1)")
    .replace("  await page.goto('/')\n", "  expect(page).toHaveNoLeaks({ kinds: ['health.*'] })\n  await page.goto('/')\n"))
  project.write('tests/plain.spec.js', "import { expect, test } from 'tattle/playwright'\ntest('in JavaScript', async ({ page }) => {\n  await page.goto('/suche')\n  expect(page).toHaveNoLeaks({ kinds: ['identity.*'] })\n})\n")
  project.write('tattle.config.yaml', "allow:\n  - { recipients: [elsewhere.example], kinds: ['*'], reason: r, by: b, until: 2099-01-01 }\n")
  await project.run([process.execPath, '-e', "fs.rmSync('reports', { recursive: true }); fs.rmSync('test-results', { recursive: true, force: true })"])
  const { status, output } = await project.playwright(['test'], { ...env, RELEASE: 'campaign', CI: 'true' })
  assert.equal(status, 1, output)
  assert.match(output, /3 passed/)
  assert.match(output, /toHaveNoLeaks: \d leaks? to third parties/)
  assert.match(output, /medium: adnet\.example received health\.condition \(health\.condition#0\) in query u, at the step "searches", during [\w. ()'{}:,"]*[Cc]lick\S* \(tests\/search\.spec\.ts:8\)/)
  assert.match(output, /> 4 \|\s+expect\(page\)\.toHaveNoLeaks/)

  const report = latest()
  assert.ok(report.findings.some(({ kind }) => kind === 'identity.email'))
  const text = leftovers()
  for (const value of ['mara.lindner', 'Blasenschw', 'Hunde-sind-toll-7', '482915', 'K-0815-geheim-park']) assert.ok(!text.includes(value), text.slice(Math.max(0, text.indexOf(value) - 300), text.indexOf(value) + 50))
  assert.deepEqual(filesIn(join(project.folder, 'reports'), '.zip'), [], 'no originals')
  const masked = filesIn(join(project.folder, 'reports'), '.masked.har')
  assert.equal(masked.length, 2, 'of each capture that leaked, what leaked')
  assert.deepEqual(filesIn(join(project.folder, 'test-results'), 'tattle-capture.zip'), [])
})

test('a failing test has one picture, of its page, and no other reporter gets what it typed or the originals', async () => {
  project.write('tests/broken.spec.ts', "import { expect, test } from 'tattle/playwright'\n" +
    "test.use({ screenshot: 'only-on-failure', trace: 'retain-on-failure' })\n" +
    "test('is broken', async ({ page }) => {\n  await page.goto('/')\n  await page.getByLabel('Beschwerden').fill('Blasenschwäche')\n" +
    "  await test.step('compares', async () => {\n    expect.soft(3).toBe(4)\n    expect(1).toBe(2)\n  })\n})\n")
  const { status, output } = await project.playwright(['test', 'broken', '--reporter', 'list,html,tattle/playwright/reporter'], {
    ...env, RELEASE: 'campaign', PLAYWRIGHT_HTML_OPEN: 'never',
  })
  assert.equal(status, 1, output)
  const pictures = filesIn(join(project.folder, 'test-results'), '.png')
  assert.equal(pictures.length, 1, pictures.join())
  assert.match(readFileSync(join(project.folder, 'test-results', filesIn(join(project.folder, 'test-results'), 'error-context.md')[0] ?? ''), 'utf8'), /heading "Praxis am Park"/)
  assert.doesNotMatch(output, /tattle-(?:capture|analysed)/)
  assert.match(output, /at .*broken\.spec\.ts:7:\d+/)
  assert.doesNotMatch(output, /\n +at .*node_modules.tattle/, 'no frames but those of the test')
  const copied = filesIn(join(project.folder, 'playwright-report/data'), '')
  assert.deepEqual(copied.map((file) => file.replace(/^.*\./, '')).sort(), ['md', 'png', 'zip'], 'context, picture, trace')
  assert.equal(latest().captures.filter(({ scenario }) => scenario.startsWith('broken')).length, 1)
  await project.run([process.execPath, '-e', "fs.rmSync('tests/broken.spec.ts'); fs.rmSync('playwright-report', { recursive: true })"])
})

test('a context that cannot be opened is told as by Playwright; a page that is opened is what leaked; a HAR of its own', async () => {
  project.write('tests/none.spec.ts', "import { expect, test } from 'tattle/playwright'\n" +
    "test('starts from nothing', async ({ browser }) => {\n  await browser.newContext({ storageState: 'absent.json' })\n})\n" +
    "test('opens', async ({ page }) => {\n  expect(page).toHaveNoLeaks()\n  await page.goto('/suche?q=Blasenschw%C3%A4che')\n})\n" +
    "test('keeps a HAR', async ({ browser }) => {\n  const context = await browser.newContext({ recordHar: { path: 'own.har' } })\n" +
    "  await (await context.newPage()).goto('/konto')\n  await context.close()\n})\n" +
    "test('keeps no bodies', async ({ browser }) => {\n  for (const [path, omit] of [['bare.har', { content: 'omit' }], ['bare.zip', { omitContent: true }]] as const) {\n" +
    "    const context = await browser.newContext({ recordHar: { path, ...omit } })\n" +
    "    await (await context.newPage()).goto('/konto')\n    await context.close()\n  }\n})\n")
  const { status, output } = await project.playwright(['test', 'none', '--reporter', 'list'], { ...env, RELEASE: 'campaign' })
  assert.equal(status, 1, output)
  assert.match(output, /received health\.condition \(Blasenschwäche\) in query u, during page\.goto \(tests\/none\.spec\.ts:7\)/)
  assert.match(output, /2 passed/)
  assert.match(output, /Error reading storage state from absent\.json/)
  assert.match(readFileSync(join(project.folder, 'own.har'), 'utf8'), /"url": ?"http:\/\/localhost:\d+\/konto"[^]*Bestätigungscode/)
  const bare = readFileSync(join(project.folder, 'bare.har'), 'utf8')
  assert.match(bare, /"url": ?"http:\/\/localhost:\d+\/konto"/)
  assert.doesNotMatch(bare, /Bestätigungscode|"text":/)
  const zip = await openZip(join(project.folder, 'bare.zip'))
  assert.deepEqual(zip.names, ['har.har'])
  zip.close()
  assert.doesNotMatch(output, /\n +at .*node_modules.tattle/, 'no frames but those of the test')
  await project.run([process.execPath, '-e', "fs.rmSync('tests/none.spec.ts')"])
})

test('the debugging protocol of the browser that has the page, in each test; pages opened by it are named', async () => {
  project.write('tests/protocol.spec.ts', "import { expect, test } from 'tattle/playwright'\n" +
    "for (const name of ['first', 'second']) test(name, async ({ browser, page }) => {\n  await page.goto('/konto')\n" +
    "  const session = await browser.newBrowserCDPSession()\n  const { targetInfos } = await session.send('Target.getTargets')\n" +
    "  expect(targetInfos.some(({ url }) => url === page.url())).toBe(true)\n})\n" +
    "test('opens no context', async ({ browser }) => {\n  const session = await browser.newBrowserCDPSession()\n" +
    "  await session.send('Target.createTarget', { url: 'about:blank' })\n})\n")
  const map = { HOST_RULES: '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost' }
  project.edit('playwright.config.ts', (text) => text.replace("args: ['--host", "args: [process.env.HOST_RULES ?? '--host"))
  const { status, output } = await project.playwright(['test', 'protocol', '--reporter', 'list,tattle/playwright/reporter'], { ...env, ...map })
  assert.equal(status, 0, output)
  assert.match(output, /The test opens pages over the debugging protocol \(protocol\.spec\.ts:10\)/)
  const { captures } = latest()
  assert.deepEqual(captures.map(({ coverageReasons }) => coverageReasons), [[], []], 'the self-check goes by no map of hosts')
  await project.run([process.execPath, '-e', "fs.rmSync('tests/protocol.spec.ts')"])
})

test('of a page that tests share, what one of them sent is kept though another is tried again', async () => {
  project.write('tests/shared.spec.ts', "import { expect, test, type Page } from 'tattle/playwright'\nlet page: Page\n" +
    "test.beforeAll(async ({ browser }) => { page = await browser.newPage() })\ntest.afterAll(() => page.close())\n" +
    "test('searches', async () => {\n  await page.goto('/suche?q=Blasenschw%C3%A4che')\n})\n" +
    "test('is flaky', async ({}, info) => {\n  await page.goto('/konto')\n  expect(info.retry).toBe(1)\n})\n")
  const { status, output } = await project.playwright(['test', 'shared', '--retries', '1', '--reporter', 'list,tattle/playwright/reporter'], {
    ...env, RELEASE: 'campaign',
  })
  assert.equal(status, 0, output)
  assert.doesNotMatch(output, /without a capture/)
  const { captures, findings } = latest()
  assert.deepEqual(captures.map(({ coverageReasons }) => coverageReasons), [[], []])
  assert.equal(captures.filter(({ blindSpots }) => blindSpots.join().includes('failed and was tried again in another')).length, 1)
  assert.ok(findings.some(({ kind }) => kind === 'health.condition'))
  await project.run([process.execPath, '-e', "fs.rmSync('tests/shared.spec.ts')"])
})

test('a suite that does not load is nothing that a check could call green', async () => {
  const before = await project.playwright(['test', 'account'], env)
  assert.equal(before.status, 0, before.output)
  assert.equal((await project.tattle('check', '--fail-on', 'never')).status, 0)
  project.write('tests/unloadable.spec.ts', "import './absent'\n")
  assert.equal((await project.playwright(['test', 'unloadable'], env)).status, 1)
  const { status, output } = await project.tattle('check', '--fail-on', 'never')
  assert.equal(status, 3, output)
  assert.match(output, /inconclusive: nothing was captured[^]*met an error outside of the tests/)
  await project.run([process.execPath, '-e', "fs.rmSync('tests/unloadable.spec.ts')"])
})

test('tests that did not run, and those that failed before they opened a page, are none that passed', async () => {
  project.write('tests/early.spec.ts', "import { expect, test } from 'tattle/playwright'\n" +
    "test('asks first', async ({ request }) => {\n  expect((await request.get('/nowhere')).ok()).toBe(true)\n})\n" +
    "test.describe.serial('in order', () => {\n  test('one', () => { expect(1).toBe(2) })\n  test('two', async ({ page }) => { await page.goto('/') })\n})\n" +
    "test('left out', async ({ page }) => {\n  test.skip()\n  await page.goto('/')\n})\ntest.fail('known to fail', () => { expect(1).toBe(2) })\n")
  const { status, output } = await project.playwright(['test', 'account', 'early'], env)
  assert.equal(status, 1, output)
  assert.match(output, /tattle: 2 tests failed without a capture, .*: early · asks first; early · in order › one\./)
  assert.match(output, /tattle: 1 test did not run, .*: early · in order › two\./)
  const check = await project.tattle('check', '--fail-on', 'never')
  assert.equal(check.status, 3, check.output)
  assert.match(check.output, /inconclusive: something was not captured[^]*2 tests failed without a capture[^]*1 test did not run/)
  assert.doesNotMatch(check.output, /known to fail/)

  const stopped = await project.playwright(['test', 'account', 'early', '--max-failures', '1'], env)
  assert.match(stopped.output, /tattle: 4 tests did not run, .*: early · in order › one; early · in order › two; early · left out and 1 more\./)
  const after = await project.tattle('check', '--fail-on', 'never')
  assert.equal(after.status, 3, after.output)
  await project.run([process.execPath, '-e', "fs.rmSync('tests/early.spec.ts')"])
})

test('a configuration that is not where the run is started is not passed over in silence', async () => {
  await project.run([process.execPath, '-e', "fs.renameSync('tattle.config.yaml', 'aside.yaml')"])
  project.write('packages/web/playwright.config.ts', "export default { testDir: '.', reporter: [['list'], ['tattle/playwright/reporter']] }\n")
  project.write('packages/web/tattle.config.yaml', 'failOn: low\n')
  project.write('packages/web/a.spec.ts', "import { test } from 'tattle/playwright'\ntest('asks nothing', () => {})\n")
  const { status, output } = await project.playwright(['test', '-c', 'packages/web'], env)
  assert.equal(status, 0, output)
  assert.match(output, /tattle: The configuration packages\/web\/tattle\.config\.yaml was not read, because/)
  assert.match((await project.tattle('check')).output, /tattle\.config\.yaml was not read/)
  await project.run([process.execPath, '-e', "fs.rmSync('packages', { recursive: true }); fs.renameSync('aside.yaml', 'tattle.config.yaml')"])
})

test('a run that is killed, or opens no page, is not checked by the run before it', async () => {
  project.write('playwright.alone.config.ts', "import base from './playwright.config'\nexport default { ...base, webServer: undefined }\n")
  const temporary = mkdtempSync(join(tmpdir(), 'suite-'))
  const spools = (): number => readdirSync(temporary).filter((name) => name.startsWith('tattle-reporter')).length
  const alone = (...args: readonly string[]): ReturnType<Project['playwright']> =>
    project.playwright(['test', '-c', 'playwright.alone.config.ts', ...args], { ...env, TMPDIR: temporary })
  project.write('tests/alone.spec.ts', "import { test } from 'tattle/playwright'\ntest('shows', async ({ page }) => { await page.setContent('<h1>Praxis</h1>') })\n" +
    "test.skip('later', async ({ page }) => { await page.goto('/') })\ntest('kills', async ({ page }) => {\n  await page.setContent('<h1>Praxis</h1>')\n" +
    "  process.kill(process.ppid, 'SIGKILL')\n})\n")
  assert.equal((await alone('alone', '--grep', 'shows')).status, 0)
  assert.equal((await project.tattle('check', '--fail-on', 'never')).status, 0)

  assert.notEqual((await alone('alone', '--grep', 'kills')).status, 0)
  const killed = await project.tattle('check', '--fail-on', 'never')
  assert.equal(killed.status, 3, killed.output)
  assert.equal(spools(), 1)
  assert.match(killed.output, /inconclusive: something was not captured[^]*A run that began at \S+ has left nothing here: it was stopped/)
  assert.equal((await project.tattle('check', '--update-baseline', '--baseline', 'elsewhere')).status, 3)
  assert.equal((await alone('alone', '--grep', 'shows')).status, 0)
  assert.equal(spools(), 0, 'the next run removes what the killed one left')
  const listed = await alone('alone', '--list')
  assert.match(listed.output, /Total: 3 tests/)
  assert.doesNotMatch(listed.output, /tattle: /)
  assert.equal((await project.tattle('check', '--fail-on', 'never')).status, 0)

  const skipped = await alone('alone', '--grep', 'later')
  assert.equal(skipped.status, 0, skipped.output)
  const nothing = await project.tattle('check', '--fail-on', 'never')
  assert.equal(nothing.status, 3, nothing.output)
  assert.match(nothing.output, /nothing was captured[^]*No test of this run opened a page/)
  await project.run([process.execPath, '-e', "for (const file of ['playwright.alone.config.ts', 'tests/alone.spec.ts', 'elsewhere']) fs.rmSync(file, { recursive: true })"])
  rmSync(temporary, { recursive: true, force: true })
})

test('a run whose reporter was replaced, or whose blobs wait to be merged, is not checked by the run before it', async () => {
  project.write('playwright.elsewhere.config.ts', "import base from './playwright.config'\n" +
    "export default { ...base, webServer: undefined, reporter: [['tattle/playwright/reporter', { database: 'out/leaks.sqlite' }]] }\n")
  project.write('tests/alone.spec.ts', "import { test } from 'tattle/playwright'\ntest('shows', async ({ page }) => { await page.setContent('<h1>Praxis</h1>') })\n")
  const elsewhere = (...args: readonly string[]): ReturnType<Project['playwright']> =>
    project.playwright(['test', '-c', 'playwright.elsewhere.config.ts', 'alone', ...args], env)
  const check = (): ReturnType<Project['tattle']> => project.tattle('check', '--fail-on', 'never', '--db', 'out/leaks.sqlite')
  project.write('playwright.aimless.config.ts', "import base from './playwright.config'\n" +
    "export default { ...base, webServer: undefined, use: { ...base.use, baseURL: undefined }, globalSetup: './fails.ts' }\n")
  project.write('fails.ts', "export default () => { throw new Error('no') }\n")
  assert.equal((await project.playwright(['test', '-c', 'playwright.aimless.config.ts', 'alone'], env)).status, 1)
  assert.equal((await project.tattle('check', '--fail-on', 'never', '--target', 'stand-in')).status, 3, 'which site it was about is not known')
  for (const reporter of ['dot', 'blob']) {
    assert.equal((await elsewhere()).status, 0)
    assert.equal((await check()).status, 0)
    assert.equal((await elsewhere('--reporter', reporter)).status, 0)
    const { status, output } = await check()
    assert.equal(status, 3, output)
    assert.match(output, /A run that began at \S+ has left nothing here: it had no reporter of tattle \(--reporter/)
  }
  assert.equal((await project.playwright(['merge-reports', 'blob-report', '-c', 'playwright.elsewhere.config.ts'])).status, 0)
  assert.equal((await check()).status, 0)
  await project.run([process.execPath, '-e', "for (const file of ['fails.ts', 'playwright.aimless.config.ts', 'playwright.elsewhere.config.ts', 'tests/alone.spec.ts', 'out', 'blob-report']) fs.rmSync(file, { recursive: true })"])
})

test('the last attempt counts; what one before it sent alone is told', async () => {
  project.write('tests/again.spec.ts', "import { expect, test } from 'tattle/playwright'\ntest('searches', async ({ page }, { retry }) => {\n" +
    "  await page.goto('/')\n  await page.getByLabel('Beschwerden').fill(retry === 0 ? 'Blasenschwäche' : '')\n" +
    "  await page.getByRole('button', { name: 'Suchen' }).click()\n  expect(retry).toBe(1)\n})\n")
  const { status, output } = await project.playwright(['test', 'again', '--retries', '1'], { ...env, RELEASE: 'campaign' })
  assert.equal(status, 0, output)
  const check = await project.tattle('check', '--fail-on', 'low')
  assert.match(check.output, /What this rests on:[^]*An attempt of again · searches that was tried again sent what the last one did not: [^\n]*health\.\w+ → adnet\.example, query u/)
  await project.run([process.execPath, '-e', "fs.rmSync('tests/again.spec.ts')"])
})

test('a page of the worker is also of the test that was the first to ask for it: its steps, and that it failed', async () => {
  project.write('tests/desk.spec.ts', "import { expect, test as base, type Page } from 'tattle/playwright'\n" +
    "const test = base.extend<{}, { desk: Page }>({\n  desk: [async ({ browser }, use) => {\n    const page = await browser.newPage()\n" +
    "    await use(page)\n    await page.close()\n  }, { scope: 'worker' }],\n})\n" +
    "test('searches', async ({ desk, baseURL }) => {\n  await desk.goto(`${baseURL}/`)\n  await desk.getByLabel('Beschwerden').fill('Blasenschwäche')\n" +
    "  await desk.getByRole('button', { name: 'Suchen' }).click()\n  expect(process.env.FAILS).toBeUndefined()\n})\n")
  const { status, output } = await project.playwright(['test', 'desk'], { ...env, RELEASE: 'campaign' })
  assert.equal(status, 0, output)
  assert.deepEqual([...new Set(latest().findings.filter(({ kind }) => kind === 'health.condition').flatMap(({ leaks }) => leaks.map(({ step }) => step)))],
    ["Click getByRole('button', { name: 'Suchen' })"])
  const failed = await project.playwright(['test', 'desk'], { ...env, FAILS: 'yes' })
  assert.equal(failed.status, 1, failed.output)
  const check = await project.tattle('check', '--fail-on', 'never')
  assert.equal(check.status, 3, check.output)
  await project.run([process.execPath, '-e', "fs.rmSync('tests/desk.spec.ts')"])
})

test('a browser that the set-up of the run starts is named as what was not seen', async () => {
  project.write('tests/setup.ts', "import { chromium } from 'playwright/test'\nexport default async () => {\n" +
    "  const own = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] })\n  await own.close()\n}\n")
  project.edit('playwright.config.ts', (text) => text.replace("testDir: './tests',", "testDir: './tests',\n  globalSetup: './tests/setup.ts',"))
  const { status, output } = await project.playwright(['test', 'account'], env)
  assert.equal(status, 0, output)
  assert.match(output, /tattle: The set-up or tear-down of the run starts or connects to a browser of its own \(setup\.ts:3\), and what/)
  assert.match((await project.tattle('check', '--fail-on', 'never')).output, /What this rests on:[^]*\(setup\.ts:3\)/)
  project.edit('playwright.config.ts', (text) => text.replace("\n  globalSetup: './tests/setup.ts',", ''))
})

test('shards: blob reports merge into one database', async () => {
  await project.run([process.execPath, '-e', "fs.rmSync('reports', { recursive: true }); fs.rmSync('tests/plain.spec.js')"])
  for (const shard of ['1/2', '2/2']) {
    const { status, output } = await project.playwright(['test', '--fully-parallel', '--shard', shard, '--reporter', 'blob'], {
      ...env, RELEASE: 'campaign', PLAYWRIGHT_BLOB_OUTPUT_FILE: join(project.folder, 'blobs', `${shard.slice(0, 1)}.zip`),
    })
    assert.equal(status, shard === '1/2' ? 1 : 0, output)
  }
  assert.deepEqual(filesIn(join(project.folder, 'blobs'), '.zip').length, 2)
  const merged = await project.playwright(['merge-reports', 'blobs', '--reporter', 'tattle/playwright/reporter'])
  assert.equal(merged.status, 0, merged.output)
  const { captures, runs, findings } = latest()
  assert.equal(runs.length, 1)
  assert.equal(captures.length, 3)
  assert.ok(captures.every(({ steps }) => steps.length > 0))

  // As when one shard's job was run again: each merge is a run with all that its reports hold.
  const again = await project.playwright(['merge-reports', 'blobs', '--reporter', 'tattle/playwright/reporter'])
  assert.equal(again.status, 0, again.output)
  const second = latest()
  assert.notEqual(second.runs[0]?.runId, runs[0]?.runId)
  assert.deepEqual(second.captures.map(({ captureId }) => captureId), captures.map(({ captureId }) => captureId))
  assert.deepEqual(second.findings.map(({ leaks }) => leaks.length), findings.map(({ leaks }) => leaks.length))
})
