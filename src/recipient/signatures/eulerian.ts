import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Eulerian Technologies SAS',
  country: 'FR',
  category: 'advertising',
  hosts: ['eulerian.net', 'eulerian.com', 'ew3.io'],
  fields: {
    uid: { meaning: 'the site\'s own id of the user', source: observed, kind: 'identifier.account' },
    'cookie:etuix': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
  },
  examples: {
    match: ['https://clinic.eulerian.net/col1234/clinic-example/1'],
    miss: ['https://eulerian.example/col1'],
  },
} satisfies Signature
