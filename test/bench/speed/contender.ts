/**
 * One contender in a process of its own: `node contender.js NAME FILE [VALUES]`. Prints one line of JSON, a `Measured`.
 * Of the others than `tattle` that is the work alone; of `tattle` the command that is installed, from the start of its
 * process to its end.
 */
import { execFile, spawnSync } from 'node:child_process'
import { createReadStream, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { openInput } from '../../../src/har/read.js'
import type { RequestRecord } from '../../../src/model.js'
import { openDatabase } from '../../../src/store/database.js'
import { migrate } from '../../../src/store/migrations.js'
import { columns, toInsert } from '../../../src/store/rows.js'
import { VISITOR, visitorWith } from '../generate.js'
import { printUsage, type Measured } from './usage.js'

const work: Readonly<Record<string, (file: string, values: number) => unknown>> = {
  'parse': (file) => JSON.parse(readFileSync(file, 'utf8')),
  'stream-json': streamed,
  'naive': naive,
  'trackhar': tracked,
  'read and kept': kept,
  'tattle': commanded,
  'modules': analysed,
  'alone': onOneThread,
  'apart': inProcesses,
}

async function streamed(file: string): Promise<number> {
  const { parser } = await import('stream-json')
  const { pick } = await import('stream-json/filters/pick.js')
  const { streamArray } = await import('stream-json/streamers/stream-array.js')
  const { default: chain } = await import('stream-chain')
  const entries = chain([createReadStream(file), parser(), pick({ filter: 'log.entries' }), streamArray()])
  let count = 0
  for await (const _ of entries as AsyncIterable<unknown>) count++
  return count
}

/** What one writes in an afternoon: every string of every request, every value plain and percent-encoded. */
function naive(file: string): number {
  const needles = Object.values(VISITOR.values).flat().flatMap((value) => [value, encodeURIComponent(value), value.toLowerCase()])
  const { log } = JSON.parse(readFileSync(file, 'utf8')) as { log: { entries: { request: unknown }[] } }
  let found = 0
  const look = (value: unknown): void => {
    if (typeof value === 'string') found += needles.filter((needle) => value.includes(needle)).length
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look)
  }
  for (const { request } of log.entries) look(request)
  return found
}

/** Known trackers' requests only, and what their fields mean: no values are looked for. */
async function tracked(file: string): Promise<unknown> {
  const { process: translate } = await import('trackhar')
  return translate(JSON.parse(readFileSync(file, 'utf8')) as Parameters<typeof translate>[0])
}

/** The columns of a request that stand in no HAR, and take time to be found out. */
const NOT_FOUND_OUT = {
  analysisId: '0'.repeat(32), captureId: '0'.repeat(32), domain: '', party: 'third', recipientEntity: null, recipientCategory: null,
  recipientVia: null, addressExposure: null, recordedBy: 'har', delivery: 'sent', requestBodyBytes: 0, initiator: null,
  step: null, action: null, actionLocation: null, consentAt: null,
} as const satisfies Partial<RequestRecord>

/**
 * What an analysis must do though it looked for nothing: the file is hashed, its entries are cut out and parsed, and each
 * request is a row of a database that is committed. No field is made, no recipient named, no leak kept.
 */
async function kept(file: string): Promise<void> {
  const folder = temporary()
  const database = openDatabase(join(folder, 'db.sqlite'), {})
  migrate(database, file)
  database.pragma('foreign_keys = 0')
  const insert = toInsert<RequestRecord>(database, 'requests', columns.request)
  const [document] = await openInput(file)
  database.exec('BEGIN')
  await document?.read({
    brief: true,
    entry({ request, startedDateTime, response }, entry) {
      insert({
        ...NOT_FOUND_OUT, entry, url: String(request?.url), method: String(request?.method), startedAt: String(startedDateTime),
        host: new URL(String(request?.url)).hostname, status: Number(response?.status),
      })
    },
    diagnostic: ({ message }) => { throw new Error(message) },
  })
  database.exec('COMMIT')
  document?.close()
  database.close()
}

/** The command itself, in a process of its own: what is installed as its bin. */
function commanded(file: string, values: number, ...imports: readonly string[]): void {
  const argv = prepared(file, values)
  const first = ['usage-of-all.js', ...imports].flatMap((name) => ['--import', new URL(name, import.meta.url).href])
  const bin = fileURLToPath(new URL('../../../src/tattle.cjs', import.meta.url))
  const { status } = spawnSync(process.execPath, [...first, bin, ...argv], { stdio: 'inherit' })
  if (status !== 0) throw new Error(`the command ended with ${status ?? 'a signal'}`)
}

function onOneThread(file: string, values: number): void {
  commanded(file, values, 'one-thread.js')
}

/** Each folder of a folder in a process of its own, of one thread, all at the same time: nothing is shared, and no rows meet. */
async function inProcesses(folder: string, values: number): Promise<void> {
  const self = fileURLToPath(import.meta.url)
  const all = await Promise.all(readdirSync(folder).map(async (part) => {
    const { stdout } = await promisify(execFile)(process.execPath, [self, 'alone', join(folder, part), String(values)])
    return JSON.parse(stdout) as Measured
  }))
  const sum = (of: (one: Measured) => number): number => all.reduce((total, one) => total + of(one), 0)
  const together: Measured = { wall: Math.max(...all.map(({ wall }) => wall)), cpu: sum(({ cpu }) => cpu), rss: sum(({ rss }) => rss) }
  writeSync(process.stdout.fd, `${JSON.stringify(together)}\n`)
}

/** The same from its modules, whose names a profile shows. */
async function analysed(file: string, values: number): Promise<void> {
  const argv = prepared(file, values)
  const { main } = await import('../../../src/commands/program.js')
  await main(['node', 'tattle', ...argv])
}

/** The command's arguments, in a folder that is gone when the process is. */
function prepared(file: string, values: number): readonly string[] {
  const folder = temporary()
  const persona = join(folder, 'persona.json')
  writeFileSync(persona, JSON.stringify(visitorWith(values)))
  return ['analyze', file, '--persona', persona, '--db', join(folder, 'db.sqlite'), '--quiet']
}

/** A folder that is gone when the process is. */
function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tattle-bench-'))
  process.on('exit', () => rmSync(folder, { recursive: true }))
  return folder
}

const [name = '', file = '', values = '0'] = process.argv.slice(2)
const startedAt = performance.now()
const before = process.cpuUsage()
const print = (): void => printUsage(startedAt, before)

const PRINT_THEIR_OWN: readonly string[] = ['tattle', 'alone', 'apart']
Promise.resolve().then(() => work[name]?.(file, Number(values))).then(PRINT_THEIR_OWN.includes(name) ? undefined : print, (error: unknown) => {
  process.stderr.write(`${name}: ${String(error)}\n`)
  process.exitCode = 1
})
