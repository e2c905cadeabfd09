import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Permutive Limited',
  country: 'GB',
  category: 'customer-data',
  hosts: ['permutive.com', 'permutive.app'],
  fields: {
    user_id: { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    'properties.client.url': { meaning: 'address of the page', source: observed },
    'properties.client.title': { meaning: 'title of the page', source: observed },
    'aliases[].id': { meaning: 'ids of the same person elsewhere', source: observed, kind: 'identifier.account' },
  },
  examples: { match: ['https://api.permutive.com/v2.0/events?k=x'], miss: ['https://permutive.example/v2.0/events'] },
} satisfies Signature
