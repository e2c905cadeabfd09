import type { Signature } from '../signature.js'

export default {
  entity: 'Cohere Inc.',
  country: 'CA',
  category: 'ai',
  hosts: ['cohere.com', 'cohere.ai'],
  fields: {
    'messages[].content': { meaning: 'text given to the model', source: 'https://docs.cohere.com/reference/chat' },
    user: {
      meaning: 'the site\'s own id of the user',
      source: 'https://docs.cohere.com/reference/chat',
      kind: 'identifier.account',
    },
  },
  examples: {
    match: ['https://api.cohere.com/v2/chat'],
    miss: ['https://cohere.com.example/v2/chat', 'https://notcohere.com/v2/chat'],
  },
} satisfies Signature
