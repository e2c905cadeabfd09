/**
 * The stand-in: an invented appointment service and the third parties that it talks to, all on one TLS port of the
 * loopback address, told apart by host name. It does what its switches say and keeps a log of all that it received.
 */
import { readFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2'
import type { AddressInfo, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { makeCertificate } from './certificate.js'
import { LANGUAGES } from './languages/index.js'
import { LANGUAGE_CODES, type LanguageCode } from './languages/language.js'
import { createLog, type Frame, type Received } from './log.js'
import { answerSite, createBookings } from './site/routes.js'
import { SITES, SITE_NAMES, type SiteName, type Switches, type SwitchName } from './switches.js'
import { TRACKERS, TRACKER_HOSTS } from './trackers/index.js'
import { scriptOf, type Answer, type Tracker } from './trackers/tracker.js'
import { toUrl } from './trackers/understanding.js'
import { acceptWebSocket } from './websocket.js'

export interface ClinicOptions {
  /** 0, which is the default, takes a free one. */
  readonly port?: number
  /** Sites to answer for; all of them by default. */
  readonly sites?: readonly SiteName[]
  /** Switches to turn on or off, whatever the site's own set says. */
  readonly override?: Readonly<Partial<Record<SwitchName, boolean>>>
  /** The address that visitors are taken to come from; else that of the country site's persona. */
  readonly clientAddress?: string
  /** Each request is appended to this file, one JSON object a line. */
  readonly logFile?: string
}

export interface Clinic {
  readonly port: number
  /** Every host name that it answers for. */
  readonly hosts: readonly string[]
  /** Base64 of the SHA-256 of the certificate's key, as `--ignore-certificate-errors-spki-list` takes it. */
  readonly spki: string
  /** Base URLs, without port: a host map brings the browser here. */
  readonly siteUrls: Readonly<Record<SiteName, Readonly<Record<LanguageCode, string>>>>
  readonly log: readonly Received[]
  clearLog(): void
  close(): Promise<void>
}

interface SiteHost {
  readonly domain: string
  readonly switches: Switches
  /** None on the bare domain, which leads to the German site. */
  readonly code: LanguageCode | null
}

const BODY_LIMIT = 2 << 20
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
const SCRIPT = 'text/javascript; charset=utf-8'
const ASSETS: Readonly<Record<string, string>> = {
  'site.js': SCRIPT, 'site.css': 'text/css; charset=utf-8', 'icon.svg': 'image/svg+xml',
}

/** Starts it. Rejects with the system's error when the port is taken. */
export async function startClinic(options: ClinicOptions = {}): Promise<Clinic> {
  const siteHosts = toSiteHosts(options)
  const hosts = [...siteHosts.keys(), ...TRACKER_HOSTS]
  const log = createLog(options.logFile)
  const bookings = createBookings()
  const assets = readAssets()
  const sockets = new Set<Socket>()
  const { key, cert, spki } = await makeCertificate(hosts)
  const server = createSecureServer({ key, cert, allowHTTP1: true })

  const answerTo = (received: Received): Answer => {
    const site = siteHosts.get(received.host)
    const path = toUrl(received.url)?.pathname ?? '/'
    const script = TRACKERS.find((tracker) => isScript(tracker, received, site !== undefined))
    if (script !== undefined) return { type: SCRIPT, headers: cached, body: wrapped(script.client) }
    if (site === undefined) {
      if (!TRACKER_HOSTS.includes(received.host)) return notOurs
      const tracker = TRACKERS.find((each) => each.hosts.includes(received.host) && each.receives(received))
      return tracker?.answer?.(received, addressesOf(received, options, siteHosts)[0] ?? '') ?? {}
    }
    if (TRACKERS.some((tracker) => tracker.hosts.length === 0 && tracker.receives(received))) return {}
    const asset = assets.get(path)
    if (asset !== undefined) return { ...asset, headers: cached }
    if (site.code === null) return { status: 302, headers: { location: `https://de.${site.domain}${path}` } }
    const language = LANGUAGES[site.code]
    const addresses = addressesOf(received, options, siteHosts)
    return answerSite(received, { domain: site.domain, switches: site.switches, language, addresses }, bookings)
  }

  server.on('request', (request: Http2ServerRequest, response: Http2ServerResponse) => {
    const chunks: Buffer[] = []
    let size = 0
    let done = false
    const finish = (cut: boolean): void => {
      if (done) return
      done = true
      const received = toReceived(request, Buffer.concat(chunks), cut || size > BODY_LIMIT)
      log.add(received)
      log.settle(received)
      if (!cut) send(response, received, answerTo(received))
    }
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= BODY_LIMIT) chunks.push(chunk)
    })
    request.on('end', () => finish(false))
    request.on('aborted', () => finish(true))
    request.on('error', () => finish(true))
    response.on('error', () => undefined)
  })

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const frames: Frame[] = []
    const received: Received = { ...toReceived(request, Buffer.alloc(0), false), frames }
    log.add(received)
    if (!TRACKERS.some((tracker) => tracker.hosts.includes(received.host) && tracker.receives(received))) {
      log.settle(received)
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n')
      return
    }
    acceptWebSocket(request, socket, head, {
      message(type, payload) {
        const frame = { at: new Date().toISOString(), type, payload: payload.toString('base64') }
        if (frames.length < 10_000) frames.push(frame)
      },
      closed: () => log.settle(received),
    })
  })

  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.on('sessionError', () => undefined)
  server.on('tlsClientError', () => undefined)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })

  return {
    port: (server.address() as AddressInfo).port,
    hosts,
    spki,
    siteUrls: toSiteUrls(),
    log: log.entries,
    clearLog: log.clear,
    close: () => new Promise((resolve) => {
      server.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    }),
  }
}

