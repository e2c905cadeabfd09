import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Salesforce, Inc.',
  country: 'US',
  category: 'customer-data',
  hosts: ['krxd.net'],
  fields: {
    _kcp_d: { meaning: 'domain of the page', source: observed },
    '_kpa_*': { meaning: 'property of the page, as the site sets it', source: observed },
    '_kua_*': { meaning: 'property of the user, as the site sets it', source: observed },
    _kuid: { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    partner_uid: { meaning: 'a partner\'s id of the browser', source: observed, kind: 'identifier.cookie' },
    'cookie:_kuid_': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
  },
  examples: {
    match: ['https://beacon.krxd.net/pixel.gif?_kpa_keywords2=x&_kcp_d=clinic.example'],
    miss: ['https://krxd.example/pixel.gif'],
  },
} satisfies Signature
