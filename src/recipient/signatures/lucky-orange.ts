import type { Signature } from '../signature.js'

export default {
  entity: 'Lucky Orange LLC',
  country: 'US',
  category: 'session-replay',
  hosts: ['luckyorange.com', 'luckyorange.net'],
  examples: { match: ['https://tools.luckyorange.com/core/lo.js'], miss: ['https://unluckyorange.com/core/lo.js'] },
} satisfies Signature
