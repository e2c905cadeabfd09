/** Where the time goes: the functions that take most of an analysis, by V8's own sampling, and why they stay. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Node {
  readonly id: number
  readonly callFrame: { readonly functionName: string; readonly url: string }
  readonly children?: readonly number[]
}

interface Profile {
  readonly nodes: readonly Node[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

export interface Hot {
  readonly name: string
  /** Of all samples. */
  readonly share: number
  readonly why: string
}

/** What was thought of those that are known to be hot. */
const WHY: Readonly<Record<string, string>> = {
  'readEntry har/read.js': 'JSON.parse of an entry, which stays: a cut of single fields by hand would read the same bytes in JavaScript. Half of the entry is left out before.',
  '(anon) store/rows.js': 'SQLite takes a row: forty columns are bound one by one, each text copied. Fewer columns would be another view for every script that reads it.',
  '(garbage collector)': 'Objects of an entry that die with it.',
  'walk har/walk.js': 'Looks at each byte outside of strings once; strings are jumped over.',
  'update crypto/hash': 'SHA-256 of the whole file, which the chain of custody rests on.',
  'visit detect/detector.js': 'The automata, inlined: a look-up or two for each byte of each layer.',
  'peel decode/peel.js': 'One look at each byte for what decoders may be asked.',
}

/** What each folder of the source is for, as an analysis passes through them; the rest is Node's and V8's. */
const STAGES: Readonly<Record<string, string>> = {
  'har': 'cuts entries out of the bytes and reads them', 'exchange': 'fields that can carry a value', 'recipient': 'who received it',
  'decode': 'undoes encodings', 'detect': 'looks for values, digests and words, and judges what stands around them',
  'learn': 'ids and names from answers of the site', 'observe': 'values that come back', 'assess': 'what is a leak, how grave; keeps rows',
  'store': 'writes rows, and their digest',
}

export interface Hottest {
  /** The `count` hottest functions, by their own time. */
  readonly functions: readonly Hot[]
  /** Each folder with the time of its functions and of what they call of Node; what is in none of them. */
  readonly stages: readonly { readonly name: string; readonly what: string; readonly share: number }[]
}

/** Of an analysis of `file`; `contender` is the script that runs it, `folder` takes the profile. */
export function hottest(contender: string, file: string, folder: string, count: number): Hottest {
  execFileSync(process.execPath, ['--cpu-prof', `--cpu-prof-dir=${folder}`, '--cpu-prof-name=hot.cpuprofile', contender, 'modules', file, '0'])
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(join(folder, 'hot.cpuprofile'), 'utf8')) as Profile
  const times = new Map<number, number>()
  samples.forEach((id, at) => times.set(id, (times.get(id) ?? 0) + (timeDeltas[at] ?? 0)))
  const whole = [...times.values()].reduce((sum, time) => sum + time, 0)
  const stageOf = toStages(nodes)
  const sumBy = (nameOf: (node: Node) => string): [string, number][] => {
    const sums = new Map<string, number>()
    for (const node of nodes) sums.set(nameOf(node), (sums.get(nameOf(node)) ?? 0) + (times.get(node.id) ?? 0) / whole)
    return [...sums].sort(([, a], [, b]) => b - a)
  }
  const byStage = new Map(sumBy(({ id }) => stageOf.get(id) ?? ''))
  return {
    functions: sumBy(nameOf).slice(0, count).map(([name, share]) => ({ name, share, why: WHY[name] ?? '' })),
    stages: [...Object.entries(STAGES), ['', 'start, collection of garbage, and what belongs to no folder alone'] as const]
      .map(([name, what]) => ({ name, what, share: byStage.get(name) ?? 0 })),
  }
}

function nameOf({ callFrame: { functionName, url } }: Node): string {
  const place = url.split('/').slice(-2).join('/').replace(/^node:internal\//, '')
  return [functionName === '' ? '(anon)' : functionName, place].filter(Boolean).join(' ')
}

/** A function of Node belongs to the folder whose function called it. */
function toStages(nodes: readonly Node[]): ReadonlyMap<number, string> {
  const stages = new Map<number, string>()
  for (const { id, callFrame: { url }, children = [] } of nodes) {
    // A node stands before those that it calls.
    const own = /\/dist\/src\/([a-z]+)\//.exec(url)?.[1]
    const stage = own === undefined ? stages.get(id) ?? '' : own in STAGES ? own : ''
    stages.set(id, stage)
    for (const child of children) stages.set(child, stage)
  }
  return stages
}
