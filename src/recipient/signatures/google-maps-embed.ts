import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Google Ireland Limited',
  country: 'IE',
  category: 'maps',
  hosts: ['google.com', 'google.de', 'google.fr'],
  path: /^\/maps\//,
  fields: {
    q: {
      meaning: 'place that is shown or searched for',
      source: 'https://developers.google.com/maps/documentation/embed/embedding-map',
    },
    pb: { meaning: 'the view: places, zoom, language', source: observed },
  },
  examples: {
    match: ['https://www.google.com/maps/embed?pb=1'],
    miss: ['https://www.google.com/search?q=maps', 'https://clinic.example/maps/embed'],
  },
} satisfies Signature
