import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Integral Ad Science, Inc.',
  country: 'US',
  category: 'advertising',
  hosts: ['adsafeprotected.com', 'iasds01.com'],
  fields: { adsafe_url: { meaning: 'address of the page', source: observed } },
  examples: {
    match: ['https://pixel.adsafeprotected.com/jload?adsafe_url=https%3A%2F%2Fclinic.example'],
    miss: ['https://adsafe.example/jload'],
  },
} satisfies Signature
