import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Oracle America, Inc.',
  country: 'US',
  category: 'advertising',
  hosts: ['eloqua.com', 'en25.com'],
  shape: { path: /\/visitor\/v\d+\/svrGP(\.aspx)?$/, fields: ['pps', 'siteid'] },
  fields: {
    ref: { meaning: 'address of the page', source: observed },
    ref2: { meaning: 'address of the page before', source: observed },
    elq1pcGUID: { meaning: 'browser id from the cookie ELOQUA', source: observed, kind: 'identifier.cookie' },
    'cookie:ELOQUA': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
  },
  examples: {
    match: [
      'https://s1844742678.t.eloqua.com/visitor/v200/svrGP?pps=3&siteid=1844742678&ref2=elqNone',
      'https://analytics.clinic.example/visitor/v200/svrGP?pps=3&siteid=1844742678&elq1pcGUID=039B147782C84352',
    ],
    miss: ['https://clinic.example/visitor/v200/svrGP', 'https://noteloqua.com/visitor/v200/svrGP'],
  },
} satisfies Signature
