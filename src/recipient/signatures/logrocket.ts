import type { Signature } from '../signature.js'

export default {
  entity: 'LogRocket, Inc.',
  country: 'US',
  category: 'session-replay',
  hosts: [
    'logrocket.com', 'logrocket.io', 'lr-ingest.com', 'lr-ingest.io', 'lr-in.com', 'lr-in-prod.com', 'lr-intake.com',
  ],
  fields: {
    a: { meaning: 'the site\'s application', source: 'https://docs.logrocket.com/reference/init' },
    u: {
      meaning: 'id of the user',
      source: 'https://docs.logrocket.com/reference/identify',
      kind: 'identifier.account',
    },
  },
  examples: {
    match: ['https://r.lr-ingest.io/i?a=x', 'https://cdn.logrocket.io/LogRocket.min.js'],
    miss: ['https://r.lr-ingest.io.example/i', 'https://notlogrocket.com/i'],
  },
} satisfies Signature
