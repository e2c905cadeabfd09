import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Google Ireland Limited',
  country: 'IE',
  category: 'tag-manager',
  hosts: ['googletagmanager.com'],
  shape: { path: /\/(gtm|gtag\/js)(\.js)?$/, fields: ['id'] },
  fields: {
    id: { meaning: 'the site\'s container', source: 'https://developers.google.com/tag-platform/tag-manager/web' },
    l: {
      meaning: 'name of the data layer',
      source: 'https://developers.google.com/tag-platform/tag-manager/web/datalayer',
    },
    dl: { meaning: 'address of the page', source: observed },
    dt: { meaning: 'title of the page', source: observed },
    tdp: { meaning: 'what the container measured about itself', source: observed },
  },
  examples: {
    match: [
      'https://www.googletagmanager.com/gtm.js?id=GTM-ABC',
      'https://www.googletagmanager.com/gtag/js?id=G-ABC',
      'https://tags.clinic.example/gtm.js?id=GTM-ABC',
    ],
    miss: ['https://clinic.example/gtm.js', 'https://googletagmanager.example/gtm'],
  },
} satisfies Signature
