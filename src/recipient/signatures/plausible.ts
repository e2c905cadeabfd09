import type { Signature } from '../signature.js'

const api = 'https://plausible.io/docs/events-api'

export default {
  entity: 'Plausible Insights OÜ',
  country: 'EE',
  category: 'analytics',
  hosts: ['plausible.io'],
  // A proxy of the site's own: https://plausible.io/docs/proxy/introduction
  shape: { path: /\/api\/event$/, fields: ['n', 'u', 'd'] },
  fields: {
    n: { meaning: 'name of the event', source: api },
    u: { meaning: 'address of the page', source: api },
    d: { meaning: 'the site', source: api },
    r: { meaning: 'address of the page before', source: api },
    'p*': { meaning: 'properties of the event, as the site sets them', source: api },
  },
  examples: {
    match: ['https://plausible.io/api/event', 'https://clinic.example/stats/api/event?n=pageview&u=x&d=clinic.example'],
    miss: ['https://clinic.example/api/event?n=x', 'https://notplausible.io/api/event'],
  },
} satisfies Signature
