/** Whatever is planted is found under every encoding and in every part; what was not planted is not. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { createDetector } from '../../src/detect/detector.js'
import { transforms } from '../../src/detect/transforms.generated.js'
import { jsonPathAt } from '../../src/exchange/json-path.js'
import type { Exchange, Field, Kind, Match, Part, Recipient } from '../../src/model.js'
import { toTerms } from '../../src/persona.js'

const planted: readonly (readonly [Kind, string])[] = [
  ['health.search', 'Blasenschwäche'], ['health.specialty', 'Frauenärztin'],
  ['health.reason', 'Vorgespräch Vasektomie/Sterilisation Mann'],
  ['health.insurance', 'Techniker Krankenkasse'], ['health.condition', 'dépression sévère'],
  ['health.medication', 'Lorazepam 2,5 mg'],
  ['health.practitioner', 'Dr. Ömer Lindqvist'], ['health.appointment', '2031-05-17 09:40 Uhr'],
  ['identity.name', 'Jörg Weißmüller'],
  ['identity.email', 'joerg.w+praxis@example.org'], ['identity.phone', '+49 30 23125 017'],
  ['identity.birthdate', '1974-03-09'],
  ['identity.address', 'Invalidenstraße 998, 10115 Berlin'], ['identity.insurance-number', 'Q417 220 983'],
  ['network.ip', '203.0.113.77'], ['network.ip', '2001:db8:4d::9a1'],
]
const kinds = [...new Set(planted.map(([kind]) => kind))]
const values = Object.fromEntries(kinds.map((kind) => [kind,
  planted.filter((one) => one[0] === kind).map((one) => one[1])]))
const detector = createDetector({ terms: toTerms({ id: 'roundtrip', locale: 'de-DE', values }), clientIps: [],
  vocabularies: [], jsonPathAt })
const recipient: Recipient = { host: 't.example', domain: 't.example', category: 'other', via: 'direct',
  rule: 'registrable-domain' }

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const percentAll = (text: string): string => [...utf8(text)].map((byte) =>
  `%${byte.toString(16).padStart(2, '0')}`).join('')

interface Encoding {
  /** The layers that must be named, outermost first; undefined where the value itself decides whether there are any. */
  readonly layers: readonly string[] | undefined
  readonly encode: (text: string) => string
  readonly path?: string
}

const encodings: Readonly<Record<string, Encoding>> = {
  plain: { layers: [], encode: (text) => `v ${text} v` },
  'percent, every byte': { layers: ['percent'], encode: (text) => `v%20${percentAll(text)}%20v` },
  'percent, twice': { layers: ['percent', 'percent'], encode: (text) => encodeURIComponent(percentAll(text)) },
  base64: { layers: ['base64'], encode: (text) => Buffer.from(`{"v":"${text}"}`).toString('base64'), path: '.v' },
  base64url: { layers: ['base64'], encode: (text) => Buffer.from(`??>>${text}??>>`).toString('base64url') },
  hex: { layers: ['hex'], encode: (text) => Buffer.from(`v=${text}&w`).toString('hex') },
  json: { layers: [], encode: (text) => JSON.stringify({ a: [{ b: text }] }), path: '.a[0].b' },
  'json in json': { layers: undefined, encode: (text) => JSON.stringify({ a: JSON.stringify({ b: text }) }),
  path: '.a.b' },
  'json in percent': { layers: undefined, encode: (text) => encodeURIComponent(JSON.stringify({ u: text })),
  path: '.u' },
}
const parts: readonly Part[] = ['path', 'query', 'header', 'referer', 'cookie', 'body', 'websocket']

function toField(part: Part, value: string): Field {
  return { part, name: 'data', value: utf8(value), pointer: '/request/url', offset: 0 }
}

function detect(...fields: readonly Field[]): Match[] {
  const exchange: Exchange = {
    entry: 0, startedAt: 0, method: 'GET', url: 'https://t.example/', host: 't.example', domain: 't.example',
      resourceType: 'image',
    status: 200, delivery: 'sent', recordedBy: 'har', requestBodyBytes: 0, fields, setCookies: [],
  }
  return detector.detect(exchange, recipient)
}

