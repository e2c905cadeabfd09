import type { Signature } from '../signature.js'

export default {
  entity: 'Verisk Marketing Solutions',
  country: 'US',
  category: 'customer-data',
  hosts: ['leadid.com', 'lidstatic.com', 'trueleadid.com', 'd2m2wsoho8qq12.cloudfront.net'],
  examples: {
    match: ['https://create.leadid.com/2.9.1/init', 'https://deviceid.trueleadid.com/iframe.html'],
    miss: ['https://misleadid.com/init'],
  },
} satisfies Signature
