import type { Signature } from '../signature.js'

export default {
  entity: 'Intuition Machines, Inc.',
  country: 'US',
  category: 'captcha',
  hosts: ['hcaptcha.com'],
  examples: { match: ['https://hcaptcha.com/1/api.js'], miss: ['https://hcaptcha.example/1/api.js'] },
} satisfies Signature
