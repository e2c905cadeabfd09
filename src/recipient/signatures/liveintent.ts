import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'LiveIntent, Inc.',
  country: 'US',
  category: 'customer-data',
  hosts: ['liadm.com', 'liveintent.com'],
  fields: {
    pu: { meaning: 'address of the page', source: observed },
    duid: { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    e: { meaning: 'e-mail, hashed', source: observed, kind: 'identity.email' },
    bidder_uuid: { meaning: 'a partner\'s id of the browser', source: observed, kind: 'identifier.cookie' },
    previous_uuid: { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    'cookie:lidid': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
  },
  examples: {
    match: ['https://rp.liadm.com/j?tna=v1&pu=https%3A%2F%2Fclinic.example'],
    miss: ['https://liadm.example/j'],
  },
} satisfies Signature
