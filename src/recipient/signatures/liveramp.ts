import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'LiveRamp, Inc.',
  country: 'US',
  category: 'customer-data',
  hosts: ['rlcdn.com', 'pippio.com', 'liveramp.com'],
  fields: {
    partner_uid: { meaning: 'a partner\'s id of the browser', source: observed, kind: 'identifier.cookie' },
    it: { meaning: 'kind of the person\'s identifier', source: observed },
    iv: { meaning: 'identifier of the person, hashed', source: observed, kind: 'identifier.account' },
    'cookie:rlas3': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    'cookie:did': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
  },
  examples: {
    match: ['https://idsync.rlcdn.com/453899.gif?partner_uid=1'],
    miss: ['https://girlcdn.com/1.gif', 'https://rlcdn.com.example/1.gif'],
  },
} satisfies Signature
