import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Medallia, Inc.',
  country: 'US',
  category: 'session-replay',
  hosts: ['decibelinsight.net', 'decibelinsight.com', 'medallia.com', 'kampyle.com'],
  fields: {
    pt: { meaning: 'title of the page', source: observed },
    pu: { meaning: 'address of the page', source: observed },
    qu: { meaning: 'query string of the page', source: observed },
  },
  examples: { match: ['https://collection.decibelinsight.net/i/1/da/'], miss: ['https://decibel.example/i/1/da/'] },
} satisfies Signature
