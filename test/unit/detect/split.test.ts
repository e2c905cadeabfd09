import assert from 'node:assert/strict'
import { test } from 'node:test'
import { detectorOf, inShort, terms, toExchange, toField, toRecipient } from './exchange.js'

const detector = detectorOf({ terms: terms({
  'identity.phone': ['+49 30 23125 017'], 'identity.birthdate': ['1974-03-09'], 'identity.insurance-number': ['A123456780'],
}) })

/** `kind field` of what is found in the parameters of `a=1&b=2`. */
function found(query: string): string[] {
  const fields = query.split('&').map((pair) => toField('query', pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)))
  return detector.detect(toExchange(...fields), toRecipient()).map((match) => inShort(match).replace(/#0 (\S+) - - exact$/, ' $1'))
}

test('a number in pieces is put together, whatever its fields are called', () => {
  const phone = ['identity.phone a1', 'identity.phone a2', 'identity.phone a3']
  for (const [area, exchange, line] of [['030', '23125', '017'], ['30', '231-25', '017'], ['%2B49', '30', '23125 017'], ['0049', '3023', '125017']]) {
    assert.deepEqual(found(`x=1&a1=${area}&a2=${exchange}&a3=${line}&y=2`), phone, area)
  }
  assert.deepEqual(found('n1=a123&n2=456&n3=780'), ['identity.insurance-number n1', 'identity.insurance-number n2', 'identity.insurance-number n3'])
  const named = ['phone1', '030', 'phone2', '23125', 'phone3', '017'].map((text, at, all) => toField('query', at % 2 === 0 ? '(name)' : all[at - 1]!, text))
  assert.deepEqual(detector.detect(toExchange(...named), toRecipient()).map(({ fieldPath }) => fieldPath), ['phone1', 'phone2', 'phone3'])
  const [match] = detector.detect(toExchange(toField('body', 'a', '030'), toField('body', 'b', '2312'), toField('body', 'c', '5017')), toRecipient())
  assert.deepEqual([match?.rule, match?.certainty, match?.start, match?.end], ['persona in pieces', 'exact', 0, 3])
})

test('a birthday in pieces is put together under names that say which is which', () => {
  for (const [day, month, year] of [['day', 'month', 'year'], ['bd_d', 'bd_m', 'bd_y'], ['tt', 'mm', 'jjjj'], ['b[d]', 'b[m]', 'b[y]']]) {
    const names = [day, month, year].map((name) => `identity.birthdate ${name}`)
    assert.deepEqual(found(`${day}=9&${month}=3&${year}=1974`), names)
    assert.deepEqual(found(`x=1&${month}=03&${day}=09&${year}=1974`).sort(), [...names].sort())
  }
})

test('what only looks like the pieces of a value is none', () => {
  for (const query of [
    'a=030&b=23125&c=018', 'a=030&b=23125', 'a=030&x=1&b=23125&c=017', 'a=0302&b=23125&c=017', 'a=030&b=23125&c=0171',
    'day=9&month=3&year=1975', 'day=3&month=9&year=1974', 'a=9&b=3&c=1974', 'day=9&x=1&month=3&year=1974', 'day=9&month=3&month=1974',
    'n1=a123&n2=456&n3=781',
  ]) assert.deepEqual(found(query), [], query)
  const parts = [toField('query', 'a', '030'), toField('cookie', 'b', '23125'), toField('query', 'c', '017')]
  assert.deepEqual(detector.detect(toExchange(...parts), toRecipient()), [])
})

test('where a piece tells by itself, the others are not told', () => {
  assert.deepEqual(found('cc=49&phone=3023125017'), ['identity.phone phone'])
})
