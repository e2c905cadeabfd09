import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'OpenX Software Limited',
  country: 'GB',
  category: 'advertising',
  hosts: ['openx.net', 'openx.com', 'openx.org'],
  fields: {
    ju: { meaning: 'address of the page', source: observed },
    jr: { meaning: 'address of the page before', source: observed },
    val: { meaning: 'a partner\'s id of the browser', source: observed, kind: 'identifier.cookie' },
    'cookie:i': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
  },
  examples: { match: ['https://us-u.openx.net/w/1.0/sd?id=1&val=2'], miss: ['https://reopenx.net/w/1.0/sd'] },
} satisfies Signature
