/** Where the time goes: the functions that take most of an analysis, by V8's own sampling, and why they stay. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Profile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: { readonly functionName: string; readonly url: string } }[]
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

/** The `count` hottest of an analysis of `file`; `contender` is the script that runs it, `folder` takes the profile. */
export function hottest(contender: string, file: string, folder: string, count: number): Hot[] {
  execFileSync(process.execPath, ['--cpu-prof', `--cpu-prof-dir=${folder}`, '--cpu-prof-name=hot.cpuprofile', contender, 'tattle', file, '0'])
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(join(folder, 'hot.cpuprofile'), 'utf8')) as Profile
  const names = new Map(nodes.map(({ id, callFrame: { functionName, url } }) => {
    const place = url.split('/').slice(-2).join('/').replace(/^node:internal\//, '')
    return [id, [functionName === '' ? '(anon)' : functionName, place].filter(Boolean).join(' ')]
  }))
  const times = new Map<string, number>()
  let whole = 0
  samples.forEach((id, at) => {
    const name = names.get(id) ?? ''
    const time = timeDeltas[at] ?? 0
    times.set(name, (times.get(name) ?? 0) + time)
    whole += time
  })
  return [...times].sort(([, a], [, b]) => b - a).slice(0, count)
    .map(([name, time]) => ({ name, share: time / whole, why: WHY[name] ?? '' }))
}
