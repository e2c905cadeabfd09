import type { Signature } from '../signature.js'

const cookies = 'https://policies.google.com/technologies/cookies'

export default {
  entity: 'Google Ireland Limited',
  country: 'IE',
  category: 'other',
  hosts: [
    'google.com', 'google.de', 'google.fr', 'google.co.uk', 'gstatic.com', 'googleusercontent.com', 'ggpht.com',
    'googleapis.com',
  ],
  fields: {
    'cookie:NID': { meaning: 'browser id', source: cookies, kind: 'identifier.cookie' },
    'cookie:SID': { meaning: 'the account that is signed in', source: cookies, kind: 'identifier.account' },
  },
  examples: {
    match: [
      'https://www.google.com/search?q=x',
      'https://translate.googleapis.com/translate_a/t?client=te',
      'https://www.gstatic.com/images/x.png',
    ],
    miss: [
      'https://google.com.evil.net/',
      'https://www.google.com/ccm/collect?en=x',
      'https://fonts.gstatic.com/s/x.woff2',
      'https://maps.googleapis.com/maps/api/js',
    ],
  },
} satisfies Signature
