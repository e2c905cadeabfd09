import type { Signature } from '../signature.js'

export default {
  entity: 'Mouseflow ApS',
  country: 'DK',
  category: 'session-replay',
  hosts: ['mouseflow.com'],
  examples: { match: ['https://cdn.mouseflow.com/projects/x.js'], miss: ['https://mouseflow.com.example/'] },
} satisfies Signature
