/** The suite in `projects/`, with all that suites have; it knows nothing of tattle until one line says so. */
import assert from 'node:assert/strict'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openZip } from '../../src/capture/har-zip.js'
import type { Report } from '../../src/model.js'
import { summarise } from '../../src/report/summary.js'
import { openStore } from '../../src/store/store.js'
import { junitErrors, NO_VALIDATOR, sarifValidator } from '../plugins/schemas.js'
import { filesIn, freePort, makeProject, type Project } from './project.js'

let project: Project
let env: Record<string, string>
const CHROMIUM_PROJECTS = ['--project', 'Desktop', '--project', 'Pixel 7']
const SPECS = ['auth.setup.ts', 'contexts.spec.ts', 'fixtures.ts', 'flaky.spec.mjs', 'search.spec.js']
const SCENARIOS = [
  'auth.setup › authenticate · setup', 'booking › booking › books Dermatologie · Desktop',
  'booking › booking › books Urologie · Desktop', 'booking › booking › books Urologie · Pixel 7',
  'contexts › is expected to fail · Desktop', 'contexts › shared context 3 · Desktop', 'contexts › shared context 4 · Desktop',
  'contexts › two users (context 2) · Desktop', 'contexts › two users · Desktop', 'fixtures › shared context · Desktop',
  'fixtures › shared context · Pixel 7', 'flaky › is flaky · Desktop', 'search › searches · Desktop',
]

before(async () => {
  project = makeProject('test/e2e/projects', 'Müllers Prüfungen & Projekte')
  env = { PORT: String(await freePort()) }
})
after(() => project.remove())

function latest(): Report {
  const store = openStore(join(project.folder, 'reports/stand-in.sqlite'), { readonly: true })
  try {
    return store.report({}, summarise)
  } finally {
    store.close()
  }
}

const names = (report: Report): string[] => [...new Set(report.captures.map(({ scenario }) => scenario))].sort()
const spotsOf = (report: Report, scenario: string): string =>
  report.captures.filter((one) => one.scenario.includes(scenario)).flatMap(({ blindSpots }) => blindSpots).join(' ')

test('as it was written: 12 pass, one at its second try', async () => {
  const { status, output } = await project.playwright(['test', ...CHROMIUM_PROJECTS], env)
  assert.equal(status, 0, output)
  assert.match(output, /1 flaky[\s\S]*12 passed/)
})

