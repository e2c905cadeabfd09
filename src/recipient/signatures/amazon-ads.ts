import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Amazon Europe Core S.à r.l.',
  country: 'LU',
  category: 'advertising',
  hosts: ['amazon-adsystem.com', 'assoc-amazon.com', 'amazon-corp-adsystem.com'],
  fields: {
    u: { meaning: 'address of the page', source: observed },
    pr: { meaning: 'address of the page before', source: observed },
    uid: { meaning: 'a partner\'s id of the browser', source: observed, kind: 'identifier.cookie' },
    'cookie:ad-id': { meaning: 'browser id for advertising', source: observed, kind: 'identifier.cookie' },
  },
  examples: {
    match: ['https://s.amazon-adsystem.com/iu3?d=x', 'https://c.amazon-adsystem.com/aax2/apstag.js'],
    miss: ['https://www.amazon.de/gp/x', 'https://my-amazon-adsystem.com/iu3'],
  },
} satisfies Signature
