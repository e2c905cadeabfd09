/** Who saw the address of the visitor, and of whom that is not known. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Analysed, RequestRecord } from '../../../src/model.js'
import { contactsIn } from '../../../src/report/contacts.js'
import { toPage } from '../../../src/report/html/page.js'
import { wordsOf } from '../../../src/report/words/languages.js'
import { makeHonest, reportOf } from '../../golden/fixture.js'

/** Of the third party that is told nothing, the first request stands so. */
function withDelivery(analysed: Analysed, delivery: RequestRecord['delivery']): Analysed {
  return { ...analysed, requests: [...analysed.requests].map((request) => request.party === 'third' ? { ...request, delivery } : request) }
}

test('who answered nothing, and of whom no failure was recorded either, may not have been contacted', () => {
  const [reject, accept] = [makeHonest({ consent: 'reject' }), makeHonest({ consent: 'accept' })]
  const unknown = reportOf([withDelivery(reject, 'unknown')])
  assert.deepEqual(contactsIn(unknown.captures).map(({ unconfirmed }) => unconfirmed), [true])
  assert.match([...toPage(unknown, { language: 'en' })].join(''), /<th scope="row">[\w.]+ \(arrival unconfirmed\)/)
  const both = reportOf([withDelivery(reject, 'unknown'), accept])
  assert.deepEqual(contactsIn(both.captures).map(({ unconfirmed, captures }) => [unconfirmed, captures]), [[undefined, 2]], 'once it was reached')
  assert.deepEqual(contactsIn(reportOf([withDelivery(reject, 'attempted')]).captures), [])
})

test('the sentence counts apart who may not have been reached', () => {
  const { contacted } = wordsOf('en').sentence
  assert.equal(contacted(2, true, 1), '2 third parties were contacted and so saw the client address by the connection. ' +
    'Whether requests to 1 more third party arrived is not known: neither an answer nor a failure was recorded.')
  assert.match(contacted(0, true, 3), /^Whether requests to 3 third parties arrived is not known/)
  assert.equal(contacted(0, true), 'No request to a third party was seen to leave.')
})
