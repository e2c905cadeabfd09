/**
 * `npm run bench`: makes its inputs, measures all contenders side by side in interleaved rounds, prints the tables and
 * writes docs/performance.md. `--mb N` size of the files (100), `--rounds N` (3), `--large` the sizes that no string of
 * V8 can hold as well.
 */
import { execFileSync } from 'node:child_process'
import { createWriteStream, existsSync, linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ZipFile } from 'yazl'
import { sectionOf } from '../capture/section.js'
import { toTerms } from '../../../src/persona.js'
import { createRules } from '../../../src/rules.js'
import { visitorWith, writeHar } from '../generate.js'
import { hottest } from './hottest.js'
import { HOSTILE, nested, post, repeated, writeHostile } from './hostile.js'
import { traps } from './traps.js'
import type { Measured } from './usage.js'

const { values: flags } = parseArgs({
  options: { mb: { type: 'string' }, rounds: { type: 'string' }, large: { type: 'boolean' }, out: { type: 'string' } },
})
const MB = Number(flags.mb ?? 100)
const ROUNDS = Number(flags.rounds ?? 3)
/** Of what takes a tenth of a second. */
const MANY_ROUNDS = 7 * ROUNDS
const CONTENDER = fileURLToPath(new URL('contender.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'tattle-bench-'))

function measure(name: string, file: string, values = 0): Measured {
  // V8 may take what memory it likes: the peak is what it takes by itself.
  return JSON.parse(execFileSync(process.execPath, [CONTENDER, name, file, String(values)], { encoding: 'utf8' })) as Measured
}

/** Medians of some rounds, in each of which every case has its turn. */
function interleaved(cases: Readonly<Record<string, () => Measured>>, rounds = ROUNDS): Record<string, Measured> {
  const all = Object.fromEntries(Object.keys(cases).map((name) => [name, [] as Measured[]]))
  for (let round = 0; round < rounds; round++) {
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

function contenders(title: string, file: string, names = ['parse', 'stream-json', 'naive', 'trackhar', 'read and kept', 'tattle']): string {
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

/**
 * The same bytes as one file, which one thread reads, and as several, which all processors share; and what processes take
 * that have nothing in common: what the machine can do at best.
 */
async function overThreads(): Promise<string> {
  const inFolder = join(folder, 'parts')
  const processes = Math.min(4, availableParallelism())
  mkdirSync(inFolder)
  const parts = Array.from({ length: 4 }, (_, at) => {
    const [name, own] = [`part-${at}.har`, join(folder, 'apart', String(at % processes))]
    writeHar(join(inFolder, name), { bytes: MB * 1e6, bodies: false, seed: at + 1 })
    mkdirSync(own, { recursive: true })
    linkSync(join(inFolder, name), join(own, name))
    return name
  })
  const archive = join(folder, 'parts.zip')
  const zip = new ZipFile()
  for (const name of parts) zip.addFile(join(inFolder, name), name)
  zip.end()
  await finished(zip.outputStream.pipe(createWriteStream(archive)))
  const one = har('whole', 4 * MB, false)
  const results = interleaved({
    'one file': () => measure('tattle', one), 'four files in a folder': () => measure('tattle', inFolder),
    'four files in a zip': () => measure('tattle', archive),
    [`four files, ${processes} processes`]: () => measure('apart', join(folder, 'apart')),
  })
  const alone = results['one file']!.wall
  return `### Several processors: ${4 * MB} MB without response bodies\n\nThe last line is the command on one thread, so often at the same time, each with its share of the files and a database of its own: what these processors can do at best.\n\n` +
    table(['', 'clock s', 'times as fast', 'processor s', 'peak MB'], Object.entries(results).map(([name, { wall, cpu, rss }]) =>
      [name, seconds(wall), (alone / wall).toFixed(2), seconds(cpu), megabytes(rss)]))
}

/** Spellings and digests of so many values more, and of all words: what is searched for. */
async function needlesOf(values: number): Promise<number> {
  const rules = await createRules([])
  return rules.detectorFor(toTerms(visitorWith(values)), []).needleCount
}

function decoderTraps(): string {
  const rows = traps().slice(0, 8).map(({ decoder, pattern, seconds: [small, large], growth: times }) =>
    [`\`${decoder}\``, pattern, (small * 1000).toFixed(0), (large * 1000).toFixed(0), times === 0 ? '–' : `${times.toFixed(1)} ×`])
  return `### Traps for decoders\n\nProcessor milliseconds of one decoder on its examples, halves of them and its triggers, repeated; of each decoder the pattern that grows most, and of all the eight worst. Four times the bytes may take four times as long.\n\n${table(['', 'repeated', '512 kB', '2 MB', '2 MB to 512 kB'], rows)}`
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

/** A file of its own for each case, since cases are measured in rounds. */
function hostileFile(name: string, entries: Iterable<object>): string {
  const path = join(folder, `${name}.har`)
  writeHostile(path, entries)
  return path
}

function overEntries(): string {
  const tiny = HOSTILE['tiny entries']!
  return growth('Growth over entries, which are tiny', Object.fromEntries([25_000, 50_000, 100_000].map((count) => {
    const path = hostileFile(`entries-${count}`, tiny(count * 70))
    return [`${count} entries`, () => measure('tattle', path)]
  })))
}

function overHars(): string {
  return growth('Growth over the HARs of an archive, 40 kB each', Object.fromEntries([250, 500, 1_000].map((count) => {
    const archive = join(folder, `hars-${count}`)
    mkdirSync(archive)
    for (let at = 0; at < count; at++) writeHar(join(archive, `${at}.har`), { bytes: 40_000, bodies: false, seed: at + 1 })
    return [`${count} HARs`, () => measure('tattle', archive)]
  })))
}

function overDepth(): string {
  const cases = [1, 3, 5, 8].map((depth) => [`base64 × ${depth}`, nested(repeated('lorem ', 3e5 / 1.34 ** depth), depth, (text) => Buffer.from(text).toString('base64'))])
  const brackets = [1_000, 100_000].map((depth) => [`${depth} brackets`, repeated('[', depth)])
  return growth('Growth over depth, bodies of 300 kB', Object.fromEntries([...cases, ...brackets].map(([name = '', text = '']) => {
    const path = hostileFile(name.replace(/\W/g, '-'), [post(text, 'text/plain')])
    return [name, () => measure('tattle', path)]
  })))
}

function hot(file: string): string {
  const percent = (share: number): string => `${(share * 100).toFixed(0)} %`
  const { functions, stages } = hottest(CONTENDER, file, folder, 5)
  return `### Where the time goes, ${MB} MB without response bodies\n\n` +
    `${table(['folder', 'of the time', 'what it does'], stages.map(({ name, share, what }) => [name === '' ? '' : `\`${name}\``, percent(share), what]))}\n\n` +
    `The hottest functions, by their own time, without what they call:\n\n` +
    table(['', 'of the time', 'why it stays'], functions.map(({ name, share, why }) => [`\`${name}\``, percent(share), why]))
}

