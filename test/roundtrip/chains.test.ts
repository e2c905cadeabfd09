/**
 * Every kind of value under every chain of up to three encodings in every part of a request: found, with the layers that
 * were put around it, at a range that yields the value when just these layers are undone; and not found in its absence.
 * Tried are all values under all encodings in all parts, all pairs of encodings, and of the longer chains as many as
 * `TATTLE_RUNS` says; `TATTLE_SEED` says which.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { peel, layersOf } from '../../src/decode/peel.js'
import { createDetector } from '../../src/detect/detector.js'
import { jsonPathAt } from '../../src/exchange/json-path.js'
import type { Exchange, Field, Match, Part, Recipient } from '../../src/model.js'
import { toTerms } from '../../src/persona.js'
import { createRandom } from '../bench/detection/random.js'
import { encoders, type Encoder, type Shape } from './encoders.js'
import { planted, strangers, toPersona, type Planted } from './values.js'
import { valueEncoders } from './value-encoders.js'

const numRuns = Number(process.env['TATTLE_RUNS'] ?? 1_500)
const seed = Number(process.env['TATTLE_SEED'] ?? 20_261_122)

const detector = createDetector({ terms: toTerms(toPersona(planted)), clientIps: [], vocabularies: [], jsonPathAt })
const recipient: Recipient = { host: 't.example', domain: 't.example', category: 'other', via: 'direct', rule: 'registrable-domain' }
const parts: readonly Part[] = ['path', 'query', 'header', 'referer', 'cookie', 'body', 'websocket']

interface Chain {
  /** The first is done first. */
  readonly names: readonly string[]
  readonly encoders: readonly Encoder[]
}

/** All chains of up to so many that fit together and have no more than five layers. */
function chainsOf(most: number): Chain[] {
  const grow = (chain: Chain, shape: Shape): Chain[] => {
    if (chain.encoders.length === most) return [chain]
    const fitting = Object.entries<Encoder>(chain.encoders.length === 0 ? { ...encoders, ...valueEncoders } : encoders)
      .filter(([, encoder]) => encoder.takes.includes(shape) && layersIn([...chain.encoders, encoder]).length <= 5)
    return [chain, ...fitting.flatMap(([name, encoder]) =>
      grow({ names: [...chain.names, name], encoders: [...chain.encoders, encoder] }, encoder.gives(shape)))]
  }
  return grow({ names: [], encoders: [] }, 'text')
}

const layersIn = (list: readonly Encoder[]): string[] => list.toReversed().flatMap(({ layers }) => layers)

const chains = chainsOf(3)
const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text))
const wrap = (text: string, { encoders: list }: Chain): Uint8Array => list.reduce((bytes, encoder) => encoder.encode(bytes), utf8(text))

/** Base58 is one long number: longer ones than ids and keys are not undone, for the work grows with their square. */
const LONGEST_BASE58 = 180

function isFeasible(value: string, { names, encoders: list }: Chain): boolean {
  if (valueEncoders[names[0] ?? '']?.applies(value) === false) return false
  let bytes = utf8(`{"insurance":"${value}"}`)
  return list.every((encoder, at) => {
    const isShort = names[at] !== 'base58' || bytes.length <= LONGEST_BASE58
    bytes = isShort ? encoder.encode(bytes) : bytes
    return isShort
  })
}

function detect(part: Part, value: Uint8Array): Match[] {
  const field: Field = { part, name: 'data', value, pointer: '/request/url', offset: 0 }
  const exchange: Exchange = {
    entry: 0, startedAt: 0, method: 'GET', url: 'https://t.example/', host: 't.example', domain: 't.example', resourceType: 'image',
    status: 200, delivery: 'sent', recordedBy: 'har', requestBodyBytes: 0, fields: [field], setCookies: [],
  }
  return detector.detect(exchange, recipient)
}

