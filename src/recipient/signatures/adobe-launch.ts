import type { Signature } from '../signature.js'

export default {
  entity: 'Adobe Systems Software Ireland Limited',
  country: 'IE',
  category: 'tag-manager',
  hosts: ['assets.adobedtm.com', 'adobetarget.com'],
  examples: {
    match: ['https://assets.adobedtm.com/launch-x.min.js'],
    miss: ['https://assets.adobedtm.com.example/launch-x.min.js'],
  },
} satisfies Signature
