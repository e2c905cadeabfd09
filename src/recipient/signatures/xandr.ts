import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Xandr Inc.',
  country: 'US',
  category: 'advertising',
  hosts: ['adnxs.com', 'adnxs-simple.com'],
  fields: {
    code: { meaning: 'a partner\'s id of the browser', source: observed, kind: 'identifier.cookie' },
    adnxs_uid: { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    ttd_tdid: { meaning: 'a partner\'s id of the browser', source: observed, kind: 'identifier.cookie' },
    t: { meaning: 'form of the answer', source: observed },
    other: { meaning: 'value that the advertiser sets', source: observed },
    'user.id': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    'cookie:uuid2': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    'cookie:XANDR_PANID': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
  },
  examples: {
    match: ['https://secure.adnxs.com/px?id=1&t=2', 'https://ib.adnxs.com/getuid?https%3A%2F%2Fx.example%2F'],
    miss: ['https://badnxs.com/px'],
  },
} satisfies Signature
