import type { Signature } from '../signature.js'

export default {
  entity: 'HUMAN Security, Inc.',
  country: 'US',
  category: 'captcha',
  hosts: ['px-cdn.net', 'px-cloud.net', 'perimeterx.net', 'px-client.net'],
  examples: { match: ['https://b.px-cdn.net/api/v1/x'], miss: ['https://apx-cdn.net/api/v1/x'] },
} satisfies Signature
