import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'MNTN, Inc.',
  country: 'US',
  category: 'advertising',
  hosts: ['mountain.com', 'steelhousemedia.com'],
  fields: {
    shpt: { meaning: 'title of the page', source: observed },
    plh: { meaning: 'address of the page', source: observed },
    meta_tag_data: { meaning: 'meta tags of the page, JSON', source: observed },
    ga_client_id: { meaning: 'browser id of Google Analytics', source: observed, kind: 'identifier.cookie' },
    dcm_gid: { meaning: 'browser id of Google advertising', source: observed, kind: 'identifier.cookie' },
    'cookie:guid': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
  },
  examples: {
    match: ['https://px.mountain.com/st?shpt=Title&ga_client_id=1.2', 'https://dx.steelhousemedia.com/spx?shaid=1'],
    miss: ['https://fountain.mountain.example/st'],
  },
} satisfies Signature
