import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Retyp, LLC',
  country: 'US',
  category: 'advertising',
  hosts: ['omappapi.com', 'opmnstr.com', 'optmnstr.com', 'optmstr.com'],
  fields: {
    url: { meaning: 'path of the page', source: observed },
  },
  examples: {
    match: ['https://z.omappapi.com/v3/i?aid=1&cid=x&url=us%2Fhelp&v=5'],
    miss: ['https://omappapi.com.example/v3/i'],
  },
} satisfies Signature
