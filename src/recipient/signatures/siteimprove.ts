import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Siteimprove A/S',
  country: 'DK',
  category: 'analytics',
  hosts: ['siteimproveanalytics.com', 'siteimproveanalytics.io', 'siteimprove.com'],
  fields: {
    url: { meaning: 'address of the page', source: observed },
    title: { meaning: 'title of the page', source: observed },
    prev: { meaning: 'address of the page before', source: observed },
    luid: { meaning: 'id of the page load', source: observed },
  },
  examples: {
    match: ['https://6486.global.siteimproveanalytics.io/image.aspx?url=https%3A%2F%2Fclinic.example'],
    miss: ['https://siteimprove.example/image.aspx'],
  },
} satisfies Signature
