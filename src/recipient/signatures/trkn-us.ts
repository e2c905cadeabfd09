import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Claritas, LLC',
  country: 'US',
  category: 'advertising',
  hosts: ['trkn.us'],
  fields: {
    ip: { meaning: 'address of the client, echoed by the vendor\'s redirect', source: observed, kind: 'network.ip' },
    ppt: { meaning: 'the advertiser', source: observed },
    g: { meaning: 'name of the event', source: observed },
    gid: { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    'cookie:barometric[cuid]': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
  },
  examples: {
    match: ['https://trkn.us/pixel/conv/ppt=1;g=sitewide;ord=1', 'https://trkn.us/pixel/c?ppt=1'],
    miss: ['https://outtrkn.us/pixel/c', 'https://trkn.us.example/pixel/c'],
  },
} satisfies Signature
