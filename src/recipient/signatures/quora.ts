import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Quora, Inc.',
  country: 'US',
  category: 'social',
  hosts: ['quora.com', 'quoracdn.net'],
  fields: {
    u: { meaning: 'address of the page', source: observed },
    tag: { meaning: 'name of the event', source: observed },
    qclid: { meaning: 'click id', source: observed, kind: 'identifier.click' },
    'cookie:m-b': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
  },
  examples: {
    match: ['https://q.quora.com/_/ad/1/pixel?u=https%3A%2F%2Fclinic.example&tag=ViewContent'],
    miss: ['https://q.quora.com.example/_/ad/1/pixel'],
  },
} satisfies Signature
