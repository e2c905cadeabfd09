import type { Signature } from '../signature.js'

export default {
  entity: 'Invoca, Inc.',
  country: 'US',
  category: 'analytics',
  hosts: ['invoca.net', 'invocacdn.com', 'invoca.com'],
  examples: { match: ['https://pnapi.invoca.net/1/na.json'], miss: ['https://invoca.example/1/na.json'] },
} satisfies Signature
