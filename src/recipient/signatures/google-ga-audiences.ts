import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Google Ireland Limited',
  country: 'IE',
  category: 'advertising',
  hosts: [
    'google.com', 'google.de', 'google.fr', 'google.co.uk', 'google.at', 'google.ch', 'google.es', 'google.it',
    'google.nl',
  ],
  path: /^\/ads\/ga-audiences/,
  fields: {
    cid: { meaning: 'browser id of Google Analytics', source: observed, kind: 'identifier.cookie' },
    tid: { meaning: 'the site\'s property', source: observed },
    'cookie:NID': {
      meaning: 'browser id',
      source: 'https://policies.google.com/technologies/cookies',
      kind: 'identifier.cookie',
    },
  },
  examples: {
    match: ['https://www.google.com/ads/ga-audiences?t=sr&tid=UA-1-1&cid=1.2'],
    miss: ['https://www.google.com/ads/measurement/l', 'https://clinic.example/ads/ga-audiences'],
  },
} satisfies Signature
