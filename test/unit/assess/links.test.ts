/** What stands together in one request, and what an id links to one recipient over several. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLinks, type Company } from '../../../src/assess/links.js'
import type { Seen } from '../../../src/assess/seen.js'
import type { Kind, Term } from '../../../src/model.js'

type Datum = readonly [kind: Kind, token: string, ambiguity?: Term['ambiguity']]

function request(domain: string, ...data: readonly Datum[]): Seen {
  const sightings = data.map(([kind, token, ambiguity]): Seen['sightings'][number] => ({
    match: {
      term: { id: `${kind}#0`, kind, value: token, source: 'persona', ordinal: 0, ...(ambiguity ? { ambiguity } : {}) },
      transforms: [], fieldPath: 'x', layers: [], start: 0, end: 1, certainty: 'exact', rule: 'persona',
    },
    part: 'query', pointer: '/request/url', offset: 0, excerpt: '', token,
  }))
  return {
    exchange: {
      entry: 0, method: 'GET', url: `https://${domain}/`, host: domain, domain, status: 200, delivery: 'sent', recordedBy: 'har', requestBodyBytes: 0,
      startedAt: 0, pageUrl: undefined, frameUrl: undefined, initiator: undefined, action: undefined, serverIp: undefined, ofBrowser: false,
    },
    recipient: { host: domain, domain, category: 'advertising', via: 'direct', rule: 'signature:x' }, sightings, claim: undefined,
  }
}

const HEALTH: Datum = ['health.reason', 'Vasektomie']
const WEAK: Datum = ['health.search', 'Stress', 'weak']
const ID: Datum = ['identifier.cookie', 'fb.1.2.3']
const OTHER_ID: Datum = ['identifier.device', 'a7c1']
const MAIL: Datum = ['identity.email', 'joerg@example.org']
const NAME: Datum = ['identity.name', 'Jörg']
const ADDRESS: Datum = ['network.ip', '203.0.113.77']

/** `health person contact` of the first request, all having been seen. */
function companyOf(...requests: readonly Seen[]): string {
  const links = createLinks()
  for (const one of requests) links.see(one)
  const company: Company = links.companyOf(requests[0]!)
  return [company.withHealth && 'health', company.withPerson && 'person', company.withContact && 'contact'].filter(Boolean).join(' ')
}

const cases: readonly [what: string, company: string, ...requests: Seen[]][] = [
  ['a health datum alone', 'health', request('a.example', HEALTH)],
  ['health and an id in one request', 'health person', request('a.example', HEALTH, ID)],
  ['health, an id and the address', 'health person', request('a.example', HEALTH, ID, ADDRESS)],
  ['health and the address: nobody is named', 'health', request('a.example', HEALTH, ADDRESS)],
  ['health and e-mail', 'health person contact', request('a.example', HEALTH, MAIL)],
  ['health and a name, which reaches nobody', 'health person', request('a.example', HEALTH, NAME)],
  ['an id, and health under the same id later', 'health person', request('a.example', ID), request('a.example', HEALTH, ID)],
  ['e-mail and an id, and health under the same id', 'health person contact', request('a.example', MAIL, ID), request('a.example', HEALTH, ID)],
  ['one of two ids links', 'health person', request('a.example', OTHER_ID, ID), request('a.example', HEALTH, OTHER_ID)],
  ['the same kind of id with another value does not', 'person', request('a.example', ID), request('a.example', HEALTH, ['identifier.cookie', 'fb.1.9.9'])],
  ['the same id at another recipient does not', 'person', request('a.example', ID), request('b.example', HEALTH, ID)],
  ['an ambiguous word is no health datum', 'person', request('a.example', ID, WEAK)],
  ['nor does it link', 'person', request('a.example', ID), request('a.example', ID, WEAK)],
  ['the same e-mail is no id: two requests stay two', 'person contact', request('a.example', MAIL), request('a.example', MAIL, HEALTH)],
  ['the address links nothing', '', request('a.example', ADDRESS), request('a.example', ADDRESS, HEALTH)],
]

for (const [what, company, ...requests] of cases) test(what, () => assert.equal(companyOf(...requests), company))

test('the order in which requests were seen does not matter', () => {
  for (const all of [[request('a.example', ID), request('a.example', HEALTH, ID)], [request('a.example', HEALTH, ID), request('a.example', ID)]]) {
    const links = createLinks()
    for (const one of all) links.see(one)
    assert.deepEqual(all.map((one) => links.companyOf(one).withHealth), [true, true])
  }
})