const notOurs: Answer = { status: 421, type: 'text/plain', body: 'Not a host of the stand-in.\n' }
const cached = { 'cache-control': 'public, max-age=600' }

function wrapped(client: string): string {
  return `window.terminhausTag(function (site) {\n'use strict'\n${client}\n})\n`
}

function isScript(tracker: Tracker, received: Received, ofSite: boolean): boolean {
  const { host, path } = scriptOf(tracker)
  const url = toUrl(received.url)
  return url !== null && received.method === 'GET' && url.pathname + url.search === path &&
    (host === null ? ofSite : host === received.host)
}

function toSiteHosts({ sites = SITE_NAMES, override = {} }: ClinicOptions): Map<string, SiteHost> {
  const hosts = new Map<string, SiteHost>()
  for (const name of sites) {
    const { domain, switches: own } = SITES[name]
    const switches = new Set(own)
    for (const [each, on] of Object.entries(override)) {
      if (on) switches.add(each as SwitchName)
      else switches.delete(each as SwitchName)
    }
    hosts.set(domain, { domain, switches, code: null })
    for (const code of LANGUAGE_CODES) hosts.set(`${code}.${domain}`, { domain, switches, code })
  }
  return hosts
}

function toSiteUrls(): Clinic['siteUrls'] {
  const urls = (name: SiteName): Record<LanguageCode, string> => {
    const url = (code: LanguageCode): string => `https://${code}.${SITES[name].domain}/`
    return { de: url('de'), fr: url('fr'), en: url('en') }
  }
  return {
    '2021': urls('2021'), 'ignores-refusal': urls('ignores-refusal'),
    repaired: urls('repaired'), honest: urls('honest'),
  }
}

/** Where the visitor comes from: a third party knows the country site by the Referer. */
function addressesOf(
  received: Received, options: ClinicOptions, siteHosts: ReadonlyMap<string, SiteHost>,
): readonly string[] {
  if (options.clientAddress !== undefined) return [options.clientAddress]
  const from = siteHosts.get(received.host) ?? siteHosts.get(toUrl(received.headers['referer'] ?? '')?.hostname ?? '')
  return LANGUAGES[from?.code ?? 'de'].visitorAddresses
}

function readAssets(): Map<string, Answer> {
  return new Map(Object.entries(ASSETS).map(([name, type]) => {
    return [`/assets/${name}`, { type, body: readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8') }]
  }))
}

function toReceived(request: Http2ServerRequest | IncomingMessage, body: Buffer, cut: boolean): Received {
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(request.headers)) {
    if (!name.startsWith(':') && value !== undefined) headers[name] = [value].flat().join(', ')
  }
  const authority = request.headers[':authority'] ?? request.headers.host ?? ''
  const host = String(authority).replace(/:\d+$/, '').toLowerCase()
  const scheme = request.headers.upgrade === undefined ? 'https' : 'wss'
  return {
    at: new Date().toISOString(), host, method: request.method ?? 'GET',
    url: `${scheme}://${host}${request.url ?? '/'}`, httpVersion: request.httpVersion, headers,
    body: body.toString('base64'), cut, frames: [],
  }
}

function send(response: Http2ServerResponse, received: Received, answer: Answer): void {
  const preflight = received.method === 'OPTIONS'
  const body = answer.body ?? (answer.status === undefined && !preflight ? PIXEL : '')
  response.statusCode = preflight ? 204 : answer.status ?? 200
  const headers: Record<string, string> = {
    'content-type': answer.type ?? 'image/gif',
    'access-control-allow-origin': received.headers['origin'] ?? '*',
    ...(received.headers['origin'] === undefined ? {} : { 'access-control-allow-credentials': 'true', vary: 'origin' }),
    ...(preflight ? { 'access-control-allow-headers': 'content-type' } : {}),
    ...answer.headers,
  }
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  if (received.method === 'HEAD' || preflight) response.end()
  else response.end(body)
}
