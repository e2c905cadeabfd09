import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Mapp Digital Germany GmbH',
  country: 'DE',
  category: 'analytics',
  hosts: ['webtrekk.net', 'wt-eu02.net', 'mateti.net', 'mapp.com'],
  // A track domain of the site's own: https://docs.mapp.com/docs/request-structure
  shape: { path: /\/\d{9,20}\/wt(\.pl)?$/, fields: ['p'] },
  fields: {
    p: { meaning: 'traits of the browser and name of the page, joined by commas', source: observed },
    eid: { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    cd: { meaning: 'the site\'s own id of the user', source: observed, kind: 'identifier.account' },
    is: { meaning: 'what was searched for on the site', source: observed },
    'cookie:wteid_*': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
  },
  examples: {
    match: [
      'https://clinic01.webtrekk.net/1234/wt?p=432,page&eid=2', 'https://wa.clinic.example/123456789012345/wt?p=432,page&eid=2&eor=1',
      'https://web.clinic.example/484344353165262/wt?p=441,checkout&tz=1',
    ],
    miss: ['https://clinic.example/1/wt?p=432', 'https://webtrekk.example/1/wt'],
  },
} satisfies Signature
