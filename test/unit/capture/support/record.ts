/** Walks the pages of marks in a recorded browser, as an audit does, or in plain Playwright, and reads what it left. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserContext } from 'playwright/test'
import type { HostMapping } from '../../../../src/capture/environment.js'
import { openZip } from '../../../../src/capture/har-zip.js'
import type { CaptureManifest } from '../../../../src/capture/manifest.js'
import { startRecorder, type CaptureFacts } from '../../../../src/capture/recorder.js'
import { launch } from './browser.js'
import type { TruthServer } from './server.js'
import type { StunServer } from './stun.js'
import { readDerived, readInline, type Derived } from './truth.js'

export interface Recorded {
  readonly manifest: CaptureManifest
  readonly derived: Derived
  /** Members of the capture, unpacked to the folder. */
  readonly folder: string
}

export const noFacts: CaptureFacts = {
  tattleVersion: 'test', target: 'stand-in', baseUrl: 'https://site.test', firstParty: ['site.test'], persona: null,
  scenario: { name: 'marks', file: null, sha256: null, sideEffects: [], completed: true, error: null },
  clientIps: [], conditions: {}, failures: [], blindSpots: [], screenshots: [],
  consent: { asked: 'no-choice', outcome: 'reached', detail: '', timeline: [], proof: [] },
}

/** All that a page can send over HTTP. */
export const recordMarks = (server: TruthServer, folder: string): Promise<Recorded> =>
  record(server, folder, (context) => walkMarks(context, true))

/** What a page sends without HTTP: a question to a STUN server, one over TCP, and an attempt at WebTransport. */
export const recordPeers = (server: TruthServer, folder: string, stun: StunServer): Promise<Recorded> =>
  record(server, folder, async (context) => {
    const page = await context.newPage()
    await page.goto(`https://site.test/m/peers.html?stun=${stun.port}`)
    await page.waitForFunction('document.title === "done"', undefined, { timeout: 30_000 })
    await stun.overTcp
    await page.goto('about:blank')
    await context.close()
  })

/** What the browser reports to the address that a page's answer names. */
export const recordReports = (server: TruthServer, folder: string): Promise<Recorded> =>
  record(server, folder, async (context) => {
    const page = await context.newPage()
    for (const term of ['Urologie', 'Vasektomie']) await page.goto(`https://site.test/m/reports.html?q=${term}`)
    await new Promise((resolve) => { setTimeout(resolve, 1_000) })
    await page.goto('about:blank')
    await new Promise((resolve) => { setTimeout(resolve, 300) })
    await context.close()
  })

/** A page that keeps Playwright from ending its HAR. */
export const recordHeldUp = (server: TruthServer, folder: string, page: string): Promise<Recorded> =>
  record(server, folder, async (context) => {
    const opened = await context.newPage()
    await opened.goto(`https://site.test/m/${page}`)
    await opened.waitForFunction('document.title === "done"', undefined, { timeout: 30_000 })
    await opened.goto('about:blank')
    await context.close()
  })

async function record(
  server: TruthServer, folder: string, walk: (context: BrowserContext) => Promise<void>,
): Promise<Recorded> {
  const recorder = await startRecorder({
    browser: {}, headless: true, thirdPartyCookies: 'allow', folder, ignoreHttpsErrors: true,
    hostMap: hostMapOf(server),
  })
  try {
    await walk(await recorder.openContext({ ignoreHTTPSErrors: true }))
  } catch (error) {
    await recorder.discard()
    throw error
  }
  const { path, manifest } = await recorder.finish(noFacts, join(folder, 'capture.zip'))
  const zip = await openZip(path)
  for (const name of zip.names) await writeFile(join(folder, name.replaceAll('/', '-')), await zip.read(name, 1 << 28))
  zip.close()
  return { manifest, folder, derived: await readDerived(join(folder, 'capture.har.zip')) }
}

/** A script of somebody who records with Playwright alone: a HAR, and the context closed when the work is done. */
export async function recordPlainly(
  server: TruthServer, folder: string, how: { readonly content: 'embed' | 'attach', readonly route: boolean },
): Promise<Derived> {
  const browser = await launch(server, folder)
  const path = join(folder, how.content === 'attach' ? 'plain.har.zip' : 'plain.har')
  try {
    const context = await browser.newContext({ ignoreHTTPSErrors: true, recordHar: { path, content: how.content, mode: 'full' } })
    if (how.route) await context.route('**', (route) => route.continue())
    await walkMarks(context, false)
  } finally {
    await browser.close()
  }
  return how.content === 'attach' ? readDerived(path) : readInline(path)
}

function hostMapOf(server: TruthServer): readonly HostMapping[] {
  return [
    { pattern: '127.0.0.1', to: '127.0.0.1' }, // what has an address already
    { pattern: 'absent.test', to: '~NOTFOUND' }, { pattern: 'plain.test', to: `127.0.0.1:${server.plainPort}` },
    { pattern: 'site.localhost', to: `127.0.0.1:${server.plainPort}` },
    { pattern: '*', to: `127.0.0.1:${server.port}` },
  ]
}

async function walkMarks(context: BrowserContext, leaves: boolean): Promise<void> {
  const page = await context.newPage()
  const through = (): Promise<unknown> => page.waitForFunction('document.title === "done"', undefined, { timeout: 60_000 })
  await page.goto('https://site.test/')
  await through()
  await page.goto('https://site.test/m/more.html')
  await through()
  await page.bringToFront() // the window of the third party is before it, and pages behind fetch nothing ahead
  await page.goto('http://site.localhost/m/prerendering.html')
  await through()
  await page.goto('http://plain.test/m/plain.html')
  await through()
  if (leaves) {
    for (const each of context.pages()) await each.goto('about:blank')
    await new Promise((resolve) => { setTimeout(resolve, 600) })
  }
  await context.close()
}
