import type { Signature } from '../signature.js'

export default {
  entity: 'Cloudflare, Inc.',
  country: 'US',
  category: 'captcha',
  hosts: ['challenges.cloudflare.com'],
  examples: {
    match: ['https://challenges.cloudflare.com/turnstile/v0/api.js'],
    miss: ['https://cdnjs.cloudflare.com/ajax/libs/x.js'],
  },
} satisfies Signature
