import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Yahoo EMEA Limited',
  country: 'IE',
  category: 'advertising',
  hosts: ['analytics.yahoo.com', 'ads.yahoo.com', 'ybp.yahoo.com', 'advertising.com', 'adtechus.com', 'yimg.com'],
  fields: {
    b: { meaning: 'title of the page', source: observed },
    f: { meaning: 'address of the page', source: observed },
    e: { meaning: 'address of the page before', source: observed },
    '.yp': { meaning: 'the site\'s pixel', source: observed },
    uid: { meaning: 'a partner\'s id of the browser', source: observed, kind: 'identifier.cookie' },
    'cookie:A3': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    'cookie:B': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    'cookie:IDSYNC': { meaning: 'matches of ids for advertising', source: observed, kind: 'identifier.cookie' },
  },
  examples: {
    match: [
      'https://sp.analytics.yahoo.com/sp.pl?b=t&f=https%3A%2F%2Fclinic.example&.yp=1',
      'https://ups.analytics.yahoo.com/ups/1/sync?uid=2',
    ],
    miss: ['https://www.yahoo.com/', 'https://analytics.yahoo.example/sp.pl'],
  },
} satisfies Signature
