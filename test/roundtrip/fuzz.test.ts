/**
 * Anything at all is searched without an error and within its time. `TATTLE_FUZZ` sets how many inputs: a million takes
 * some minutes, the default some seconds. `TATTLE_SEED` makes others.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createDetector } from '../../src/detect/detector.js'
import { vocabularies } from '../../src/detect/vocabularies.generated.js'
import { jsonPathAt } from '../../src/exchange/json-path.js'
import type { Exchange, Part, Recipient } from '../../src/model.js'
import { toTerms } from '../../src/persona.js'
import { createVisitor } from '../bench/detection/people.js'
import { createRandom, type Random } from '../bench/detection/random.js'
import { encoders } from './encoders.js'

const INPUTS = Number(process.env['TATTLE_FUZZ'] ?? 5_000)
const SEED = Number(process.env['TATTLE_SEED'] ?? 20_260_301)
/** Of the processor's own time: no input has more than two thousand bytes, for which a millisecond is much. */
const LONGEST_MS = 2_000
/** What lives on once the garbage is gone. */
const MOST_MEMORY = 64 * 1024 * 1024

const parts: readonly Part[] = ['path', 'query', 'header', 'referer', 'cookie', 'body', 'websocket']
const PIECES = ['%', '%25', '%u', '\\u', '\\x', '\\', '"', '{', '}', '[', ']', '{"a":', '&', '=', ';', '&amp;', '&#x', '+', '==', 'xn--', 'eyJ',
  'H4sI', 'eJw', '\x1f\x8b\x08', '\x28\xb5\x2f\xfd', '\x78\x9c', '\xff\xfe', '\xc3', '\xe2\x82', '\xed\xa0\x80', '0x', '::', '.', '2001:db8:', '203.0.113.']

async function liveBytes(): Promise<number> {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  // What node:zlib held is released on the next turn, and buffers are swept beside the program.
  for (let turn = 0; turn < 3; turn++) {
    await setTimeout(50)
    if (typeof collect === 'function') collect()
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/** Noise, pieces of formats, values, and all of these encoded and damaged. */
function inputOf(random: Random, texts: readonly string[]): Uint8Array {
  let bytes: Uint8Array = Buffer.concat(Array.from({ length: random.between(1, 12) }, () => random.pick([
    () => Buffer.from(random.bytes(random.between(0, 40))), () => Buffer.from(random.pick(PIECES).repeat(random.between(1, 6)), 'latin1'),
    () => Buffer.from(random.pick(texts)), () => Buffer.from(random.hex(random.between(1, 40))),
  ])()))
  for (let count = random.between(0, 3); count > 0 && bytes.length < 500; count--) {
    bytes = random.pick(Object.values(encoders)).encode(bytes)
    for (let damage = random.between(0, 2); damage > 0 && bytes.length > 0; damage--) {
      bytes = Uint8Array.from(bytes)
      bytes[random.between(0, bytes.length - 1)] = random.between(0, 255)
    }
    if (random.chance(0.2)) bytes = bytes.slice(0, random.between(0, bytes.length))
  }
  return bytes.slice(0, 2_000)
}

test(`${INPUTS} inputs of any kind: no error, no hang, ranges within the field, memory that does not grow`, { timeout: 3_600_000 }, async () => {
  const random = createRandom(SEED)
  const visitor = createVisitor(random, 'de')
  const texts = Object.values(visitor.values).flatMap((list) => [...(list ?? [])])
  const detector = createDetector({ terms: toTerms(visitor), clientIps: [], vocabularies: Object.values(vocabularies), jsonPathAt, traceBytes: 0 })
  const recipient: Recipient = { host: 't.example', domain: 't.example', category: 'other', via: 'direct', rule: 'registrable-domain',
    fields: { a: { meaning: 'id', source: 'test', kind: 'identifier.cookie' }, 'x*': { meaning: 'id', source: 'test', kind: 'identifier.cookie' } } }
  let slowest = 0
  let found = 0
  const before = await liveBytes()
  for (let count = 0; count < INPUTS; count++) {
    const value = inputOf(random, texts)
    const exchange: Exchange = {
      entry: count, startedAt: 0, method: 'GET', url: 'https://t.example/', host: 't.example', domain: 't.example', resourceType: '', status: 200,
      delivery: 'sent', recordedBy: 'har', requestBodyBytes: 0, setCookies: [],
      fields: [{ part: random.pick(parts), name: random.pick(['', 'a', 'x1', 'q']), value, pointer: '/request/url', offset: 0 }],
    }
    const from = process.cpuUsage()
    const matches = detector.detect(exchange, recipient)
    const { user, system } = process.cpuUsage(from)
    slowest = Math.max(slowest, (user + system) / 1_000)
    for (const { start, end } of matches) assert.ok(start >= 0 && start < end && end <= value.length, Buffer.from(value).toString('hex'))
    found += matches.length
    // As between the pieces of a file: what node:zlib held is released on the next turn only.
    if (count % 500 === 0) await setTimeout(0)
  }
  assert.ok(found > INPUTS / 100, `values among the noise were found: ${found}`)
  assert.ok(slowest < LONGEST_MS, `the slowest took ${slowest.toFixed(0)} ms`)
  assert.ok((await liveBytes()) - before < MOST_MEMORY, 'memory does not follow the number of inputs')
})
