import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'DoubleVerify Inc.',
  country: 'US',
  category: 'advertising',
  hosts: ['doubleverify.com', 'dvtps.com'],
  fields: {
    url: { meaning: 'address of the page', source: observed },
    'dvp_*': { meaning: 'value that the advertiser sets', source: observed },
  },
  examples: { match: ['https://cdn.doubleverify.com/dvtp_src.js?dvp_x=1'], miss: ['https://doubleverify.example/'] },
} satisfies Signature
