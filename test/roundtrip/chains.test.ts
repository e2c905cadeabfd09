/**
 * Every kind of value under every chain of up to three encodings in every part of a request: found, with the layers that
 * were put around it, at a range that yields the value when just these layers are undone; and not found in its absence.
 * `TATTLE_RUNS` sets how many are tried, `TATTLE_SEED` which.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { peel, layersOf } from '../../src/decode/peel.js'
import { createDetector } from '../../src/detect/detector.js'
import { jsonPathAt } from '../../src/exchange/json-path.js'
import type { Exchange, Field, Kind, Match, Part, Recipient } from '../../src/model.js'
import { toTerms } from '../../src/persona.js'
import { encoders, type Encoder, type Shape } from './encoders.js'

const numRuns = Number(process.env['TATTLE_RUNS'] ?? 1_500)
const seed = process.env['TATTLE_SEED'] === undefined ? {} : { seed: Number(process.env['TATTLE_SEED']) }

const planted: readonly (readonly [Kind, string])[] = [
  ['health.search', 'Blasenschwäche'], ['health.specialty', 'Frauenärztin'], ['health.reason', 'Vorgespräch Vasektomie'],
  ['health.insurance', 'Techniker Krankenkasse'], ['health.condition', 'dépression sévère'],
  ['health.medication', 'Lorazepam 2,5 mg'], ['health.practitioner', 'Ömer Lindqvist'],
  ['health.appointment', '2031-05-17T09:40'], ['identity.name', 'Jörg Weißmüller'],
  ['identity.email', 'kontakt-7f@example.org'], ['identity.phone', '+49 30 23125 017'],
  ['identity.birthdate', '1974-03-09'], ['identity.address', 'Invalidenstraße 998, 10115 Berlin'],
  ['identity.insurance-number', 'Q417 220 983'], ['network.ip', '203.0.113.77'], ['network.ip', '2001:db8:4d::9a1'],
]
const kinds = [...new Set(planted.map(([kind]) => kind))]
const values = Object.fromEntries(kinds.map((kind) => [kind, planted.filter((one) => one[0] === kind).map((one) => one[1])]))
const detector = createDetector({ terms: toTerms({ id: 'chains', locale: 'de-DE', values }), clientIps: [], vocabularies: [], jsonPathAt })
const recipient: Recipient = { host: 't.example', domain: 't.example', category: 'other', via: 'direct', rule: 'registrable-domain' }
const parts: readonly Part[] = ['path', 'query', 'header', 'referer', 'cookie', 'body', 'websocket']

interface Chain {
  /** The first is done first. */
  readonly names: readonly string[]
  readonly encoders: readonly Encoder[]
}

/** All chains of up to three that fit together and have no more than five layers. */
function chainsOf(most: number): Chain[] {
  const grow = (chain: Chain, shape: Shape): Chain[] => {
    if (chain.encoders.length === most) return [chain]
    const next = Object.entries(encoders).filter(([, encoder]) => {
      return encoder.takes.includes(shape) && layersIn([...chain.encoders, encoder]).length <= 5
    })
    return [chain, ...next.flatMap(([name, encoder]) =>
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

/** Whether the value stands in the bytes once the layers are undone, no others. */
function yields(bytes: Uint8Array, layers: readonly string[], text: string): boolean {
  let isThere = false
  peel(bytes, (layer) => {
    if (layersOf(layer).join('>') === layers.join('>') && Buffer.from(layer.bytes).includes(text)) isThere = true
  })
  return isThere
}

test(`${chains.length} chains: each value is found under them, with its layers and a range that yields it`, () => {
  fc.assert(fc.property(fc.constantFrom(...planted), fc.constantFrom(...chains), fc.constantFrom(...parts), ([kind, value], chain, part) => {
    fc.pre(isFeasible(value, chain))
    const sent = wrap(`{"insurance":"${value}"}`, chain)
    const matches = detect(part, sent).filter(({ term }) => term.kind === kind && term.value === value)
    const where = `${kind} in ${part} under ${chain.names.join(', ')}: ${Buffer.from(sent).toString('latin1').slice(0, 200)}`
    assert.equal(matches.length, 1, where)
    const [match] = matches
    assert.ok(match && match.start >= 0 && match.start < match.end && match.end <= sent.length, where)
    const expected = layersIn(chain.encoders)
    // What leaves letters as they are can show the value before it is undone; then fewer layers are named.
    const isTransparent = chain.encoders.some(({ transparent }) => transparent) || /^[\x21-\x7e]*$/.test(value)
    if (!isTransparent) assert.deepEqual(match.layers, expected, where)
    else assert.ok(match.layers.length <= expected.length, where)
    // A piece of a token (JWT) is not the token any more: its range is the piece.
    const isWhole = chain.encoders.every(({ locates }) => locates) && !match.layers.includes('jwt')
    const range = isWhole ? sent.subarray(match.start, match.end) : sent
    if (match.layers.length > 0 && isWhole) assert.ok(yields(range, match.layers, value), where)
  }), { numRuns, ...seed })
})

test('under the same chains another visitor\'s values are not found', () => {
  const others = ['Haarspange', 'Rechtsanwältin', 'Gespräch über Schuhe', 'très grande', 'Knut Petersen', 'info-8a@example.org',
    '+49 30 23125 018', '1975-03-09', 'Lindenallee 12, 20095 Hamburg', 'Q417 220 984', '203.0.113.78', '2001:db8:4d::9a2', '2031-05-18T09:40']
  fc.assert(fc.property(fc.constantFrom(...others), fc.constantFrom(...chains), fc.constantFrom(...parts), (value, chain, part) => {
    assert.deepEqual(detect(part, wrap(`{"insurance":"${value}"}`, chain)), [], `${value} under ${chain.names.join(', ')}`)
  }), { numRuns, ...seed })
})
