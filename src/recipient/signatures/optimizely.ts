import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Optimizely, Inc.',
  country: 'US',
  category: 'analytics',
  hosts: ['optimizely.com'],
  fields: {
    'visitors[].visitor_id': {
      meaning: 'browser id',
      source: 'https://docs.developers.optimizely.com/feature-experimentation/docs/event-api',
      kind: 'identifier.cookie',
    },
    'cookie:optimizelyEndUserId': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
  },
  examples: {
    match: ['https://logx.optimizely.com/v1/events', 'https://cdn.optimizely.com/js/131788053.js'],
    miss: ['https://optimizely.example/v1/events'],
  },
} satisfies Signature
