import type { Signature } from '../signature.js'

const api = 'https://docs.mistral.ai/api/'

export default {
  entity: 'Mistral AI',
  country: 'FR',
  category: 'ai',
  hosts: ['mistral.ai'],
  fields: { 'messages[].content': { meaning: 'text given to the model', source: api } },
  examples: {
    match: ['https://api.mistral.ai/v1/chat/completions'],
    miss: ['https://mistral.example/v1/chat/completions'],
  },
} satisfies Signature
