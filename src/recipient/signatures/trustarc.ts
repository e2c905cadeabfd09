import type { Signature } from '../signature.js'

export default {
  entity: 'TrustArc Inc',
  country: 'US',
  category: 'consent',
  hosts: ['trustarc.com', 'truste.com'],
  examples: {
    match: ['https://consent.trustarc.com/notice?domain=clinic.example'],
    miss: ['https://mistruste.com/notice'],
  },
} satisfies Signature
