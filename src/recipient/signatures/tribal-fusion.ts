import type { Signature } from '../signature.js'

export default {
  entity: 'Exponential Interactive, Inc.',
  country: 'US',
  category: 'advertising',
  hosts: ['tribalfusion.com', 'exponential.com'],
  examples: { match: ['https://a.tribalfusion.com/z/i.match?p=b1'], miss: ['https://tribalfusion.example/'] },
} satisfies Signature
