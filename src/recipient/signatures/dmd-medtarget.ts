import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'DMD Marketing Corp.',
  country: 'US',
  category: 'advertising',
  hosts: ['medtargetsystem.com'],
  fields: {
    u: { meaning: 'address of the page', source: observed },
    t: { meaning: 'title of the page', source: observed },
    vid: { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
  },
  examples: {
    match: ['https://www.medtargetsystem.com/beacon/collect.gif?u=https%3A%2F%2Fclinic.example&vid=1'],
    miss: ['https://medtarget.example/collect.gif'],
  },
} satisfies Signature
