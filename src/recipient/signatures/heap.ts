import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

const properties = 'https://developers.heap.io/reference/client-side-apis-overview'

export default {
  entity: 'Heap Inc.',
  country: 'US',
  category: 'analytics',
  hosts: ['heapanalytics.com', 'heap-api.com'],
  // A server of the site's own ("trackingServer" of its options) is sent the same.
  shape: { path: /\/h$/, fields: ['a', 'u', 'v', 's', 'b'] },
  fields: {
    u: { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    v: { meaning: 'id of the page load', source: observed },
    s: { meaning: 'session id', source: observed, kind: 'identifier.cookie' },
    i: { meaning: 'the site\'s own id of the user', source: properties, kind: 'identifier.account' },
    pp: { meaning: 'property of the page: names and values by turns', source: observed },
    sp: { meaning: 'property of the session: names and values by turns', source: observed },
    'x0*': { meaning: 'text of the element that was clicked', source: observed },
    'y0*': { meaning: 'place of the clicked element in the page', source: observed },
  },
  examples: {
    match: ['https://heapanalytics.com/h?a=1&u=2&pp=d&pp=clinic.example', 'https://data.clinic.example/h?a=1&u=2&v=3&s=4&b=web'],
    miss: ['https://cheapanalytics.com/h?a=1', 'https://heapanalytics.example/h?a=1&b=2'],
  },
} satisfies Signature
