import type { Signature } from '../signature.js'

export default {
  entity: 'Microsoft Ireland Operations Limited',
  country: 'IE',
  category: 'ai',
  hosts: ['openai.azure.com'],
  fields: {
    'messages[].content': {
      meaning: 'text given to the model',
      source: 'https://learn.microsoft.com/azure/ai-services/openai/reference',
    },
    user: {
      meaning: 'the site\'s own id of the user',
      source: 'https://learn.microsoft.com/azure/ai-services/openai/reference',
      kind: 'identifier.account',
    },
  },
  examples: {
    match: ['https://clinic.openai.azure.com/openai/deployments/x/chat/completions?api-version=1'],
    miss: [
      'https://openai.azure.com.example/openai/deployments/x/chat/completions',
      'https://notopenai.azure.com/openai/deployments/x/chat/completions',
    ],
  },
} satisfies Signature
