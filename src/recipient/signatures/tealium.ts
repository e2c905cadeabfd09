import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Tealium Inc.',
  country: 'US',
  category: 'customer-data',
  hosts: ['tealiumiq.com', 'tealium.com'],
  // A domain of the site's own: https://docs.tealium.com/server-side/administration/domain-management/about/
  shape: { path: /^/, fields: ['tealium_account', 'tealium_profile'] },
  fields: {
    tealium_visitor_id: {
      meaning: 'browser id',
      source: observed,
      kind: 'identifier.cookie',
    },
    'data.dom.url': { meaning: 'address of the page', source: observed },
    'data.dom.referrer': { meaning: 'address of the page before', source: observed },
    'data.cp.utag_main_v_id': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    'cookie:TAPID': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
  },
  examples: {
    match: ['https://collect.tealiumiq.com/event', 'https://datacloud.tealiumiq.com/x/main/16/i.gif',
      'https://collect.clinic.example/event?tealium_account=x&tealium_profile=main&tealium_event=view'],
    miss: ['https://tealiumiq.example/event', 'https://clinic.example/event?account=x&profile=main'],
  },
} satisfies Signature
