/**
 * The suite in `pharmacy/` imports `@playwright/test`, records videos and traces, and types secrets in every way there is
 * into a site that sends each key to somebody else. None of them may be left anywhere, in any spelling.
 */
import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openZip } from '../../src/capture/har-zip.js'
import { summarise } from '../../src/report/summary.js'
import { openStore } from '../../src/store/store.js'
import type { Report } from '../../src/model.js'
import { filesIn, freePort, makeProject, type Project } from './project.js'

const TOKEN = 'sk_live_9f8Kq/27+xZ'
const SECRETS = ['Laternen%fest 17', 'Zwiebel$kuchen-42', 'Quitten/gelee-77', 'Birnen+mus-3000', 'Evaluiert&gesetzt-8', '480273', TOKEN]
const TYPED = ['hanna.kern@example.org', 'Hämorrhoidensalbe', 'Fußpilzcreme']
const TESTS = 10
const isInstalled = existsSync('node_modules/@playwright/test/package.json')
const skip = isInstalled ? false : '@playwright/test is not installed; "npm ci" does it.'

let project: Project
let env: Record<string, string>

before(async () => {
  project = makeProject('test/e2e/pharmacy', 'Größe & Maß', ['@playwright/test'])
  env = { PORT: String(await freePort()), SHOP_API_TOKEN: TOKEN, PLAYWRIGHT_BROWSERS_PATH: withEncoder(project.folder) }
  if (!isInstalled) return
  for (const file of ['search', 'secrets']) {
    project.edit(`tests/${file}.spec.ts`, (text) => text.replace("'@playwright/test'", "'tattle/playwright'"))
  }
  project.edit('playwright.config.ts', (text) => text.replace("reporter: 'list'", "reporter: [['list'], ['tattle/playwright/reporter']]"))
})
after(() => project.remove())

/** Where Playwright finds an encoder for videos: its own is a download. This one leaves the pictures as they come. */
function withEncoder(folder: string): string {
  const { browsers } = JSON.parse(readFileSync('node_modules/playwright-core/browsers.json', 'utf8')) as { browsers: { name: string; revision: string }[] }
  const place = join(folder, 'browsers', `ffmpeg-${browsers.find(({ name }) => name === 'ffmpeg')?.revision ?? ''}`)
  mkdirSync(place, { recursive: true })
  for (const name of ['ffmpeg-linux', 'ffmpeg-mac']) {
    writeFileSync(join(place, name), '#!/bin/sh\nfor out; do :; done\nexec cat > "$out"\n')
    chmodSync(join(place, name), 0o755)
  }
  writeFileSync(join(place, 'INSTALLATION_COMPLETE'), '')
  return join(folder, 'browsers')
}

function latest(): Report {
  const store = openStore(join(project.folder, 'reports/stand-in.sqlite'), { readonly: true })
  try {
    return store.report({}, summarise)
  } finally {
    store.close()
  }
}

/** As it is, and as addresses, JSON, base64 (wherever it begins) and hex spell it. */
function spellings(value: string): string[] {
  const bytes = Buffer.from(value)
  const base64 = [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64').replaceAll('=', '')
    const core = text.slice(Math.ceil(before * 8 / 6), Math.floor((before + bytes.length) * 8 / 6))
    return [core, core.replaceAll('+', '-').replaceAll('/', '_'), encodeURIComponent(core)]
  })
  const percent = encodeURIComponent(value)
  return [...new Set([value, percent, encodeURIComponent(percent), new URLSearchParams({ v: value }).toString().slice(2),
    JSON.stringify(value).slice(1, -1), bytes.toString('hex'), ...base64])]
}

