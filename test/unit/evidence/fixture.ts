/**
 * A capture as the recorder leaves it, made without a browser, and a database with its analysis: an invented visitor of
 * an invented clinic, whose page tells several recipients about her in several encodings.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeZip } from '../../../src/capture/har-zip.js'
import { toManifestBytes } from '../../../src/capture/manifest-digest.js'
import type { CaptureManifest, CaptureStep } from '../../../src/capture/manifest.js'
import { captureIdOf, digestEnclosed, digestFile, packCapture } from '../../../src/capture/write.js'
import { toCanonical } from '../../../src/evidence/canonical.js'
import { PATHS, type EvidenceManifest } from '../../../src/evidence/manifest.js'
import { digestCapture } from '../../../src/evidence/originals.js'
import type { Analysed, DiagnosticRecord, Report, RunRecord } from '../../../src/model.js'
import type { Persona } from '../../../src/persona.js'
import { analyzeInput } from '../../../src/pipeline.js'
import { openStore } from '../../../src/store/store.js'
import { version } from '../../../src/version.generated.js'

export const persona: Persona = {
  id: 'de-test',
  locale: 'de-DE',
  values: {
    'health.search': ['Blasenschwäche'],
    'health.specialty': ['Urologie'],
    'identity.name': ['Jörg Weißmüller'],
    'identity.email': ['joerg@example.org'],
    'identity.phone': ['+49 30 23125 017'],
    'identity.birthdate': ['1974-03-09'],
    'network.ip': ['203.0.113.77'],
  },
}

const EMAIL = 'joerg@example.org'
export const SECRETS = {
  cookie: 'fb.1.1767225600000.1234509876',
  session: 's3ss10n-9f8e7d6c5b4a39281706',
  token: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJqb2VyZyJ9.c2lnbmF0dXJlMDAx',
  click: 'IwAR0aB1cD2eF3gH4iJ5kL6mN7oP8qR9sT0uV1wX2yZ3',
} as const

const page = 'https://www.klinik.example/suche?q=Blasenschw%C3%A4che'
const base64 = (text: string): string => Buffer.from(text).toString('base64')
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

interface Header { readonly name: string; readonly value: string }

function entry(at: number, url: string, more: { headers?: Header[]; body?: string; type?: string; resource?: string } = {}): object {
  const referer = { name: 'Referer', value: page }
  const headers = [...(url.includes('klinik.example') ? [] : [referer]), ...(more.headers ?? [])]
  return {
    startedDateTime: new Date(Date.parse('2026-03-01T09:00:00Z') + at * 1000).toISOString(),
    time: 12,
    request: {
      method: more.body === undefined ? 'GET' : 'POST', url, httpVersion: 'HTTP/1.1', cookies: [], headers,
      queryString: [...new URL(url).searchParams].map(([name, value]) => ({ name, value })), headersSize: -1, bodySize: -1,
      ...(more.body === undefined ? {} : { postData: { mimeType: more.type ?? 'application/json', text: more.body } }),
    },
    response: {
      status: 200, statusText: 'OK', httpVersion: 'HTTP/1.1', cookies: [],
      headers: [{ name: 'Content-Type', value: 'text/plain' }, { name: 'Set-Cookie', value: `sid=${SECRETS.session}; Path=/` }],
      content: { size: 20, mimeType: 'text/plain', text: `Hallo ${EMAIL}` }, redirectURL: '', headersSize: -1, bodySize: -1,
    },
    cache: {}, timings: { send: 0, wait: 1, receive: 1 }, serverIPAddress: '192.0.2.9',
    _resourceType: more.resource ?? 'fetch', _recordedBy: 'har', _delivery: 'sent', _pageUrl: page, _frameUrl: page,
  }
}

export function entries(): object[] {
  const cookie = (value: string): Header => ({ name: 'Cookie', value })
  return [
    entry(0, page, { resource: 'document', headers: [cookie(`session=${SECRETS.session}`)] }),
    entry(1, `https://www.facebook.com/tr/?id=1&ev=Search&dl=${encodeURIComponent(page)}&ud[em]=${sha256(EMAIL)}&fbp=${SECRETS.cookie}`, {
      headers: [cookie(`_fbp=${SECRETS.cookie}`)],
    }),
    entry(2, `https://tr.outbrain.com/p?d=${encodeURIComponent(base64(JSON.stringify({ q: 'Blasenschwäche', s: 'Urologie' })))}`),
    entry(3, 'https://events.tracker.example/v1', {
      body: JSON.stringify({ user: { email: EMAIL, name: 'Jörg Weißmüller' }, ip: '203.0.113.77', page: base64(page) }),
      headers: [{ name: 'Authorization', value: `Bearer ${SECRETS.token}` }],
    }),
    // What redirects led to is of the time at which the first of them began: here, before the step.
    { ...entry(4, `https://bat.bing.com/action/0?p=${encodeURIComponent(page)}&ph=%2B493023125017&msclkid=${SECRETS.click}`), _causedAt: '2026-03-01T09:00:00.100Z' },
    entry(5, `https://events.tracker.example/v1/urologie/list?click=${SECRETS.click}`),
    entry(6, 'https://cdn.widgets.example/lib.js?v=12', { resource: 'script' }),
    entry(7, 'https://www.klinik.example/api/book', { body: JSON.stringify({ name: 'Jörg Weißmüller', birth: '1974-03-09', mail: EMAIL }) }),
  ]
}

/** Writes a capture zip and returns its path. `isOlder`: with its steps in a file of their own, and without a digest of its capture.json. */
export async function makeCaptureZip(folder: string, name = 'capture', more: { consent?: 'accept' | 'reject'; entries?: object[]; isOlder?: boolean; blindSpots?: string[]; scenario?: CaptureManifest['scenario']; target?: CaptureManifest['target'] } = {}): Promise<string> {
  const work = join(folder, `${name}-work`)
  mkdirSync(join(work, 'originals'), { recursive: true })
  mkdirSync(join(work, 'screenshots'))
  const log = { log: { version: '1.2', creator: { name: 'tattle', version }, browser: { name: 'chromium', version: '156' }, pages: [], entries: more.entries ?? entries() } }
  const har = Buffer.from(JSON.stringify(log))
  await writeZip(join(work, 'originals/har.zip'), [{ name: 'har.har', content: har }])
  writeFileSync(join(work, 'originals/netlog.json.gz'), `netlog of ${name}`)
  writeFileSync(join(work, 'screenshots/01-end.jpg'), Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('a picture with Jörg on it')]))
  writeFileSync(join(work, 'screenshots.json'), JSON.stringify([{ file: 'screenshots/01-end.jpg', at: '2026-03-01T09:00:09.000Z', title: 'Nach „Blasenschwäche“ suchen' }]))
  writeFileSync(join(work, 'storage.json'), JSON.stringify({ snapshots: [{ title: 'Blasenschwäche', cookies: [{ name: '_fbp', value: SECRETS.cookie, domain: 'klinik.example' }], origins: [] }] }))
  await writeZip(join(work, 'capture.har.zip'), [{ name: 'capture.har', content: har }])
  const originals = [
    await digestFile(join(work, 'originals/har.zip'), 'originals/har.zip'),
    await digestFile(join(work, 'originals/netlog.json.gz'), 'originals/netlog.json.gz'),
  ]
  const manifest: CaptureManifest = {
    schema: 1, captureId: captureIdOf(originals), tattleVersion: version,
    scenario: more.scenario ?? { name: 'search', file: null, sha256: null, sideEffects: [], completed: true, error: null },
    target: more.target ?? 'live', baseUrl: 'https://www.klinik.example/', firstParty: ['klinik.example'], persona, clientIps: ['203.0.113.77'],
    consent: {
      asked: more.consent ?? 'accept', outcome: 'reached', detail: '"Alle akzeptieren" was clicked.', proof: [],
      timeline: [{ at: '2026-03-01T08:59:59.000Z', state: more.consent === 'reject' ? 'rejected' : 'accepted' }],
    },
    startedAt: '2026-03-01T09:00:00.000Z', endedAt: '2026-03-01T09:00:30.000Z',
    browser: { name: 'chromium', version: '156.0', path: process.execPath, userAgent: 'x', commandLine: ['--user-data-dir=/tmp/p'] },
    conditions: { locale: 'de-DE' }, deviations: [], counts: { har: 8, netlog: 8, explained: 8 }, unexplained: [],
    coverage: more.blindSpots ? 'limited' : 'full', coverageReasons: [], blindSpots: more.blindSpots ?? [], originals, enclosed: await digestEnclosed(work),
  }
  const steps: CaptureStep[] = [
    { title: 'Nach „Blasenschwäche“ suchen', category: 'test.step', location: null, startedAt: '2026-03-01T09:00:00.500Z', endedAt: '2026-03-01T09:00:09.000Z', error: null },
  ]
  writeFileSync(join(work, 'capture.json'), more.isOlder ? JSON.stringify(manifest, null, 2) : toManifestBytes({ ...manifest, steps }))
  if (more.isOlder) writeFileSync(join(work, 'steps.json'), JSON.stringify(steps))
  const out = join(folder, `${name}.zip`)
  await packCapture(work, out)
  rmSync(work, { recursive: true })
  return out
}

