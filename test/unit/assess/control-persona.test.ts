/** The second visitor: every value that can be invented is another one of the same form; what is given goes first. */
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import { toControlPersona } from '../../../src/control-persona.js'
import { isTattleError } from '../../../src/errors.js'
import { readPersona, toPersona, type Persona } from '../../../src/persona.js'

const persona: Persona = {
  id: 'p', locale: 'de-DE',
  values: {
    'health.search': ['Heuschnupfen', 'Asthma'], 'health.insurance': ['private'], 'identity.name': ['Jörg Weißmüller'],
    'identity.email': ['joerg@example.org'], 'identity.phone': ['+49 30 23125 017'], 'identity.birthdate': ['1974-03-09', '09.12.1974'],
    'identity.insurance-number': ['A123456780'], 'network.ip': ['203.0.113.77'],
  },
}

test('typed kinds get other values of the same form, chosen ones and the address stay', () => {
  const { id, values } = toControlPersona(persona)
  assert.equal(id, 'p.control')
  assert.deepEqual(values['health.insurance'], ['private'])
  assert.deepEqual(values['network.ip'], ['203.0.113.77'])
  for (const kind of ['health.search', 'identity.name', 'identity.email', 'identity.phone', 'identity.birthdate', 'identity.insurance-number'] as const) {
    const [own, other] = [persona.values[kind] ?? [], values[kind] ?? []]
    assert.equal(other.length, own.length)
    assert.ok(other.every((value) => !own.includes(value)), `${kind}: ${other.join()}`)
    assert.equal(new Set(other).size, other.length)
  }
  assert.match(values['identity.email']?.[0] ?? '', /^[a-z.]+@example\.org$/)
  assert.match(values['identity.phone']?.[0] ?? '', /^\+49 30 23125 0\d\d$/)
  assert.deepEqual(values['identity.birthdate'], ['1963-04-10', '10.01.1963'])
})

test('every day is one that exists', () => {
  for (let day = 1; day <= 31; day++) {
    for (let month = 1; month <= 12; month++) {
      const date = `1974-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
      const [other = ''] = toControlPersona({ ...persona, values: { 'identity.birthdate': [date] } }).values['identity.birthdate'] ?? []
      assert.equal(new Date(other).toISOString().slice(0, 10), other)
    }
  }
})

test('what the persona says under "control" goes before what is invented; a persona that is named goes before both', () => {
  const own = { ...persona, control: { 'health.insurance': ['public'] } }
  assert.deepEqual(toControlPersona(own).values['health.insurance'], ['public'])
  const other: Persona = { id: 'q', locale: 'de-DE', values: { 'health.search': ['Rheuma'] } }
  const { id, values } = toControlPersona(own, other)
  assert.deepEqual([id, values['health.search'], values['health.insurance']], ['q', ['Rheuma'], ['private']])
})

test('the personas of the stand-in vary in all that the site offers but the insurance and the address', () => {
  for (const file of readdirSync('scenarios/personas').filter((name) => !name.includes('schema'))) {
    const one = readPersona(`scenarios/personas/${file}`)
    const { values } = toControlPersona(one)
    const same = Object.entries(one.values).filter(([kind, list]) => list.some((value) => values[kind as keyof typeof values]?.includes(value)))
    assert.deepEqual(same.map(([kind]) => kind).sort(), ['health.insurance', 'network.ip'])
  }
})

test('a mistake under "control" is told as one under "values" is', () => {
  assert.throws(() => toPersona({ id: 'p', locale: 'de', values: {}, control: { 'health.wish': ['x'] } }, 'p.json'),
    (error: unknown) => isTattleError(error) && /p\.json has a kind "health\.wish"/.test(error.message))
})
