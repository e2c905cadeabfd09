/**
 * `npm run docs:capture`: walks the pages of marks, once for each way of recording, and writes into docs/capture.md,
 * between its two marks, which of them saw what of all that the server received in that run.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readNetLogRequests } from '../../src/capture/netlog/requests.js'
import type { HarEntry } from '../../src/har/types.js'
import { recordMarks, recordPeers, recordPlainly, type Recorded } from '../unit/capture/support/record.js'
import { startServer, type Received, type TruthServer } from '../unit/capture/support/server.js'
import { startStun } from '../unit/capture/support/stun.js'
import { sha, type Derived } from '../unit/capture/support/truth.js'

const begin = '<!-- begin: written by npm run docs:capture -->'
const end = '<!-- end -->'

/** One way of recording, with what the server received while it recorded. */
interface Source {
  readonly name: string
  readonly received: readonly Received[]
  /** Method and URL of what it has, with digests of the bodies; an empty body has none. */
  readonly has: ReadonlyMap<string, ReadonlySet<string>>
  /** It tells who asked, and of bodies nothing. */
  readonly bodyless: boolean
}

async function main(): Promise<void> {
  const embedded = await inFolder((server, folder) => recordPlainly(server, folder, { content: 'embed', route: false }))
  const attached = await inFolder((server, folder) => recordPlainly(server, folder, { content: 'attach', route: false }))
  const routed = await inFolder((server, folder) => recordPlainly(server, folder, { content: 'attach', route: true }))
  const ours = await inFolder(async (server, folder) => {
    const recorded = await recordMarks(server, folder)
    return { recorded, netlog: await readNetLogRequests(join(folder, 'originals-netlog.json.gz')) }
  })
  const { recorded: { derived, manifest }, netlog } = ours.result
  const source = (name: string, received: readonly Received[], has: Source['has'], bodyless = false): Source =>
    ({ name, received, has, bodyless })
  const sources = [
    source('default HAR', embedded.received, fromHar(embedded.result, embedded.result.entries)),
    source('HAR with `attach`', attached.received, fromHar(attached.result, attached.result.entries)),
    source('`attach`, routed', routed.received, fromHar(routed.result, routed.result.entries)),
    source('NetLog', ours.received, toMap(netlog.requests.filter(({ sent }) => sent)
      .map(({ method, url, body }) => ({ request: `${method} ${url}`, body: body ?? Buffer.alloc(0) })))),
    source('tattle', ours.received, fromHar(derived, derived.entries.filter(({ _delivery }) => _delivery === 'sent'))),
    source('who asked', ours.received, fromHar(derived, derived.entries.filter(isAsked)), true),
  ]
  const text = [
    `Browser ${manifest.browser.version}, Playwright ${String(manifest.conditions['playwright'])}. Each way of recording `
      + 'had a run of its own; the last three columns are of one run.',
    '',
    ...tableOf(sources),
    ...await rowsOfPeers(),
  ].join('\n')
  const page = readFileSync('docs/capture.md', 'utf8')
  const [before = '', rest = ''] = page.split(begin)
  writeFileSync('docs/capture.md', `${before}${begin}\n${text}\n${rest.slice(rest.indexOf(end))}`)
}

async function inFolder<Result>(
  run: (server: TruthServer, folder: string) => Promise<Result>,
): Promise<{ readonly result: Result, readonly received: readonly Received[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'tattle-docs-'))
  const server = await startServer()
  try {
    const result = await run(server, folder)
    return { result, received: server.received.filter(({ url }) => /\.(test|localhost)$/.test(new URL(url).hostname)) }
  } finally {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function fromHar(har: Derived, entries: readonly HarEntry[]): Source['has'] {
  return toMap(entries.map((entry) => ({
    request: `${String(entry.request?.method)} ${String(entry.request?.url).replace(/#.*/, '')}`, body: har.body(entry),
  })))
}

function toMap(all: readonly { readonly request: string, readonly body: Uint8Array }[]): Source['has'] {
  const map = new Map<string, Set<string>>()
  for (const { request, body } of all) {
    const digests = map.get(request) ?? new Set<string>()
    map.set(request, body.length > 0 ? digests.add(sha(body)) : digests)
  }
  return map
}

/** The NetLog knows an origin of every request, which is not who asked. */
function isAsked({ _initiator: asked }: HarEntry): boolean {
  return typeof asked === 'object' && asked !== null
    && !/^\{"type":"other","url":"[a-z]+:\/\/[^/"]+"\}$/.test(JSON.stringify(asked))
}

function tableOf(sources: readonly Source[]): string[] {
  const cells = sources.map(cellsOf)
  const names = [...new Set(cells.flatMap(({ rows }) => [...rows.keys()]))].sort()
  return [
    line(['what the server received', ...sources.map(({ name }) => name)]),
    line(['---', ...sources.map(() => '---')]),
    line(['**requests**', ...cells.map(({ requests }) => requests)]),
    line(['**bodies, byte for byte**', ...cells.map(({ bodies }) => bodies)]),
    ...names.map((name) => line([name, ...cells.map(({ rows }) => rows.get(name) ?? '*not sent*')])),
  ]
}

function cellsOf({ received, has, bodyless }: Source) {
  const rows = new Map<string, string>()
  const counts = { requests: 0, bodies: 0, sentBodies: 0 }
  for (const { method: sent, url, body } of received) {
    const method = sent === 'CONNECT' ? 'GET' : sent // a WebSocket over HTTP/2
    const digests = has.get(`${method} ${url}`)
    const name = `${method} \`${new URL(url).pathname.replace('/m/', '') || '/'}\``
    const isWhole = digests?.has(sha(body)) === true
    if (digests !== undefined) counts.requests += 1
    if (body.length > 0) counts.sentBodies += 1
    if (body.length > 0 && isWhole) counts.bodies += 1
    const words = digests === undefined ? '**no**' : bodyless || body.length === 0 ? 'yes'
      : isWhole ? 'yes + body' : digests.size === 0 ? 'yes, **no body**' : 'yes, **body altered**'
    const was = rows.get(name)
    rows.set(name, was === undefined || was === words ? words : 'in part')
  }
  return {
    rows, requests: `${counts.requests} of ${received.length}`,
    bodies: bodyless ? '–' : `${counts.bodies} of ${counts.sentBodies}`,
  }
}

/** What goes without HTTP; recorded once, with the HAR and the NetLog of a capture. */
async function rowsOfPeers(): Promise<string[]> {
  const stun = await startStun()
  try {
    const { result } = await inFolder((server, folder) => recordPeers(server, folder, stun))
    return [['WebRTC: question to a STUN server', 'udp', 'peer'], ['WebTransport, attempted', 'webtransport', 'address']]
      .map(([name = '', protocol = '', what = '']) => {
        const has = peersOf(result).some((peer) => peer.startsWith(`${protocol} `))
        const ofHar = result.derived.entries.some(({ _recordedBy, request }) => _recordedBy === 'har'
          && String(request?.url).includes(protocol === 'udp' ? String(stun.port) : 'transport.test')
          && !String(request?.url).includes('peers.html'))
        const [har, ours] = [ofHar ? 'yes' : '**no**', has ? what : '**no**']
        return line([name, '–', har, '–', ours, ours, '–'])
      })
  } finally {
    await stun.close()
  }
}

function peersOf({ manifest }: Recorded): readonly string[] {
  const { peers } = manifest.conditions
  return Array.isArray(peers) ? peers.map(String) : []
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`)
  process.exitCode = 1
})
