import type { Signature } from '../signature.js'

export default {
  entity: 'OpenAI Ireland Limited',
  country: 'IE',
  category: 'ai',
  hosts: ['openai.com', 'chatgpt.com', 'oaistatic.com', 'oaiusercontent.com'],
  fields: {
    'messages[].content': {
      meaning: 'text given to the model',
      source: 'https://platform.openai.com/docs/api-reference/chat',
    },
    input: { meaning: 'text given to the model', source: 'https://platform.openai.com/docs/api-reference/responses' },
    user: {
      meaning: 'the site\'s own id of the user',
      source: 'https://platform.openai.com/docs/api-reference/chat',
      kind: 'identifier.account',
    },
    safety_identifier: {
      meaning: 'the site\'s own id of the user, hashed',
      source: 'https://platform.openai.com/docs/api-reference/responses',
      kind: 'identifier.account',
    },
    'cookie:oai-did': { meaning: 'browser id', source: 'observed in public captures', kind: 'identifier.cookie' },
  },
  examples: {
    match: ['https://api.openai.com/v1/chat/completions'],
    miss: ['https://openai.com.example/v1/chat/completions', 'https://notopenai.com/v1'],
  },
} satisfies Signature
