import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Google Ireland Limited',
  country: 'IE',
  category: 'advertising',
  hosts: ['fls.doubleclick.net', 'ad.doubleclick.net', 'adservice.google.com', 'ade.googlesyndication.com'],
  path: /^\/(activityi?;|ddm\/(activity|fls)\/)/,
  fields: {
    src: { meaning: 'the advertiser', source: observed },
    type: { meaning: 'group of the activity', source: observed },
    cat: { meaning: 'tag of the activity', source: observed },
    ord: { meaning: 'number of the order, or chance', source: observed },
    '~oref': { meaning: 'address of the page', source: observed },
    auiddc: { meaning: 'browser id from the cookie _gcl_au', source: observed, kind: 'identifier.cookie' },
    gclaw: { meaning: 'click id', source: observed, kind: 'identifier.click' },
    'u*': { meaning: 'custom variable, as the advertiser sets it', source: observed },
    'cookie:IDE': {
      meaning: 'browser id for advertising',
      source: 'https://policies.google.com/technologies/cookies',
      kind: 'identifier.cookie',
    },
  },
  examples: {
    match: [
      'https://4558437.fls.doubleclick.net/activityi;src=4558437;type=a;cat=b;ord=1;u20=x;~oref=y?',
      'https://adservice.google.com/ddm/fls/i/src=1;type=a',
      'https://ad.doubleclick.net/ddm/activity/src=1;type=a',
    ],
    miss: ['https://ad.doubleclick.net/ddm/adj/x', 'https://clinic.example/activityi;src=1'],
  },
} satisfies Signature
