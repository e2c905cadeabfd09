import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'PubMatic, Inc.',
  country: 'US',
  category: 'advertising',
  hosts: ['pubmatic.com'],
  fields: {
    purl: { meaning: 'address of the page', source: observed },
    rurl: { meaning: 'address of the page before', source: observed },
    piggybackCookie: { meaning: 'a partner\'s id of the browser', source: observed, kind: 'identifier.cookie' },
    'cookie:KADUSERCOOKIE': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
  },
  examples: {
    match: ['https://simage2.pubmatic.com/AdServer/Pug?vcode=x&piggybackCookie=y'],
    miss: ['https://pubmatic.example/AdServer/Pug'],
  },
} satisfies Signature
