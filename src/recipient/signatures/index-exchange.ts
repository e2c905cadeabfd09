import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Index Exchange Inc.',
  country: 'CA',
  category: 'advertising',
  hosts: ['casalemedia.com', 'indexww.com'],
  fields: {
    r: { meaning: 'the bid request, JSON', source: observed },
    'r.site.page': { meaning: 'address of the page', source: observed },
    'r.site.ref': { meaning: 'address of the page before', source: observed },
    'r.ip': { meaning: 'address of the client', source: observed, kind: 'network.ip' },
    external_user_id: { meaning: 'a partner\'s id of the browser', source: observed, kind: 'identifier.cookie' },
    'cookie:CMID': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
  },
  examples: {
    match: [
      'https://as.casalemedia.com/cygnus?r=%7B%7D',
      'https://dsum-sec.casalemedia.com/rum?cm_dsp_id=1&external_user_id=2',
    ],
    miss: ['https://casalemedia.example/cygnus'],
  },
} satisfies Signature
