import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

const guide = 'https://developers.google.com/authorized-buyers/rtb/cookie-guide'

export default {
  entity: 'Google Ireland Limited',
  country: 'IE',
  category: 'advertising',
  hosts: ['cm.g.doubleclick.net'],
  fields: {
    google_nid: { meaning: 'the partner', source: guide },
    google_hm: { meaning: 'the partner\'s id of the browser, base64', source: guide, kind: 'identifier.cookie' },
    google_gid: { meaning: 'Google\'s id of the browser for the partner', source: guide, kind: 'identifier.cookie' },
    ttd_tdid: { meaning: 'a partner\'s id of the browser', source: observed, kind: 'identifier.cookie' },
    'cookie:IDE': {
      meaning: 'browser id for advertising',
      source: 'https://policies.google.com/technologies/cookies',
      kind: 'identifier.cookie',
    },
  },
  examples: {
    match: ['https://cm.g.doubleclick.net/pixel?google_nid=a&google_hm=b'],
    miss: ['https://ad.doubleclick.net/pixel', 'https://cm.g.doubleclick.net.example/pixel'],
  },
} satisfies Signature
