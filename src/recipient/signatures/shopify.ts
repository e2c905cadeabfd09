import type { Signature } from '../signature.js'

export default {
  entity: 'Shopify Inc.',
  country: 'CA',
  category: 'analytics',
  hosts: ['monorail-edge.shopifysvc.com'],
  // A shop's own host hands it on: https://github.com/Shopify/hydrogen/blob/main/packages/hydrogen-react/src/analytics.ts
  shape: { path: /^\/\.well-known\/shopify\/monorail\//, fields: [] },
  examples: {
    match: ['https://monorail-edge.shopifysvc.com/unstable/produce_batch', 'https://clinic.example/.well-known/shopify/monorail/unstable/produce_batch'],
    miss: ['https://cdn.shopifysvc.com/x.js', 'https://clinic.example/shopify/monorail/unstable/produce_batch'],
  },
} satisfies Signature
