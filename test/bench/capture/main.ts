/**
 * What recording costs: the same Playwright script in a browser of its own, with and without the recorder, in turns; then
 * what merging and analysing the capture take, the self-check, and a small test of a suite. Writes its own section of
 * docs/performance.md and leaves the others alone. `--rounds N` (5), `--pages N` (4).
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type BrowserContext } from 'playwright/test'
import { findBrowser } from '../../../src/capture/browser.js'
import { sandboxPossible } from '../../../src/capture/environment.js'
import { checkBrowser, startRecorder, type RecorderOptions } from '../../../src/capture/recorder.js'
import { analyzeInput } from '../../../src/pipeline.js'
import { noFacts } from '../../unit/capture/support/record.js'
import { inSection } from './section.js'
import { REQUESTS, startSlow } from './server.js'
import { measureSuite, TESTS } from './suite.js'

const { values: flags } = parseArgs({ options: { rounds: { type: 'string' }, pages: { type: 'string' }, out: { type: 'string' } } })
const ROUNDS = Number(flags.rounds ?? 5)
const PAGES = Number(flags.pages ?? 4)
const SEED = 20_260_301

/** Milliseconds. */
interface Times { readonly [what: string]: number }

async function walk(context: BrowserContext): Promise<void> {
  const page = await context.newPage()
  for (let number = 1; number <= PAGES; number += 1) {
    await page.goto(`http://www.clinic.example/page/${number}`)
    await page.evaluate('document.title')
  }
}

async function plain(port: number): Promise<Times> {
  const begun = performance.now()
  const browser = await chromium.launch({
    executablePath: findBrowser().path, chromiumSandbox: sandboxPossible(), args: [`--host-resolver-rules=MAP * 127.0.0.1:${port}`],
  })
  const context = await browser.newContext()
  const opened = performance.now()
  await walk(context)
  await context.close()
  const walked = performance.now()
  await browser.close()
  return { script: walked - opened, all: performance.now() - begun }
}

async function recorded(port: number, folder: string): Promise<Times> {
  const how: RecorderOptions = { browser: {}, headless: true, thirdPartyCookies: 'allow', hostMap: [{ pattern: '*', to: `127.0.0.1:${port}` }], folder }
  const begun = performance.now()
  const recorder = await startRecorder(how)
  const context = await recorder.openContext({}, {}, { baseUrl: 'http://www.clinic.example', target: 'stand-in' })
  const opened = performance.now()
  await walk(context)
  await context.close()
  const walked = performance.now()
  const out = join(folder, 'capture.zip')
  const { manifest } = await recorder.finish({ ...noFacts, firstParty: ['clinic.example'] }, out)
  const packed = performance.now()
  const [analysed] = await analyzeInput(out, { runId: 'bench' })
  const done = performance.now()
  if (manifest.coverage !== 'full' || (analysed?.requests.length ?? 0) < PAGES * REQUESTS) {
    throw new Error(`The capture is ${manifest.coverage}: ${manifest.coverageReasons.join(' ')}`)
  }
  return { script: walked - opened, all: walked - begun + (packed - walked), merge: packed - walked, analysis: done - packed }
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN
}

const server = await startSlow(SEED)
const folder = mkdtempSync(join(tmpdir(), 'tattle-overhead-'))
try {
  const without: Times[] = []
  const withIt: Times[] = []
  await plain(server.port) // what the first start of a browser costs is nobody's
  for (let round = 0; round < ROUNDS; round += 1) {
    without.push(await plain(server.port))
    withIt.push(await recorded(server.port, folder))
  }
  const suites = await measureSuite(server.port, ROUNDS)
  const [perTest, perRecorded] = [median(suites.map(({ plain: one }) => one)), median(suites.map(({ recorded: one }) => one))]
  const check = await checkBrowser({ browser: {}, headless: true, thirdPartyCookies: 'allow', hostMap: [], folder })
  const of = (list: readonly Times[], what: string): number => median(list.map((one) => one[what] ?? Number.NaN))
  const ratio = median(withIt.map((one, round) => (one['script'] ?? Number.NaN) / (without[round]?.['script'] ?? Number.NaN)))
  const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(2)
  const text = `### What recording costs

The same Playwright script in a browser of its own: ${PAGES} pages of ${REQUESTS} requests, each answered after 20 to 80 ms by a seed; HAR and NetLog both on, no screenshots. Medians of ${ROUNDS} interleaved rounds, seconds by the clock; load average at the end ${loadavg().map((load) => load.toFixed(1)).join(', ')}.

| | without | with | |
| --- | --- | --- | --- |
| the script, until its context is closed | ${seconds(of(without, 'script'))} | ${seconds(of(withIt, 'script'))} | **${ratio.toFixed(2)} ×** |
| with start and end of the browser, and the merge | ${seconds(of(without, 'all'))} | ${seconds(of(withIt, 'all'))} | ${(of(withIt, 'all') / of(without, 'all')).toFixed(2)} × |
| end of the browser, merge and packing | – | ${seconds(of(withIt, 'merge'))} | |
| analysis of the capture | – | ${seconds(of(withIt, 'analysis'))} | |
| self-check, once in a run, beside the first test | – | ${seconds(check.ms)} | |
| a test of a suite that opens one page, of ${TESTS} in one worker, all included | ${seconds(perTest)} | ${seconds(perRecorded)} | ${(perRecorded / perTest).toFixed(2)} × |
`
  process.stdout.write(`${text}\n`)
  const file = flags.out ?? 'docs/performance.md'
  writeFileSync(file, inSection(readFileSync(file, 'utf8'), 'capture', text))
} finally {
  await server.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 8, retryDelay: 150 })
}
