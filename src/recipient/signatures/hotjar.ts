import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Hotjar Limited',
  country: 'MT',
  category: 'session-replay',
  hosts: ['hotjar.com', 'hotjar.io'],
  fields: {
    user_id: { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    'cookie:_hjSessionUser_*': {
      meaning: 'browser id',
      source: observed,
      kind: 'identifier.cookie',
    },
    site_id: { meaning: 'the site', source: observed },
    sv: { meaning: 'version of the snippet', source: observed },
  },
  examples: {
    match: [
      'https://content.hotjar.io/?site_id=1&gzip=1',
      'wss://ws.hotjar.com/api/v2/client/ws',
      'https://in.hotjar.com/api/v2/client/sites/1/visit-data?sv=7',
    ],
    miss: ['https://nothotjar.com/c/x.js', 'https://hotjar.com.example/'],
  },
} satisfies Signature
