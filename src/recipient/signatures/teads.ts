import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Teads SA',
  country: 'LU',
  category: 'advertising',
  hosts: ['teads.tv', 'teads.com'],
  fields: {
    page: { meaning: 'address of the page', source: observed },
    auctid: { meaning: 'id of the auction', source: observed },
    'cookie:tt_viewer': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
  },
  examples: {
    match: ['https://t.teads.tv/track?page=https%3A%2F%2Fclinic.example'],
    miss: ['https://teads.example/track'],
  },
} satisfies Signature
