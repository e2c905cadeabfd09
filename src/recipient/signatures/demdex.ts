import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

const cookies =
  'https://experienceleague.adobe.com/en/docs/core-services/interface/data-collection/cookies/audience-manager'

export default {
  entity: 'Adobe Systems Software Ireland Limited',
  country: 'IE',
  category: 'customer-data',
  hosts: ['demdex.net'],
  fields: {
    d_mid: { meaning: 'browser id across Adobe\'s products', source: observed, kind: 'identifier.cookie' },
    d_uuid: { meaning: 'Adobe\'s id of the browser', source: observed, kind: 'identifier.cookie' },
    d_cid: { meaning: 'ids of the customer\'s own systems', source: observed, kind: 'identifier.account' },
    d_cid_ic: { meaning: 'ids of the customer\'s own systems', source: observed, kind: 'identifier.account' },
    dpuuid: { meaning: 'a partner\'s id of the browser', source: observed, kind: 'identifier.cookie' },
    dpid: { meaning: 'the partner', source: observed },
    d_orgid: { meaning: 'the customer of Adobe', source: observed },
    'cookie:demdex': {
      meaning: 'browser id',
      source: cookies,
      kind: 'identifier.cookie',
    },
    'cookie:dpm': {
      meaning: 'browser id',
      source: cookies,
      kind: 'identifier.cookie',
    },
  },
  examples: {
    match: ['https://dpm.demdex.net/id?d_mid=1', 'https://dpm.demdex.net/ibs:dpid=903&dpuuid=1'],
    miss: ['https://demdex.example/id'],
  },
} satisfies Signature
