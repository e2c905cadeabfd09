import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { findBrowser } from '../../../src/capture/browser.js'
import { deviationsOf, hostMapIn, recordingFlags, targetOf, toHostMapping } from '../../../src/capture/environment.js'
import { isTattleError, type ErrorCode } from '../../../src/errors.js'
import { resolveScenarios } from '../../../src/playwright/scenarios.js'
import { readSettings } from '../../../src/playwright/settings.js'
import { holdsOneTest, scenarioOf, sharedScenario, variantOf } from '../../../src/playwright/scenario.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-settings-'))
after(() => rmSync(folder, { recursive: true, force: true }))

function refuses(code: ErrorCode, words: RegExp): (error: unknown) => boolean {
  return (error) => isTattleError(error) && error.code === code && words.test(error.message)
}

test('the host map is read, and written as Chromium takes it', () => {
  assert.deepEqual(toHostMapping('*.example=127.0.0.1:8443'), { pattern: '*.example', to: '127.0.0.1:8443' })
  assert.deepEqual(toHostMapping('www.a.example=[::1]:80'), { pattern: 'www.a.example', to: '[::1]:80' })
  for (const wrong of ['', 'a', '=b', 'a=', 'a=b c', 'a=b,MAP * evil']) assert.throws(() => toHostMapping(wrong), refuses('usage', /--host-map/))
  const flags = recordingFlags('/tmp/log.json', [{ pattern: 'a', to: 'b' }, { pattern: 'c', to: 'd:1' }])
  assert.ok(flags.includes('--host-resolver-rules=MAP a b, MAP c d:1'))
})

test('a host map among the arguments of somebody\'s browser is read as well', () => {
  const args = ['--lang=de', '--host-resolver-rules=MAP *.clinic.example 127.0.0.1:8443, EXCLUDE cdn.clinic.example,MAP gone.example ~NOTFOUND']
  assert.deepEqual(hostMapIn(args), [{ pattern: '*.clinic.example', to: '127.0.0.1:8443' }, { pattern: 'gone.example', to: '~NOTFOUND' }])
  assert.equal(targetOf(hostMapIn(args), 'https://www.clinic.example/'), 'stand-in')
  assert.equal(targetOf(hostMapIn(args), 'https://gone.example/'), 'live')
  assert.deepEqual(hostMapIn(['--host-rules=map a [::1]:80']), [{ pattern: 'a', to: '[::1]:80' }])
  assert.deepEqual(hostMapIn(undefined), [])
})

test('a target is a stand-in where the audited host itself is loopback or mapped to it', () => {
  const mapped = [toHostMapping('*.clinic.example=127.0.0.1:8443')]
  assert.equal(targetOf(mapped, 'https://www.clinic.example/'), 'stand-in')
  assert.equal(targetOf(mapped, 'https://www.elsewhere.example/'), 'live')
  assert.equal(targetOf(mapped, 'https://clinic.example.org/'), 'live')
  assert.equal(targetOf(mapped, null), 'stand-in')
  assert.equal(targetOf([], 'http://localhost:3000'), 'stand-in')
  assert.equal(targetOf([], 'http://0.0.0.0:3000'), 'stand-in')
  assert.equal(targetOf([], 'http://127.0.0.1.nip.example/'), 'live')
  assert.equal(targetOf([toHostMapping('www.clinic.example=203.0.113.5')], 'https://www.clinic.example'), 'live')
  assert.equal(targetOf([], null), 'live')
})

test('deviations are those that the command line shows', () => {
  const facts = { thirdPartyCookies: 'allow', hostMap: [], ignoreHttpsErrors: false, broughtState: false } as const
  const whats = (commandLine: readonly string[]): string[] => deviationsOf({ ...facts, commandLine }).map(({ what }) => what)
  assert.ok(whats(['chromium', '--headless', '--no-sandbox']).includes('headless'))
  assert.ok(!whats(['chromium']).includes('headless'))
  assert.ok(deviationsOf({ ...facts, commandLine: [] }).every(({ effect }) => effect.length > 10))
})

test('a browser that is named and does not exist is a sentence', () => {
  assert.throws(() => findBrowser({ path: join(folder, 'none') }), refuses('browser-missing', /--browser names; name one with/))
  assert.throws(() => findBrowser({ channel: 'netscape' }), refuses('browser-missing', /netscape is not installed/))
})

