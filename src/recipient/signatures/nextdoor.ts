import type { Signature } from '../signature.js'

export default {
  entity: 'Nextdoor Holdings, Inc.',
  country: 'US',
  category: 'social',
  hosts: ['nextdoor.com'],
  examples: {
    match: ['https://flask.nextdoor.com/pixel?pid=1', 'https://ads.nextdoor.com/public/pixel/ndp.js'],
    miss: ['https://next-door.com/pixel'],
  },
} satisfies Signature
