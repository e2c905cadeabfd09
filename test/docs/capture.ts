/**
 * `npm run docs:capture`: walks the pages of marks once and writes into docs/capture.md, between its two marks, which of
 * the recordings saw what of all that the server received.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readNetLogRequests } from '../../src/capture/netlog/requests.js'
import type { HarEntry } from '../../src/har/types.js'
import { recordMarks, type Recorded } from '../unit/capture/support/record.js'
import { startServer, type TruthServer } from '../unit/capture/support/server.js'
import { lineOf, readDerived, receivedLine, sha, type Derived } from '../unit/capture/support/truth.js'

const begin = '<!-- begin: written by npm run docs:capture -->'
const end = '<!-- end -->'

interface Source { readonly name: string, readonly requests: ReadonlySet<string>, readonly whole: ReadonlySet<string> }

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tattle-docs-'))
  const server = await startServer()
  try {
    const recorded = await recordMarks(server, folder)
    const sources = await sourcesOf(recorded)
    const text = tableOf(server, sources, recorded)
    const page = readFileSync('docs/capture.md', 'utf8')
    const [before = '', rest = ''] = page.split(begin)
    const after = rest.slice(rest.indexOf(end))
    writeFileSync('docs/capture.md', `${before}${begin}\n${text}\n${after}`)
  } finally {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function sourcesOf({ folder, derived }: Recorded): Promise<readonly Source[]> {
  const { requests } = await readNetLogRequests(join(folder, 'originals-netlog.json.gz'))
  const netlog = requests.filter(({ sent }) => sent).map(({ method, url, body = Buffer.alloc(0) }) => ({
    request: `${method} ${url}`, line: `${method} ${url} ${body.length} ${sha(body)}`,
  }))
  const har = await readDerived(join(folder, 'originals-har.zip'))
  // The NetLog knows an origin at most.
  const heard = derived.entries.filter(({ _initiator: asked }) => typeof asked === 'object' && asked !== null
    && !/^\{"type":"other","url":"[a-z]+:\/\/[^/"]+"\}$/.test(JSON.stringify(asked)))
  return [
    { name: 'HAR', ...fromHar(har, har.entries) },
    { name: 'NetLog', requests: new Set(netlog.map((each) => each.request)), whole: new Set(netlog.map((each) => each.line)) },
    { name: 'listener', requests: fromHar(derived, heard).requests, whole: new Set() },
    { name: 'capture', ...fromHar(derived, derived.entries.filter(({ _delivery }) => _delivery === 'sent')) },
  ]
}

function fromHar(har: Derived, entries: readonly HarEntry[]) {
  return {
    requests: new Set(entries.map(({ request }) => `${String(request?.method)} ${String(request?.url).replace(/#.*/, '')}`)),
    whole: new Set(entries.map((entry) => lineOf(har)(entry).replace(/#\S*/, ''))),
  }
}

function tableOf(server: TruthServer, sources: readonly Source[], { manifest }: Recorded): string {
  const rows = new Map<string, { readonly name: string, readonly seen: Map<string, string> }>()
  const totals = new Map(sources.map(({ name }) => [name, { requests: 0, bodies: 0 }]))
  let bodies = 0
  const ofPages = server.received.filter(({ url }) => /\.(test|localhost)$/.test(new URL(url).hostname))
  for (const received of ofPages) {
    const method = received.method === 'CONNECT' ? 'GET' : received.method
    const request = `${method} ${received.url}`
    const name = `${method} \`${new URL(received.url).pathname.replace('/m/', '') || '/'}\``
    const hasBody = received.body.length > 0
    if (hasBody) bodies += 1
    const row = rows.get(name) ?? { name, seen: new Map<string, string>() }
    rows.set(name, row)
    for (const source of sources) {
      const total = totals.get(source.name)
      const seen = source.requests.has(request)
      const whole = source.whole.has(receivedLine(received))
      if (seen && total !== undefined) total.requests += 1
      if (whole && hasBody && total !== undefined) total.bodies += 1
      const bodyless = source.name === 'listener' || !hasBody
      const words = !seen ? '**no**' : bodyless ? 'yes' : whole ? 'yes + body' : 'yes, **no body**'
      const was = row.seen.get(source.name)
      row.seen.set(source.name, was === undefined || was === words ? words : 'in part')
    }
  }
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const number = ofPages.length
  return [
    `${number} requests came to the server, ${bodies} of them with a body; browser ${manifest.browser.version}, `
      + `Playwright ${String(manifest.conditions['playwright'])}.`,
    '',
    line(['what the server received', ...sources.map(({ name }) => name)]),
    line(['---', ...sources.map(() => '---')]),
    line(['**requests**', ...sources.map(({ name }) => `${totals.get(name)?.requests ?? 0} of ${number}`)]),
    line(['**bodies, byte for byte**', ...sources.map(({ name }) =>
      name === 'listener' ? '–' : `${totals.get(name)?.bodies ?? 0} of ${bodies}`)]),
    ...[...rows.values()].sort((one, other) => one.name < other.name ? -1 : 1)
      .map(({ name, seen }) => line([name, ...sources.map((source) => seen.get(source.name) ?? '')])),
  ].join('\n')
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`)
  process.exitCode = 1
})
