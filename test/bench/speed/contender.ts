/**
 * One contender in a process of its own: `node contender.js NAME FILE [VALUES]`. Prints one line of JSON: milliseconds
 * on the clock, milliseconds of processor time, peak memory in bytes. What is measured of the others than `tattle`
 * is the work alone; of `tattle` the command, from the start of its process to its end.
 */
import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { VISITOR, visitorWith } from '../generate.js'

export interface Measured {
  readonly wall: number
  readonly cpu: number
  readonly rss: number
}

const work: Readonly<Record<string, (file: string, values: number) => unknown>> = {
  'parse': (file) => JSON.parse(readFileSync(file, 'utf8')),
  'stream-json': streamed,
  'naive': naive,
  'trackhar': tracked,
  'tattle': commanded,
  'modules': analysed,
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

/** The command itself: what its bin loads. */
async function commanded(file: string, values: number): Promise<void> {
  const { persona, database } = prepared(values)
  process.argv.splice(2, process.argv.length, 'analyze', file, '--persona', persona, '--db', database, '--quiet')
  await import('../../../src/cli.js')
}

/** The same from its modules, whose names a profile shows. */
async function analysed(file: string, values: number): Promise<void> {
  const { persona, database } = prepared(values)
  const { main } = await import('../../../src/commands/program.js')
  await main(['node', 'tattle', 'analyze', file, '--persona', persona, '--db', database, '--quiet'])
}

/** In a folder that is gone when the process is. */
function prepared(values: number): { persona: string; database: string } {
  const folder = mkdtempSync(join(tmpdir(), 'tattle-bench-'))
  process.on('exit', () => rmSync(folder, { recursive: true }))
  const persona = join(folder, 'persona.json')
  writeFileSync(persona, JSON.stringify(visitorWith(values)))
  return { persona, database: join(folder, 'db.sqlite') }
}

const [name = '', file = '', values = '0'] = process.argv.slice(2)
const isWhole = name === 'tattle' || name === 'modules'
const startedAt = isWhole ? 0 : performance.now()
const before = isWhole ? { user: 0, system: 0 } : process.cpuUsage()

function print(): void {
  const { user, system } = process.cpuUsage()
  const measured: Measured = {
    wall: performance.now() - startedAt,
    cpu: (user - before.user + system - before.system) / 1000,
    rss: process.resourceUsage().maxRSS * 1024,
  }
  writeSync(process.stdout.fd, `${JSON.stringify(measured)}\n`)
}

if (isWhole) process.on('exit', print)
Promise.resolve(work[name]?.(file, Number(values))).then(isWhole ? undefined : print, (error: unknown) => {
  process.stderr.write(`${name}: ${String(error)}\n`)
  process.exitCode = 1
})
