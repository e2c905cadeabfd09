import type { Signature } from '../signature.js'

export default {
  entity: 'Groq, Inc.',
  country: 'US',
  category: 'ai',
  hosts: ['groq.com'],
  fields: {
    'messages[].content': { meaning: 'text given to the model', source: 'https://console.groq.com/docs/api-reference' },
    user: {
      meaning: 'the site\'s own id of the user',
      source: 'https://console.groq.com/docs/api-reference',
      kind: 'identifier.account',
    },
  },
  examples: {
    match: ['https://api.groq.com/openai/v1/chat/completions'],
    miss: ['https://groq.com.example/openai/v1/chat/completions', 'https://notgroq.com/openai/v1/chat/completions'],
  },
} satisfies Signature
