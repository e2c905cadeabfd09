import type { Signature } from '../signature.js'

export default {
  entity: 'Google Ireland Limited',
  country: 'IE',
  category: 'cdn',
  hosts: ['fonts.googleapis.com', 'fonts.gstatic.com'],
  fields: { family: { meaning: 'typefaces', source: 'https://developers.google.com/fonts/docs/getting_started' } },
  examples: {
    match: ['https://fonts.googleapis.com/css?family=Roboto', 'https://fonts.gstatic.com/s/a.woff2'],
    miss: ['https://fonts.googleapis.com.example/css'],
  },
} satisfies Signature
