import type { Signature } from '../signature.js'

export default {
  entity: 'X.AI LLC',
  country: 'US',
  category: 'ai',
  hosts: ['x.ai', 'grok.com'],
  fields: {
    'messages[].content': { meaning: 'text given to the model', source: 'https://docs.x.ai/docs/api-reference' },
    user: {
      meaning: 'the site\'s own id of the user',
      source: 'https://docs.x.ai/docs/api-reference',
      kind: 'identifier.account',
    },
  },
  examples: {
    match: ['https://api.x.ai/v1/chat/completions'],
    miss: ['https://x.ai.example/v1/chat/completions', 'https://notx.ai/v1/chat/completions'],
  },
} satisfies Signature
