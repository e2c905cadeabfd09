import type { Signature } from '../signature.js'

export default {
  entity: 'Nativo, Inc.',
  country: 'US',
  category: 'advertising',
  hosts: ['postrelease.com', 'ntv.io'],
  examples: {
    match: ['https://s.ntv.io/serve/load.js', 'https://jadserve.postrelease.com/t?ntv_at=3'],
    miss: ['https://entv.io/serve/load.js'],
  },
} satisfies Signature