/** Whether the value stands in the bytes, as UTF-8 or Latin-1, once the layers are undone, no others. */
function yields(bytes: Uint8Array, layers: readonly string[], text: string): boolean {
  const spelt = [Buffer.from(text), Buffer.from(text, 'latin1')]
  let isThere = false
  peel(bytes, (layer) => {
    if (layersOf(layer).join('>') === layers.join('>') && spelt.some((one) => Buffer.from(layer.bytes).includes(one))) isThere = true
  })
  return isThere
}

function checkFound({ kind, value }: Planted, chain: Chain, part: Part): void {
  const sent = wrap(`{"insurance":"${value}"}`, chain)
  const matches = detect(part, sent).filter(({ term }) => term.kind === kind && term.value === value)
  const where = `${kind} ${value} in ${part} under ${chain.names.join(', ')}: ${Buffer.from(sent).toString('latin1').slice(0, 200)}`
  assert.equal(matches.length, 1, where)
  const [match] = matches
  assert.ok(match && match.start >= 0 && match.start < match.end && match.end <= sent.length, where)
  const expected = layersIn(chain.encoders)
  // What leaves letters as they are can show the value before it is undone; then fewer layers are named.
  const isTransparent = chain.encoders.some(({ transparent }) => transparent) || /^[\x21-\x7e]*$/.test(value)
  if (!isTransparent) assert.deepEqual(match.layers, expected, where)
  else assert.ok(match.layers.length <= expected.length, where)
  // A piece of a token (JWT) is not the token any more: its range is the piece. ROT13 is undone in the value alone.
  const isWhole = chain.encoders.every(({ locates }) => locates) && !match.layers.includes('jwt') && !match.layers.includes('rot13')
  const range = isWhole ? sent.subarray(match.start, match.end) : sent
  if (match.layers.length > 0 && isWhole) assert.ok(yields(range, match.layers, value), where)
}

function checkAbsent(value: string, chain: Chain, part: Part): void {
  assert.deepEqual(detect(part, wrap(`{"insurance":"${value}"}`, chain)), [], `${value} in ${part} under ${chain.names.join(', ')}`)
}

const singles = chains.filter(({ names }) => names.length <= 1)
const pairs = chains.filter(({ names }) => names.length === 2)

test(`${planted.length} values × ${singles.length} encodings × ${parts.length} parts: found, with its layers and a range that yields it`, () => {
  for (const one of planted) {
    for (const chain of singles) if (isFeasible(one.value, chain)) for (const part of parts) checkFound(one, chain, part)
  }
})

test(`${strangers.length} values × ${singles.length} encodings × ${parts.length} parts of another visitor: not found`, () => {
  for (const { value } of strangers) {
    for (const chain of singles) if (isFeasible(value, chain)) for (const part of parts) checkAbsent(value, chain, part)
  }
})

test(`${pairs.length} pairs of encodings: each with one value in one part, and without it (seed ${seed})`, () => {
  const random = createRandom(seed)
  for (const chain of pairs) {
    const feasible = planted.filter(({ value }) => isFeasible(value, chain))
    if (feasible.length > 0) checkFound(random.pick(feasible), chain, random.pick(parts))
    const another = strangers.filter(({ value }) => isFeasible(value, chain))
    if (another.length > 0) checkAbsent(random.pick(another).value, chain, random.pick(parts))
  }
})

test(`${numRuns} of ${chains.length} chains: found, with its layers and a range that yields it (seed ${seed})`, () => {
  fc.assert(fc.property(fc.constantFrom(...planted), fc.constantFrom(...chains), fc.constantFrom(...parts), (one, chain, part) => {
    fc.pre(isFeasible(one.value, chain))
    checkFound(one, chain, part)
  }), { numRuns, seed })
})

test(`${numRuns} of ${chains.length} chains with another visitor's values: not found (seed ${seed})`, () => {
  fc.assert(fc.property(fc.constantFrom(...strangers), fc.constantFrom(...chains), fc.constantFrom(...parts), ({ value }, chain, part) => {
    fc.pre(isFeasible(value, chain))
    checkAbsent(value, chain, part)
  }), { numRuns, seed })
})
