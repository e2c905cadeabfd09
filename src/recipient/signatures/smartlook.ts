import type { Signature } from '../signature.js'

export default {
  entity: 'Smartlook.com, s.r.o.',
  country: 'CZ',
  category: 'session-replay',
  hosts: ['smartlook.com', 'smartlook.cloud'],
  examples: { match: ['https://web-writer.eu.smartlook.cloud/rec/v2/write'], miss: ['https://smartlook.example/rec'] },
} satisfies Signature
