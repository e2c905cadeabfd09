import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Adobe Systems Software Ireland Limited',
  country: 'IE',
  category: 'analytics',
  hosts: ['tt.omtrdc.net'],
  fields: {
    mboxURL: { meaning: 'address of the page', source: observed },
    mboxReferrer: { meaning: 'address of the page before', source: observed },
    mboxPC: { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    mboxSession: { meaning: 'session id', source: observed, kind: 'identifier.cookie' },
    mboxMCGVID: { meaning: 'browser id across Adobe\'s products', source: observed, kind: 'identifier.cookie' },
    mboxThirdPartyId: { meaning: 'the site\'s own id of the visitor', source: observed, kind: 'identifier.account' },
    sessionId: { meaning: 'session id', source: observed, kind: 'identifier.cookie' },
    'id.marketingCloudVisitorId': {
      meaning: 'browser id across Adobe\'s products',
      source: observed,
      kind: 'identifier.cookie',
    },
    'id.tntId': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    'context.address.url': { meaning: 'address of the page', source: observed },
    'context.address.referringUrl': { meaning: 'address of the page before', source: observed },
  },
  examples: {
    match: ['https://suntrust.tt.omtrdc.net/m2/suntrust/mbox/json?mboxURL=x'],
    miss: ['https://clinic.sc.omtrdc.net/b/ss/x/1/y', 'https://clinic.example/m2/x/mbox/json'],
  },
} satisfies Signature
