/**
 * Proof that the recorder sees, in this very browser and on this machine, what is lost most easily: a Blob that a page
 * sends while it is being left. A page on loopback sends one with bytes that nobody can guess; its server says whether
 * they came, the NetLog has to say the same.
 */
import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import type { Browser } from 'playwright/test'
import { toMessage } from '../errors.js'
import { createWorkFolder } from '../unfinished.js'
import type { SelfCheckResult } from './manifest.js'
import { readNetLogRequests } from './netlog/requests.js'
import { keepUnseen } from './unseen.js'

/** Starts a browser in this folder, in the way that captures start theirs. */
export type StartRecorded = (work: string) => Promise<{
  readonly browser: Browser
  /** Where its NetLog will lie. */
  readonly netlog: string
  close(): Promise<void>
}>

const mostMs = 20_000

/** Runs the check in a browser of its own, in a folder of its own. Never throws: what goes wrong is a failed check. */
export async function checkRecorder(start: StartRecorded, folder: string = tmpdir()): Promise<SelfCheckResult> {
  const begun = Date.now()
  const result = (passed: boolean, detail: string): SelfCheckResult =>
    ({ passed, detail, at: new Date(begun).toISOString(), ms: Date.now() - begun })
  const work = createWorkFolder('tattle-check', folder)
  const secret = randomBytes(48)
  const truth = await startTruth(secret)
  try {
    const { browser, netlog, close } = await start(work)
    try {
      const context = await browser.newContext()
      keepUnseen(context)
      const page = await context.newPage()
      await page.goto(truth.url, { timeout: mostMs })
      await page.goto('about:blank', { timeout: mostMs })
      await truth.arrived(5_000)
      await context.close()
    } finally {
      await close()
    }
    if (!truth.seen()) return result(false, 'The browser did not send a beacon when its page was left.')
    const { requests, file } = await readNetLogRequests(netlog)
    const beacon = requests.find(({ url }) => url === `${truth.url}beacon`)
    if (!file.complete) return result(false, 'The NetLog breaks off before its end.')
    if (beacon === undefined) return result(false, 'The server received a beacon that the NetLog does not have.')
    if (beacon.body === undefined || !secret.equals(beacon.body)) {
      return result(false, 'The NetLog has the beacon that the server received, and not its bytes.')
    }
    return result(true, 'A Blob sent as a beacon on leaving a page was recorded byte for byte.')
  } catch (error) {
    return result(false, `It could not be made: ${toMessage(error).split('\n', 1)[0] ?? ''}`)
  } finally {
    await truth.close()
    await rm(work, { recursive: true, force: true, maxRetries: 8, retryDelay: 150 })
  }
}

interface Truth {
  /** Ends in a slash. */
  readonly url: string
  seen(): boolean
  arrived(atMostMs: number): Promise<void>
  close(): Promise<void>
}

async function startTruth(secret: Buffer): Promise<Truth> {
  let seen = false
  let tell = (): void => undefined
  const came = new Promise<void>((resolve) => { tell = resolve })
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => { chunks.push(chunk) })
    request.on('end', () => {
      if (request.url === '/beacon') {
        seen ||= secret.equals(Buffer.concat(chunks))
        tell()
      }
      response.setHeader('content-type', 'text/html')
      response.end(request.url === '/' ? pageOf(secret) : '')
    })
    request.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    seen: () => seen,
    arrived: (atMostMs) => {
      const late = new Promise<void>((resolve) => { setTimeout(resolve, atMostMs).unref() })
      return Promise.race([came, late])
    },
    close: () => new Promise((resolve) => {
      server.close(() => { resolve() })
      server.closeAllConnections()
    }),
  }
}

function pageOf(secret: Buffer): string {
  return `<!doctype html><link rel="icon" href="data:,"><script>
addEventListener('pagehide', () => navigator.sendBeacon('/beacon', new Blob([new Uint8Array(${
  JSON.stringify([...secret])})])))</script>`
}
