import type { Signature } from '../signature.js'

export default {
  entity: 'Google Ireland Limited',
  country: 'IE',
  category: 'ai',
  hosts: ['generativelanguage.googleapis.com', 'aiplatform.googleapis.com', 'gemini.google.com'],
  fields: {
    'contents[].parts[].text': {
      meaning: 'text given to the model',
      source: 'https://ai.google.dev/api/generate-content',
    },
  },
  examples: {
    match: ['https://generativelanguage.googleapis.com/v1beta/models/x:generateContent'],
    miss: ['https://translate.googleapis.com/translate_a/t'],
  },
} satisfies Signature
