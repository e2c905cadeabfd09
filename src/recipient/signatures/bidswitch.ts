import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'BidSwitch GmbH',
  country: 'CH',
  category: 'advertising',
  hosts: ['bidswitch.net'],
  fields: {
    user_id: { meaning: 'a partner\'s id of the browser', source: observed, kind: 'identifier.cookie' },
    'cookie:tuuid': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
  },
  examples: { match: ['https://x.bidswitch.net/sync?ssp=a&user_id=1'], miss: ['https://bidswitch.example/sync'] },
} satisfies Signature
