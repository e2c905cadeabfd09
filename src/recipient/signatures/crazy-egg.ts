import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Crazy Egg, Inc.',
  country: 'US',
  category: 'session-replay',
  hosts: ['crazyegg.com'],
  fields: { u: { meaning: 'address of the page', source: observed } },
  examples: {
    match: ['https://script.crazyegg.com/pages/scripts/0028/7323.js'],
    miss: ['https://crazyegg.example/pages'],
  },
} satisfies Signature
