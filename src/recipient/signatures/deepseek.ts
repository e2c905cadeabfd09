import type { Signature } from '../signature.js'

export default {
  entity: 'Hangzhou DeepSeek Artificial Intelligence Co., Ltd.',
  country: 'CN',
  category: 'ai',
  hosts: ['deepseek.com'],
  fields: {
    'messages[].content': { meaning: 'text given to the model', source: 'https://api-docs.deepseek.com' },
    user: {
      meaning: 'the site\'s own id of the user',
      source: 'https://api-docs.deepseek.com',
      kind: 'identifier.account',
    },
  },
  examples: {
    match: ['https://api.deepseek.com/chat/completions'],
    miss: ['https://deepseek.com.example/chat/completions', 'https://notdeepseek.com/chat/completions'],
  },
} satisfies Signature