/** Which of the values stand in files that the run has left, and where. `own`: of tattle, not what Playwright makes. */
function leftIn(values: readonly string[]): string[] {
  const own = [
    ...filesIn(join(project.folder, 'reports'), '').map((file) => join('reports', file)),
    ...filesIn(join(project.folder, 'test-results'), '').filter((file) => /tattle-/.test(file)).map((file) => join('test-results', file)),
  ].filter((file) => statSync(join(project.folder, file)).isFile() && !file.endsWith('.zip'))
  assert.ok(own.length > 0)
  return own.flatMap((file) => {
    const text = `${file}\n${readFileSync(join(project.folder, file), 'latin1')}`
    return values.flatMap((value) => spellings(value)
      .map((one) => Buffer.from(one).toString('latin1')).filter((one) => text.includes(one))
      .map((one) => `${file}: ${text.slice(Math.max(0, text.indexOf(one) - 80), text.indexOf(one) + 40)}`))
  })
}

test('videos and traces are as without tattle, one of each for every test', { skip }, async () => {
  const { status, output } = await project.playwright(['test'], env)
  assert.equal(status, 0, output)
  const results = join(project.folder, 'test-results')
  const videos = filesIn(results, '.webm')
  assert.equal(videos.length, TESTS)
  for (const video of videos) {
    const bytes = readFileSync(join(results, video))
    const picture = Buffer.from([0xff, 0xd8, 0xff]) // JPEG begins so
    assert.ok(bytes.includes(picture) && bytes.indexOf(picture) < bytes.lastIndexOf(picture), `${video} has more than one picture`)
  }
  const traces = filesIn(results, 'trace.zip')
  assert.equal(traces.length, TESTS)
  for (const name of traces) {
    const trace = await openZip(join(results, name))
    const parts = await Promise.all(trace.names.filter((part) => /^\d+-trace\.(?:trace|network)$/.test(part)).map((part) => trace.read(part, 50_000_000)))
    assert.ok(parts.some((part) => part.includes('frame-snapshot')) && parts.some((part) => part.includes('resource-snapshot')), `${name} shows the page and its requests`)
    trace.close()
  }
  const { captures } = latest()
  assert.equal(captures.length, TESTS)
  assert.deepEqual(captures.flatMap(({ coverage, blindSpots }) => coverage === 'full' ? blindSpots : [coverage]), [], 'all of it was seen')
})

test('a secret is no term and stands in no row, title or file, whatever it was wrapped in', { skip }, () => {
  const { captures, findings } = latest()
  const counts = captures.map(({ scenario, analysis }) => [scenario.split(' › ')[1] ?? scenario, analysis.termCounts] as const)
  for (const [scenario, terms] of counts) {
    if (scenario.startsWith('a password')) assert.deepEqual(terms, { 'identity.email': 1 }, scenario)
    if (scenario.startsWith('a code')) assert.deepEqual(terms, {}, scenario)
  }
  const told = findings.map(({ kind, recipientDomain }) => `${kind} → ${recipientDomain}`)
  for (const kind of ['identity.email', 'health.search']) assert.ok(told.includes(`${kind} → adnet.example`), kind)
  assert.deepEqual(leftIn(SECRETS), [])
})

test('in CI, what was typed goes the same way, and the requests that told it can still be read', { skip }, async () => {
  for (const folder of ['reports', 'test-results']) rmSync(join(project.folder, folder), { recursive: true })
  const { status, output } = await project.playwright(['test', '--trace', 'off', '-g', 'finds|sequence|fills|token'], { ...env, CI: 'true' })
  assert.equal(status, 0, output)
  assert.deepEqual(leftIn([...SECRETS, ...TYPED]), [])
  assert.deepEqual(filesIn(join(project.folder, 'reports'), '.zip'), [], 'no originals')
  const masked = filesIn(join(project.folder, 'reports'), '.masked.har')
  assert.equal(masked.length, 4, 'of each capture that leaked')
  const text = masked.map((file) => readFileSync(join(project.folder, 'reports', file), 'utf8')).join()
  assert.match(text, /masked-identity\.email/)
  assert.match(text, /masked-health\.search/)
})
