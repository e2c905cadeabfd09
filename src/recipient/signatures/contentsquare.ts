import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Contentsquare SAS',
  country: 'FR',
  category: 'session-replay',
  hosts: ['contentsquare.net', 'contentsquare.com', 'contentsquare.io', 'clicktale.net'],
  fields: {
    uu: { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    url: { meaning: 'address of the page', source: observed },
    dr: { meaning: 'address of the page before', source: observed },
    pid: { meaning: 'the project', source: observed },
  },
  examples: {
    match: ['https://c.contentsquare.net/pageview?pid=1&uu=2', 'https://k-aus1.contentsquare.net/v2/recording'],
    miss: ['https://contentsquare.net.example/pageview'],
  },
} satisfies Signature
