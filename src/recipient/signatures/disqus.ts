import type { Signature } from '../signature.js'

export default {
  entity: 'Disqus, Inc.',
  country: 'US',
  category: 'social',
  hosts: ['disqus.com', 'disquscdn.com', 'disq.us'],
  examples: {
    match: ['https://disqus.com/embed/comments/?base=default', 'https://x.disq.us/1/Wy0x'],
    miss: ['https://disqus.com.example/embed'],
  },
} satisfies Signature
