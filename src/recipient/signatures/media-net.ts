import type { Signature } from '../signature.js'

const observed = 'observed in public captures'
const openrtb = 'https://github.com/InteractiveAdvertisingBureau/openrtb2.x'

export default {
  entity: 'Media.net Advertising FZ-LLC',
  country: 'AE',
  category: 'advertising',
  hosts: ['media.net'],
  fields: {
    'site.page': { meaning: 'address of the page', source: openrtb },
    'site.ref': { meaning: 'address of the page before', source: openrtb },
    canonical_url: { meaning: 'address that the page gives as its own', source: observed },
  },
  examples: {
    match: ['https://prebid.media.net/rtb/prebid?cid=8CU1'],
    miss: ['https://social.media.network.example/rtb/prebid'],
  },
} satisfies Signature
