import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Didomi SAS',
  country: 'FR',
  category: 'consent',
  hosts: ['privacy-center.org', 'didomi.io'],
  fields: {
    'user.id': { meaning: 'id of the consent', source: observed, kind: 'identifier.cookie' },
    'source.domain': { meaning: 'domain of the page', source: observed },
  },
  examples: {
    match: ['https://sdk.privacy-center.org/x/loader.js', 'https://api.privacy-center.org/v1/events'],
    miss: ['https://privacy-center.example/loader.js'],
  },
} satisfies Signature
