import type { Signature } from '../signature.js'

export default {
  entity: 'Zendesk, Inc.',
  country: 'US',
  category: 'chat',
  hosts: ['zendesk.com', 'zdassets.com', 'zopim.com', 'zopim.io'],
  examples: { match: ['https://static.zdassets.com/ekr/snippet.js?key=x'], miss: ['https://zendesk.example/'] },
} satisfies Signature
