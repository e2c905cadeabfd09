import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Adobe Systems Software Ireland Limited',
  country: 'IE',
  category: 'advertising',
  hosts: ['everesttech.net', 'everestjs.net', 'tubemogul.com'],
  fields: {
    d_uuid: { meaning: 'Adobe\'s id of the browser', source: observed, kind: 'identifier.cookie' },
    cookieid: { meaning: 'a partner\'s id of the browser', source: observed, kind: 'identifier.cookie' },
    _les_url: { meaning: 'address of the page', source: observed },
    _les_mid: { meaning: 'browser id across Adobe\'s products', source: observed, kind: 'identifier.cookie' },
    'cookie:everest_g_v2': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
  },
  examples: {
    match: ['https://cm.everesttech.net/cm/dd?d_uuid=1', 'https://sync-tm.everesttech.net/upi/pid/x?redir=y'],
    miss: ['https://everesttech.net.example/cm/dd'],
  },
} satisfies Signature
