import type { Signature } from '../signature.js'

export default {
  entity: 'Verint Systems Inc.',
  country: 'US',
  category: 'session-replay',
  hosts: ['foresee.com', 'foreseeresults.com', 'answerscloud.com'],
  fields: {
    userId: { meaning: 'browser id', source: 'observed in public captures', kind: 'identifier.cookie' },
  },
  examples: { match: ['https://analytics.foresee.com/ingest/events'], miss: ['https://unforesee.com/ingest/events'] },
} satisfies Signature