test('settings without a file are the defaults, a file that cannot be read is a sentence', () => {
  assert.equal(readSettings('').result, null)
  const file = join(folder, 'run.json')
  writeFileSync(file, '{"baseUrl":"https://a.example"}')
  assert.equal(readSettings(file).baseUrl, 'https://a.example')
  assert.equal(readSettings(file).thirdPartyCookies, 'allow')
  writeFileSync(file, '{')
  assert.throws(() => readSettings(file), refuses('config-invalid', /TATTLE_RUN/))
})

test('scenarios are files, names of a folder, or all of it', () => {
  mkdirSync(join(folder, 'scenarios'))
  for (const name of ['booking.de.spec.ts', 'booking.fr.spec.ts', 'helper.ts']) writeFileSync(join(folder, 'scenarios', name), '')
  const paths = ['booking.de.spec.ts', 'booking.fr.spec.ts'].map((name) => join(folder, 'scenarios', name))
  assert.deepEqual(resolveScenarios([], folder), paths)
  assert.deepEqual(resolveScenarios(['booking.fr'], folder), [paths[1]])
  assert.deepEqual(resolveScenarios(['scenarios/booking.de.spec.ts', 'booking.de'], folder), [paths[0]])
  assert.throws(() => resolveScenarios(['booking.it'], folder), refuses('usage', /neither a file, nor a URL.*booking\.de, booking\.fr/))
  assert.throws(() => resolveScenarios(['www.klinik.example'], folder), refuses('usage', /a URL, which begins with https:\/\/ or http:\/\/,/))
})

test('a scenario is named after its file, and after its test where the file has several', () => {
  const one = "test.describe('x', () => {\n  test('books', async () => {\n    await test.step('search', () => {}) }) })"
  assert.ok(holdsOneTest(one))
  assert.ok(!holdsOneTest(`${one}\ntest("other", async () => {})`))
  assert.ok(!holdsOneTest('for (const town of towns) test(`books in ${town}`, async () => {})'))
  const several = [
    'test(town, async () => {})', "test('books in ' + town, async () => {})", 'test(town.name, async () => {})',
    'test(titles[0], { tag: "@a" }, async () => {})', "test.describe(town, () => { test('books', async () => {}) })",
    "test.describe('in ' + town, () => { test('books', async () => {}) })",
  ]
  for (const call of several) assert.ok(!holdsOneTest(`for (const town of towns) ${call}`), call)
  const still = ["test.fail()", "test.slow(isSlow, 'slow')", 'test.describe(() => {})', "test.describe.configure({ retries: 2 })", 'info.test.slow()']
  for (const call of still) assert.ok(holdsOneTest(`${one}\n${call}`), call)
  const file = join(folder, 'booking.de.spec.ts')
  writeFileSync(file, one)
  assert.equal(scenarioOf({ info: { file, titlePath: ['booking.de.spec.ts', 'x', 'books'] }, scenario: {} }, false).name, 'booking.de')
  assert.equal(scenarioOf({ info: { file, titlePath: ['booking.de.spec.ts', 'x', 'books'] }, scenario: {} }, true).name, 'booking.de › x › books')
  assert.equal(scenarioOf({ info: { file, titlePath: [] }, scenario: { name: 'mine' } }, true).name, 'mine')
  writeFileSync(file, `${one}\ntest('other', async () => {})`)
  assert.equal(scenarioOf({ info: { file, titlePath: ['booking.de.spec.ts', 'x', 'books'] }, scenario: {} }, false).name, 'booking.de › x › books')
})

test('a context of several tests is named after the call that opened it', () => {
  const file = join(folder, 'multi.spec.ts')
  writeFileSync(file, "beforeAll(async ({ browser }) => {\n  one = await browser.newPage()\n  two = await browser.newContext()\n})")
  assert.equal(sharedScenario({ file, line: 2 }).name, 'multi › shared context')
  assert.equal(sharedScenario({ file, line: 3 }).name, 'multi › shared context 2')
})

test('projects tell captures apart, but for the consent state that they stand for', () => {
  const cases = [
    ['', null, ''], ['Mobile Chrome', null, 'Mobile Chrome'], ['reject', 'reject', ''], ['desktop', 'accept', ''],
    ['desktop-reject', 'reject', 'desktop'], ['accept · Pixel 7', 'accept', 'Pixel 7'],
  ] as const
  for (const [project, state, variant] of cases) assert.equal(variantOf(project, state), variant, project)
})
