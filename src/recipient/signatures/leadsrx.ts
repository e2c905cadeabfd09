import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'LeadsRx, Inc.',
  country: 'US',
  category: 'analytics',
  hosts: ['leadsrx.com'],
  fields: {
    u: { meaning: 'address of the page', source: observed },
    t: { meaning: 'title of the page', source: observed },
  },
  examples: {
    match: ['https://app.leadsrx.com/visitor.php?acctTag=x&u=https%3A%2F%2Fclinic.example%2F'],
    miss: ['https://leadsrx.com.example/visitor.php'],
  },
} satisfies Signature
