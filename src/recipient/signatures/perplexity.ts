import type { Signature } from '../signature.js'

export default {
  entity: 'Perplexity AI, Inc.',
  country: 'US',
  category: 'ai',
  hosts: ['perplexity.ai'],
  fields: {
    'messages[].content': { meaning: 'text given to the model', source: 'https://docs.perplexity.ai/api-reference' },
    user: {
      meaning: 'the site\'s own id of the user',
      source: 'https://docs.perplexity.ai/api-reference',
      kind: 'identifier.account',
    },
  },
  examples: {
    match: ['https://api.perplexity.ai/chat/completions'],
    miss: ['https://perplexity.ai.example/chat/completions', 'https://notperplexity.ai/chat/completions'],
  },
} satisfies Signature
