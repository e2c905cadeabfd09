/** Ids that stand for terms: what the site's own data call them, and under which names a recipient got them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { namedIdsOf } from '../../../src/assess/dictionary.js'
import { createLearning } from '../../../src/learn/learn.js'
import type { Term } from '../../../src/model.js'
import { createObserver } from '../../../src/observe/observe.js'
import { toExchange, toField, toRecipient } from '../detect/exchange.js'

const vasectomy: Term = { id: 'v', kind: 'health.reason', value: 'Vasektomie', source: 'vocabulary', ordinal: 0 }

/** What a site's data say, and the fields of one request, to the stretches that stand for the term. */
function told(data: unknown, name: string, value: string): string[] {
  const learning = createLearning()
  learning.see({
    ...toExchange(), host: 'www.clinic.example', domain: 'clinic.example', responseType: 'application/json',
    responseBody: Buffer.from(JSON.stringify(data)),
  })
  const observer = createObserver()
  observer.see(toExchange(toField('query', name, value)), toRecipient())
  const termsIn = (text: string): Term[] => (text === 'Vasektomie' ? [vasectomy] : [])
  const found = namedIdsOf(observer.observations(), learning.facts(), new Set(['clinic.example']), termsIn)
  return [...found.values()].flat().map(({ offset, match }) => value.slice(offset, offset + match.end))
}

const motives = { visit_motives: [{ id: 6543, name: 'Vasektomie' }, { id: 7000, name: 'Impfung' }] }

test('an id counts under a name that it has in the data, alone, in a list, in an address', () => {
  assert.deepEqual(told(motives, 'motiveIds[]', '6543'), ['6543'])
  assert.deepEqual(told(motives, 'motiveIds', '7000,6543'), ['6543'])
  assert.deepEqual(told(motives, 'dl', 'https%3A%2F%2Fclinic.example%2F%3FmotiveIds%3D7000%252C6543'), ['6543'])
  assert.deepEqual(told({ specialities: [{ slug: 'sp-12', name: 'Vasektomie' }] }, 'speciality', 'sp-12'), ['sp-12'])
  assert.deepEqual(told({ data: { motives: { edges: [{ node: { id: 'TW90aXZlOjEy', name: 'Vasektomie' } }] } } }, 'motiveId', 'TW90aXZlOjEy'), ['TW90aXZlOjEy'])
})

test('an id under another name is a number', () => {
  assert.deepEqual(told(motives, 'width', '6543'), [])
  assert.deepEqual(told(motives, 'sizes', '7000,6543'), [])
  assert.deepEqual(told(motives, 'motiveIds', '16543,65430'), [])
})

test('of many names of one id those that say the same count once, and of more terms than two hundred the rest is left out, which is told', () => {
  const learning = createLearning()
  learning.see({
    ...toExchange(), host: 'www.clinic.example', domain: 'clinic.example', responseType: 'application/json',
    responseBody: Buffer.from(JSON.stringify(Array.from({ length: 250 }, (_, at) => ({ motiveId: 'id-6543', name: `Grund ${at}` })))),
  })
  const observer = createObserver()
  observer.see(toExchange(toField('query', 'motiveId', 'id-6543')), toRecipient())
  const valuesFor = (termOf: (name: string) => string): [string[], string[]] => {
    const codes: string[] = []
    const found = namedIdsOf(observer.observations(), learning.facts(), new Set(['clinic.example']),
      (name) => [{ ...vasectomy, id: termOf(name) }], ({ code }) => codes.push(code))
    return [[...found.values()].flat().map(({ match }) => match.term.value), codes]
  }
  assert.deepEqual(valuesFor(() => 'v'), [['id-6543 = Grund 0'], []])
  const [values, codes] = valuesFor((name) => name)
  assert.deepEqual([values.length, codes], [200, ['learn-meanings-full']])
})
