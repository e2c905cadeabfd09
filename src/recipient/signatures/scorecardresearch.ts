import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'comScore, Inc.',
  country: 'US',
  category: 'advertising',
  hosts: ['scorecardresearch.com', 'comscore.com', 'voicefive.com', 'zqtk.net'],
  fields: {
    c7: { meaning: 'address of the page', source: observed },
    c8: { meaning: 'title of the page', source: observed },
    c9: { meaning: 'address of the page before', source: observed },
    c4: { meaning: 'address of the page, or section', source: observed },
    c2: { meaning: 'the customer', source: observed },
    c12: { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    cs_fpid: { meaning: 'browser id of the site', source: observed, kind: 'identifier.cookie' },
    'cookie:UID': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
  },
  examples: {
    match: [
      'https://sb.scorecardresearch.com/b?c1=2&c7=https%3A%2F%2Fclinic.example',
      'https://b.scorecardresearch.com/p?c1=2',
    ],
    miss: ['https://scorecardresearch.example/b'],
  },
} satisfies Signature
