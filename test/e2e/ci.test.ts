/** The ready-made files for CI: their own commands are run, in a project that uses them. */
import assert from 'node:assert/strict'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { parse } from 'yaml'
import { junitErrors, NO_VALIDATOR, sarifValidator } from '../plugins/schemas.js'
import { filesIn, freePort, makeProject, type Project } from './project.js'

let project: Project
let env: Record<string, string>

before(async () => {
  project = makeProject('test/e2e/suite')
  project.edit('tests/search.spec.ts', (text) => text.replace("'playwright/test'", "'tattle/playwright'"))
  project.edit('playwright.config.ts', (text) => text.replace("[['list']]", "[['list'], ['tattle/playwright/reporter']]"))
  project.write('summary.md', '')
  env = { PORT: String(await freePort()), RELEASE: 'campaign', CI: 'true', GITHUB_STEP_SUMMARY: join(project.folder, 'summary.md') }
})
after(() => project.remove())

const read = (file: string): string => readFileSync(join(project.folder, file), 'utf8')
const COMMAND = 'npx --no-install playwright test tests/search.spec.ts -g specialist'

test('the GitHub action: annotations at the line, a summary, SARIF and JUnit; the job fails by what is new', async (t) => {
  const action = parse(read('node_modules/tattle/ci/github/action.yml')) as {
    inputs: Record<string, { default: string }>
    runs: { using: string; steps: { shell?: string; run?: string; env?: Record<string, string>; uses?: string; with?: Record<string, string> }[] }
  }
  assert.equal(action.runs.using, 'composite')
  const step = action.runs.steps.find(({ run }) => run !== undefined)
  assert.equal(step?.shell, 'bash')
  const withInputs = (inputs: Readonly<Record<string, string>>): Record<string, string> => Object.fromEntries(
    Object.entries(step?.env ?? {}).map(([name, text]) => [name, text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, input: string) => {
      assert.ok(action.inputs[input], input)
      return inputs[input] ?? action.inputs[input].default
    })]))
  const job = (inputs: Readonly<Record<string, string>>): ReturnType<Project['run']> =>
    project.run(['bash', '--noprofile', '--norc', '-eo', 'pipefail', '-c', step?.run ?? ''], { ...env, ...withInputs(inputs) })

  const { status, output } = await job({ command: COMMAND })
  assert.equal(status, 1, output)
  assert.match(output, /^::warning file=tests\/search\.spec\.ts,line=7,col=\d+,title=tattle%3A health\.condition → adnet\.example::/m)
  assert.match(read('summary.md'), /^### tattle: \d+ to look at/)
  const validate = sarifValidator()
  assert.ok(validate(JSON.parse(read('reports/tattle.sarif'))), JSON.stringify(validate.errors))
  const errors = await junitErrors([read('reports/tattle.xml')])
  if (errors === null) t.diagnostic(NO_VALIDATOR)
  else assert.deepEqual(errors, [])
  assert.match(read('reports/tattle.xml'), /<failure [^>]*>tests\/search\.spec\.ts:7\n/)
  const [har = ''] = filesIn(join(project.folder, 'reports/captures'), '.masked.har')
  assert.match(read(join('reports/captures', har)), /"comment": "entry \d+ of the capture: health\.condition → adnet\.example/)
  assert.doesNotMatch(read(join('reports/captures', har)), /Blasenschw/)
  assert.doesNotMatch(output + read('summary.md') + read('reports/tattle.sarif') + read('reports/index.html'), /Blasenschw/)

  const milder = await job({ 'command': 'true', 'fail-on': 'critical' })
  assert.equal(milder.status, 0, milder.output)
  rmSync(join(project.folder, 'reports/tattle.md'))
  assert.equal((await job({ command: 'exit 7' })).status, 7, 'a suite that fails is not made green')
  assert.match(read('reports/tattle.md'), /^### tattle: \d+ to look at/, 'and what it has recorded is checked')
  project.write('tattle.config.yaml', 'baseline: { folder: accepted leaks }\n')
  assert.equal((await project.tattle('check', '--update-baseline')).status, 0)
  assert.equal((await job({ command: 'true' })).status, 0, 'the folder that the configuration names')
  assert.equal((await job({ command: 'true', baseline: 'elsewhere' })).status, 1)
  rmSync(join(project.folder, 'tattle.config.yaml'))
  for (const { uses, with: given } of action.runs.steps) {
    if (uses?.startsWith('actions/upload-artifact')) assert.doesNotMatch(given?.['path'] ?? '', /captures(?!\/\*\/\*\.masked\.har)|^reports\/?$/m)
  }
})

test('the GitLab job: its script in order, its reports where it says', async () => {
  rmSync(join(project.folder, 'reports'), { recursive: true })
  const { tattle } = parse(read('node_modules/tattle/ci/gitlab/tattle.gitlab-ci.yml')) as {
    tattle: { script: string[]; variables: Record<string, string>; artifacts: { reports: { codequality: string; junit: string }; paths: string[] } }
  }
  const [install, ...script] = tattle.script
  assert.equal(install, 'npm ci')
  // As the runner does: one shell for all lines.
  const job = (command: string): ReturnType<Project['run']> =>
    project.run(['bash', '-eo', 'pipefail', '-c', script.join('\n')], { ...env, ...tattle.variables, TATTLE_COMMAND: command })
  const { status, output } = await job(`${COMMAND}; exit 7`)
  assert.equal(status, 7, 'the status of tests that fail stays theirs')
  assert.match(output, /tattle check failed/, 'and what they have recorded is checked')
  rmSync(join(project.folder, tattle.artifacts.reports.codequality))
  const checked = await job(COMMAND)
  assert.equal(checked.status, 1, checked.output)
  assert.match(checked.output, /tattle check failed/)
  const issues = JSON.parse(read(tattle.artifacts.reports.codequality)) as { location: { path: string; lines: { begin: number } } }[]
  assert.ok(issues.some(({ location }) => location.path === 'tests/search.spec.ts' && location.lines.begin === 7))
  assert.match(read(tattle.artifacts.reports.junit), /<testsuite /)
  assert.ok(tattle.artifacts.paths.every((path) => !/captures(?!\/\*\/\*\.masked\.har)/.test(path) && path !== 'reports'))
})
