import type { Signature } from '../signature.js'

export default {
  entity: 'Sovrn, Inc.',
  country: 'US',
  category: 'advertising',
  hosts: ['sovrn.com', 'lijit.com', 's-onetag.com'],
  examples: {
    match: ['https://ce.lijit.com/merge?pid=1', 'https://signal-metrics-collector-beta.s-onetag.com/metrics'],
    miss: ['https://onetag.com/metrics'],
  },
} satisfies Signature
