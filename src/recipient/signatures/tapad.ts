import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Tapad, Inc.',
  country: 'US',
  category: 'customer-data',
  hosts: ['tapad.com'],
  fields: {
    partner_device_id: { meaning: 'a partner\'s id of the browser', source: observed, kind: 'identifier.cookie' },
    ttd_puid: { meaning: 'a partner\'s id of the browser', source: observed, kind: 'identifier.cookie' },
    ta_partner_did: { meaning: 'a partner\'s id of the browser', source: observed, kind: 'identifier.cookie' },
    'cookie:TapAd_DID': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
  },
  examples: {
    match: ['https://pixel.tapad.com/idsync/ex/receive?partner_id=1&partner_device_id=2'],
    miss: ['https://tapad.example/idsync'],
  },
} satisfies Signature