test('adopted: the same outcome, every context is a capture under a name that holds', async () => {
  for (const file of SPECS) project.edit(`tests/${file}`, (text) => text.replace("'playwright/test'", "'tattle/playwright'"))
  project.edit('playwright.config.ts', (text) => text.replace("[['list']]", "[['list'], ['tattle/playwright/reporter']]"))
  const { status, output } = await project.playwright(['test', ...CHROMIUM_PROJECTS], env)
  assert.equal(status, 0, output)
  assert.match(output, /1 flaky[\s\S]*12 passed/)
  const report = latest()
  assert.deepEqual(names(report), SCENARIOS)
  assert.deepEqual(report.captures.map(({ scenario, coverage, coverageReasons }) => [scenario, coverage, coverageReasons])
    .filter(([, coverage]) => coverage === 'broken'), [])
  assert.equal(report.captures.find(({ scenario }) => scenario === 'auth.setup › authenticate · setup')?.coverage, 'full')
  assert.equal(report.captures.filter(({ scenario }) => scenario.startsWith('flaky')).length, 1, 'the last try counts')

  assert.match(spotsOf(report, 'search'), /holds a consent choice already \(cookie_consent\)/)
  assert.doesNotMatch(spotsOf(report, '(context 2)'), /consent choice/, 'it starts from nothing')
  assert.match(spotsOf(report, 'is expected to fail'), /expected to fail and stopped there/)
  assert.match(output, /tattle: 1 test ran without a capture.*starts a browser of its own · Desktop \(The test starts or connects to a browser of its own \(contexts\.spec\.ts:/)
  assert.doesNotMatch(output, /asks the interface only.*without/, 'what opens no page sends nothing')
  const ownSteps = report.captures.find(({ scenario }) => scenario === 'contexts › shared context 3 · Desktop')?.steps ?? []
  assert.ok(ownSteps.some(({ title }) => title.includes('Fill')) && ownSteps.some(({ title }) => title.includes('Click')), 'steps of both tests')

  const traces = filesIn(join(project.folder, 'test-results'), 'trace.zip')
  assert.equal(traces.length, 1)
  const trace = await openZip(join(project.folder, 'test-results', traces[0] ?? ''))
  const parts = await Promise.all(trace.names.filter((name) => /^\d+-trace\.trace$/.test(name)).map((name) => trace.read(name, 50_000_000)))
  assert.ok(parts.some((part) => part.includes('frame-snapshot')), 'the trace shows the page')
  trace.close()
  const { analysis } = report.captures.find(({ scenario }) => scenario.includes('setup')) ?? {}
  assert.deepEqual(analysis?.termCounts, { 'identity.email': 1 }, 'the password is none')
})

test('the baseline holds when the order of tests, projects and workers changes', async () => {
  const accepted = await project.tattle('check', '--update-baseline')
  assert.equal(accepted.status, 0, accepted.output)
  const { status, output } = await project.playwright(['test', '--project', 'Pixel 7', '--workers', '1'], env)
  assert.equal(status, 0, output)
  const check = await project.tattle('check')
  assert.equal(check.status, 0, check.output)
  assert.match(check.output, /served on this machine, a site sees none/)
})

test('a regression, in two shards that are merged: caught in each project, at its action, once', async (t) => {
  for (const shard of ['1/2', '2/2']) {
    const { status, output } = await project.playwright(['test', ...CHROMIUM_PROJECTS, '--shard', shard, '--reporter', 'blob'], {
      ...env, CAMPAIGN: '1', PLAYWRIGHT_BLOB_OUTPUT_FILE: join(project.folder, 'blobs', `${shard.slice(0, 1)}.zip`),
    })
    assert.equal(status, 0, output)
  }
  const merged = await project.playwright(['merge-reports', 'blobs', '--reporter', 'tattle/playwright/reporter'])
  assert.equal(merged.status, 0, merged.output)
  const report = latest()
  assert.equal(report.runs.length, 1)
  const lost = 'contexts › shared context 4 · Desktop' // closed by no hook, and with blobs there is nowhere to leave it
  assert.deepEqual(names(report), SCENARIOS.filter((name) => name !== lost))
  assert.match(merged.output, /tattle: 1 test ran without a capture.*: contexts · never closed › sends · Desktop \(a context that a hook had opened was closed by none, and a blob report/)

  const check = await project.tattle('check', '--report', 'sarif=reports/t.sarif', '--report', 'junit=reports/t.xml', '--report', 'pull-request=reports/t.md')
  assert.equal(check.status, 1, check.output)
  assert.match(check.output, /contexts · never closed › sends · Desktop \(a context .* close it in afterAll\)/, 'the check says what it could not see')
  for (const line of [
    /authenticate · setup, no-choice.*: medium identity\.email → adnet\.example, body em/,
    /books Urologie · Desktop, no-choice.*: medium health\.reason → adnet\.example, query u, at "fill the form" \(tests\/pages\/booking\.ts:10\)/,
    /books Urologie · Pixel 7, no-choice.*: medium health\.reason → adnet\.example, query u, at "fill the form"/,
    /shared context 3 · Desktop, no-choice.*: medium health\.reason → adnet\.example, query u/,
    /search › searches · Desktop, no-choice.*: medium health\.\w+ → adnet\.example, query u/,
  ]) assert.match(check.output, line)
  const comment = readFileSync(join(project.folder, 'reports/t.md'), 'utf8')
  assert.match(comment, /\| tests\/pages\/booking\.ts:10 \| .*Desktop.*no\\-choice; .*Pixel 7, no\\-choice/, 'two projects, one row')
  const sarif = readFileSync(join(project.folder, 'reports/t.sarif'), 'utf8')
  const validate = sarifValidator()
  assert.ok(validate(JSON.parse(sarif)), JSON.stringify(validate.errors))
  const errors = await junitErrors([readFileSync(join(project.folder, 'reports/t.xml'), 'utf8')])
  if (errors === null) t.diagnostic(NO_VALIDATOR)
  else assert.deepEqual(errors, [])
  assert.doesNotMatch(sarif, /Vasektomie|petra\.vogt/)
})

test('a password is in no row and no title, whatever its field is called', () => {
  for (const file of readdirSync(join(project.folder, 'reports'), { recursive: true, encoding: 'utf8' })) {
    const path = join(project.folder, 'reports', file)
    if (!statSync(path).isFile() || file.endsWith('.zip')) continue
    assert.ok(!readFileSync(path, 'latin1').includes('Sommer-2026'), file)
  }
})

test('Firefox is named as what was not seen, once, and the check does not call that proved', async () => {
  const run = await project.playwright(['test', '--project', 'firefox'], { ...env, PLAYWRIGHT_BROWSERS_PATH: join(project.folder, 'none') })
  assert.match(run.output, /tattle: 1 test ran without a capture.*search · searches · firefox \(.*firefox; only Chromium that this worker starts is recorded/)
  const check = await project.tattle('check')
  assert.equal(check.status, 3, check.output)
  assert.match(check.output, /firefox; only Chromium/)
})
