import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Chartbeat, Inc.',
  country: 'US',
  category: 'analytics',
  hosts: ['chartbeat.net', 'chartbeat.com'],
  fields: {
    h: { meaning: 'host of the page', source: observed },
    p: { meaning: 'path of the page', source: observed },
    i: { meaning: 'title of the page', source: observed },
    r: { meaning: 'address of the page before', source: observed },
    v: { meaning: 'address of the page before, on the site', source: observed },
    u: { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
  },
  examples: {
    match: ['https://ping.chartbeat.net/ping?h=clinic.example&p=%2F&u=1'],
    miss: ['https://chartbeat.example/ping'],
  },
} satisfies Signature
