import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'Adobe Systems Software Ireland Limited',
  country: 'IE',
  category: 'analytics',
  hosts: [],
  shape: { path: /\/id$/, fields: ['d_visid_ver', 'mcorgid'] },
  fields: {
    mid: { meaning: 'browser id across Adobe\'s products', source: observed, kind: 'identifier.cookie' },
    mcorgid: { meaning: 'the customer of Adobe', source: observed },
  },
  examples: {
    match: ['https://smetrics.clinic.example/id?d_visid_ver=5.2.0&d_fieldgroup=A&mcorgid=6B0E%40AdobeOrg&mid=2532022974'],
    miss: ['https://smetrics.clinic.example/id?callback=x', 'https://dpm.demdex.net/id?d_visid_ver=5.2.0&mcorgid=6B0E%40AdobeOrg'],
  },
} satisfies Signature
