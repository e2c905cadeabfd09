import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

const cookies = 'https://stripe.com/legal/cookies-policy'

export default {
  entity: 'Stripe Payments Europe, Limited',
  country: 'IE',
  category: 'payment',
  hosts: ['stripe.com', 'stripe.network', 'stripecdn.com'],
  fields: {
    muid: { meaning: 'browser id for preventing fraud', source: cookies, kind: 'identifier.cookie' },
    sid: { meaning: 'session id for preventing fraud', source: cookies, kind: 'identifier.cookie' },
    guid: { meaning: 'browser id', source: observed, kind: 'identifier.cookie' },
    'cookie:m': { meaning: 'browser id for preventing fraud', source: cookies, kind: 'identifier.cookie' },
    'cookie:__stripe_mid': { meaning: 'browser id for preventing fraud', source: cookies, kind: 'identifier.cookie' },
  },
  examples: {
    match: ['https://m.stripe.com/6', 'https://js.stripe.com/v3/', 'https://api.stripe.com/v1/payment_methods'],
    miss: ['https://pinstripe.com/6'],
  },
} satisfies Signature
