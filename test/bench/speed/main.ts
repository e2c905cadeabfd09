/**
 * `npm run bench`: makes its inputs, measures all contenders side by side in interleaved rounds, prints the tables and
 * writes docs/performance.md. `--mb N` size of the files (100), `--rounds N` (3), `--large` the sizes that no string of
 * V8 can hold as well.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { sectionOf } from '../capture/section.js'
import { writeHar } from '../generate.js'
import type { Measured } from './contender.js'
import { HOSTILE, writeHostile } from './hostile.js'

const { values: flags } = parseArgs({
  options: { mb: { type: 'string' }, rounds: { type: 'string' }, large: { type: 'boolean' }, out: { type: 'string' } },
})
const MB = Number(flags.mb ?? 100)
const ROUNDS = Number(flags.rounds ?? 3)
const CONTENDER = fileURLToPath(new URL('contender.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'tattle-bench-'))

function measure(name: string, file: string, values = 0): Measured {
  // V8 may take what memory it likes: the peak is what it takes by itself.
  return JSON.parse(execFileSync(process.execPath, [CONTENDER, name, file, String(values)], { encoding: 'utf8' })) as Measured
}

/** Medians of `ROUNDS` rounds, in each of which every case has its turn. */
function interleaved(cases: Readonly<Record<string, () => Measured>>): Record<string, Measured> {
  const all = Object.fromEntries(Object.keys(cases).map((name) => [name, [] as Measured[]]))
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, run] of Object.entries(cases)) all[name]?.push(run())
  }
  return Object.fromEntries(Object.entries(all).map(([name, list]) => [name, {
    wall: median(list.map(({ wall }) => wall)), cpu: median(list.map(({ cpu }) => cpu)), rss: median(list.map(({ rss }) => rss)),
  }]))
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(2)
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0)
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')

function har(name: string, megabytes: number, bodies: boolean): string {
  const path = join(folder, `${name}.har`)
  writeHar(path, { bytes: megabytes * 1e6, bodies })
  return path
}

function contenders(title: string, file: string): string {
  const names = ['parse', 'stream-json', 'naive', 'tattle']
  const results = interleaved(Object.fromEntries(names.map((name) => [name, () => measure(name, file)])))
  const floor = results['parse']!
  return `### ${title}\n\n${table(['', 'clock s', 'processor s', 'of JSON.parse, clock', 'of JSON.parse, processor', 'peak MB'], names.map((name) => {
    const { wall, cpu, rss } = results[name]!
    return [name === 'parse' ? 'JSON.parse(readFileSync)' : name, seconds(wall), seconds(cpu), `${(wall / floor.wall).toFixed(2)} ×`, `${(cpu / floor.cpu).toFixed(2)} ×`, megabytes(rss)]
  }))}`
}

function growth(title: string, cases: Readonly<Record<string, () => Measured>>): string {
  const results = interleaved(cases)
  return `### ${title}\n\n${table(['', 'clock s', 'processor s', 'peak MB'], Object.entries(results).map(([name, { wall, cpu, rss }]) => [name, seconds(wall), seconds(cpu), megabytes(rss)]))}`
}

function hostile(): string {
  const rows = Object.entries(HOSTILE).map(([name, entries]) => {
    const sizes = [1, 2, 4].map((size) => {
      const path = join(folder, 'hostile.har')
      writeHostile(path, entries(size * 1e6))
      return measure('tattle', path).cpu
    })
    const [one = 0, , four = 0] = sizes
    return [name, ...sizes.map(seconds), `${(four / one).toFixed(1)} ×`]
  })
  return `### Hostile inputs\n\nProcessor seconds of the whole command, once each. Four times the bytes may take four times as long; the start is in it.\n\n${table(['', '1 MB', '2 MB', '4 MB', '4 MB to 1 MB'], rows)}`
}

function startUp(): string {
  const path = join(folder, 'small.har')
  writeHar(path, { bytes: 20_000, bodies: false })
  const cli = fileURLToPath(new URL('../../../src/cli.js', import.meta.url))
  const timed = (argv: readonly string[]) => (): Measured => {
    const before = performance.now()
    execFileSync(process.execPath, argv, { stdio: 'ignore' })
    return { wall: performance.now() - before, cpu: Number.NaN, rss: Number.NaN }
  }
  const results = interleaved({
    'node -e 0': timed(['-e', '0']), 'tattle --help': timed([cli, '--help']),
    'tattle analyze, 20 kB': timed([cli, 'analyze', path, '--quiet', '--db', join(folder, 'small.sqlite')]),
  })
  const floor = results['node -e 0']!.wall
  return `### Start\n\n${table(['', 'clock ms', 'above node'], Object.entries(results).map(([name, { wall }]) => [name, wall.toFixed(0), (wall - floor).toFixed(0)]))}`
}

const sections: string[] = []

/** After each section, so that what was measured is there even where the rest is not waited for. */
function add(...more: readonly string[]): void {
  sections.push(...more)
  const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GB, Node ${process.versions.node}, ${process.platform}`
  const text = `# Performance\n\nWritten by \`npm run bench\`; not edited. Medians of ${ROUNDS} interleaved rounds on: ${machine}; load average at the end ${loadavg().map((load) => load.toFixed(1)).join(', ')}. Processor time is what compares on a machine that others load. All detectors are on; \`tattle\` is the whole process up to the committed database, the others are the work alone.\n\n${sections.join('\n\n')}\n`
  const file = flags.out ?? 'docs/performance.md'
  const other = existsSync(file) ? sectionOf(readFileSync(file, 'utf8'), 'capture') : ''
  writeFileSync(file, other === '' ? text : `${text}\n${other}\n`)
  process.stdout.write(`${more.join('\n\n')}\n\n`)
}

try {
  add(startUp())
  add(contenders(`${MB} MB, response bodies inline`, har('inline', MB, true)))
  add(contenders(`${MB} MB, without response bodies`, har('bare', MB, false)))
  const few = har('needles', MB / 10, false)
  add(growth(`Growth over values, ${MB / 10} MB without response bodies`, Object.fromEntries([0, 100, 1_000].map((count) => [`${count + 9} values`, () => measure('tattle', few, count)]))))
  const sizes = [MB / 4, MB / 2, MB]
  add(growth('Growth over size, without response bodies', Object.fromEntries(sizes.map((size) => {
    const path = har(`size-${size}`, size, false)
    return [`${size} MB`, () => measure('tattle', path)]
  }))))
  add(hostile())
  if (flags.large) {
    const large = har('large', 2_000, true)
    const largeBare = har('large-bare', 1_000, false)
    add(growth('More than a string can hold', { '2 GB, bodies inline': () => measure('tattle', large), '1 GB, without': () => measure('tattle', largeBare) }))
  }
} finally {
  rmSync(folder, { recursive: true })
}
