import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Aniview Ltd.',
  country: 'IL',
  category: 'advertising',
  hosts: ['aniview.com'],
  fields: {
    cip: { meaning: 'address of the client', source: observed, kind: 'network.ip' },
  },
  examples: {
    match: ['https://gov.aniview.com/api/adserver/vast3/?AV_PUBLISHERID=1&cip=203.0.113.77'],
    miss: ['https://aniview.com.example/?cip=203.0.113.77'],
  },
} satisfies Signature
