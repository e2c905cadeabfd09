import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Lotame Solutions, Inc.',
  country: 'US',
  category: 'customer-data',
  hosts: ['crwdcntrl.net'],
  fields: {
    tpid: { meaning: 'a partner\'s id of the browser', source: observed, kind: 'identifier.cookie' },
    'cookie:_cc_id': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
  },
  examples: { match: ['https://bcp.crwdcntrl.net/6/data'], miss: ['https://crwdcntrl.example/6/data'] },
} satisfies Signature