/** With the digests of all that the capture holds, as the recorder's reporter files it. */
export async function analyse(zip: string, runId: string): Promise<readonly Analysed[]> {
  const files = await digestCapture(zip)
  return (await analyzeInput(zip, { runId })).map((one) => ({ ...one, capture: { ...one.capture, files } }))
}

export function toRun(runId: string, at = '2026-03-01T09:00:00.000Z'): RunRecord {
  return { runId, command: 'analyze', label: null, startedAt: at, endedAt: at, tattleVersion: version, nodeVersion: process.version, exitCode: 0 }
}

/** A database with one run over the captures, and what it said of itself. */
export async function makeDatabase(
  file: string, zips: readonly string[], runId = '01KB00000000000000000000AA', ofRun: readonly DiagnosticRecord[] = [],
): Promise<string> {
  const analysed: Analysed[] = []
  for (const zip of zips) analysed.push(...await analyse(zip, runId))
  const store = openStore(file)
  store.writeWhole(toRun(runId), analysed, ofRun)
  store.close()
  return runId
}

function filesIn(where: string): string[] {
  return readdirSync(where, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(where, name)).isFile())
}

const digestIn = (where: string, name: string): string => createHash('sha256').update(readFileSync(join(where, name))).digest('hex')
const listOf = (where: string, names: readonly string[]): string => names.map((name) => `${digestIn(where, name)}  ${name}\n`).join('')

