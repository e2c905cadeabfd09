/** What a request says of consent itself, and what that does to the severity of what it carries. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { claimIn, denies, toClaim } from '../../../src/assess/consent-string.js'
import { severityOf, type SeverityFacts } from '../../../src/assess/severity.js'
import { readConsentString } from '../../../src/capture/consent-strings.js'
import type { Field } from '../../../src/model.js'
import { tcf } from '../capture/support/tcf.js'

test('the purposes are those that the reference decoder reads', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 11 })), (purposes) => {
    const text = tcf(purposes)
    const claim = toClaim(text)
    assert.equal(claim?.kind, 'tcf')
    assert.deepEqual(claim.kind === 'tcf' && claim.purposes.map(String), readConsentString(text)?.granted)
  }))
})

test('total: any text and any bytes have an answer', () => {
  fc.assert(fc.property(fc.string(), (text) => { toClaim(text) }))
  for (const text of ['', 'G1', 'G1--', 'C', `C${'A'.repeat(28)}`, 'CPurpose of the visit']) assert.equal(toClaim(text), undefined, text)
})

const field = (name: string, value: string): Field => ({ part: 'query', name, value: Buffer.from(value), pointer: '', offset: 0 })

test('it is found under the names that carry it, and no other', () => {
  const denied = tcf([])
  for (const name of ['gdpr_consent', 'gdpr_consent_755', 'tcfString', 'tc_string', 'euconsent-v2']) {
    assert.deepEqual(claimIn([field('a', 'b'), field(name, denied)]), { kind: 'tcf', purposes: [] }, name)
  }
  assert.deepEqual(claimIn([field('gcs', 'G100')]), { kind: 'google', ads: false, analytics: false })
  assert.deepEqual(claimIn([field('gcd', '13q3v3q3q5l1')]), { kind: 'google', ads: false, analytics: true })
  for (const unset of ['13l3l3l3l1l1', '13l3v3l3l1l1', 'G1--']) assert.equal(claimIn([field('gcd', unset)]), undefined, unset)
  assert.equal(claimIn([field('q', denied)]), undefined)
  assert.equal(claimIn([field('gdpr', '0'), field('gdpr_consent', denied)]), undefined, 'the request says that the GDPR does not apply')
  assert.ok(claimIn([field('gdpr', '1'), field('gdpr_consent', denied)]))
})

test('who may receive what under it', () => {
  const claim = (text: string) => toClaim(text) ?? assert.fail(text)
  assert.deepEqual([denies(claim('G101'), 'advertising'), denies(claim('G101'), 'analytics')], [true, false])
  assert.deepEqual([denies(claim(tcf([1])), 'advertising'), denies(claim(tcf([1])), 'analytics')], [true, false])
  assert.equal(denies(claim(tcf([1, 4])), 'advertising'), false)
  assert.equal(denies(claim(tcf([4])), 'analytics'), true, 'without purpose 1')
  assert.equal(denies(claim(tcf([4], true)), 'analytics'), false, 'purpose 1 was not asked for')
  assert.equal(denies(claim(tcf([7], true)), 'advertising'), true)
})

const health: SeverityFacts = {
  kind: 'health.specialty', category: 'other', certainty: 'exact', ambiguous: false, consentAt: 'before-choice',
  withHealth: true, withPerson: false, withContact: false,
}
const cases: readonly (readonly [string, Partial<SeverityFacts>, string, string])[] = [
  ['nothing said', {}, 'medium', 'health-to-others'],
  ['denied by its own string', { claim: toClaim('G100') }, 'high', 'health-to-others+against-consent-string'],
  ['granted', { claim: toClaim('G111'), consentAt: 'accepted' }, 'medium', 'health-to-others'],
  ['refused, and its string says so', { claim: toClaim('G100'), consentAt: 'rejected' }, 'high',
    'health-to-others+against-choice+against-consent-string'],
  ['refused, and its string claims the opposite', { claim: toClaim(tcf([1, 2, 3])), consentAt: 'rejected' }, 'high',
    'health-to-others+against-choice+claims-consent'],
  ['needed for the function', { claim: toClaim('G100'), category: 'captcha' }, 'info', 'function'],
]
for (const [what, more, severity, rule] of cases) {
  test(what, () => { assert.deepEqual(severityOf({ ...health, ...more }), { severity, rule }) })
}
