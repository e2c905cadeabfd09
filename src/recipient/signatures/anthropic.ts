import type { Signature } from '../signature.js'

export default {
  entity: 'Anthropic Ireland, Limited',
  country: 'IE',
  category: 'ai',
  hosts: ['anthropic.com', 'claude.ai'],
  fields: {
    'messages[].content': { meaning: 'text given to the model', source: 'https://docs.anthropic.com/en/api/messages' },
    'metadata.user_id': {
      meaning: 'the site\'s own id of the user',
      source: 'https://docs.anthropic.com/en/api/messages',
      kind: 'identifier.account',
    },
  },
  examples: { match: ['https://api.anthropic.com/v1/messages'], miss: ['https://anthropic.example/v1/messages'] },
} satisfies Signature
