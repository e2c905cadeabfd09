import type { Signature } from '../signature.js'

export default {
  entity: 'Tealium Inc.',
  country: 'US',
  category: 'tag-manager',
  hosts: ['tiqcdn.com', 'tiqcdn.eu'],
  examples: {
    match: ['https://tags.tiqcdn.com/utag/clinic/main/prod/utag.js'],
    miss: ['https://antiqcdn.com/utag.js'],
  },
} satisfies Signature