/** A copy of a bundle that is not signed, after a change, with all of its lists as if it had been packed so. */
export function packAnew(
  bundle: string, copy: string, change: (where: string) => void, manifest: (now: EvidenceManifest) => unknown = (now) => now,
): string {
  rmSync(copy, { recursive: true, force: true })
  cpSync(bundle, copy, { recursive: true })
  change(copy)
  const data = filesIn(copy).filter((name) => name.startsWith('data/')).sort()
  const files = data.map((name) => ({ name, bytes: statSync(join(copy, name)).size, sha256: digestIn(copy, name) }))
  const now = JSON.parse(readFileSync(join(copy, PATHS.manifest), 'utf8')) as EvidenceManifest
  writeFileSync(join(copy, PATHS.manifest), toCanonical(manifest({ ...now, files })))
  writeFileSync(join(copy, PATHS.manifestList), listOf(copy, data))
  rmSync(join(copy, PATHS.tagList))
  writeFileSync(join(copy, PATHS.tagList), listOf(copy, filesIn(copy).filter((name) => !name.startsWith('data/')).sort()))
  return copy
}

/** The command as users run it, with a folder of its own for keys. */
export interface Tattle {
  (...args: string[]): { readonly status: number | null; readonly out: string; readonly err: string }
  start(...args: string[]): ChildProcess
}

export function createTattle(folder: string): Tattle {
  const cli = fileURLToPath(new URL('../../../src/cli.js', import.meta.url))
  const env = { ...process.env, XDG_CONFIG_HOME: join(folder, 'config') }
  const run = (...args: string[]): ReturnType<Tattle> => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8', env, maxBuffer: 1e9 })
    return { status, out: stdout, err: stderr }
  }
  return Object.assign(run, {
    start: (...args: string[]) => {
      const child = spawn(process.execPath, [cli, ...args], { env, stdio: ['ignore', 'pipe', 'ignore'] })
      child.stdout.resume() // whoever listens at once hears all of it
      return child
    },
  })
}

// ── what a copy must not hold, and must still show ──

/** Every byte of a bundle, what is in its zips as well. */
export function contentOf(where: string): string {
  let text = ''
  for (const name of readdirSync(where, { recursive: true, encoding: 'utf8' })) {
    const file = join(where, name)
    if (!statSync(file).isFile()) continue
    text += name.endsWith('.zip') ? spawnSync('unzip', ['-p', file], { maxBuffer: 1e9 }).stdout.toString('utf8') : readFileSync(file, 'utf8')
  }
  return text
}

export const hash = (algorithm: string, text: string): string => createHash(algorithm).update(text).digest('hex')

/** A value in every form that somebody may think of. */
export function formsOf(value: string): Set<string> {
  return new Set([
    value, value.toLowerCase(), value.normalize('NFD'), encodeURIComponent(value), encodeURIComponent(encodeURIComponent(value)), JSON.stringify(value).slice(1, -1),
    base64(value).replace(/=+$/, ''), Buffer.from(value).toString('base64url'), Buffer.from(value).toString('hex'),
    hash('sha256', value.toLowerCase()), hash('md5', value.toLowerCase()), hash('sha1', value.toLowerCase()), hash('sha256', value.replaceAll(/\D/g, '') || 'none'),
    value.replaceAll(/[^\d+]/g, '').length > 7 ? value.replaceAll(/[^\d]/g, '') : value,
  ])
}

/** Which kind of datum reached whom, by the report in a bundle. */
export function flowsOf(where: string): string[] {
  const { findings } = JSON.parse(readFileSync(join(where, 'data/report.json'), 'utf8')) as Report
  return [...new Set(findings.map(({ kind, recipientDomain }) => `${kind} → ${recipientDomain}`))].sort()
}
