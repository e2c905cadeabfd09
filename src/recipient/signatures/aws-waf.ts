import type { Signature } from '../signature.js'

export default {
  entity: 'Amazon Web Services EMEA SARL',
  country: 'LU',
  category: 'captcha',
  hosts: ['awswaf.com'],
  examples: {
    match: ['https://1c5c1ecf7303.c0b160fb.us-east-1.token.awswaf.com/x/telemetry'],
    miss: ['https://drawswaf.com/x'],
  },
} satisfies Signature
