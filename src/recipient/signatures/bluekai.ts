import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Oracle America, Inc.',
  country: 'US',
  category: 'customer-data',
  hosts: ['bluekai.com', 'bkrtx.com'],
  fields: {
    phint: { meaning: 'pairs that the site sets, as name=value in the value', source: observed },
    id: { meaning: 'a partner\'s id of the browser', source: observed, kind: 'identifier.cookie' },
    'cookie:bku': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
  },
  examples: {
    match: ['https://stags.bluekai.com/site/86153?phint=__bk_t%3DTitle', 'https://tags.bluekai.com/site/2035'],
    miss: ['https://bluekai.example/site/1'],
  },
} satisfies Signature
