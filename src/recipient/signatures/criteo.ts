import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Criteo S.A.',
  country: 'FR',
  category: 'advertising',
  hosts: ['criteo.com', 'criteo.net', 'dnsdelegation.io', 'hlserve.com'],
  // Each event is a query in a parameter of its own: `p0=e%3Dvh`.
  shape: { path: /\/event$/, fields: ['a', 'v', 'p0', 'p1'], text: 'e%3D' },
  fields: {
    fu: { meaning: 'address of the page, encoded twice', source: observed },
    topUrl: { meaning: 'address of the page', source: observed },
    origin: { meaning: 'what called', source: observed },
    domain: { meaning: 'host of the page', source: observed },
    'p0*': { meaning: 'event, as a query string inside the parameter', source: observed },
    'p1*': { meaning: 'event, as a query string inside the parameter', source: observed },
    'p2*': { meaning: 'event, as a query string inside the parameter', source: observed },
    bundle: { meaning: 'browser id, enciphered', source: observed, kind: 'identifier.cookie' },
    ceid: { meaning: 'the site\'s id of the customer', source: observed, kind: 'identifier.account' },
    lsw: { meaning: 'whether local storage can be written', source: observed },
    'cookie:uid': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    'cookie:cto_bundle': { meaning: 'browser id, enciphered', source: observed, kind: 'identifier.cookie' },
  },
  examples: {
    match: [
      'https://sslwidget.criteo.com/event?a=1&v=5.29.0&p0=e%3Dvh',
      'https://gum.criteo.com/sid/json?topUrl=https%3A%2F%2Fclinic.example',
      'https://static.criteo.net/js/ld/ld.js',
    ],
    miss: ['https://criteo.example/event', 'https://notcriteo.com/event'],
  },
} satisfies Signature
