import type { Signature } from '../signature.js'

export default {
  entity: 'Oracle America, Inc.',
  country: 'US',
  category: 'advertising',
  hosts: ['moatads.com', 'moatpixel.com'],
  examples: { match: ['https://z.moatads.com/x/moatad.js'], miss: ['https://moatads.example/moatad.js'] },
} satisfies Signature
