import assert from 'node:assert/strict'
import { test } from 'node:test'
import { identifiersOf } from '../../../src/assess/identifiers.js'
import { createLearning } from '../../../src/learn/learn.js'
import type { Exchange, Part, Recipient } from '../../../src/model.js'
import { createObserver } from '../../../src/observe/observe.js'

const id = '7ca29899-4661-4821-82e7-b03bb620c385'

test('what a third party gets is an identifier where the site keeps it in a cookie, or in a part of one', () => {
  for (const [name, cookie] of [
    ['vid', id], ['WT_FPC', `id=${id}:lv=1513979931468:ss=1513979931468`], ['s_ecid', `MCMID|${id}`], ['_sp_id.ddc6', `${id}.1440859428.1`],
    ['leadid_token-83C094F2', id], ['user', Buffer.from(JSON.stringify({ id })).toString('base64')],
  ] as const) assert.deepEqual(found(name, cookie, id), ['u behaviour:value-of-the-sites-cookie'], name)
})

test('a choice, a time and what the site keeps for nobody are none', () => {
  assert.deepEqual(found('OptanonConsent', `id=${id}&x=1`, id), [])
  assert.deepEqual(found('lv', `lv=1513979931468:ss=1513979931468`, '1513979931468'), [])
  assert.deepEqual(found('__utmc', '134968609', '134968609'), [])
  assert.deepEqual(found('vid', id, 'b03bb620c385'), [], 'a piece of an identifier')
})

/** The rows of a tracker that got `value` as `u`, where the site keeps that cookie. */
function found(name: string, cookie: string, value: string): string[] {
  const observer = createObserver()
  const learning = createLearning()
  const send = (entry: number, domain: string, part: Part, field: string, text: string): void => {
    const exchange: Exchange = {
      entry, startedAt: entry, method: 'GET', url: `https://${domain}/`, host: domain, domain, resourceType: 'image', status: 200, delivery: 'sent',
      recordedBy: 'har', requestBodyBytes: 0, setCookies: [], fields: [{ part, name: field, value: Buffer.from(text), pointer: '/request/url', offset: 0 }],
    }
    const recipient: Recipient = { host: domain, domain, category: 'other', via: 'direct', rule: 'registrable-domain' }
    observer.see(exchange, recipient)
    learning.see(exchange)
  }
  send(0, 'ads.example', 'query', 'u', value)
  send(1, 'clinic.example', 'cookie', name, cookie)
  const sightings = identifiersOf(observer.observations(), learning.facts(), new Set(['clinic.example']))
  return [...(sightings.get(0) ?? [])].map(({ match }) => `${match.fieldPath} ${match.rule}`)
}
