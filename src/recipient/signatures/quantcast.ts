import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Quantcast International Limited',
  country: 'IE',
  category: 'advertising',
  hosts: ['quantserve.com', 'quantcount.com', 'quantcast.com'],
  fields: {
    url: { meaning: 'address of the page', source: observed },
    ref: { meaning: 'address of the page before', source: observed },
    ogl: { meaning: 'Open Graph data of the page, name.value joined by commas', source: observed },
    d: { meaning: 'domain of the page', source: observed },
    fpa: { meaning: 'browser id of the site', source: observed, kind: 'identifier.cookie' },
    uh: { meaning: 'e-mail or user id, hashed', source: observed, kind: 'identifier.account' },
    rtbip: { meaning: 'address of the client', source: observed, kind: 'network.ip' },
    labels: { meaning: 'labels that the site sets', source: observed },
    'cookie:mc': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
  },
  examples: {
    match: [
      'https://pixel.quantserve.com/pixel;r=1;a=p-X;url=https%3A%2F%2Fclinic.example',
      'https://rules.quantcount.com/rules-p-X.js',
    ],
    miss: ['https://quantserve.example/pixel;r=1'],
  },
} satisfies Signature
