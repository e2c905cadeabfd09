/**
 * `npm run bench:detection`: recall and precision of detection on labelled captures that seeds make. The figures in
 * docs/detection.md are from the held-out seeds, which nobody looks at; whoever mends something uses `--seeds dev`, and
 * `--misses` to see what went wrong there.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { positive, type Case } from './cases.js'
import { negative } from './negatives.js'
import { ambiguous, everyday, identifier, namedIds, word } from './others.js'
import { createVisitor, LANGUAGES } from './people.js'
import { createRandom } from './random.js'
import { judgePeers, type PeerResult } from './peers.js'
import { judge, type Counts, type Judged } from './run.js'
import { peerTable, tablesOf } from './tables.js'

const DEVELOPMENT = { from: 1, count: 30 }
const HELD_OUT = { from: 70_001, count: 180 }
const CASES_OF_A_SEED = 300
const START = '<!-- figures: npm run bench:detection -->'
const END = '<!-- end of figures -->'

const ofPersona: Counts = ({ matchSource }) => ['persona', 'typed', 'client-ip'].includes(matchSource)
const ofWords: Counts = ({ matchSource }) => matchSource === 'vocabulary' || matchSource === 'site-dictionary'
const ofIdentifiers: Counts = ({ kind }) => kind.startsWith('identifier.') || kind.startsWith('identity.')

/** All cases of one seed, judged. */
async function judgeSeed(seed: number, peers?: Map<string, PeerResult>): Promise<Judged[]> {
  const isHeldOut = seed >= HELD_OUT.from
  const random = createRandom(seed)
  const language = LANGUAGES[seed % LANGUAGES.length]!
  const visitor = createVisitor(random, language)
  const many = (count: number, make: () => Case | Case[]): Case[] => Array.from({ length: count }, make).flat()
  const personal = many(CASES_OF_A_SEED, () => (random.chance(0.48) ? positive(visitor, random) : negative(visitor, random)))
  if (peers) await judgePeers(visitor, personal, peers)
  const wordy = many(CASES_OF_A_SEED / 5, () => (random.chance(0.5) ? word(language, random, isHeldOut && random.chance(0.5)) : everyday(random, isHeldOut)))
  const alone = many(CASES_OF_A_SEED / 20, () => ambiguous(language, random))
  const identified = many(CASES_OF_A_SEED / 20, () => identifier(random))
  return [
    ...(await judge(personal, visitor, ofPersona)),
    ...(await judge(wordy, null, ofWords)),
    ...(await judge(alone, null, ofWords)),
    ...(await judge(namedIds(language, random), null, ofWords)),
    ...(await judge(identified, null, ofIdentifiers)),
  ]
}

export async function judgeSeeds(from: number, count: number, peers?: Map<string, PeerResult>): Promise<Judged[]> {
  const judged: Judged[] = []
  // The peers take their time: they are asked about the first ten seeds.
  for (let seed = from; seed < from + count; seed++) judged.push(...(await judgeSeed(seed, seed < from + 10 ? peers : undefined)))
  return judged
}

async function main(args: readonly string[]): Promise<void> {
  const isDevelopment = args.includes('dev')
  const { from, count } = isDevelopment ? DEVELOPMENT : HELD_OUT
  const peers = new Map<string, PeerResult>()
  const judged = await judgeSeeds(from, count, isDevelopment && !args.includes('--peers') ? undefined : peers)
  const title = `Seeds ${from} to ${from + count - 1}${isDevelopment ? ' (development)' : ', held out'}`
  const tables = [tablesOf(judged, title), ...(peers.size > 0 ? [peerTable(peers)] : [])].join('\n')
  process.stdout.write(`${tables}\n`)
  if (args.includes('--misses') && isDevelopment) showMisses(judged)
  if (isDevelopment) return
  const file = 'docs/detection.md'
  const before = readFileSync(file, 'utf8')
  const [head = ''] = before.split(START)
  const tail = before.slice(before.indexOf(END))
  writeFileSync(file, `${head}${START}\n${tables}\n${tail}`)
}

function showMisses(judged: readonly Judged[]): void {
  for (const { one, missed, invented } of judged) {
    if (missed.length === 0 && invented.length === 0) continue
    const what = missed.length > 0 ? `missed ${JSON.stringify(missed)}` : `invented ${JSON.stringify(invented.map(({ kind, label, field, layers, excerpt }) => ({ kind, label, field, layers, excerpt })))}`
    const { method, url, postData, headers, frames } = one.request
    process.stdout.write(`\n${what}\n  ${JSON.stringify(one.groups)}\n  ${method} ${url.slice(0, 600)} ${JSON.stringify(postData ?? frames ?? headers).slice(0, 600)}\n`)
  }
}

if (process.argv[1]?.endsWith('detection/main.js')) await main(process.argv.slice(2))