function startUp(): string {
  const path = join(folder, 'small.har')
  writeHar(path, { bytes: 20_000, bodies: false })
  const bin = fileURLToPath(new URL('../../../src/tattle.cjs', import.meta.url))
  const timed = (argv: readonly string[], database?: string) => (): Measured => {
    if (database !== undefined) rmSync(database, { force: true })
    const before = performance.now()
    execFileSync(process.execPath, argv, { stdio: 'ignore' })
    return { wall: performance.now() - before, cpu: Number.NaN, rss: Number.NaN }
  }
  const fresh = join(folder, 'new.sqlite')
  const analysis = (database: string): string[] => [bin, 'analyze', path, '--quiet', '--db', database]
  const results = interleaved({
    'node -e 0': timed(['-e', '0']), 'tattle --help': timed([bin, '--help']),
    'tattle analyze, 20 kB, into a new database': timed(analysis(fresh), fresh),
    'the same into one that is there': timed(analysis(join(folder, 'old.sqlite'))),
  }, MANY_ROUNDS)
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
  add(contenders(`${4 * MB} MB, response bodies inline`, har('larger', 4 * MB, true), ['parse', 'read and kept', 'tattle']))
  const bare = har('bare', MB, false)
  add(contenders(`${MB} MB, without response bodies`, bare))
  add(hot(bare))
  const few = har('needles', MB / 10, false)
  add(growth(`Growth over values, ${MB / 10} MB without response bodies`, Object.fromEntries(await Promise.all([0, 100, 1_000].map(async (count) =>
    [`${count + 9} values, ${await needlesOf(count)} needles`, () => measure('tattle', few, count)] as const)))))
  const sizes = [MB / 4, MB / 2, MB]
  add(growth('Growth over size, without response bodies', Object.fromEntries(sizes.map((size) => {
    const path = har(`size-${size}`, size, false)
    return [`${size} MB`, () => measure('tattle', path)]
  }))))
  add(await overThreads())
  add(overEntries(), overHars(), overDepth())
  add(hostile(), decoderTraps())
  if (flags.large) {
    const large = har('large', 2_000, true)
    const largeBare = har('large-bare', 1_000, false)
    add(growth('More than a string can hold', { '2 GB, bodies inline': () => measure('tattle', large), '1 GB, without': () => measure('tattle', largeBare) }))
  }
} finally {
  rmSync(folder, { recursive: true })
}
