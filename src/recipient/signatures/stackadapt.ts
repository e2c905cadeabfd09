import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'StackAdapt Inc.',
  country: 'CA',
  category: 'advertising',
  hosts: ['stackadapt.com', 'qvdt3feo.com'],
  fields: {
    landing_url: { meaning: 'address of the page', source: observed },
    'sa-user-id*': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    'cookie:sa-user-id*': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    t: { meaning: 'title of the page', source: observed },
  },
  examples: {
    match: [
      'https://tags.srv.stackadapt.com/saq_pxl?uid=x&landing_url=https%3A%2F%2Fclinic.example%2F&sa-user-id=s%253A0-6bb7',
      'https://qvdt3feo.com/events.js',
    ],
    miss: ['https://notstackadapt.com/events.js'],
  },
} satisfies Signature
