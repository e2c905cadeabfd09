import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Acquia, Inc.',
  country: 'US',
  category: 'analytics',
  hosts: ['monsido.com'],
  fields: {
    b: { meaning: 'address of the page', source: observed },
    c: { meaning: 'browser id from the cookie monsido', source: observed, kind: 'identifier.cookie' },
  },
  examples: {
    match: ['https://tracking.monsido.com/?a=x&b=https%3A%2F%2Fclinic.example%2F&c=4A11634740782839'],
    miss: ['https://notmonsido.com/?a=x'],
  },
} satisfies Signature
