import type { Signature } from '../signature.js'

const observed = 'observed in public captures'

export default {
  entity: 'OneTrust LLC',
  country: 'US',
  category: 'consent',
  hosts: ['cookielaw.org', 'onetrust.com', 'onetrust.io', 'cookiepro.com'],
  fields: {
    identifier: { meaning: 'id of the consent, or of the user', source: observed, kind: 'identifier.cookie' },
    purposes: { meaning: 'the choices', source: observed },
  },
  examples: {
    match: [
      'https://cdn.cookielaw.org/scripttemplates/otSDKStub.js',
      'https://geolocation.onetrust.com/cookieconsentpub/v1/geo/location',
    ],
    miss: ['https://cookielaw.example/'],
  },
} satisfies Signature
