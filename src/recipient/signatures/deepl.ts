import type { Signature } from '../signature.js'

const api = 'https://developers.deepl.com/docs/api-reference/translate'

export default {
  entity: 'DeepL SE',
  country: 'DE',
  category: 'ai',
  hosts: ['deepl.com'],
  fields: {
    text: { meaning: 'text to translate', source: api },
    'text[]': { meaning: 'text to translate', source: api },
  },
  examples: {
    match: ['https://api.deepl.com/v2/translate', 'https://api-free.deepl.com/v2/translate'],
    miss: ['https://api.deepl.com.example/v2/translate', 'https://notdeepl.com/v2/translate'],
  },
} satisfies Signature