/** What the matched bytes of the field say once the layers that were named are undone. */
function undo(text: string, layers: readonly string[]): string {
  return layers.reduce((now, layer) => {
    if (layer === 'percent') return decodeURIComponent(now)
    if (layer === 'base64') return Buffer.from(now,
      now.includes('-') || now.includes('_') ? 'base64url' : 'base64').toString()
    if (layer === 'hex') return Buffer.from(now, 'hex').toString()
    return now
  }, text)
}

for (const [name, { layers, encode, path = '' }] of Object.entries(encodings)) {
  test(`every kind is found in every part under ${name}, with its layers and its range`, () => {
    fc.assert(
      fc.property(fc.constantFrom(...planted), fc.constantFrom(...parts), ([kind, value], part) => {
        const field = toField(part, encode(value))
        const matches = detect(field).filter((match) => match.term.kind === kind && match.term.value === value)
        assert.equal(matches.length, 1, `${kind} in ${part}: ${encode(value)}`)
        const [match] = matches
        assert.ok(match)
        assert.equal(match.fieldPath, `data${path}`)
        assert.equal(match.certainty, 'exact')
        if (layers) assert.deepEqual(match.layers, layers)
        const sent = Buffer.from(field.value.subarray(match.start, match.end)).toString()
        assert.ok(undo(sent, match.layers).includes(value), `${sent} under ${match.layers.join('>')}`)
      }),
      { numRuns: 120 },
    )
  })
}

test('without the value nothing is found', () => {
  const word = fc.constantFrom('dl', 'url', 'https://shop.example/schuhe', 'page_view', '126.0.6478.127',
    '1700000000000', 'private', 'Berlin', 'uid',
    'fb.1.1700000000000.123456', '{"a":[1,2]}', '%7B%22event%22%3A%22PageView%22%7D', 'archive', 'aplus_std', '1974',
    'true', 'de-DE', 'W3siYSI6MX1d')
  // By chance a string is Meta's name for a birthday, which tells what stands behind it.
  const text = fc.string({ maxLength: 60 }).filter((one) => !/^db$/i.test(one.trim()))
  const anything = fc.oneof(word, text, fc.webUrl(), fc.uuid(),
    fc.base64String({ maxLength: 80 }), fc.json())
  const field = fc.tuple(fc.constantFrom(...parts), fc.array(anything, { maxLength: 6 })).map(([part, list]) =>
    toField(part, list.join('&')))
  fc.assert(
    fc.property(fc.array(field, { maxLength: 5 }), (fields) => {
      assert.deepEqual(detect(...fields), [])
    }),
    { numRuns: 400 },
  )
})

test('every hash of an e-mail address is found, and named', () => {
  const ids = Object.keys(transforms)
  fc.assert(
    fc.property(fc.constantFrom(...ids), fc.constantFrom<BufferEncoding[]>('hex', 'base64', 'base64url'), fc.boolean(),
      (id, spelling, upper) => {
      const address = utf8('joerg.w+praxis@example.org')
      const bytes = Buffer.from(transforms[id]!.digest(address))
      // Of 64 bits, base64 has too few characters.
      const digest = bytes.toString(bytes.length === 8 ? 'hex' : spelling)
      const matches = detect(toField('query', upper && (spelling === 'hex' || bytes.length === 8) ? digest.toUpperCase() : digest))
      assert.deepEqual(matches.map((match) => [match.term.kind, match.transforms, match.certainty]),
        [['identity.email', [id], 'hashed']])
    }),
    { numRuns: 100 },
  )
})

test('any bytes at all are searched without an error, and ranges lie within the field', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom(...planted), fc.nat(300), (noise, [, value], at) => {
      const bytes = Buffer.concat([noise.subarray(0, at), utf8(value), noise.subarray(at)])
      for (const match of detect({ ...toField('body', ''), value: bytes })) {
        assert.ok(match.start >= 0 && match.start < match.end && match.end <= bytes.length)
      }
    }),
    { numRuns: 200 },
  )
})
