import type { Signature } from '../signature.js'

export default {
  entity: 'PayPal (Europe) S.à r.l. et Cie, S.C.A.',
  country: 'LU',
  category: 'payment',
  hosts: ['paypal.com', 'paypalobjects.com', 'braintreegateway.com', 'braintree-api.com'],
  examples: { match: ['https://www.paypal.com/sdk/js?client-id=x'], miss: ['https://notpaypal.com/sdk/js'] },
} satisfies Signature
