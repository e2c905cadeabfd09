/** The fingerprint knows what makes a leak distinct and nothing else, and version 1 stays what it is. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingIdOf, fingerprintOf, type Distinct } from '../../../src/assess/fingerprint.js'

const one: Distinct = {
  site: 'terminhaus.example', kind: 'health.reason', termOrdinal: 0, recipientDomain: 'facebook.com', recipientVia: 'direct',
  part: 'query', field: 'dl', transformFamily: 'plain',
}

test('version 1 is frozen: baselines and databases out there hold it', () => {
  assert.equal(fingerprintOf(one), '3ef3343a37ed2de8ad78caeefcea34c4da69e00e36a54aad15d58d2d05b6d8b0')
})

test('each property makes another finding', () => {
  const others: readonly Partial<Distinct>[] = [
    { site: 'other.example' }, { kind: 'health.search' }, { termOrdinal: 1 }, { recipientDomain: 'outbrain.com' },
    { recipientVia: 'cname' }, { part: 'referer' }, { field: 'rl' }, { transformFamily: 'hashed' },
  ]
  const all = [one, ...others.map((other) => ({ ...one, ...other }))].map(fingerprintOf)
  assert.equal(new Set(all).size, all.length)
})

test('the order in which properties were set does not matter, and live and stand-in never share a finding', () => {
  const reversed = Object.fromEntries(Object.entries(one).reverse()) as unknown as Distinct
  assert.equal(fingerprintOf(reversed), fingerprintOf(one))
  assert.notEqual(findingIdOf('live', fingerprintOf(one)), findingIdOf('stand-in', fingerprintOf(one)))
})
