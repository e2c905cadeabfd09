/**
 * Every kind of value in every carrier, and every encoding in every carrier that can hold it, the kinds taking turns: as
 * a HAR that is analysed like any other. Each request is found to carry its value, and none to carry another visitor's.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { carriers, targets, type Carrier } from '../bench/detection/carriers.js'
import type { Case } from '../bench/detection/cases.js'
import { createRandom } from '../bench/detection/random.js'
import { judge } from '../bench/detection/run.js'
import type { Persona } from '../../src/persona.js'
import { encoders, type Encoder, type Shape } from './encoders.js'
import { planted, strangers, toPersona, type Planted } from './values.js'
import { valueEncoders } from './value-encoders.js'

const allEncoders: Readonly<Record<string, Encoder>> = { ...encoders, ...valueEncoders }
/** Base58 is one long number, and undone where it is short. */
const LONGEST_BASE58 = 180

function toCase({ kind, value }: Planted, carrier: readonly [string, Carrier], encoding: string, at: number): Case | undefined {
  const encoder = allEncoders[encoding]
  const inner = new Uint8Array(Buffer.from(encoder ? `{"insurance":"${value}"}` : value))
  if (encoding === 'base58' && inner.length > LONGEST_BASE58) return undefined
  const payload = encoder ? encoder.encode(inner) : inner
  const fitting = targets.filter(({ url }) => !carrier[1].movesPath || !url.includes('klinik-am-see'))
  const request = carrier[1].carry(fitting[at % fitting.length]!, 'data', payload, createRandom(at))
  return { request, planted: [{ kind, value }], also: [], groups: { kind, value, carrier: carrier[0], encoding } }
}

const holds = ({ binary, alone }: Carrier, shape: Shape): boolean =>
  (shape === 'text' || shape === 'whole' ? binary !== true : binary === true) && (shape === 'text' || alone === true)

function casesOf(values: readonly Planted[]): Case[] {
  const plain = values.flatMap((one) => Object.entries(carriers).map((carrier, at) => toCase(one, carrier, '', at)))
  let turn = 0
  const encoded = Object.entries(allEncoders).flatMap(([encoding, encoder]) =>
    Object.entries(carriers).filter(([, carrier]) => holds(carrier, encoder.gives('text'))).map((carrier, at) => {
      const fitting = values.filter(({ value }) => valueEncoders[encoding]?.applies(value) !== false)
      return fitting.length === 0 ? undefined : toCase(fitting[turn++ % fitting.length]!, carrier, encoding, at)
    }))
  return [...plain, ...encoded].filter((one) => one !== undefined)
}

const persona: Persona = toPersona(planted)
const own = casesOf(planted)
const foreign = casesOf(strangers)

test(`${own.length} requests: each kind in each of ${Object.keys(carriers).length} carriers, each of ${Object.keys(allEncoders).length} encodings in each: found`, async () => {
  const judged = await judge(own, persona, ({ matchSource }) => matchSource === 'persona')
  assert.deepEqual(judged.filter(({ missed }) => missed.length > 0).map(({ one }) => one.groups), [])
})

test(`${foreign.length} requests with another visitor's values: not found`, async () => {
  const judged = await judge(foreign, persona, ({ matchSource }) => matchSource === 'persona')
  assert.deepEqual(judged.filter(({ leaks }) => leaks.length > 0).map(({ one, leaks }) => [one.groups, leaks[0]?.label]), [])
})
