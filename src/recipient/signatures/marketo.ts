import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Adobe Systems Software Ireland Limited',
  country: 'IE',
  category: 'analytics',
  hosts: ['mktoresp.com', 'marketo.net'],
  fields: {
    _mchTk: { meaning: 'browser id from the cookie _mkto_trk', source: observed, kind: 'identifier.cookie' },
    _mchHo: { meaning: 'host of the page', source: observed },
    _mchRu: { meaning: 'path of the page', source: observed },
  },
  examples: {
    match: ['https://867-pkr-571.mktoresp.com/webevents/visitWebPage?_mchId=x&_mchTk=_mch-clinic.example-1634685430823-46743'],
    miss: ['https://mktoresp.com.example/webevents'],
  },
} satisfies Signature
