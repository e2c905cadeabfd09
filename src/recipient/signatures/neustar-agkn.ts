import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Neustar, Inc.',
  country: 'US',
  category: 'customer-data',
  hosts: ['agkn.com', 'adadvisor.net'],
  fields: {
    ip: { meaning: 'address of the client', source: observed, kind: 'network.ip' },
    puid: { meaning: 'a partner\'s id of the browser', source: observed, kind: 'identifier.cookie' },
    age: { meaning: 'age', source: observed },
    gender: { meaning: 'gender', source: observed },
    'cookie:ab': { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
  },
  examples: {
    match: ['https://d.agkn.com/pixel/10751/?che=1', 'https://aa.agkn.com/adscores/g.pixel?sid=1'],
    miss: ['https://magkn.com/pixel/1/'],
  },
} satisfies Signature
