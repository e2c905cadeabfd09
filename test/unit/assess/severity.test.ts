/** The severity table: each row by the case that it is there for, and the two adjustments. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { severityOf, type SeverityFacts } from '../../../src/assess/severity.js'

const plain: SeverityFacts = {
  kind: 'health.reason', category: 'advertising', certainty: 'exact', ambiguous: false, consentAt: 'accepted',
  withHealth: true, withPerson: false, withContact: false,
}

const cases: readonly [what: string, facts: Partial<SeverityFacts>, severity: string, rule: string][] = [
  ['health and an id to advertising', { withPerson: true }, 'critical', 'health-with-person'],
  ['health alone to advertising', {}, 'high', 'health'],
  ['health and an id to session replay', { withPerson: true, category: 'session-replay' }, 'critical', 'health-with-person'],
  ['health and an id to analytics', { withPerson: true, category: 'analytics' }, 'medium', 'health-to-others'],
  ['health to an unknown third party', { category: 'other' }, 'medium', 'health-to-others'],
  ['the id beside health to advertising', { kind: 'identifier.cookie', withPerson: true }, 'critical', 'health-with-person'],
  ['an id alone', { kind: 'identifier.cookie', withHealth: false, withPerson: true }, 'low', 'identifier-alone'],
  ['e-mail to social', { kind: 'identity.email', category: 'social', withHealth: false, withPerson: true, withContact: true }, 'high', 'identity-with-contact'],
  ['a name alone to social', { kind: 'identity.name', category: 'social', withHealth: false, withPerson: true }, 'medium', 'identity'],
  ['e-mail to analytics', { kind: 'identity.email', category: 'analytics', withHealth: false, withContact: true }, 'medium', 'identity'],
  ['an explicit address to advertising', { kind: 'network.ip', withPerson: true }, 'medium', 'explicit-address'],
  ['an explicit address to analytics', { kind: 'network.ip', category: 'analytics' }, 'low', 'address-alone'],
  ['an ambiguous word', { ambiguous: true, withPerson: true }, 'low', 'ambiguous-word'],
  ['what a payment needs', { category: 'payment', withPerson: true }, 'info', 'function'],
  ['an inferred one', { certainty: 'inferred' }, 'medium', 'health+inferred'],
  ['one against the choice', { consentAt: 'rejected' }, 'critical', 'health+against-choice'],
  ['one after withdrawal', { consentAt: 'withdrawn', category: 'analytics' }, 'high', 'health-to-others+against-choice'],
  ['one inferred and against the choice', { certainty: 'inferred', consentAt: 'rejected' }, 'high', 'health+inferred+against-choice'],
  ['nothing is worse than critical', { withPerson: true, consentAt: 'rejected' }, 'critical', 'health-with-person+against-choice'],
  ['what the function needs stays so against the choice', { category: 'consent', consentAt: 'rejected' }, 'info', 'function'],
]

for (const [what, facts, severity, rule] of cases) {
  test(`${what} is ${severity}`, () => {
    assert.deepEqual(severityOf({ ...plain, ...facts }), { severity, rule })
  })
}
