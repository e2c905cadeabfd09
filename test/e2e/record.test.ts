/** `tattle record`: a person clicks and closes the window, or the whole browser. */
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { BrowserContext } from 'playwright/test'
import type { RecordFlags } from '../../src/commands/flags.js'
import { openZip } from '../../src/capture/har-zip.js'
import type { CaptureManifest } from '../../src/capture/manifest.js'
import { record } from '../../src/commands/record.js'
import { runs } from '../../src/commands/report.js'
import { toPage } from '../../src/report/html/page.js'
import { LANGUAGES, wordsOf } from '../../src/report/words/languages.js'
import { openStore } from '../../src/store/store.js'
import { whenWhole, whileTesting } from '../loopback.js'
import { startSite } from './fixture/site.js'

const site = await startSite()

/** Input events that a browser takes for a person's. */
async function useTheSite(context: BrowserContext): Promise<void> {
  const [page] = context.pages()
  assert.ok(page)
  await page.getByRole('button', { name: 'Alle akzeptieren' }).click()
  await page.getByLabel('Suche').click()
  await page.keyboard.type('Gürtelrose im Gesicht')
  await page.getByRole('button', { name: 'Los' }).click()
  await page.getByRole('heading', { name: 'Ergebnisse' }).waitFor()
  await page.waitForTimeout(400)
}

async function recordWith(close: (context: BrowserContext) => Promise<void>, use = useTheSite, port = site.port) {
  const folder = mkdtempSync(join(tmpdir(), 'tattle-record-'))
  const database = join(folder, 'findings.sqlite')
  const flags: RecordFlags = {
    headless: true, hostMap: [`*.example=127.0.0.1:${port}`], thirdPartyCookies: 'allow', quiet: true, db: database,
    captures: join(folder, 'captures'), value: ['health.search=Gürtelrose im Gesicht'], failOn: 'never',
  }
  try {
    let acted: Promise<void> = Promise.resolve()
    const status = await record('http://www.clinic.example/', flags, (context) => {
      acted = use(context).then(() => close(context))
    })
    await acted
    const store = openStore(database)
    const report = store.report({}, () => '')
    store.close()
    const [run = ''] = readdirSync(join(folder, 'captures'))
    const [name = ''] = readdirSync(join(folder, 'captures', run))
    const zip = await openZip(join(folder, 'captures', run, name))
    const manifest = JSON.parse((await zip.read('capture.json', 1 << 24)).toString('utf8')) as CaptureManifest
    zip.close()
    const listed = await linesOf(() => runs({ db: database }))
    return { status, report, manifest, steps: manifest.steps ?? [], listed }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test('the window is closed: clicks and pages are steps, leaks are found', async () => {
  const { status, report, manifest, steps, listed } = await recordWith((context) => context.pages()[0]?.close() ?? Promise.resolve())
  assert.equal(status, 0)
  assert.deepEqual(steps.map(({ title }) => title), [
    'Open www.clinic.example/', 'Click "Alle akzeptieren"', 'Click "Suche"', 'Click "Los"', 'Open www.clinic.example/suche',
  ])
  assert.deepEqual([manifest.coverage, manifest.coverageReasons], ['full', []])
  const leak = report.findings.flatMap(({ leaks }) => leaks).find(({ kind }) => kind === 'health.search')
  assert.equal(leak?.recipientHost, 'px.tracker.example')
  assert.match(leak?.step ?? '', /suche|Los/)
  assert.equal(leak?.consentAt, 'accepted', 'by the name of what was clicked')
  assert.deepEqual(manifest.consent.timeline.map(({ state }) => state), ['before-choice', 'accepted'])

  // Nobody asked for a state: it is not said that no choice was to be made.
  const [capture] = report.captures
  assert.deepEqual([manifest.consent.asked, manifest.consent.outcome], [null, null])
  assert.deepEqual([capture?.consentAsked, capture?.consentOutcome, leak?.consentAsked], [null, null, null])
  assert.match(listed, / {2}not-asked {2}full {2}leaks {2}/)
  assert.deepEqual(report.runs.map(({ exitCode }) => exitCode), [0])
  for (const language of LANGUAGES) {
    const words = wordsOf(language)
    const page = [...toPage(report, { language })].join('')
    assert.doesNotMatch(page, new RegExp(words.consentAsked['no-choice'], 'i'))
    // What stood when is told all the same: two columns of the table, and the choice itself.
    for (const state of ['before-choice', 'accepted'] as const) assert.match(page, new RegExp(`<th scope="col"[^>]*>${words.consentAt[state]}`))
    assert.match(page, new RegExp(`<h2>${words.label.consent}</h2>`))
    assert.doesNotMatch(page, /tattle audit/, 'there is no such scenario')
  }
})

test('a click in a frame of another site is heard, once: the choice made there stands', async () => {
  const banner = (next: string): string => `<p>Cookies</p><button onclick="location = '${next}'">Weiter</button><button onclick="parent.postMessage(0, '*')">Alle ablehnen</button>`
  const { port } = await whileTesting(createServer(whenWhole((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    if (request.url === '/banner') return void response.end(banner('/layer'))
    if (request.url === '/layer') return void response.end(banner('/layer'))
    response.end('<link rel="icon" href="data:,"><iframe src="http://cmp.other.example/banner"></iframe><script>onmessage = () => new Image().src = "http://px.tracker.example/?q=Gürtelrose im Gesicht"</script>')
  })))
  const { report, manifest, steps } = await recordWith((context) => context.pages()[0]?.close() ?? Promise.resolve(), async (context) => {
    const frame = context.pages()[0]?.frameLocator('iframe') ?? assert.fail()
    const [page] = context.pages()
    await frame.getByText('Weiter').click()
    await page?.waitForTimeout(500)
    await frame.getByText('Alle ablehnen').click()
    await page?.waitForTimeout(500)
  }, port)
  assert.deepEqual(steps.map(({ title }) => title), ['Open www.clinic.example/', 'Click "Weiter"', 'Click "Alle ablehnen"'])
  assert.deepEqual(manifest.consent.timeline.map(({ state, site: where }) => [state, where]),
    [['before-choice', undefined], ['unknown', 'clinic.example'], ['rejected', 'clinic.example']])
  assert.equal(report.findings.flatMap(({ leaks }) => leaks).find(({ kind }) => kind === 'health.search')?.consentAt, 'rejected')
})

/** What a command prints. */
async function linesOf(work: () => Promise<unknown>): Promise<string> {
  const { write } = process.stdout
  let printed = ''
  process.stdout.write = (text: string | Uint8Array) => { printed += String(text); return true }
  try {
    await work()
    return printed
  } finally {
    process.stdout.write = write
  }
}

test('the browser is closed: the HAR is built from the NetLog', async () => {
  const { status, report, manifest } = await recordWith(async (context) => {
    const [page] = context.pages()
    assert.ok(page)
    // Closed while a request is under way, the capture would rightly be broken.
    await page.waitForLoadState('networkidle')
    const session = await context.newCDPSession(page)
    await session.send('Browser.close').catch(() => undefined)
  })
  assert.equal(status, 0)
  assert.deepEqual([manifest.coverage, manifest.coverageReasons], ['limited', []])
  assert.match(manifest.blindSpots.join(' '), /wrote no HAR/)
  assert.ok(report.findings.some(({ leaks }) => leaks.some(({ kind }) => kind === 'health.search')))
})
